//! What becomes of the changes of both sides.

use std::collections::HashSet;

use super::*;
use proptest::prelude::*;

const BASE: &str = "---\ntitre: A\npublic:\n  - x\n---\n\nUn.\n\nDeux.\n\nTrois.\n";

fn merged(ours: &str, theirs: &str) -> String {
    merge(&marks(BASE), ours, theirs).text
}

#[test]
fn both_changes_are_kept() {
    let ours = BASE.replace("Deux.", "Deux, et plus.");
    let theirs = BASE
        .replace("titre: A", "titre: B")
        .replace("Trois.\n", "Trois.\n\nQuatre.\n");
    let expected = ours
        .replace("titre: A", "titre: B")
        .replace("Trois.\n", "Trois.\n\nQuatre.\n");
    assert_eq!(merged(&ours, &theirs), expected);
}

#[test]
fn where_both_change_one_passage_the_editor_stays_and_nothing_is_lost() {
    let ours = BASE.replace("Deux.", "Deux ici.");
    let theirs = BASE.replace("Deux.", "Deux là.");
    let expected = ours.replace(
        "Deux ici.\n",
        "Deux ici.\n\n<!-- guichet import:\nDeux là.\n-->\n",
    );
    assert_eq!(merged(&ours, &theirs), expected);
}

#[test]
fn a_key_that_both_change_is_told_in_the_front_matter() {
    let text = merged(
        &BASE.replace("titre: A", "titre: B"),
        &BASE.replace("titre: A", "titre: C"),
    );
    assert!(
        text.starts_with("---\ntitre: B\n# guichet import: titre: C\npublic:"),
        "{text}"
    );
}

/// The text of a page with these passages.
fn page(passages: &[&str]) -> String {
    format!("---\ntitre: A\n---\n\n{}\n", passages.join("\n\n"))
}

/// What the merge of three lists of passages says, without front matter.
fn passages(base: &[&str], ours: &[&str], theirs: &[&str]) -> Vec<String> {
    let base = marks(&page(base));
    let merged = merge(&base, &page(ours), &page(theirs));
    let text = merged
        .text
        .split_once("\n---\n\n")
        .unwrap()
        .1
        .trim()
        .to_owned();
    text.split("\n\n").map(str::to_owned).collect()
}

#[test]
fn changes_beside_each_other_are_both_taken() {
    for (base, ours, theirs, expected) in [
        // A note after a passage that the source changes, and before one.
        ("a b c", "a b N c", "a B c", "a B N c"),
        ("a b c", "a N b c", "a B c", "a N B c"),
        // Neighbours.
        ("a b c d", "a B c d", "a b C d", "a B C d"),
        ("a b c d", "a c d", "a b C d", "a C d"),
        // Several passages in a row, of which the source changes one that the editor has not.
        ("a b c d e", "a B c D e", "a b C d e", "a B C D e"),
        // Both add at the same place.
        ("a b", "a N b", "a S b", "a N S b"),
        ("a", "a #L N", "a S", "a S #L N"),
        ("a", "a N #L", "a S", "a N S #L"),
        ("a", "a S N", "a S", "a S N"),
        // The source cuts a passage in two; the editor adds a note behind it.
        ("a b c", "a b N c", "a b1 b2 c", "a b1 b2 N c"),
        // The editor has deleted a passage; the source adds one behind it.
        ("a b c", "a c", "a b S c", "a S c"),
        // Both move or delete the same.
        ("a b c", "a c b", "a c b", "a c b"),
        ("a b c", "a c", "a c", "a c"),
    ] {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let told = passages(&words(base), &words(ours), &words(theirs));
        assert_eq!(told, words(expected), "{base} | {ours} | {theirs}");
    }
}

#[test]
fn a_passage_that_the_editor_has_moved_is_changed_where_it_is() {
    for (base, ours, theirs, expected) in [
        ("a b c d", "c a b d", "a b C d", "C a b d"),
        ("a b c d", "c a b d", "a b d", "a b d"),
        ("a #b c d e", "#b c a d e", "a #b C d e", "#b C a d e"),
        ("a #b c d e", "#b c a d e", "a d e", "a d e"),
        // The source has moved it, too.
        ("a b c d e", "b a c d e", "a c d b e", "b a c d e"),
    ] {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let told = passages(&words(base), &words(ours), &words(theirs));
        assert_eq!(told, words(expected), "{base} | {ours} | {theirs}");
    }
}

