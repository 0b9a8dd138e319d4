//! Names that mean something to a system or a server, and so cannot be used for pages and files.

/// Whether a system reserves this file name for a device, whatever its extension: Windows does, on USB sticks
/// and shared folders too (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    // The length rules out nearly every name.
    if !(3..=7).contains(&stem.len()) {
        return false;
    }
    let stem = stem.to_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" => true,
        stem => {
            let number = stem
                .strip_prefix("com")
                .or_else(|| stem.strip_prefix("lpt"));
            let mut letters = number.unwrap_or_default().chars();
            let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
            letters.next().is_some_and(is_digit) && letters.next().is_none()
        }
    }
}

/// A slug that is safe as the name of a page or folder: `aux` becomes `aux-1`.
pub fn apart(slug: String) -> String {
    if is_device(&slug) { slug + "-1" } else { slug }
}

/// Files that configure servers, hosts and browsers.
const OF_SERVERS: &[&str] = &[
    "_headers",
    "_redirects",
    "_routes.json",
    "_worker.js",
    "ads.txt",
    "app-ads.txt",
    "browserconfig.xml",
    "clientaccesspolicy.xml",
    "cname",
    "crossdomain.xml",
    "favicon.ico",
    "firebase.json",
    "humans.txt",
    "manifest.json",
    "netlify.toml",
    "php.ini",
    "robots.txt",
    "security.txt",
    "service-worker.js",
    "serviceworker.js",
    "site.webmanifest",
    "sitemap.xml",
    "staticwebapp.config.json",
    "sw.js",
    "vercel.json",
    "web.config",
];

/// Whether a server, a host or a browser looks for configuration in a file of this name. All names with a
/// leading dot count: `.htaccess`, `.user.ini`, `.well-known`.
pub fn is_of_server(name: &str) -> bool {
    name.starts_with('.') || OF_SERVERS.contains(&name.to_lowercase().as_str())
}

/// Extensions of files that are not pages, besides those of documents and images: what browsers run or
/// servers read.
const NO_PAGES: &[&str] = &[
    "atom",
    "cfg",
    "conf",
    "config",
    "css",
    "env",
    "eot",
    "exe",
    "ico",
    "ini",
    "js",
    "json",
    "lock",
    "log",
    "map",
    "mjs",
    "otf",
    "rss",
    "sh",
    "sql",
    "toml",
    "ttf",
    "wasm",
    "webmanifest",
    "woff",
    "woff2",
    "xml",
    "xsl",
    "yaml",
    "yml",
];

/// Whether a page, or a redirect to one, may have this name: `greve`, `greve.html`, `article.php`,
/// `version-2.0`.
pub fn is_of_page(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = ending.to_lowercase();
    let known = [NO_PAGES, crate::files::IMAGES, crate::files::PUBLISHED];
    !is_of_server(name)
        && !known
            .iter()
            .any(|endings| endings.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_by_any_ending() {
        for name in [
            "con",
            "NUL.html",
            "aux.tar.gz",
            "Com1",
            "lpt³.txt",
            "conin$",
            "prn ",
        ] {
            assert!(is_device(name), "{name}");
        }
        for name in [
            "conseil",
            "com",
            "com12.html",
            "auxerre.html",
            "x.con",
            "",
            "compte",
            "coma.md",
        ] {
            assert!(!is_device(name), "{name}");
        }
        assert_eq!(apart("aux".to_owned()), "aux-1");
        assert_eq!(apart("conseil".to_owned()), "conseil");
    }

    #[test]
    fn what_servers_and_browsers_look_for_is_no_page() {
        for name in [
            ".htaccess",
            ".well-known",
            "Web.Config",
            "SW.js",
            "sitemap.xml",
            "_headers",
            "x.mjs",
            "plan.PDF",
            "CNAME",
        ] {
            assert!(!is_of_page(name), "{name}");
        }
        for name in [
            "greve",
            "greve.html",
            "spip.php",
            "version-2.0",
            "index.htm",
            "robots",
        ] {
            assert!(is_of_page(name), "{name}");
        }
    }
}
