//! Pages renamed in a small site, and what leads to them then.

use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostics::{Code, Diagnostic};
use crate::edit::MendError;
use crate::project::Project;
use crate::site::Extent;

const SITE: &[(&str, &str)] = &[
    (
        "guichet.yaml",
        "titre: Essai\nlangues: [fr, en]\néditeur: mairie # nous\n",
    ),
    (
        "content/guides/carte.md",
        "---\ntitre: Carte # relu\ncanaux:\n  sur-place: [{ lieu: mairie }]\n---\n[Passeport](passeport.md), [l’aide](../aide.md#suite).\n\n![](organization:mairie)\n\n## Suite\n",
    ),
    (
        "content/guides/carte.en.md",
        "---\ntitle: Card\n---\n[Carte](carte.md)\n",
    ),
    (
        "content/guides/carte.local.md",
        "Voir [l’aide](../aide.md).\n",
    ),
    (
        "content/guides/passeport.md",
        "---\ntitre: Passeport\nvoir-aussi:\n- carte.md # avant\ncanaux: { sur-place: [{ lieu: mairie }] }\n---\n[Carte](carte.md \"la carte\"), [encore][c], [carte.md](<carte.md#suite>), `carte.md`.\n\n[c]: carte.md#suite\n",
    ),
    (
        "content/aide.md",
        "---\ntitre: Aide\n---\n[Carte](guides/carte.md), [/](/guides/carte.md)\n\n## Suite\n",
    ),
    (
        "content/organizations/mairie.md",
        "---\nnom: Mairie\ntype: mairie\nadresse: 1 rue du Port, 35000 Villefictive\n---\n",
    ),
    (
        "content/organizations/annexe.md",
        "---\nnom: Annexe\ntype: mairie\nfait-partie-de: mairie\nadresse: 2 rue du Port, 35000 Villefictive\n---\n",
    ),
];

fn links_of(site: &Site, found: &[Diagnostic]) -> Vec<String> {
    let dead = [
        Code::DeadLink,
        Code::DeadAnchor,
        Code::UnknownOrganization,
        Code::DuplicateAddress,
    ];
    let checked = crate::checks::check(site, crate::checks::Scope::Publishing);
    let found = found
        .iter()
        .chain(&checked)
        .filter(|found| dead.contains(&found.code));
    found
        .map(|found| format!("{:?}", found.location.path()))
        .collect()
}

/// Writes what a renaming says, and returns the site that comes of it with its dead links.
fn renamed(from: &str, to: &str) -> (tempfile::TempDir, Site, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (path, text) in SITE {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    }
    let (site, found) = Project::read(root).site(Extent::default());
    assert_eq!(links_of(&site, &found), [""; 0]);
    let renaming = rename(&site, &References::of(&site), from, to).unwrap();
    assert_eq!(renaming.left, BTreeSet::new());
    // Somebody else's words are not lost.
    let first = renaming.fixes[0].file.path.clone();
    let before = read(root, &first);
    fs::write(root.join(&first), before.clone() + "\nPlus.").unwrap();
    let refused = renaming.write(root);
    assert!(
        matches!(refused, Err(HalfRenamed { why: MendError::Changed(path), .. }) if path == first)
    );
    assert!(
        renaming
            .moves
            .iter()
            .all(|(old, _)| root.join(old).exists())
    );
    fs::write(root.join(&first), before).unwrap();
    renaming.write(root).unwrap();
    let (site, found) = Project::read(root).site(Extent::default());
    let dead = links_of(&site, &found);
    (folder, site, dead)
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn links_and_the_earlier_address_lead_to_a_renamed_page() {
    let (folder, site, dead) = renamed(
        "content/guides/carte.md",
        "content/papiers/identité/carte.md",
    );
    let root = folder.path();
    assert_eq!(dead, [""; 0]);
    let page = "content/papiers/identité/carte.md";
    assert_eq!(
        read(root, page),
        "---\ntitre: Carte # relu\nanciennes-adresses:\n  - /guides/carte.html\ncanaux:\n  sur-place: [{ lieu: mairie }]\n---\n[Passeport](../../guides/passeport.md), [l’aide](../../aide.md#suite).\n\n![](organization:mairie)\n\n## Suite\n",
    );
    let english = read(root, "content/papiers/identité/carte.en.md");
    assert_eq!(
        english,
        "---\ntitle: Card\naliases:\n  - /en/guides/carte.html\n---\n[Carte](carte.md)\n"
    );
    assert_eq!(
        read(root, "content/papiers/identité/carte.local.md"),
        "Voir [l’aide](../../aide.md).\n"
    );
    let new = "../papiers/identit%C3%A9/carte.md";
    assert_eq!(
        read(root, "content/guides/passeport.md"),
        SITE[4]
            .1
            .replace("- carte.md", &format!("- {new}"))
            .replace("(carte.md", &format!("({new}"))
            .replace("<carte.md", &format!("<{new}"))
            .replace(": carte.md", &format!(": {new}"))
    );
    let aide = read(root, "content/aide.md");
    assert!(
        aide.contains(
            "[Carte](papiers/identit%C3%A9/carte.md), [/](/papiers/identit%C3%A9/carte.md)"
        ),
        "{aide}"
    );
    let moved = site.page_of_file(page).unwrap();
    assert!(site.page(moved).document.local.is_some());
}

#[test]
fn the_names_of_an_organization_follow_it() {
    let (folder, _, dead) = renamed(
        "content/organizations/mairie.md",
        "content/organizations/mairie-villefictive.md",
    );
    let root = folder.path();
    assert_eq!(dead, [""; 0]);
    assert_eq!(
        read(root, "guichet.yaml"),
        SITE[0].1.replace("mairie", "mairie-villefictive")
    );
    let guide = read(root, "content/guides/carte.md");
    assert!(
        guide.contains("{ lieu: mairie-villefictive }")
            && guide.contains("(organization:mairie-villefictive)"),
        "{guide}"
    );
    let part = read(root, "content/organizations/annexe.md");
    assert!(
        part.contains("fait-partie-de: mairie-villefictive\n") && part.contains("type: mairie\n"),
        "{part}"
    );
}

/// Every file of the site, with what it holds.
fn files(root: &Path) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name();
    let files = files.into_iter().map(|entry| {
        let entry = entry.unwrap();
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        (entry.path().display().to_string(), text)
    });
    files.collect()
}