#[test]
fn the_comment_is_beside_what_it_is_about() {
    // Of two parts that have changed places, the longer one counts as having stayed.
    let base = page(&["# q", "a", "b", "n", "# c", "d", "e", "# p", "l"]);
    let ours = ["# q", "A", "B", "# p", "l", "# c", "d", "e"];
    let theirs = page(&["# q", "a", "b 2", "n", "# c", "d", "e", "# p", "l"]);
    let merged = merge(&marks(&base), &page(&ours), &theirs);
    let mut expected = ours.to_vec();
    expected.insert(3, "<!-- guichet import:\nb 2\n-->");
    assert_eq!(merged.text, page(&expected));
}

#[test]
fn data_is_merged_entry_by_entry() {
    let path = "content/guides/glossary.yaml";
    let base = "R1:\n  mot: a\nR2:\n  mot: b\nR3:\n  mot: c\n";
    let ours = "# À nous\nR1:\n  mot: A\nR3:\n  mot: C\nmien:\n  mot: m\n";
    let theirs = "R1:\n  mot: a\nR2:\n  mot: b\nR3:\n  mot: cc\nR4:\n  mot: d\n";
    let merged = merge_file(path, &marks_of(path, base), ours, theirs);
    assert_eq!(
        merged.text,
        "# À nous\nR1:\n  mot: A\nR3:\n  mot: C\n# guichet import: R3:\n# guichet import:   mot: cc\nR4:\n  mot: d\nmien:\n  mot: m\n"
    );
    let conflict = merged.conflicts[0].at;
    assert!(
        merged.text[conflict..].starts_with("# guichet import: R3"),
        "{conflict}"
    );
    assert_eq!(names_of(path, &merged.text), ["R1", "R3", "R4", "mien"]);
    // Several documents in one file: nobody knows which is meant.
    let odd = "a: 1\n---\nb: 2\n";
    assert_eq!(
        merge_file(path, &marks_of(path, base), odd, theirs).text,
        odd
    );
}

#[test]
fn what_the_source_withdraws_around_an_editors_words_is_told() {
    let base = page(&["a", "# b", "c", "d"]);
    for (ours, theirs) in [
        // A passage that the editor has changed, a note in a part, a note at its end.
        (vec!["a", "# b", "C", "d"], vec!["a", "d"]),
        (vec!["a", "# b", "N", "c", "d"], vec!["a", "d"]),
        (vec!["a", "# b", "c", "N", "d"], vec!["a", "d"]),
    ] {
        let ours = page(&ours);
        let merged = merge(&marks(&base), &ours, &page(&theirs));
        assert_eq!(merged.text, ours);
        let [conflict] = merged.conflicts[..] else {
            panic!("{:?}", merged.conflicts);
        };
        assert!(conflict.is_withdrawn);
        assert!(ours[conflict.at..].starts_with(['C', 'N']), "{conflict:?}");
    }
    // The editor has deleted a part, to which the source adds something: it would be in the wrong place.
    let merged = merge(
        &marks(&base),
        &page(&["a", "d"]),
        &page(&["a", "# b", "c", "S", "d"]),
    );
    assert_eq!(
        merged.text,
        page(&["a", "<!-- guichet import:\nS\n-->", "d"])
    );
    assert_eq!(merged.conflicts.len(), 1);
}

