//! What is not guichet's, and who else publishes.

use super::host::MemoryHost;
use super::{delivered, files, options};
use crate::records::OWN_FOLDER;
use crate::{CourierError, LockOwner};

#[test]
fn only_what_changed_is_sent_and_only_what_was_sent_is_deleted() {
    let host = MemoryHost::default();
    let site = files(&[
        ("index.html", "accueil"),
        ("guides/a.html", "un"),
        ("guides/b.html", "deux"),
    ]);
    let first = delivered(&site, &host, &options()).unwrap();
    assert_eq!((first.sent.len(), first.spared), (3, 0));
    assert_eq!(host.visible(), site);
    host.put("robots.txt", "d’un autre");
    host.put("guides/note.txt", "d’un autre");
    host.received();

    let again = delivered(&site, &host, &options()).unwrap();
    assert_eq!((again.sent.len(), again.spared, host.received()), (0, 3, 0));

    let site = files(&[
        ("index.html", "accueil"),
        ("guides/b.html", "trois"),
        ("c/c.html", "quatre"),
    ]);
    let third = delivered(&site, &host, &options()).unwrap();
    assert_eq!(third.sent, ["c/c.html", "guides/b.html"]);
    assert_eq!(third.deleted, ["guides/a.html"]);
    let mut expected = site;
    expected.insert("robots.txt".to_owned(), "d’un autre".to_owned());
    expected.insert("guides/note.txt".to_owned(), "d’un autre".to_owned());
    assert_eq!(host.visible(), expected);

    // A folder of which nothing is left goes, and one with somebody's file in it stays.
    let site = files(&[("index.html", "accueil")]);
    delivered(&site, &host, &options()).unwrap();
    assert!(!host.has_folder("c") && host.has_folder("guides"));
}

#[test]
fn what_is_not_guichets_is_refused() {
    let site = files(&[("index.html", "accueil"), ("a.html", "un")]);
    let host = MemoryHost::with(&[("photo.jpg", "x"), ("index.php", "x")]);
    let refused = delivered(&site, &host, &options());
    assert!(
        matches!(&refused, Err(CourierError::NotOurs(names)) if *names == ["index.php", "photo.jpg"]),
        "{refused:?}"
    );
    assert!(host.own().is_empty());

    let host = MemoryHost::default();
    delivered(&site, &host, &options()).unwrap();
    host.put("b.html", "d’un autre");
    let mut more = site.clone();
    more.insert("b.html".to_owned(), "de guichet".to_owned());
    let refused = delivered(&more, &host, &options());
    assert!(
        matches!(&refused, Err(CourierError::Occupied(path)) if path == "b.html"),
        "{refused:?}"
    );
    assert_eq!(host.visible()["b.html"], "d’un autre");
}

/// Many copied `public/` there by hand until now, with the list of what is in it.
#[test]
fn what_was_copied_by_hand_is_taken_over() {
    let list = "Made by guichet: …\na.html\nold.html\n";
    let host = MemoryHost::with(&[
        (".guichet", list),
        ("a.html", "un"),
        ("old.html", "x"),
        ("CNAME", "y"),
    ]);
    let site = files(&[("a.html", "deux")]);
    delivered(&site, &host, &options()).unwrap();
    assert_eq!(host.visible(), files(&[("a.html", "deux"), ("CNAME", "y")]));
}

#[test]
fn a_record_that_is_damaged_or_leads_elsewhere_is_not_read() {
    let site = files(&[("a.html", "un")]);
    let host = MemoryHost::default();
    delivered(&site, &host, &options()).unwrap();
    let list = host
        .own()
        .into_iter()
        .find(|path| path.contains("list-"))
        .unwrap();
    host.damage(&list);
    let refused = delivered(&site, &host, &options());
    assert!(
        matches!(refused, Err(CourierError::Unread(_))),
        "{refused:?}"
    );

    let text = "? ../autre/index.html\n";
    let hash = blake3::hash(text.as_bytes()).to_hex();
    host.put(&format!("{OWN_FOLDER}/list-{}", &hash[..32]), text);
    host.put(
        &format!("{OWN_FOLDER}/head"),
        &format!("guichet 1\nlist {}\n", &hash[..32]),
    );
    let refused = delivered(&site, &host, &options());
    assert!(
        matches!(refused, Err(CourierError::Unread(_))),
        "{refused:?}"
    );
    host.put(&format!("{OWN_FOLDER}/head"), "guichet 2\n");
    let refused = delivered(&site, &host, &options());
    assert!(
        matches!(refused, Err(CourierError::Unread(_))),
        "{refused:?}"
    );
}

#[test]
fn somebody_else_who_publishes_is_waited_for() {
    let host = MemoryHost::default();
    delivered(&files(&[("a.html", "un")]), &host, &options()).unwrap();
    // Cut in the middle: the lock stays.
    let site = files(&[("a.html", "deux")]);
    host.cut_after(Some(12));
    delivered(&site, &host, &options()).unwrap_err();
    host.cut_after(None);
    assert!(host.has_folder(&format!("{OWN_FOLDER}/lock")));
    let mut other = options();
    other.owner = LockOwner {
        id: "autre".to_owned(),
        words: "Camille".to_owned(),
    };
    let refused = delivered(&site, &host, &other);
    assert!(
        matches!(&refused, Err(CourierError::Locked(words)) if words == "essai"),
        "{refused:?}"
    );
    // Who was cut goes on at once; after a quarter of an hour of silence, anybody may.
    host.put(
        &format!("{OWN_FOLDER}/lock/owner"),
        "essai\n1000000000\nessai\n",
    );
    delivered(&site, &host, &other).unwrap();
    assert_eq!(host.visible(), site);
    assert!(!host.has_folder(&format!("{OWN_FOLDER}/lock")));
}

/// Many deliveries leave few lists.
#[test]
fn lists_are_made_one_again() {
    let host = MemoryHost::default();
    let mut site: super::FileTexts = (0..200)
        .map(|i| (format!("p{i}.html"), i.to_string()))
        .collect();
    for turn in 0..60 {
        site.insert("p7.html".to_owned(), format!("tour {turn}"));
        site.remove(&format!("p{}.html", 100 + turn));
        delivered(&site, &host, &options()).unwrap();
        assert!(host.own().len() <= 12, "{:?}", host.own());
        assert_eq!(host.visible(), site);
    }
    assert_eq!(
        delivered(&site, &host, &options()).unwrap().spared,
        site.len()
    );
}