#[test]
fn what_fails_halfway_is_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (path, text) in SITE {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    }
    let (site, _) = Project::read(root).site(Extent::default());
    let page = "content/guides/carte.md";
    let references = References::of(&site);
    let renaming = rename(&site, &references, page, "content/a/b/carte.md").unwrap();
    let before = files(root);
    // The last file to move is not there any more.
    let mut moves = renaming.clone();
    let gone = ("content/gone.md".to_owned(), "content/c/gone.md".to_owned());
    moves.moves.push(gone);
    let failed = moves.write(root).unwrap_err();
    assert!(matches!(&failed.why, MendError::Write(error) if error.path == "content/c/gone.md"));
    assert_eq!(failed.stuck, [""; 0]);
    assert_eq!(files(root), before);
    // Another program writes into the last file that changes.
    let last = renaming.fixes.last().unwrap().file.path.clone();
    fs::write(root.join(&last), "autre").unwrap();
    let before = files(root);
    let failed = renaming.write(root).unwrap_err();
    assert!(matches!(failed.why, MendError::Changed(path) if path == last));
    assert_eq!(files(root), before);
}

#[test]
fn an_address_that_a_page_gets_back_is_not_an_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let first = "content/guides/carte.md";
    let second = "content/guides/identite.md";
    fs::create_dir_all(root.join("content/guides")).unwrap();
    fs::write(root.join("guichet.yaml"), "titre: Essai\n").unwrap();
    fs::write(root.join(first), "---\ntitre: Carte\n---\n").unwrap();
    let earlier = |from: &str, to: &str| {
        let (site, _) = Project::read(root).site(Extent::default());
        let renaming = rename(&site, &References::of(&site), from, to).unwrap();
        renaming.write(root).unwrap();
        read(root, to)
    };
    let page = |address: &str| {
        format!("---\ntitre: Carte\nanciennes-adresses:\n  - /guides/{address}.html\n---\n")
    };
    assert_eq!(earlier(first, second), page("carte"));
    assert_eq!(earlier(second, first), page("identite"));
    assert_eq!(earlier(first, second), page("carte"));
}

#[test]
fn a_page_takes_no_other_place() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in SITE {
        fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
        fs::write(folder.path().join(path), text).unwrap();
    }
    let (site, _) = Project::read(folder.path()).site(Extent::default());
    let page = "content/guides/carte.md";
    let refused = |to: &str| rename(&site, &References::of(&site), page, to).unwrap_err();
    let taken = "content/guides/passeport.md".to_owned();
    assert_eq!(refused(&taken), RenameError::Taken(taken));
    for to in [
        "content/carte.txt",
        "content/../carte.md",
        "carte.md",
        "content/.md",
        "content/_index.md",
        "content/a.en.md",
    ] {
        assert_eq!(refused(to), RenameError::BadPath(to.to_owned()));
    }
    assert_eq!(
        rename(&site, &References::of(&site), page, page),
        Ok(Renaming::default())
    );
    let absent = "content/absent.md";
    assert_eq!(
        rename(&site, &References::of(&site), absent, page),
        Err(RenameError::NoPage(absent.to_owned()))
    );
}
