//! Where a site is published: the kind of server, and its encodings.

use crate::choice;

choice! {
    /// A kind of host, by the form of its header configuration.
    pub enum Host {
        /// Apache, on most shared hosting: `.htaccess`.
        Apache = "apache",
        /// Netlify and Cloudflare Pages: `_headers`.
        Netlify = "netlify" | "cloudflare-pages",
        /// nginx: a part of its server configuration.
        Nginx = "nginx",
        /// Caddy: a part of its Caddyfile.
        Caddy = "caddy",
    }
}

choice! {
    /// An encoding in which files are published beside the plain ones, so that a server need not compress
    /// them for each request.
    pub enum ContentEncoding {
        /// gzip (RFC 1952): `page.html.gz`.
        Gzip = "gzip" | "gz",
        /// Brotli (RFC 7932): `page.html.br`.
        Brotli = "brotli" | "br",
    }
}

impl ContentEncoding {
    /// The extension of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Brotli => "br",
        }
    }
}

impl Host {
    /// The configuration file that the host reads in the published folder, if any.
    pub fn file(self) -> Option<&'static str> {
        match self {
            Self::Apache => Some(".htaccess"),
            Self::Netlify => Some("_headers"),
            Self::Nginx | Self::Caddy => None,
        }
    }
}
