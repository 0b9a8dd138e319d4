//! What readers are told of a page that the source and an editor have changed.

use super::*;
use crate::import::news::{NewsPoint, PageNews};

const FICHE: &str = "---\ntitre: Une carte\nvérifié: 2026-01-01\n---\n\n## Le coût\n\nLa carte coûte 5 € par an.\n\n\
                     ## Le lieu\n\nLa carte se demande ici.\n\n## Le délai\n\nUne semaine.\n";

/// What is told after an editor and the source have each changed the page.
fn news(mine: &str, theirs: &str) -> (PageNews, String) {
    let folder = folder();
    let root = folder.path();
    take(root, &import(&[("a.md", FICHE)]));
    write(root, A, mine);
    let changes = changes(root, &import(&[("a.md", theirs)]));
    let [news]: [PageNews; 1] = changes.news.clone().try_into().unwrap();
    changes.write(root, "essai").unwrap();
    (news, text(root, A))
}

fn source() -> String {
    FICHE
        .replace("2026-01-01", "2026-02-01")
        .replace("Une carte", "La carte de tous")
        .replace("5 €", "7 €")
        .replace("se demande ici", "se demande là")
}

#[test]
fn readers_are_told_what_has_changed_on_the_page() {
    let part = |title: &str| NewsPoint::Part(title.to_owned());
    let value = NewsPoint::Value("5 €".to_owned(), "7 €".to_owned());
    let (found, _) = news(FICHE, &source());
    let title = NewsPoint::Title("Une carte".to_owned());
    let all = [title, part("Le coût"), value.clone(), part("Le lieu")];
    assert_eq!(found.seen, all);
    assert_eq!(
        (found.points, found.title.as_str()),
        (found.seen, "La carte de tous")
    );

    // The editor's title stays, and the deleted part stays so.
    let mine = FICHE
        .replace("Une carte", "Ma carte")
        .replace("## Le lieu\n\nLa carte se demande ici.\n\n", "");
    let (found, after) = news(&mine, &source());
    assert!(!after.contains("\n## Le lieu"), "{after}");
    assert_eq!(found.seen, [part("Le coût"), value]);
    assert_eq!(found.title, "Ma carte");
    assert!(found.is_for_readers() && found.points.contains(&NewsPoint::Field("title")));
}

#[test]
fn what_shows_nowhere_is_no_news_for_readers() {
    // All that the source has changed is in comments.
    let mine = FICHE
        .replace("5 €", "6 €")
        .replace("Une carte", "Ma carte")
        .replace("demande ici", "demande partout");
    let (found, after) = news(&mine, &source());
    assert_eq!(after.matches("guichet import:").count(), 3, "{after}");
    assert_eq!(found.seen, []);
    assert!(!found.is_for_readers() && !found.points.is_empty());
    let draft = FICHE.replace("vérifié", "brouillon: oui\nvérifié");
    assert!(!news(&draft, &source()).0.is_for_readers());
    // A day alone.
    let (found, _) = news(FICHE, &FICHE.replace("2026-01-01", "2026-02-01"));
    assert_eq!((found.points, found.seen), (Vec::new(), Vec::new()));
}
