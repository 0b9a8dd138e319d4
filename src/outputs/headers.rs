//! What a host says about each file: how long it may be cached, and what a page may load. Written for the
//! servers that publishers commonly use.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::files::{IMAGES, PUBLISHED};
use crate::media_types;
use crate::model::{ContentEncoding, Host};
use crate::site::{DataFile, Site};

/// A page is requested again after five minutes: it may have been corrected.
const PAGES: &str = "public, max-age=300";

/// The files of a search have their version in their address.
const VERSIONED: &str = "public, max-age=31536000, immutable";

/// Sheets and pictures.
const OTHERS: &str = "public, max-age=3600";

/// What pages may do: only what the default theme does (Content Security Policy Level 3). Nothing is loaded
/// from other sites, no script runs but the search's file, no style applies but the theme's own, identified
/// by its hash; no site may frame a page.
pub fn policy(site: &Site) -> String {
    let mut hashes: Vec<String> = site
        .languages
        .iter()
        .map(|language| hash(site.theme.style(*language)))
        .collect();
    hashes.sort();
    hashes.dedup();
    let script = match site.config.search {
        Some(false) => "'none'",
        _ => "'self'",
    };
    format!(
        "default-src 'none'; script-src {script}; style-src {}; img-src 'self' data:; media-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
        hashes.join(" ")
    )
}

fn hash(style: &str) -> String {
    format!(
        "'sha256-{}'",
        BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()))
    )
}

/// Headers of all files.
fn of_all(site: &Site) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", policy(site)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()".to_owned(),
        ),
    ]
}

/// The folders of searches, from the top.
fn versioned(site: &Site) -> Vec<String> {
    let languages = site
        .languages
        .iter()
        .filter(|_| site.config.search != Some(false));
    languages
        .map(|language| site.search_folder(*language))
        .collect()
}

/// The headers in the form of a host.
pub fn headers(site: &Site, host: Host) -> String {
    match host {
        Host::Apache => apache(site),
        Host::Netlify => netlify(site),
        Host::Nginx => nginx(site),
        Host::Caddy => caddy(site),
    }
}

/// The endings of files that are made with each build, as pages are.
const MADE: &[&str] = &["csv", "ics", "txt", "vcf"];

/// The endings of images and documents, which seldom change.
fn lasting() -> Vec<&'static str> {
    let endings = IMAGES.iter().chain(PUBLISHED).copied();
    endings.filter(|ending| !MADE.contains(ending)).collect()
}

fn netlify(site: &Site) -> String {
    let mut out = String::from("/*\n");
    for (name, value) in of_all(site) {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    // Two matching rules are both sent: the caching rules never overlap.
    let homes = site.languages.iter().map(|language| site.prefix(*language));
    let pages = homes
        .map(|prefix| format!("/{prefix}"))
        .chain(["/*.html".to_owned()]);
    let searches = versioned(site)
        .into_iter()
        .map(|folder| format!("/{folder}/*"));
    let rules = pages
        .map(|path| (path, PAGES))
        .chain(searches.map(|path| (path, VERSIONED)))
        .chain([("/*.pdf".to_owned(), OTHERS)]);
    for (path, value) in rules {
        out.push_str(&format!("\n{path}\n  Cache-Control: {value}\n"));
    }
    out
}

fn apache(site: &Site) -> String {
    let mut out = String::from(
        "# Apache 2.4, with mod_headers; where it is missing, the site works all the same.\n",
    );
    let top = crate::outputs::html::absolute_root(site);
    out.push_str(&format!(
        "ErrorDocument 404 {top}404.html\nAddDefaultCharset utf-8\n"
    ));
    // Older servers do not know them.
    let has_data = site.vocabularies().next().is_some();
    let data = has_data.then_some(".jsonld");
    for ending in [".epub", ".webp"].into_iter().chain(data) {
        out.push_str(&format!("AddType {} {ending}\n", media_types::of(ending)));
    }
    out.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in of_all(site) {
        out.push_str(&format!("Header set {name} \"{value}\"\n"));
    }
    out.push_str(&format!(
        "<FilesMatch \"\\.({})$\">\nHeader set Cache-Control \"{OTHERS}\"\n</FilesMatch>\n\
         <FilesMatch \"\\.(html|xml|{})(\\.gz|\\.br)?$\">\nHeader set Cache-Control \"{PAGES}\"\n</FilesMatch>\n\
         <FilesMatch \"\\.js(\\.gz|\\.br)?$\">\nHeader set Cache-Control \"{VERSIONED}\"\n</FilesMatch>\n",
        lasting().join("|"),
        MADE.join("|"),
    ));
    out.push_str("</IfModule>\n");
    // The first encoding that the browser accepts is sent, so the smaller one comes first.
    for encoding in [ContentEncoding::Brotli, ContentEncoding::Gzip] {
        if site
            .config
            .precompressed
            .iter()
            .any(|asked| asked.value == encoding)
        {
            out.push_str(&apache_precompressed(encoding, has_data));
        }
    }
    out
}

/// The compressed file beside the requested one is sent in its place.
fn apache_precompressed(encoding: ContentEncoding, has_data: bool) -> String {
    let ending = encoding.ending();
    let name = match encoding {
        ContentEncoding::Gzip => "gzip",
        ContentEncoding::Brotli => "br",
    };
    let mut out = format!(
        "<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteCond %{{HTTP:Accept-Encoding}} \\b{name}\\b\n\
         RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\nRewriteRule ^(.+)$ $1.{ending} [L]\n</IfModule>\n"
    );
    let data = DataFile::ENDINGS.iter().filter(|_| has_data);
    for kind in COMPRESSED.iter().chain(data) {
        let media = media_types::content_type(&format!(".{kind}"));
        out.push_str(&format!(
            "<FilesMatch \"\\.{kind}\\.{ending}$\">\nForceType \"{media}\"\nRemoveEncoding .{ending}\n\
             RemoveLanguage .{ending}\n<IfModule mod_headers.c>\nHeader set Content-Encoding {name}\nHeader append Vary Accept-Encoding\n\
             </IfModule>\n</FilesMatch>\n"
        ));
    }
    out
}

/// The endings of files worth compressing: those of texts.
pub static COMPRESSED: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let endings = ["html", "js", "xml"].iter().chain(IMAGES).chain(PUBLISHED);
    let endings = endings.copied();
    endings
        .filter(|ending| media_types::is_text(&format!(".{ending}")))
        .collect()
});