#[test]
fn the_words_of_a_source_that_changes_again_replace_its_former_ones() {
    let base = page(&["a", "b", "c"]);
    let second = page(&["a", "b 2\n\nand -- more", "c"]);
    let ours = merge(&marks(&base), &page(&["a", "B", "c"]), &second).text;
    assert!(
        ours.contains("<!-- guichet import:\nb 2\n\nand -- more\n-->"),
        "{ours}"
    );
    assert_eq!(unsettled("a.md", &ours).len(), 1);
    let third = page(&["a", "b 3", "c"]);
    let again = merge(&marks(&second), &ours, &third);
    assert_eq!(
        again.text,
        page(&["a", "B", "<!-- guichet import:\nb 3\n-->", "c"])
    );
    assert_eq!(again.conflicts.len(), 1);
    // The source says what the editor says, or no longer says it.
    let agreed = merge(&marks(&third), &again.text, &page(&["a", "B", "c"]));
    assert_eq!(
        (agreed.text, agreed.conflicts),
        (page(&["a", "B", "c"]), vec![])
    );
    let gone = merge(&marks(&third), &again.text, &page(&["a", "c"]));
    assert_eq!(gone.text, page(&["a", "B", "c"]));
    assert!(gone.conflicts[0].is_withdrawn);
    // An editor who took the source's words.
    let taken = again
        .text
        .replace("B\n\n", "")
        .replace("<!-- guichet import:\n", "")
        .replace("\n-->", "");
    let next = merge(&marks(&third), &taken, &page(&["a", "b 4", "c"]));
    assert_eq!(
        (next.text, next.conflicts),
        (page(&["a", "b 4", "c"]), vec![])
    );
    // One whose comment was cut is an editor's words.
    let cut = again.text.replace("\n-->", "");
    let kept = merge(&marks(&third), &cut, &page(&["a", "b 4", "c"]));
    assert!(
        kept.text.contains("B\n\n<!-- guichet import:\nb 3"),
        "{}",
        kept.text
    );
}

#[test]
fn front_matter_is_merged_key_by_key() {
    let merged = |base: &str, ours: &str, theirs: &str| {
        let page = |keys: &str| format!("---\n{}---\n\nx\n", keys.replace('|', "\n"));
        let merged = merge(&marks(&page(base)), &page(ours), &page(theirs));
        let text = merged.text.strip_prefix("---\n").unwrap().to_owned();
        let front = text.split_once("---\n").unwrap().0.replace('\n', "|");
        (front, merged.conflicts.len())
    };
    for (base, ours, theirs, expected, conflicts) in [
        // Neighbours, another order, another language, a comment of the editor.
        (
            "titre: a|résumé: b|",
            "titre: A|résumé: b|",
            "titre: a|résumé: B|",
            "titre: A|résumé: B|",
            0,
        ),
        (
            "titre: a|résumé: b|",
            "résumé: b|titre: a|",
            "titre: A|résumé: b|",
            "résumé: b|titre: A|",
            0,
        ),
        (
            "titre: a|",
            "title: b|",
            "titre: c|",
            "title: b|# guichet import: titre: c|",
            1,
        ),
        (
            "titre: a|résumé: b|",
            "titre: a|# ici|résumé: b|",
            "titre: a|résumé: B|",
            "titre: a|# ici|résumé: B|",
            0,
        ),
        // Both add the same key, in different places.
        (
            "titre: a|nature: n|",
            "titre: a|coût: 1|nature: n|",
            "titre: a|nature: n|coût: 2|",
            "titre: a|coût: 1|# guichet import: coût: 2|nature: n|",
            1,
        ),
        // New keys of the source follow the one that they follow there.
        (
            "titre: a|nature: n|",
            "titre: a|nature: n|délai: 3|",
            "titre: a|résumé: r|nature: n|",
            "titre: a|résumé: r|nature: n|délai: 3|",
            0,
        ),
        // What either has deleted, the other having left it alone.
        (
            "titre: a|résumé: b|",
            "titre: a|",
            "titre: A|résumé: b|",
            "titre: A|",
            0,
        ),
        (
            "titre: a|résumé: b|",
            "titre: A|résumé: b|",
            "titre: a|",
            "titre: A|",
            0,
        ),
        // What one has deleted and the other changed.
        (
            "titre: a|résumé: b|",
            "titre: a|",
            "titre: a|résumé: B|",
            "titre: a|# guichet import: résumé: B|",
            1,
        ),
        (
            "titre: a|résumé: b|",
            "titre: a|résumé: B|",
            "titre: a|",
            "titre: a|résumé: B|",
            1,
        ),
        // Former words of the source give way to its new ones.
        (
            "titre: b|",
            "titre: A|# guichet import: titre: b|",
            "titre: c|",
            "titre: A|# guichet import: titre: c|",
            1,
        ),
        (
            "titre: b|",
            "titre: A|# guichet import: titre: b|",
            "titre: A|",
            "titre: A|",
            0,
        ),
    ] {
        // The comment of an editor belongs to the key before it, which then is the editor's.
        let told = merged(base, ours, theirs);
        assert_eq!(
            told,
            (expected.to_owned(), conflicts),
            "{base} {ours} {theirs}"
        );
    }
}

