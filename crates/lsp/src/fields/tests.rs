use proptest::prelude::*;

use super::*;

/// The place of `|` in a text.
fn place(marked: &str) -> Option<(Vec<String>, FieldPart, String, Vec<String>)> {
    let at = marked.find('|').unwrap();
    let text = marked.replacen('|', "", 1);
    let found = field_place(&text, &(0..text.len()), at)?;
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    Some((
        owned(found.path),
        found.part,
        text[found.span].to_owned(),
        owned(found.siblings),
    ))
}

fn assert_place(marked: &str, path: &[&str], part: FieldPart, word: &str, siblings: &[&str]) {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let wanted = (owned(path), part, word.to_owned(), owned(siblings));
    assert_eq!(place(marked), Some(wanted), "{marked}");
}

const ROUTES: &str = "titre: A\ncanaux:\n  sur-place:\n    - lieu: mairie\n      rdv: oui\n      @\n    - lieu: b\n  papier:\nsource: x\n";

#[test]
fn keys_have_the_others_of_their_record() {
    use FieldPart::{Item, Key, Value};
    assert_place(
        "titre: A\nr|\nthème: b\n",
        &[],
        Key,
        "r",
        &["titre", "thème"],
    );
    assert_place("titre: A\n|\n", &[], Key, "", &["titre"]);
    assert_place("ti|tre: A\n", &[], Key, "titre", &[]);
    let route = ["canaux", "sur-place"];
    let within = |typed: &str| ROUTES.replacen('@', typed, 1);
    assert_place(&within("ho|"), &route, Key, "ho", &["rdv", "lieu"]);
    assert_place(&within("|"), &route, Key, "", &["rdv", "lieu"]);
    let hours = ["canaux", "sur-place", "horaires"];
    assert_place(&within("horaires: lu|"), &hours, Value, "lu", &[]);
    let list = "voies:\n- |\n";
    assert_place(list, &["voies"], Item, "", &[]);
    assert_place("mots:\n  - a\n  - b c|\n", &["mots"], Item, "b c", &[]);
    // A comment is no place.
    assert_eq!(place("# tit|\n"), None);
}

#[test]
fn brackets_on_one_line_are_records_and_lists() {
    use FieldPart::{Item, Key, Value};
    assert_place("mots: [a, b|, c]\n", &["mots"], Item, "b", &[]);
    assert_place(
        "papier: { lieu: x, re|\n",
        &["papier"],
        Key,
        "re",
        &["lieu"],
    );
    let phone = "téléphone: [{ numéro: 3939, prix: gr| }]\n";
    assert_place(
        phone,
        &["téléphone", "prix"],
        Value,
        "gr",
        &["numéro", "prix"],
    );
    assert_place(
        "titre: \"a, {b: |c\"\n",
        &["titre"],
        Value,
        "\"a, {b: c\"",
        &[],
    );
    assert_place(
        "titre: Un mot (a, b|)\n",
        &["titre"],
        Value,
        "Un mot (a, b)",
        &[],
    );
    assert_place("titre: |\n", &["titre"], Value, "", &[]);
    assert_place("titre:|\n", &["titre"], Value, "", &[]);
}

proptest! {
    /// Whatever is typed, each byte has a place of bytes of the text around it, or none.
    #[test]
    fn nothing_typed_stops_it(text in "([a-c]{0,2}|[ \\-:#\\[\\]{},\"'|>é]|\n|: |- ){0,24}", at in 0usize..40) {
        let at = text.floor_char_boundary(at);
        if let Some(place) = field_place(&text, &(0..text.len()), at) {
            prop_assert!(place.span.start <= at && at <= place.span.end);
            prop_assert!(text.get(place.span).is_some());
        }
    }
}