fn nginx(site: &Site) -> String {
    let mut out = String::from(
        "# For the server block of nginx. add_header does not reach a location that has one of its own.\n",
    );
    out.push_str("charset utf-8;\nerror_page 404 /404.html;\n");
    for encoding in &site.config.precompressed {
        out.push_str(match encoding.value {
            ContentEncoding::Gzip => "gzip_static on;\ngzip_vary on;\n",
            ContentEncoding::Brotli => "brotli_static on;\n",
        });
    }
    for (name, value) in of_all(site) {
        out.push_str(&format!("add_header {name} \"{value}\" always;\n"));
    }
    out.push_str(&format!(
        "add_header Cache-Control $guichet_cache always;\n\n# For the http block:\n# map $uri $guichet_cache {{\n\
         #     default \"{PAGES}\";\n#     ~\\.({})$ \"{OTHERS}\";\n",
        lasting().join("|")
    ));
    for folder in versioned(site) {
        out.push_str(&format!("#     ~^/{folder}/ \"{VERSIONED}\";\n"));
    }
    out.push_str("# }\n");
    out
}

fn caddy(site: &Site) -> String {
    let mut out = String::from("# For the site's block of the Caddyfile.\nheader {\n");
    for (name, value) in of_all(site) {
        out.push_str(&format!("    {name} \"{value}\"\n"));
    }
    out.push_str(&format!("    ?Cache-Control \"{PAGES}\"\n}}\n"));
    for folder in versioned(site) {
        out.push_str(&format!(
            "header /{folder}/* Cache-Control \"{VERSIONED}\"\n"
        ));
    }
    out.push_str(&format!("header *.pdf Cache-Control \"{OTHERS}\"\n"));
    let names: Vec<&str> = site
        .config
        .precompressed
        .iter()
        .map(|encoding| match encoding.value {
            ContentEncoding::Gzip => "gzip",
            ContentEncoding::Brotli => "br",
        })
        .collect();
    let precompressed = match names.is_empty() {
        true => String::new(),
        false => format!(" {{\n    precompressed {}\n}}", names.join(" ")),
    };
    out.push_str(&format!("file_server{precompressed}\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apache_is_told_of_each_kind_of_file_that_is_compressed() {
        let told = |has_data| apache_precompressed(ContentEncoding::Gzip, has_data);
        for ending in COMPRESSED.iter().chain(&DataFile::ENDINGS) {
            let is_data = DataFile::ENDINGS.contains(ending);
            let line = format!("<FilesMatch \"\\.{ending}\\.gz$\">");
            assert!(told(true).contains(&line), "{ending}");
            assert_eq!(told(false).contains(&line), !is_data, "{ending}");
        }
        assert!(told(true).contains("ForceType \"application/ld+json\""));
    }
}
