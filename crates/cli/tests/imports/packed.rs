//! Sources that are packed, cut, in another encoding or without end: what is whole in them is imported, and of the rest an editor is told the
//! file and what to do. The library's tests of `import/stream` have those in bzip2.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::fiche;
use super::site::TestSite;

/// A town hall that serves the commune 35360.
fn office(at: usize) -> Value {
    json!({
        "id": format!("00000000-0000-4000-8000-{at:012}"),
        "nom": format!("Accueil n° {at} à Éclair"),
        "pivot": [{"type_service_local": "ccas", "code_insee_commune": ["35360"]}],
    })
}

fn directory(offices: &[Value]) -> Vec<u8> {
    json!({ "service": offices }).to_string().into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn utf16(bytes: &[u8], mark: bool) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    let units = mark
        .then_some(0xfeff)
        .into_iter()
        .chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// A tar of these entries: the kind, the name, the field of the size, and the bytes.
fn tar(entries: &[(u8, &str, String, &[u8])]) -> Vec<u8> {
    let mut tar = Vec::new();
    for (kind, name, size, bytes) in entries {
        let mut header = [0; 512];
        header[..name.len()].copy_from_slice(name.as_bytes());
        header[124..124 + size.len()].copy_from_slice(size.as_bytes());
        header[148..156].fill(b' ');
        header[156] = *kind;
        let sum: u64 = header.iter().map(|byte| u64::from(*byte)).sum();
        header[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
        tar.extend(header);
        tar.extend_from_slice(bytes);
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.extend([0; 1024]);
    tar
}

/// How many offices are imported from a source, and what is said.
fn imported(bytes: &[u8]) -> (usize, String) {
    let site = TestSite::new(&[]);
    site.write("source", bytes);
    let run = site.run(&[
        "import",
        "annuaire",
        "source",
        "--commune",
        "35360",
        "--all",
    ]);
    assert!(matches!(run.status, Some(0 | 1)), "{run:?}");
    let said = run.stdout + &run.stderr;
    assert!(!said.contains("panicked"), "{said}");
    let outside = site.path("").parent().unwrap().join("passwd.json");
    assert!(!outside.exists());
    let folder = site.path("content/organizations/annuaire");
    let pages = match folder.is_dir() {
        true => super::site::files(&folder).len() - 1,
        false => 0,
    };
    (pages, said)
}

#[test]
fn what_is_whole_in_a_damaged_archive_is_imported_and_the_rest_is_told() {
    const CUT: &str = "incomplet ou abîmé";
    const FORM: &str = "donnez le fichier";
    const ENCODING: &str = "enregistrez-le en UTF-8";
    let two = directory(&[office(1), office(2)]);
    let size = |bytes: &[u8]| format!("{:011o}", bytes.len());
    let list = tar(&[(b'0', "a.json", size(&two), &two)]);
    let long = |text: &str| {
        let mut office = office(2);
        office["adresse"] = Value::String(text.repeat(9_000_000 / text.len()));
        directory(&[self::office(1), office, self::office(3)])
    };
    let mut strings = office(1);
    for _ in 0..10 {
        strings["pivot"] = Value::String(strings["pivot"].to_string());
    }
    let mut nested = office(1);
    for _ in 0..10 {
        let within = nested["pivot"].clone();
        nested["pivot"] =
            json!([{"type_service_local": within, "pivot": within, "code_insee_commune": within}]);
    }
    let table = "id;nom;pivot\n1;Un;\"[{\"\"type_service_local\"\":\"\"ccas\"\",\"\"code_insee_commune\"\":[\"\"35360\"\"]}]\"\n";
    let row = |name: &str| table.lines().nth(1).unwrap().replacen("1;Un", name, 1) + "\n";
    for (name, bytes, pages, told) in [
        ("three layers", gzip(&gzip(&gzip(&two))), 2, ""),
        ("four layers", gzip(&gzip(&gzip(&gzip(&two)))), 0, FORM),
        ("a tar in a gzip", gzip(&list), 2, ""),
        ("a cut gzip", gzip(&two)[..60].to_vec(), 0, CUT),
        (
            "a gzip without its checksum",
            gzip(&two)[..gzip(&two).len() - 5].to_vec(),
            2,
            CUT,
        ),
        ("a cut header", list[..300].to_vec(), 0, FORM),
        ("a cut file", list[..490 + two.len()].to_vec(), 1, CUT),
        (
            "a cut file in a gzip",
            gzip(&list[..490 + two.len()]),
            1,
            CUT,
        ),
        (
            "an absurd size",
            tar(&[(b'0', "a.json", "77777777777".to_owned(), &two)]),
            2,
            CUT,
        ),
        (
            "a size that is none",
            tar(&[(b'0', "a.json", "-1".to_owned(), &two)]),
            0,
            CUT,
        ),
        (
            "a folder of an absurd size",
            tar(&[
                (b'5', "a", "77777777777".to_owned(), b""),
                (b'0', "a.json", size(&two), &two),
            ]),
            0,
            CUT,
        ),
        (
            "paths and links that lead elsewhere",
            tar(&[
                (b'2', "../../passwd.json", size(b""), b""),
                (b'1', "/etc/passwd", size(b""), b""),
                (b'0', "../passwd.json", size(&two), &two),
            ]),
            2,
            "",
        ),
        ("Latin-1", encode_latin(&two), 2, ""),
        ("UTF-16", utf16(&two, true), 0, ENCODING),
        ("UTF-16 without a mark", utf16(&two, false), 0, ENCODING),
        (
            "UTF-16, a table",
            utf16(table.as_bytes(), false),
            0,
            ENCODING,
        ),
        ("a text of 9 MB", long("x"), 2, "plus grand"),
        ("9 MB of brackets in a text", long("{["), 2, "plus grand"),
        (
            "texts in texts in texts",
            directory(&[strings, office(2)]),
            1,
            "",
        ),
        ("lists in lists", directory(&[nested, office(2)]), 1, ""),
        (
            "a mark in the middle of a cell",
            [table, &row("2;5\" pouces"), &row("3;Trois")]
                .concat()
                .into_bytes(),
            3,
            "",
        ),
        (
            "a mark that nobody closes",
            [table, &row("2;\"Deux"), &row("3;Trois").repeat(1000)]
                .concat()
                .into_bytes(),
            2,
            "",
        ),
    ] {
        let (found, said) = imported(&bytes);
        assert_eq!(found, pages, "{name}: {said}");
        assert!(said.contains(told), "{name}: {said}");
        assert!(told.is_empty() || said.contains("source"), "{name}: {said}");
    }
}

/// In one byte a letter.
fn encode_latin(bytes: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}

#[test]
fn a_guide_in_another_encoding_is_told_and_the_rest_is_imported() {
    let text = fiche(
        "F1",
        "<Texte><Paragraphe>Un été à Évreux, où l’œil</Paragraphe></Texte>",
    );
    let head = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".to_owned();
    for (name, bytes) in [
        (
            "Latin-1",
            encode_latin((head + &text.replace("l’œil", "tout")).as_bytes()),
        ),
        ("UTF-16", utf16(text.as_bytes(), true)),
        ("UTF-16 without a mark", utf16(text.as_bytes(), false)),
    ] {
        let site = TestSite::new(&[]);
        site.write("xml/F1.xml", bytes);
        let second = fiche("F2", "<Texte><Paragraphe>Deux</Paragraphe></Texte>");
        site.write("xml/F2.xml", second);
        let run = site.run(&["import", "service-public", "xml"]);
        let said = run.stdout + &run.stderr;
        assert!(said.contains("/F2.md"), "{name}: {said}");
        let told = said.contains("invalid-utf8") && said.contains("F1.xml");
        assert!(told, "{name}: {said}");
    }
}

#[test]
fn indexes_in_circles_and_chains_without_end_are_followed_once() {
    let site = TestSite::new(&[]);
    let many = 10_000;
    let link =
        |from: usize, to: usize| format!("<Redirection ancien=\"F{from}\" nouveau=\"F{to}\"/>");
    let chain: String = (2..many).map(|at| link(at, at + 1)).collect();
    let circle: String = (20_000..20_000 + many)
        .map(|at| link(at, 20_000 + (at + 1) % many))
        .collect();
    let last = link(many, 1);
    site.write(
        "xml/redirections.xml",
        format!("<Redirections>{chain}{last}{circle}</Redirections>"),
    );
    let own = "<ItemArbo ID=\"N1\"><Titre>A</Titre>".repeat(200) + &"</ItemArbo>".repeat(200);
    site.write(
        "xml/arborescence.xml",
        format!("<Arborescence ID=\"Arborescence\">{own}</Arborescence>"),
    );
    site.write(
        "xml/menu.xml",
        "<Menu><Noeud ID=\"N1\"><Noeud ID=\"N1\"/></Noeud></Menu>",
    );
    site.write("xml/idxDateModifImp.xml", "<a>".repeat(10_000));
    let text = "<Texte><Paragraphe><LienInterne LienPublication=\"F2\">Le début</LienInterne> et \
                <LienInterne LienPublication=\"F20000\">le cercle</LienInterne></Paragraphe></Texte>";
    site.write("xml/F1.xml", fiche("F1", text));
    let said = super::import_and_build(&site, "service-public", "xml");
    assert!(!said.contains("panicked"), "{said}");
    assert!(said.contains("idxDateModifImp.xml"), "{said}");
    let page = super::site::files(&site.path("content"))
        .into_iter()
        .find(|(path, _)| path.ends_with("F1.md"));
    let (_, page) = page.unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(
        page.contains("Le début") && page.contains("le cercle"),
        "{page}"
    );
}
