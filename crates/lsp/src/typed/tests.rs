use guichet::diagnostics::Edit;
use guichet::edit::apply;
use proptest::prelude::*;

use super::*;

fn position(line: u32, character: u32) -> Position {
    Position { line, character }
}

#[test]
fn units_and_line_ends_are_counted_as_programs_count_them() {
    let text = TypedText::new("\u{feff}é😀b\r\nc\rd\u{feff}e\u{2028}f\n".to_owned());
    assert_eq!(text.read(), "é😀b\nc\nde f\n");
    // The byte order mark that was typed counts; what was typed after it begins after it.
    let emoji = 2..6;
    let range = |units| text.range(&emoji, units);
    assert_eq!(range(Units::Utf16).start, position(0, 2));
    assert_eq!(range(Units::Utf16).end, position(0, 4));
    assert_eq!(range(Units::Utf8).start, position(0, 5));
    assert_eq!(range(Units::Utf8).end, position(0, 9));
    // The end of a line is before both bytes that end it.
    let end = text.range(&(7..7), Units::Utf16);
    assert_eq!((end.start, end.end), (position(0, 5), position(0, 5)));
    let d = text.range(&(10..11), Units::Utf16);
    assert_eq!((d.start, d.end), (position(2, 0), position(2, 1)));
    // An invisible character is part of neither neighbour.
    let e = text.range(&(11..12), Units::Utf16);
    assert_eq!((e.start, e.end), (position(2, 2), position(2, 3)));
    let f = text.range(&(13..14), Units::Utf16);
    assert_eq!((f.start, f.end), (position(2, 4), position(2, 5)));
    // Positions that are not there are the nearest before them.
    assert_eq!(text.read_at(position(0, 3), Units::Utf16), 2);
    assert_eq!(text.read_at(position(0, 99), Units::Utf16), 7);
    assert_eq!(
        text.read_at(position(99, 0), Units::Utf16),
        text.read().len()
    );
    assert_eq!(text.line_end(), "\r\n");
}

#[test]
fn the_units_are_the_first_that_both_know() {
    let offered = [PositionEncodingKind::UTF32, PositionEncodingKind::UTF8];
    assert_eq!(Units::of(&offered), Units::Utf8);
    assert_eq!(Units::of(&offered[..1]), Units::Utf16);
    assert_eq!(Units::of(&[]), Units::Utf16);
}

/// What an editor may type, of all kinds that are read in a way of their own.
fn typed() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "[a-cé😀]{1,3}",
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just(" ".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("\u{b}".to_owned()),
        Just("\u{85}".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\u{202b}".to_owned()),
        Just("\u{202c}".to_owned()),
    ];
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Each byte of the text as read is found again at its position, in either unit.
    #[test]
    fn there_and_back(typed in typed(), at in 0usize..60) {
        let text = TypedText::new(typed);
        let at = text.read().floor_char_boundary(at);
        for units in [Units::Utf8, Units::Utf16] {
            let range = text.range(&(at..at), units);
            prop_assert_eq!(text.read_at(range.start, units), at);
        }
    }

    /// Any position has a byte, and any bytes a range.
    #[test]
    fn nothing_is_out_of_reach(typed in ".{0,20}", line in 0u32..9, character in 0u32..30, start in 0usize..40, end in 0usize..40) {
        let text = TypedText::new(typed);
        for units in [Units::Utf8, Units::Utf16] {
            let at = text.read_at(position(line, character), units);
            prop_assert!(text.read().is_char_boundary(at));
            let range = text.range(&(start..end), units);
            prop_assert!(range.start <= range.end);
        }
    }

    /// An edit of the text as read, made where the program has it, makes the same text.
    #[test]
    fn edits_are_made_where_they_are_meant(typed in typed(), start in 0usize..40, length in 0usize..9, new in "[xyz]{0,3}") {
        // Changes of direction are judged by their whole line: an edit may make another of them count.
        prop_assume!(!typed.contains(['\u{202b}', '\u{202c}']));
        let text = TypedText::new(typed);
        let start = text.read().floor_char_boundary(start);
        let end = text.read().floor_char_boundary(start + length);
        let edit = Edit { span: start..end, text: new.clone() };
        let wanted = apply(text.read(), &[edit]).unwrap();
        for units in [Units::Utf8, Units::Utf16] {
            let range = text.range(&(start..end), units);
            let bytes = text.byte(range.start, units)..text.byte(range.end, units);
            let mut edited = text.typed().to_owned();
            edited.replace_range(bytes, &new);
            // What is left of a return beside a line end is one end of a line.
            prop_assume!(!edited.contains("\r\n") || text.typed().contains("\r\n"));
            prop_assert_eq!(&*as_read(&edited), &wanted);
        }
    }
}