/// What a side does to a passage.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Nothing,
    Change,
    Delete,
    Add,
    AddHeading,
    Swap,
}

/// The passages after these deeds. `who` marks the new words.
fn done(passages: &[String], deeds: &[Deed], who: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        match deeds.get(at).copied().unwrap_or(Deed::Nothing) {
            Deed::Nothing => out.push(passage.clone()),
            Deed::Change => out.push(format!("{passage}-{who}")),
            Deed::Delete => {}
            Deed::Add => out.extend([passage.clone(), format!("{who}{at}")]),
            Deed::AddHeading => out.extend([format!("## {who}{at}"), passage.clone()]),
            Deed::Swap => {
                let last = out.pop();
                out.push(passage.clone());
                out.extend(last);
            }
        }
    }
    out
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        6 => Just(Deed::Nothing),
        2 => Just(Deed::Change),
        1 => Just(Deed::Delete),
        2 => Just(Deed::Add),
        1 => Just(Deed::AddHeading),
        1 => Just(Deed::Swap),
    ];
    prop::collection::vec(deed, 0..10)
}

/// The passages of a page.
fn read(text: &str) -> Vec<String> {
    let body = text.split_once("\n---\n").unwrap().1;
    body.trim()
        .split("\n\n")
        .filter(|passage| !passage.is_empty())
        .map(str::to_owned)
        .collect()
}

proptest! {
    /// Ten versions of a source, with an editor's changes between: no word of either is lost, what only one side has changed is as that
    /// side wants it, and a second import of the same version changes nothing.
    #[test]
    fn a_history_loses_nothing(history in prop::collection::vec((deeds(), deeds()), 1..10)) {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let text = |passages: &[String]| page(&passages.iter().map(String::as_str).collect::<Vec<_>>());
        let mut source = owned(&["a", "b", "## c", "d", "e", "f"]);
        let mut ours = text(&source);
        for (round, (source_deeds, editor_deeds)) in history.iter().enumerate() {
            let base = marks(&text(&source));
            let former: HashSet<String> = source.iter().cloned().collect();
            source = done(&source, source_deeds, &format!("s{round}"));
            let before = read(&ours);
            // An editor does not write into the comments.
            let edited = done(&before, editor_deeds, &format!("e{round}"));
            let mine = text(&edited);
            let theirs = text(&source);
            let merged = merge(&base, &mine, &theirs);
            let after = &merged.text;
            for passage in &edited {
                let is_own = !former.contains(passage) && !passage.contains("guichet import");
                let is_theirs = former.contains(passage) || source.contains(passage);
                let in_comment = passage.contains("-->") || passage.contains("<!--");
                if is_own && !is_theirs && !in_comment && passage.contains(&format!("e{round}")) {
                    prop_assert!(after.contains(passage.as_str()), "{passage} of\n{mine}\nis not in\n{after}");
                }
            }
            for passage in source.iter().filter(|passage| !former.contains(*passage)) {
                prop_assert!(after.contains(passage.as_str()), "{passage} of\n{theirs}\nis not in\n{after}");
            }
            for conflict in &merged.conflicts {
                let starts = after[conflict.at..].starts_with("<!-- guichet import:");
                prop_assert!(starts || conflict.is_withdrawn, "{conflict:?} {after}");
            }
            let again = merge(&marks(&theirs), after, &theirs);
            prop_assert_eq!(&again.text, after);
            prop_assert!(again.conflicts.is_empty());
            ours = merged.text;
        }
    }

    #[test]
    fn blocks_are_the_whole_text(text in "(---\n)?([a-z: #-]{0,6}\n{1,3}){0,12}(---\n)?") {
        prop_assert_eq!(blocks(&text).concat(), text);
    }

    #[test]
    fn a_side_that_changed_nothing_gives_way(other in "([a-z]{1,3}\n\n){0,8}") {
        let base = "a\n\nb\n\nc\n\n";
        let taken = merge(&marks(base), base, &other).text;
        prop_assert_eq!(taken.trim(), other.trim());
        let kept = merge(&marks(base), &other, base).text;
        prop_assert_eq!(kept.trim(), other.trim());
    }
}
