//! Words cut at the end of a line, as copied from a PDF: `novem-` and `bre`. Markdown would print « novem-
//! bre ».

use std::collections::HashSet;

use super::groups::TextLine;
use super::reading::Reading;
use super::{MarkKind, PassFindings};

/// Characters that cut a word: the hyphen, the soft hyphen, and what programs write for it.
const CUTS: &[char] = &['-', '\u{2010}', '\u{ad}', '¬'];

/// Words that a hyphen joins to the next one.
const FIRST: &[&str] = &[
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quatre",
    "dix",
    "rendez",
    "peut",
    "celui",
    "celle",
    "ceux",
    "celles",
    "au",
    "là",
    "ci",
    "à",
    "par",
    "demi",
    "semi",
    "mi",
    "non",
    "ex",
    "vice",
    "sous",
    "avant",
    "après",
    "arrière",
    "est",
    "quelque",
    "quelques",
    "grand",
    "grands",
    "petit",
    "petits",
    "porte",
    "garde",
    "chèque",
    "chèques",
    "procès",
    "compte",
    "rez",
    "haut",
    "bas",
    "libre",
    "lui",
    "elle",
    "elles",
    "eux",
    "moi",
    "nous",
    "vous",
    "plus",
    "moins",
    "bien",
    "tiers",
    "laissez",
    "cessez",
    "chef",
    "centre",
    "saint",
    "sainte",
    "nord",
    "sud",
    "long",
    "court",
    "mille",
    "cent",
    "jusque",
    "socio",
    "franco",
    "médico",
    "ayant",
    "ayants",
];

/// Words that a hyphen joins to the previous one.
const SECOND: &[&str] = &[
    "vous", "nous", "je", "tu", "moi", "toi", "ci", "là", "même", "mêmes", "dire", "midi", "delà",
    "dessus", "dessous", "vacances", "verbal", "verbaux", "parents", "parole",
];

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let groups = reading.groups.iter().filter(|group| group.has_lines());
    let pairs = groups.flat_map(|group| group.lines.iter().zip(group.lines.iter().skip(1)));
    let cuts: Vec<Cut<'_>> = pairs
        .filter(|(_, next)| !next.is_broken)
        .filter_map(|(line, next)| Cut::of(reading.source, line, next))
        .collect();
    // A single hyphen at a line end may belong to its word; where there are many, a program has cut the
    // words.
    let of_a_program = cuts.iter().filter(|cut| !cut.is_compound()).count() > 1;
    let words = WrittenWords::of(if cuts.is_empty() { "" } else { reading.source });
    for cut in &cuts {
        let span = cut.end - cut.sign.len_utf8()..cut.start;
        match cut.joined(&words, of_a_program) {
            Some(true) => found.edit(span, ""),
            Some(false) => found.edit(cut.end..cut.start, ""),
            None => {
                let word = span.start - cut.first.len()..cut.start + cut.second.len();
                found.mark_at_once(MarkKind::Hyphen, word);
                found.edit(cut.end..cut.start, "");
            }
        }
    }
}

/// A word that continues on the next line.
struct Cut<'t> {
    sign: char,
    /// The letters before the hyphen, and those on the next line.
    first: &'t str,
    second: &'t str,
    /// The end of the first line, and the start of the next.
    end: usize,
    start: usize,
}

impl<'t> Cut<'t> {
    fn of(source: &'t str, line: &TextLine, next: &TextLine) -> Option<Self> {
        let text = source.get(line.span.clone())?;
        let second = source.get(next.span.clone())?;
        let sign = text.chars().next_back().filter(|c| CUTS.contains(c))?;
        let before = &text[..text.len() - sign.len_utf8()];
        let first = before.trim_end_matches(char::is_alphabetic);
        let first = &before[first.len()..];
        let end = second.find(|c: char| !c.is_alphabetic());
        let second = &second[..end.unwrap_or(second.len())];
        let is_word = second.starts_with(char::is_lowercase)
            && !first.is_empty()
            // « les pré- et post-natals »
            && !matches!(second, "et" | "ou" | "ni" | "puis");
        is_word.then_some(Self {
            sign,
            first,
            second,
            end: line.span.end,
            start: next.span.start,
        })
    }

    /// Whether the hyphen is part of the word.
    fn is_compound(&self) -> bool {
        let (first, second) = (self.first.to_lowercase(), self.second.to_lowercase());
        // French never cuts a word before a vowel.
        let before_vowel = second.starts_with(|c: char| "aeiouyàâéèêëîïôöùûœ".contains(c));
        self.sign == '-'
            && (before_vowel
                || FIRST.contains(&first.as_str())
                || SECOND.contains(&second.as_str()))
    }

    /// Whether the two halves are one word; false if the hyphen belongs to it, `None` if nothing tells.
    fn joined(&self, words: &WrittenWords<'_>, of_a_program: bool) -> Option<bool> {
        if matches!(self.sign, '\u{ad}' | '¬') {
            return Some(true);
        }
        let word = format!("{}{}", self.first, self.second);
        if words.whole.contains(word.as_str()) {
            return Some(true);
        }
        let compound = format!("{}-{}", self.first, self.second);
        if self.is_compound() || words.compound.contains(compound.as_str()) {
            return Some(false);
        }
        of_a_program.then_some(true)
    }
}

/// The words of a text.
struct WrittenWords<'t> {
    whole: HashSet<&'t str>,
    /// With the hyphens in them.
    compound: HashSet<&'t str>,
}

impl<'t> WrittenWords<'t> {
    fn of(text: &'t str) -> Self {
        let compound = text.split(|c: char| !c.is_alphabetic() && c != '-');
        Self {
            whole: text.split(|c: char| !c.is_alphabetic()).collect(),
            compound: compound.filter(|word| word.contains('-')).collect(),
        }
    }
}
