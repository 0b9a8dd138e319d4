//! Texts in which every word is another, made of marks in any order.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

/// Marks of Markdown, of word processors, of SPIP and of WordPress, right and wrong.
const PIECES: &[&str] = &[
    "##",
    "## ",
    "# ",
    "#",
    "•",
    "• ",
    "· ",
    "– ",
    "- ",
    "-",
    "* ",
    "+ ",
    "1.",
    "1. ",
    "2. ",
    "2- ",
    "3) ",
    "a) ",
    "b) ",
    "[ ] ",
    "[x] ",
    "**",
    "** ",
    " **",
    "__",
    "~~",
    "*",
    "_",
    "`",
    "```\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "    ",
    "\t",
    "| ",
    " | ",
    "|",
    "|---|---|\n",
    "|---|\n",
    "> ",
    ">",
    "<b>",
    "</b>",
    "<i>",
    "<div>",
    "</div>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<td>",
    "<li>",
    "<ul>",
    "</ul>",
    "<p>",
    "</p>",
    "<br>",
    "<title>",
    "<textarea>",
    "<select>",
    "<o:p>",
    "<a href=\"https://exemple.fr\">",
    "</a>",
    "<details>",
    "<summary>",
    "<p class=\"",
    "<<",
    ">>",
    "<",
    "[^1]",
    "[^1]: ",
    "[^2]",
    "[^2]: ",
    "[^1]:\n",
    "[^2]:\n\n",
    "[",
    "]",
    "(",
    ")",
    "](x.md)",
    "](https://exemple.fr)",
    "]()",
    "][",
    "]: ",
    "] (x.md)",
    ")[x.md]",
    "{{{",
    "}}}",
    "{{",
    "}}",
    "{",
    "}",
    "->https://exemple.fr]",
    "->12]",
    "[[",
    "]]",
    "-* ",
    "-# ",
    " -* ",
    "<doc1|left>",
    "[caption]",
    "[/caption]",
    "\\",
    "&",
    "&amp;",
    "&nbsp;",
    "---\n",
    "\n---\n",
    "===\n",
    ": ",
    " :\n",
    ".",
    ". ",
    "!",
    "![",
    "<https://exemple.fr/",
    " ",
    " ",
    "12*02 ",
    "« ",
    " »",
    "\u{a0}",
    "\u{f0b7}\t",
    "\u{200b}",
    "8",
    "> 60",
];

/// Texts of such pieces, in each of which every word is another: `qaaab`, sometimes with a capital.
pub fn texts() -> impl Strategy<Value = Vec<String>> {
    let mark = prop::sample::select(PIECES);
    let piece = (prop_oneof![2 => mark, 1 => Just("")], any::<bool>());
    let text = prop::collection::vec(piece, 1..50);
    prop::collection::vec(text, 20).prop_map(|texts| {
        let mut count = 0;
        let text = |pieces: Vec<(&str, bool)>| -> String {
            let piece = |(piece, capital): (&str, bool)| match piece {
                "" => {
                    count += 1;
                    word(count, capital)
                }
                piece => piece.to_owned(),
            };
            pieces.into_iter().map(piece).collect()
        };
        texts.into_iter().map(text).collect()
    })
}

const LETTERS: usize = 4;

pub fn word(number: usize, capital: bool) -> String {
    let mut word = String::from(if capital { "Q" } else { "q" });
    for place in (0..LETTERS).rev() {
        let letter =
            u8::try_from(number / 16_usize.pow(u32::try_from(place).unwrap()) % 16).unwrap();
        word.push(char::from(b'a' + letter));
    }
    word
}

/// The words in a text, and where each begins first.
pub fn words(text: &str) -> BTreeMap<String, usize> {
    let lower = text.to_lowercase();
    let mut found = BTreeMap::new();
    for (at, _) in lower.match_indices('q') {
        let Some(rest) = lower.get(at + 1..at + 1 + LETTERS) else {
            continue;
        };
        if rest.bytes().all(|byte| matches!(byte, b'a'..=b'p')) {
            found.entry(format!("q{rest}")).or_insert(at);
        }
    }
    found
}

pub fn set(text: &str) -> BTreeSet<String> {
    words(text).into_keys().collect()
}
