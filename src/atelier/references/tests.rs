//! Who names what in a small site.

use std::fs;

use super::*;
use crate::project::Project;
use crate::site::Extent;

const SITE: &[(&str, &str)] = &[
    (
        "guichet.yaml",
        "titre: Essai\nlangues: [fr, en]\néditeur: mairie\nlogo: photos/logo.png\n",
    ),
    (
        "content/guides/carte.md",
        "---\ntitre: Carte\nthème: papiers\ncanaux:\n  sur-place: [{ lieu: mairie }]\n---\n![Plan](../photos/le%20plan.png)\n",
    ),
    (
        "content/guides/carte.en.md",
        "---\ntitle: Card\n---\n[Help](../aide.md#x)\n",
    ),
    (
        "content/guides/passeport.md",
        "---\ntitre: Passeport\ncanaux: { courrier: { envoyer-à: caf } }\n---\n![](organization:mairie) [a](https://a.test/aide.md)\n",
    ),
    (
        "content/guides/passeport.local.md",
        "Voir [l’aide](../aide.md), [le formulaire](../photos/f.pdf).\n",
    ),
    (
        "content/aide.md",
        "---\ntitre: Aide\n---\n[Aide](aide.md)\n",
    ),
    (
        "content/organizations/mairie.md",
        "---\nnom: Mairie\ntype: mairie\nadresse: 1 rue du Port, 35000 Villefictive\n---\n",
    ),
    (
        "content/organizations/mairie.en.md",
        "---\nname: Town hall\n---\n",
    ),
    (
        "content/organizations/caf-a.md",
        "---\nnom: A\ntype: caf\nfait-partie-de: mairie\nadresse: 1 rue du Port, 35000 Villefictive\n---\n",
    ),
    (
        "content/organizations/caf-b.md",
        "---\nnom: B\ntype: caf\nadresse: 1 rue du Port, 35000 Villefictive\n---\n",
    ),
    ("content/themes.yaml", "papiers: Papiers\n"),
];

#[test]
fn who_names_what_is_gone_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (path, text) in SITE {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    }
    let (site, _) = Project::read(root).site(Extent::default());
    let references = References::of(&site);
    let left = |files: &[&str]| {
        let files: Vec<String> = files.iter().map(|file| format!("content/{file}")).collect();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let left = references.left_without(&site, root, &files);
        let paths = left.iter().map(|namer| namer.path(&site));
        let names = paths.map(|path| path.rsplit('/').next().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    // An organization goes with its last translation.
    let both = ["organizations/mairie.md", "organizations/mairie.en.md"];
    assert_eq!(left(&both[1..]), [""; 0]);
    assert_eq!(
        left(&both),
        ["guichet.yaml", "carte.md", "passeport.md", "caf-a.md"]
    );
    // Another office of its kind is still there.
    assert_eq!(left(&["organizations/caf-a.md"]), [""; 0]);
    let offices = ["organizations/caf-a.md", "organizations/caf-b.md"];
    assert_eq!(left(&offices), ["passeport.md"]);
    // A page does not miss itself; a local note belongs to its page.
    assert_eq!(left(&["aide.md"]), ["carte.en.md", "passeport.md"]);
    assert_eq!(left(&["aide.md", "guides/carte.en.md"]), ["passeport.md"]);
    assert_eq!(left(&["photos/le plan.png"]), ["carte.md"]);
    assert_eq!(left(&["photos/f.pdf"]), ["passeport.md"]);
    assert_eq!(left(&["photos/logo.png"]), ["guichet.yaml"]);
    assert_eq!(left(&["themes.yaml"]), ["carte.md"]);
    assert_eq!(left(&["guides/passeport.md"]), [""; 0]);
}
