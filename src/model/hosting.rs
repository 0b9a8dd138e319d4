//! Where a site is published: by what kind of server, and in which encodings.

use crate::choice;

choice! {
    /// A kind of host, by the form in which it reads headers.
    pub enum Host {
        /// Apache, on most shared hosting: `.htaccess`.
        Apache = "apache",
        /// Netlify and Cloudflare Pages: `_headers`.
        Netlify = "netlify" | "cloudflare-pages",
        /// nginx: a part of the configuration of its server.
        Nginx = "nginx",
        /// Caddy: a part of its Caddyfile.
        Caddy = "caddy",
    }
}

choice! {
    /// An encoding in which files stand beside the plain ones, so that a server need not compress them at each request.
    pub enum Encoding {
        /// gzip (RFC 1952): `page.html.gz`.
        Gzip = "gzip" | "gz",
        /// Brotli (RFC 7932): `page.html.br`.
        Brotli = "brotli" | "br",
    }
}

impl Encoding {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Brotli => "br",
        }
    }
}

impl Host {
    /// The file that the host reads in the published folder, where it reads one.
    pub fn file(self) -> Option<&'static str> {
        match self {
            Self::Apache => Some(".htaccess"),
            Self::Netlify => Some("_headers"),
            Self::Nginx | Self::Caddy => None,
        }
    }
}
