//! Hours whose numbers are written as words: `de neuf heures à midi`, `quatorze heures trente`, `dix heures
//! et demie`.

use super::items::HoursWord;

/// Words for the numbers up to sixteen, and for the tens that hours and minutes need.
const ONES: [&str; 17] = [
    "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const TENS: [(&str, u16); 4] = [
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
];

/// The pieces with digits in place of words that number hours and their minutes. Other words stay: `un mardi
/// sur deux`.
pub(super) fn in_figures(pieces: Vec<HoursWord>) -> Vec<HoursWord> {
    if !pieces.iter().any(is_hour) {
        return pieces;
    }
    let mut out: Vec<HoursWord> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let rest = &pieces[at..];
        let number = match out.last().is_some_and(is_hour) {
            true => minutes(rest),
            false => number(rest).filter(|(_, taken)| counts_hours(&rest[*taken..])),
        };
        match number {
            Some((number, taken)) => {
                // Minutes have two digits.
                let digits = if out.last().is_some_and(is_hour) {
                    2
                } else {
                    1
                };
                out.push(piece.figure(number, digits));
                at += taken;
            }
            None => {
                out.push(piece.clone());
                at += 1;
            }
        }
    }
    out
}

fn is_hour(piece: &HoursWord) -> bool {
    matches!(piece.word.as_str(), "heure" | "heures" | "h")
}

/// Whether hours follow a number: `neuf heures`, `neuf à dix-sept heures`.
fn counts_hours(rest: &[HoursWord]) -> bool {
    match rest {
        [first, ..] if is_hour(first) => true,
        [link, rest @ ..] if matches!(link.word.as_str(), "a" | "-" | "et") => {
            number(rest).is_some_and(|(_, taken)| rest.get(taken).is_some_and(is_hour))
        }
        _ => false,
    }
}

/// The number at the start of the pieces, and how many of them spell it.
fn number(pieces: &[HoursWord]) -> Option<(u16, usize)> {
    let word = |at: usize| pieces.get(at).map_or("", |piece| piece.word.as_str());
    let one = |at: usize| ONES.iter().position(|one| *one == word(at));
    let one = |at: usize| one(at).and_then(|one| u16::try_from(one).ok());
    let (base, below) = match TENS.iter().find(|(ten, _)| *ten == word(0)) {
        Some((_, ten)) => (*ten, 1..10),
        None if word(0) == "dix" => (10, 7..10),
        None if word(0) == "une" => return Some((1, 1)),
        None => return one(0).map(|one| (one, 1)),
    };
    let last = match (word(1), word(2)) {
        ("et", "un" | "une") => Some((1, 3)),
        ("-", _) => one(2).map(|one| (one, 3)),
        _ => one(1).map(|one| (one, 2)),
    };
    let last = last.filter(|(one, _)| below.contains(one));
    Some(last.map_or((base, 1), |(one, taken)| (base + one, taken)))
}

/// The minutes after an hour.
fn minutes(pieces: &[HoursWord]) -> Option<(u16, usize)> {
    let words: Vec<&str> = pieces.iter().take(2).map(|piece| &*piece.word).collect();
    match words[..] {
        ["et", "demie" | "demi"] => Some((30, 2)),
        ["et", "quart"] => Some((15, 2)),
        _ => number(pieces).filter(|(number, taken)| {
            // `neuf heures douze heures`: the hour of another time.
            *number < 60 && !pieces.get(*taken).is_some_and(is_hour)
        }),
    }
}
