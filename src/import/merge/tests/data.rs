//! What an import does to data that an editor has changed, and to records of its own.

use super::*;

const GLOSSARY: &str = "content/guides/glossary.yaml";

/// An import of a glossary.
fn glossary(text: &str) -> Import {
    import(&[("glossary.yaml", text)])
}

#[test]
fn each_conflict_in_data_is_counted() {
    let folder = folder();
    let root = folder.path();
    let base = "A: un\nB: deux\nC: trois\n";
    take(root, &glossary(base));
    let mine = base.replace("un", "un, ici").replace("deux", "deux, ici");
    write(root, GLOSSARY, mine);
    let second = glossary("A: 1\nB: 2\nC: trois\n");
    take(root, &second);
    let places = [format!("{GLOSSARY}:2"), format!("{GLOSSARY}:4")];
    assert_eq!(changes(root, &second).unsettled, places);
}

#[test]
fn what_cannot_be_merged_is_told_and_waits() {
    let folder = folder();
    let root = folder.path();
    take(root, &glossary("A: un\nB: deux\n"));
    write(root, GLOSSARY, "A: un, ici\n---\nB: deux\n");
    let second = glossary("A: un\nB: 2\n");
    for _ in 0..2 {
        let waiting = changes(root, &second);
        assert_eq!(told(&waiting), [format!("k {GLOSSARY}")]);
        let [conflict]: [Diagnostic; 1] = waiting.conflicts.clone().try_into().unwrap();
        assert_eq!(conflict.location.line_and_column(), Some((2, 1)));
        waiting.write(root, "essai").unwrap();
    }
    write(root, GLOSSARY, "A: un, ici\nB: deux\n");
    take(root, &second);
    assert_eq!(text(root, GLOSSARY), "A: un, ici\nB: 2\n");
    assert_eq!(changes(root, &second).conflicts, []);

    // Bytes that are no text.
    take(root, &import(&[("a.md", PAGE)]));
    write(root, A, [PAGE.as_bytes(), b"\n\x81\x8d\xff\n"].concat());
    let second = import(&[("a.md", &PAGE.replace("Deux.", "Trois."))]);
    let waiting = changes(root, &second);
    assert_eq!(
        (waiting.conflicts.len(), told(&waiting)),
        (1, vec![format!("k {A}")])
    );
    waiting.write(root, "essai").unwrap();
    write(root, A, format!("{PAGE}\nQuatre.\n"));
    take(root, &second);
    assert_eq!(
        text(root, A),
        format!("{PAGE}\nQuatre.\n").replace("Deux.", "Trois.")
    );
}

#[test]
fn a_record_says_what_the_import_did() {
    let folder = folder();
    let root = folder.path();
    let path = "records/imports/essai-choice.csv";
    let asked = |code: &str| {
        let mut import = import(&[("a.md", PAGE)]);
        let text = format!("option,value\ncommune,{code}\n");
        import.files.insert(path.to_owned(), text.into());
        import
    };
    take(root, &asked("1"));
    write(root, path, "option,value\ncommune,2\ncommune,3\n");
    take(root, &asked("4"));
    assert_eq!(text(root, path), "option,value\ncommune,4\n");
    fs::remove_file(root.join(path)).unwrap();
    let again = changes(root, &asked("5"));
    assert_eq!(told(&again), [format!("+ {path}"), "= 1".to_owned()]);
    again.write(root, "essai").unwrap();
    assert_eq!(told(&changes(root, &asked("5"))), ["= 2"]);
}
