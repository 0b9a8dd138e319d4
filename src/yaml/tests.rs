//! What editors write, and what is read.

use proptest::prelude::*;

use super::slips::MendedText;
use super::*;

fn known(key: &str) -> bool {
    [
        "titre",
        "résumé",
        "canaux",
        "sur-place",
        "lieu",
        "coût",
        "pièces",
        "nom",
        "remarque",
        "vérifié",
    ]
    .contains(&key.trim().to_lowercase().replace('_', "-").as_str())
}

/// A tree as JSON, without positions.
fn plain(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Scalar(text) => text.as_str().into(),
        Value::Sequence(items) => items.iter().map(plain).collect(),
        Value::Mapping(entries) => {
            let name = |key: &Node| match &key.value {
                Value::Scalar(text) => text.clone(),
                other => format!("{other:?}"),
            };
            let entries = entries.iter();
            serde_json::Value::Object(entries.map(|(k, v)| (name(k), plain(v))).collect())
        }
    }
}

/// What is read of a text that contains no mistakes other than slips.
fn read_whole(text: &str) -> serde_json::Value {
    let reading = read(text, &known);
    assert_eq!(reading.errors, [], "{text}");
    plain(&reading.node)
}

#[test]
fn what_is_clear_is_read_as_it_was_meant() {
    for (written, meant) in [
        (
            "titre: Tract : non à la fin",
            r#"{"titre":"Tract : non à la fin"}"#,
        ),
        ("titre: Inscriptions :", r#"{"titre":"Inscriptions :"}"#),
        ("sur-place = mairie", r#"{"sur-place":"mairie"}"#),
        ("Sur_Place -> mairie", r#"{"Sur_Place":"mairie"}"#),
        ("titre: Aide #1", r#"{"titre":"Aide #1"}"#),
        ("titre: #1 des aides", r##"{"titre":"#1 des aides"}"##),
        ("titre: Aide # une remarque", r#"{"titre":"Aide"}"#),
        ("titre: \"Aide", r#"{"titre":"Aide"}"#),
        ("titre: \"Aide” ", r#"{"titre":"Aide"}"#),
        ("titre: “Aide”", r#"{"titre":"Aide"}"#),
        ("titre: « Aide »", r#"{"titre":"« Aide »"}"#),
        ("titre: \"Aide\" et plus", r#"{"titre":"\"Aide\" et plus"}"#),
        (
            "titre: 'Aide' et l'argent",
            r#"{"titre":"'Aide' et l'argent"}"#,
        ),
        (
            "titre: [Complet] Atelier",
            r#"{"titre":"[Complet] Atelier"}"#,
        ),
        ("titre: @mairie", r#"{"titre":"@mairie"}"#),
        (
            r#"titre: "Ouvrir C:\usagers""#,
            r#"{"titre":"Ouvrir C:\\usagers"}"#,
        ),
        ("titre: !Attention", r#"{"titre":"!Attention"}"#),
        ("titre: > 18 ans", r#"{"titre":"> 18 ans"}"#),
        ("titre: & Cie", r#"{"titre":"& Cie"}"#),
        ("coût: ?\nnom: A", r#"{"coût":"?","nom":"A"}"#),
        ("coût: *gratuit*", r#"{"coût":"gratuit"}"#),
        (
            "coût: **Gratuit** pour tous",
            r#"{"coût":"Gratuit pour tous"}"#,
        ),
        ("titre\u{a0}: Aide", r#"{"titre":"Aide"}"#),
        ("titre:\u{a0}Aide", r#"{"titre":"Aide"}"#),
        (
            "titre = Aide\ncoût; gratuit",
            r#"{"titre":"Aide","coût":"gratuit"}"#,
        ),
        (
            "titre: Aide\n canaux:\n   sur-place: mairie\n coût: 1",
            r#"{"titre":"Aide","canaux":{"sur-place":"mairie"},"coût":"1"}"#,
        ),
        (
            "**titre** : Aide\n« coût » : gratuit\n`nom`: A",
            r#"{"titre":"Aide","coût":"gratuit","nom":"A"}"#,
        ),
        (
            "titre: @mairie\n  # à revoir\ncoût: 1",
            r#"{"titre":"@mairie","coût":"1"}"#,
        ),
        (
            "**titre :** Aide\n« coût »： gratuit\n[nom]: A",
            r#"{"titre":"Aide","coût":"gratuit","nom":"A"}"#,
        ),
        ("? titre: Aide\ncoût: 1", r#"{"titre":"Aide","coût":"1"}"#),
        (
            "titre: Tract : non\nnom: &m Mairie\nlieu: *m",
            r#"{"titre":"Tract : non","nom":"Mairie","lieu":"Mairie"}"#,
        ),
        (
            "titre: Tract : non\npièces: [\"Photo [de face]\", 'l''été ] : 2', RIB]",
            r#"{"titre":"Tract : non","pièces":["Photo [de face]","l'été ] : 2","RIB"]}"#,
        ),
        (
            "pièces:\n  * Un livret\n  * *gratuit*\ncoût: 1",
            r#"{"pièces":["Un livret","gratuit"],"coût":"1"}"#,
        ),
        (
            "titre:Aide\ncoût:gratuit",
            r#"{"titre":"Aide","coût":"gratuit"}"#,
        ),
        (
            "canaux:\n\tsur-place:\n\t\t- lieu: mairie\n\t\t  nom: A\ncoût: 1",
            r#"{"canaux":{"sur-place":[{"lieu":"mairie","nom":"A"}]},"coût":"1"}"#,
        ),
        (
            "pièces:\n• Un livret\n• Une carte : à jour",
            r#"{"pièces":["Un livret",{"Une carte ":"à jour"}]}"#,
        ),
        (
            "pièces:\n  -Un livret\n  -Une carte",
            r#"{"pièces":["Un livret","Une carte"]}"#,
        ),
        (
            "pièces:\n  1. Un livret\n  2) Une carte",
            r#"{"pièces":["Un livret","Une carte"]}"#,
        ),
        (
            "pièces: - Un livret\n  - Une carte",
            r#"{"pièces":["Un livret","Une carte"]}"#,
        ),
        (
            "pièces:\n  - { nom: Un livret, remarque: récent\ncoût: 1",
            r#"{"pièces":[{"nom":"Un livret","remarque":"récent"}],"coût":"1"}"#,
        ),
        (
            "titre: 'Demander l'acte'\ncoût: 'L'été",
            r#"{"titre":"Demander l'acte","coût":"L'été"}"#,
        ),
        (
            "titre: \"Dire \"oui\" ou non\"",
            r#"{"titre":"Dire \"oui\" ou non"}"#,
        ),
        (
            "titre: \"Oui\" et \"non\"",
            r#"{"titre":"\"Oui\" et \"non\""}"#,
        ),
        ("titre: Aide\n  coût: 1", r#"{"titre":"Aide","coût":"1"}"#),
        (
            "titre: Aide\nrésumé: La carte\n  est gratuite : venez\ncoût: 1",
            r#"{"titre":"Aide","résumé":"La carte est gratuite : venez","coût":"1"}"#,
        ),
    ] {
        let meant: serde_json::Value = serde_json::from_str(meant).unwrap();
        let read = read_whole(written);
        let trimmed = serde_json::to_string(&read).unwrap().replace(" \":", "\":");
        let expected = serde_json::to_string(&meant)
            .unwrap()
            .replace(" \":", "\":");
        assert_eq!(trimmed, expected, "{written}");
    }
}

#[test]
fn what_yaml_reads_beside_a_slip_is_none() {
    let reading = read("titre: Aide : non\nnom: ?Aide\ncoût: ?\t1\nlieu: A", &known);
    let slips: Vec<&str> = reading.slips.iter().map(|slip| slip.kind.name()).collect();
    assert_eq!(slips, ["colon", "mark"]);
}

#[test]
fn what_is_yaml_is_read_as_yaml() {
    for text in [
        "a: &x [1, 2]\nb: *x\n",
        "a: &x Mairie\nb: *x\n",
        "a: |\n  -Une : ligne #1\n  • et\nb: >-\n  c: d\n",
        "a: 'l''aide : une'\nb: \"c: d #1\"\n",
        "a: [b, 'c: d',\n  e]\nf: {g: h,\n  i: j}\n",
        "- a\n- b: c\n  d: e\n- - f\n  - g\n",
        "a:            # une remarque\n  b: c\n",
        "? a\n: b\n",
        "a: [\"x\\\"'> {{ y }} ]]\", 'l''été: [x', c]\n",
        "a: [l'été, d'hiver]\n",
        "a: { b: \"x\\\"'> #1 <b>\", c: 'd }' }\n",
        "a: https://exemple.fr/#ancre\n",
        "a: \"b\n  c : d\"\ne: f\n",
    ] {
        let strict = parse(text).unwrap();
        let reading = read(text, &known);
        assert_eq!((reading.node, reading.slips), (strict, vec![]), "{text}");
    }
}

#[test]
fn a_line_that_is_no_field_is_called_so_and_an_item_is_not() {
    for (line, is_stray) in [("une ligne perdue", true), ("- un RIB", false)] {
        let reading = read(&format!("titre: Aide\n{line}\ncoût: gratuit"), &known);
        let kinds: Vec<_> = reading.errors.iter().map(|error| &error.kind).collect();
        let found = matches!(kinds[..], [YamlErrorKind::Syntax(YamlMistake::Stray, _)]);
        assert_eq!(found, is_stray, "{line}: {kinds:?}");
    }
}

#[test]
fn a_line_half_way_between_two_columns_belongs_to_neither() {
    let text = |blank: &str| format!("canaux:\n    sur-place: mairie\n{blank}coût: 1\n");
    assert!(!read(&text("  "), &known).errors.is_empty());
    let expected = serde_json::json!({ "canaux": { "sur-place": "mairie", "coût": "1" } });
    assert_eq!(read_whole(&text("   ")), expected);
}

#[test]
fn a_mistake_is_looked_for_beside_the_line_where_the_parser_stopped() {
    let text = "titre: Aide\nrésumé: Une aide\n]\ncoût: 1\nlieu: ici\nnom: \"Mairie\n";
    let at = text.find(']').unwrap();
    let found = YamlMistake::find(text, at, "unexpected");
    assert_eq!(found, (YamlMistake::Other, at..at));
    let near = text.replace("coût: 1", "coût: 1 : 2");
    let at = near.find("1 : 2").unwrap();
    let found = YamlMistake::find(&near, near.find(']').unwrap(), "unexpected");
    assert_eq!(found, (YamlMistake::Colon, at..at + "1 : 2".len()));
}

#[test]
fn a_mistake_hides_none_of_the_other_lines() {
    let text =
        "titre: Aide\nune ligne perdue\ncanaux:\n  sur-place: mairie\n ]: mal\ncoût: gratuit\n";
    let reading = read(text, &known);
    assert!(!reading.errors.is_empty());
    let read = plain(&reading.node);
    for (key, value) in [("titre", "Aide"), ("coût", "gratuit")] {
        assert_eq!(read[key], value, "{read}");
    }
}

proptest! {
    /// For any lines of what editors write: nothing panics, positions are within the text, and the corrected
    /// text reads the same and needs no further correction.
    #[test]
    fn mends_say_what_was_read(
        lines in proptest::collection::vec(
            ("( {0,4}|\t{1,2}|\u{a0})", "(- |-|• |1\\. |)", "(titre|lieu|coût|Une chose|\"a\"|)", "( :|: |:|\u{a0}: |)",
             "(|Aide|Aide : non|Aide #1|“Aide”|\"Aide|'a' b|\\[12,50\\]|\\{ nom: x|\\*gratuit\\*|\\||# rem|a\\]|é: \"x)"),
            1..8,
        ),
    ) {
        let text: String = lines
            .iter()
            .map(|(a, b, c, d, e)| format!("{a}{b}{c}{d}{e}\n"))
            .collect();
        let reading = read(&text, &known);
        let mut spans: Vec<_> = reading.errors.iter().map(|error| error.span.clone()).collect();
        spans.extend(reading.slips.iter().flat_map(|slip| slip.edits.iter().map(|edit| edit.span.clone())));
        spans.push(reading.node.span.clone());
        for span in spans {
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
        }
        // A text without any field is not front matter.
        if reading.errors.is_empty() && matches!(reading.node.value, Value::Mapping(_)) {
            let mended = MendedText::new(&text, &reading.slips);
            let again = read(&mended.text, &known);
            prop_assert_eq!(&again.errors, &vec![], "{}", &mended.text);
            prop_assert_eq!(plain(&again.node), plain(&reading.node), "{:?} and {:?}", &text, &mended.text);
            let left: Vec<_> = again.slips.iter().filter(|slip| slip.kind != SlipKind::Space).collect();
            prop_assert!(left.is_empty(), "{:?}: {:?}", &mended.text, left);
        }
    }
}

#[test]
fn aliases_that_multiply_are_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..10 {
        let previous = format!("*a{}", level - 1);
        let list = vec![previous; 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{list}]\n"));
    }
    assert_eq!(parse(&bomb).unwrap_err().kind, YamlErrorKind::TooLarge);
}

#[test]
fn what_is_too_deep_is_left_out() {
    let below: String = (0..300)
        .map(|level| format!("{}k{level}:\n", "  ".repeat(level)))
        .collect();
    let reading = read(&format!("a: 1\n{below}z: 2\n"), &known);
    let kinds: Vec<_> = reading.errors.iter().map(|error| &error.kind).collect();
    assert_eq!(kinds, [&YamlErrorKind::TooDeep]);
    assert_eq!(reading.lost, ["k0"]);
    let Value::Mapping(entries) = &reading.node.value else {
        panic!("a mapping")
    };
    assert_eq!(entries.len(), 3);
    // In brackets, and by names that stand for what is deep.
    let deep = |levels: usize| "[".repeat(levels) + "x" + &"]".repeat(levels);
    assert!(parse(&deep(32)).is_ok());
    assert_eq!(parse(&deep(33)).unwrap_err().kind, YamlErrorKind::TooDeep);
    let named = format!(
        "a: &a {}\nb: &b {}\nc: [*b]\n",
        deep(20),
        deep(20).replace('x', "*a")
    );
    assert_eq!(parse(&named).unwrap_err().kind, YamlErrorKind::TooDeep);
    let named = format!("a: &a {}\nb: {}\n", deep(12), deep(17).replace('x', "*a"));
    assert!(parse(&named).is_ok());
}

#[test]
fn scalars_keep_what_was_written() {
    let node = parse("number: 01 99 00 00 00\nform: 12100*02\nzero: 0123\n").unwrap();
    let Value::Mapping(entries) = node.value else {
        panic!("a mapping")
    };
    let values: Vec<_> = entries.iter().map(|(_, value)| &value.value).collect();
    let scalar = |text: &str| Value::Scalar(text.into());
    assert_eq!(
        values,
        [
            &scalar("01 99 00 00 00"),
            &scalar("12100*02"),
            &scalar("0123")
        ]
    );
}

#[test]
fn spans_are_bytes_of_the_text() {
    let text = "é: [à, ü]\n";
    let Value::Mapping(entries) = parse(text).unwrap().value else {
        panic!("a mapping")
    };
    assert_eq!(&text[entries[0].0.span.clone()], "é");
    assert_eq!(&text[entries[0].1.span.clone()], "[à, ü]");
}

/// A few fields at their positions.
struct SomeFields;

impl Vocabulary for SomeFields {
    fn is_key(&self, name: &str) -> bool {
        known(name) || matches!(name, "horaires" | "quand" | "thèmes")
    }

    fn under(&self, path: &[&str], name: &str) -> Under {
        match (path.last(), name) {
            (Some(&"sur-place"), "horaires" | "remarque") => Under::Field("lieu"),
            (Some(&"pièces"), "remarque" | "quand") => Under::Field("nom"),
            (Some(&"titre"), "coût" | "canaux" | "résumé") => Under::Beside,
            _ => Under::Unsure,
        }
    }

    fn is_list(&self, path: &[&str]) -> bool {
        path.last() == Some(&"pièces")
    }
}

#[test]
fn a_list_or_fields_below_a_text_are_never_a_part_of_it() {
    for (written, meant) in [
        (
            "pièces: voir la liste\n  - RIB\n  - Photo\ncoût: 1",
            r#"{"pièces":["voir la liste","RIB","Photo"],"coût":"1"}"#,
        ),
        (
            "pièces: la liste : ici\n  • RIB\n  • Photo",
            r#"{"pièces":["la liste : ici","RIB","Photo"]}"#,
        ),
        (
            "pièces: la liste,\n    entière\n  1. RIB\n  2. Photo",
            r#"{"pièces":["la liste, entière","RIB","Photo"]}"#,
        ),
        (
            "canaux:\n  sur-place: mairie\n    horaires: mardi 9h-12h\n    remarque: sonnez\ncoût: 1",
            r#"{"canaux":{"sur-place":{"lieu":"mairie","horaires":"mardi 9h-12h","remarque":"sonnez"}},"coût":"1"}"#,
        ),
        (
            "canaux:\n  sur-place: @mairie\n    horaires: mardi",
            r#"{"canaux":{"sur-place":{"lieu":"@mairie","horaires":"mardi"}}}"#,
        ),
        (
            "titre: @mairie\n  coût: 1",
            r#"{"titre":"@mairie","coût":"1"}"#,
        ),
        (
            "titre: \"Aide\" et plus\n  coût: 1",
            r#"{"titre":"\"Aide\" et plus","coût":"1"}"#,
        ),
        (
            "canaux:\n  sur-place : \"mairie\"\n    horaires: mardi",
            r#"{"canaux":{"sur-place":{"lieu":"mairie","horaires":"mardi"}}}"#,
        ),
        (
            "pièces:\n  - Photo\n    quand: premier\n  - RIB",
            r#"{"pièces":[{"nom":"Photo","quand":"premier"},"RIB"]}"#,
        ),
        (
            "pièces:\n  - Photo\n     remarque: récente\n  - RIB",
            r#"{"pièces":[{"nom":"Photo","remarque":"récente"},"RIB"]}"#,
        ),
        (
            "pièces:\n  - Photo d'identité : moins de 6 mois\n    (35 x 45 mm)\n  - RIB",
            r#"{"pièces":["Photo d'identité : moins de 6 mois (35 x 45 mm)","RIB"]}"#,
        ),
    ] {
        let reading = read(written, &SomeFields);
        assert_eq!(reading.errors, [], "{written}");
        let meant: serde_json::Value = serde_json::from_str(meant).unwrap();
        let found = plain(&reading.node).to_string().replace(" \":", "\":");
        assert_eq!(found, meant.to_string(), "{written}");
        let mended = MendedText::new(written, &reading.slips);
        let again = parse(&mended.text).unwrap();
        assert_eq!(plain(&again), plain(&reading.node), "{}", mended.text);
    }
}

#[test]
fn what_may_be_a_text_or_fields_is_told_and_left_as_it_is() {
    for (written, lost) in [
        (
            "thèmes: environnement\n  vie-locale: Vie locale\ncoût: 1",
            "thèmes",
        ),
        (
            "CCAS: Centre communal\n  - ATSEM : agent des écoles\ncoût: 1",
            "CCAS",
        ),
        (
            "CCAS: Centre communal\n  - agent des écoles\ncoût: 1",
            "CCAS",
        ),
        ("titre: gratuit\n  sauf: extérieurs 10 €\ncoût: 1", "titre"),
        ("titre: gratuit\n  coût: 10 €\n\ncoût: 1", "titre"),
        (
            "résumé: \"gratuit\"\n  sauf: extérieurs\n  mais: non\ncoût: 1",
            "résumé",
        ),
        (
            "résumé: On apporte\n  * un RIB\n  * une photo\ncoût: 1",
            "résumé",
        ),
    ] {
        let reading = read(written, &SomeFields);
        assert_eq!(reading.errors.len(), 1, "{written}: {reading:?}");
        assert_eq!(reading.lost, [lost], "{written}");
        assert_eq!(reading.slips, [], "{written}");
        assert_eq!(plain(&reading.node)["coût"], "1", "{written}");
        assert!(plain(&reading.node)[lost].is_null(), "{written}");
    }
}

/// Each is YAML already.
#[test]
fn marks_around_a_known_key_are_no_part_of_it() {
    for (written, meant) in [
        ("« résumé » : Une aide.", r#"{"résumé":"Une aide."}"#),
        ("_titre_ : Aide", r#"{"titre":"Aide"}"#),
        ("[titre] : Aide", r#"{"titre":"Aide"}"#),
        // Another name stays as it is.
        ("« bilan » : Une aide.", r#"{"« bilan »":"Une aide."}"#),
    ] {
        assert!(parse(written).is_ok(), "{written}");
        let meant: serde_json::Value = serde_json::from_str(meant).unwrap();
        assert_eq!(read_whole(written), meant, "{written}");
    }
}

#[test]
fn a_quotation_of_two_lines_may_have_a_comment_after_it() {
    for written in [
        "titre: \"Une aide\n  à tous\" # à revoir",
        "titre: \"Une aide\n  à # tous\"",
        "titre: 'Une aide\n  à tous' # à revoir\ncoût: 1",
    ] {
        let reading = read(written, &known);
        assert_eq!(reading.slips, [], "{written}");
        assert_eq!(reading.errors, [], "{written}");
    }
}

/// A colon in a quotation or between braces ends no key.
#[test]
fn a_value_with_a_colon_in_it_has_its_key_before_it() {
    for (written, meant) in [
        (
            "titre:\"Aide : pour tous\"",
            r#"{"titre":"Aide : pour tous"}"#,
        ),
        (
            "canaux:\n  - lieu:mairie\n",
            r#"{"canaux":[{"lieu":"mairie"}]}"#,
        ),
        (
            "titre: Aide # à revoir\n  # Relu\n coût: 1",
            r#"{"titre":"Aide","coût":"1"}"#,
        ),
        (
            "titre = \"Aide : pour tous\"",
            r#"{"titre":"Aide : pour tous"}"#,
        ),
        (
            "lieu; { nom: Mairie, coût: 1 }",
            r#"{"lieu":{"nom":"Mairie","coût":"1"}}"#,
        ),
        (
            "lieu:{ nom: Mairie }\ncoût: 1",
            r#"{"lieu":{"nom":"Mairie"},"coût":"1"}"#,
        ),
    ] {
        let meant: serde_json::Value = serde_json::from_str(meant).unwrap();
        assert_eq!(read_whole(written), meant, "{written}");
    }
    // Braces without a sign before them are no value.
    let reading = read("titre: Tract : non\nlieu { nom: Mairie }\n", &known);
    let kinds: Vec<_> = reading.errors.iter().map(|error| &error.kind).collect();
    assert!(
        matches!(kinds[..], [YamlErrorKind::Syntax(YamlMistake::NoColon, _)]),
        "{kinds:?}"
    );
}

#[test]
fn a_comment_is_never_to_blame() {
    let text = "titre: Aide\n# à revoir\n  ? lieu, mairie\ncoût: 1\n";
    let errors = read(text, &known).errors;
    assert!(!errors.is_empty());
    for error in errors {
        assert!(!text[error.span].contains('#'));
    }
}
