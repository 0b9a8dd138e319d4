//! Cuts at any moment.

use proptest::prelude::*;

use super::host::MemoryHost;
use super::{FileTexts, delivered, options, rank};
use crate::{CourierError, HostError, SendRank};

/// Sites of a few paths, whose contents are often the same, or of the same length.
fn site() -> impl Strategy<Value = FileTexts> {
    let path = prop::sample::select(vec![
        "index.html",
        "a.html",
        "b.html",
        "d/index.html",
        "d/e.html",
        "d/f/g.html",
        "h/i.css",
    ]);
    let content = prop::sample::select(vec!["un", "deux", "trois", "autre", "x"]);
    prop::collection::btree_map(
        path.prop_map(str::to_owned),
        content.prop_map(str::to_owned),
        0..7,
    )
}

/// What a site's file may be: any that was published at its path.
fn is_whole(seen: &FileTexts, versions: &[FileTexts], others: &FileTexts) -> bool {
    seen.iter().all(|(path, text)| {
        let published = versions
            .iter()
            .any(|version| version.get(path) == Some(text));
        published || others.get(path) == Some(text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Whatever is published and wherever it is cut: readers see whole files at each moment, what is not guichet's stays, and the next
    /// delivery that is not cut ends right.
    #[test]
    fn a_cut_delivery_is_gone_on_with(runs in prop::collection::vec((site(), prop::option::of(0usize..60)), 1..6), last in site()) {
        let host = MemoryHost::default();
        let others = super::files(&[("CNAME", "d’un autre")]);
        let mut versions: Vec<FileTexts> = Vec::new();
        let mut is_begun = false;
        for (site, cut) in &runs {
            versions.push(site.clone());
            host.cut_after(*cut);
            let done = delivered(site, &host, &options());
            if host.is_cut() {
                prop_assert!(done.is_ok() || matches!(done, Err(CourierError::Host(HostError::Cut(_)))), "{done:?}");
            } else {
                prop_assert!(done.is_ok(), "{done:?}");
                let mut expected = site.clone();
                if is_begun {
 expected.extend(others.clone());
}
                prop_assert_eq!(host.visible(), expected);
            }
            host.cut_after(None);
            // Once the folder is guichet's, somebody adds a file.
            if !is_begun && host.own().iter().any(|path| path.ends_with("head")) {
                is_begun = true;
                host.put("CNAME", "d’un autre");
            }
            for seen in host.seen() {
                prop_assert!(is_whole(&seen, &versions, &others), "{:?}", seen);
            }
        }
        let done = delivered(&last, &host, &options());
        prop_assert!(done.is_ok(), "{:?}", done);
        let mut expected = last.clone();
        if is_begun {
 expected.extend(others.clone());
}
        prop_assert_eq!(host.visible(), expected);
        // Nothing is left of what was cut.
        let own = host.own();
        let is_record = |path: &String| path.ends_with("/head") || path.contains("/list-");
        prop_assert!(own.iter().all(is_record) && own.len() <= 10, "{:?}", own);
        prop_assert!(!host.has_folder(".guichet-site/lock"));
        prop_assert!(host.parts().is_empty(), "{:?}", host.parts());
        // And the next one has nothing to do.
        host.received();
        let again = delivered(&last, &host, &options()).unwrap();
        prop_assert_eq!((again.sent.len(), again.deleted.len(), host.received()), (0, 0, 0));
    }

    /// The home page and the lists change after the pages that they lead to.
    #[test]
    fn lists_come_after_pages(old in site(), new in site()) {
        let host = MemoryHost::default();
        delivered(&old, &host, &options()).unwrap();
        host.seen();
        delivered(&new, &host, &options()).unwrap();
        for seen in host.seen() {
            let is_new = |path: &String| new.contains_key(path) && seen.get(path) == new.get(path);
            let later = new.keys().filter(|path| old.get(*path) != new.get(*path) && is_new(path));
            let latest = later.map(|path| rank(path)).max().unwrap_or(SendRank::Page);
            let earlier = new.keys().filter(|path| rank(path) < latest);
            prop_assert!(earlier.clone().all(is_new), "{:?}", seen);
            // What is gone is deleted last.
            let is_deleted = old.keys().any(|path| !new.contains_key(path) && !seen.contains_key(path));
            prop_assert!(!is_deleted || new.keys().all(is_new), "{:?}", seen);
        }
    }
}
