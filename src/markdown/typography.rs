//! Typesets texts. In French, applies its typography (rules of the Imprimerie nationale's *Lexique*): quotation marks, and the spaces
//! before double punctuation, in numbers, before units, and after what belongs to the next word (`n° 5`,
//! `art. 12`, `M. Martin`).

use std::borrow::Cow;

use crate::language::Language;

const NO_BREAK: char = '\u{a0}';
const NARROW: char = '\u{202f}';

/// Typesets one text of a language from start to end.
pub fn typeset(text: &str, language: Language) -> Cow<'_, str> {
    Typography::of(language).set(text)
}

/// What is changed in the texts of a language.
#[derive(Debug, Clone, Copy)]
enum Rules {
    French,
    /// Groups of digits are kept together: with a plain space between them, the last group of `01 99 00 00 10` is shown first (Unicode
    /// Standard Annex #9, rules W4 and L2).
    RightToLeft,
    None,
}

/// Typesets text piece by piece, carrying over the context that quotation marks and spaces depend on.
#[derive(Debug)]
pub struct Typography {
    rules: Rules,
    before: Option<char>,
    quote_open: bool,
}

impl Typography {
    /// For texts in a language.
    pub fn of(language: Language) -> Self {
        Self::with(match language {
            _ if language.is_french() => Rules::French,
            _ if language.is_right_to_left() => Rules::RightToLeft,
            _ => Rules::None,
        })
    }

    fn with(rules: Rules) -> Self {
        Self {
            rules,
            before: None,
            quote_open: false,
        }
    }

    /// Forgets the context: a new paragraph begins.
    pub fn new_block(&mut self) {
        *self = Self::with(self.rules);
    }

    /// Something other than text (an image, code) came before.
    pub fn after_object(&mut self) {
        self.before = Some('x');
    }

    /// The next piece of text, typeset.
    pub fn set<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        match self.rules {
            Rules::French => self.set_french(text),
            Rules::RightToLeft => digits_together(text),
            Rules::None => Cow::Borrowed(text),
        }
    }

    fn set_french<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let Some(first) = next_special(text, 0) else {
            self.before = text.chars().next_back().or(self.before);
            return Cow::Borrowed(text);
        };
        let mut out = String::with_capacity(text.len() + 16);
        let (mut done, mut special) = (0, Some(first));
        // Copies whole runs; only the characters in between are examined one by one.
        while let Some(at) = special {
            let run = &text[done..at];
            out.push_str(run);
            self.before = run.chars().next_back().or(self.before);
            let mut rest = text[at..].chars();
            let Some(c) = rest.next() else { break };
            self.character(c, rest.as_str(), &mut out);
            self.before = Some(c);
            done = at + c.len_utf8();
            special = next_special(text, done);
        }
        let run = &text[done..];
        out.push_str(run);
        self.before = run.chars().next_back().or(self.before);
        Cow::Owned(out)
    }

    fn character(&mut self, c: char, after: &str, out: &mut String) {
        let before = self.before;
        let letter_before = before.is_some_and(char::is_alphanumeric);
        match c {
            '\'' if letter_before => out.push('’'),
            // `15"` is a length; an opening quotation mark has no letter before it.
            '"' if letter_before && !self.quote_open => out.push(c),
            '"' => self.quotation_mark(out),
            '«' => {
                out.push(c);
                if !after.starts_with([' ', NO_BREAK, NARROW]) {
                    out.push(NO_BREAK);
                }
            }
            ' ' if before == Some('«') => out.push(NO_BREAK),
            // Of several spaces before a sign, the last one is typeset.
            ' ' if is_spaced_sign(after) => {}
            ' ' if letter_before && is_stop(after) => {}
            ' ' if matches!(before, Some(')' | '»' | '€' | '%')) && is_stop(after) => {}
            ' ' if belongs_to_next(out, after) => out.push(NO_BREAK),
            ' ' => out.push(space_before(before, out, after)),
            '»' if letter_before || matches!(before, Some('.' | '!' | '?' | '…' | ')')) => {
                out.push(NO_BREAK);
                out.push(c);
            }
            ';' | '!' | '?' | ':' if needs_space(before, after) => {
                out.push(if c == ':' { NO_BREAK } else { NARROW });
                out.push(c);
            }
            // In `plan1%20v2.pdf`, the sign is not a percentage.
            '%' if after.starts_with(char::is_alphanumeric) => out.push(c),
            '%' | '€' if before.is_some_and(|b| b.is_ascii_digit()) => {
                out.push(NO_BREAK);
                out.push(c);
            }
            // « (- 8 %) », « (- de 12 ans) »: a minus, after which the line must not break.
            '-' if before == Some('(') && is_less(after) => out.push('−'),
            // Two hyphens between spaces are a dash.
            '-' if before.is_some_and(char::is_whitespace) && after.starts_with("- ") => {
                out.push('–');
            }
            '-' if before == Some('-') && out.ends_with('–') && after.starts_with(' ') => {}
            // More than three dots are a blank to fill in.
            '.' if before != Some('.') && after.starts_with("..") && !after.starts_with("...") => {
                out.push('…');
            }
            // The second and third dots of an ellipsis already written.
            '.' if before == Some('.') && out.ends_with('…') => {}
            c => out.push(c),
        }
    }

    fn quotation_mark(&mut self, out: &mut String) {
        if self.quote_open {
            out.push(NO_BREAK);
            out.push('»');
        } else {
            out.push('«');
            out.push(NO_BREAK);
        }
        self.quote_open = !self.quote_open;
    }
}

/// Bytes to examine: punctuation, « » and €, and digits because of the space after them. Spaces, every sixth
/// byte of a text, are found through their neighbours.
static CANDIDATES: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b"\"';!?:.,-%0123456789\xc2\xe2";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// A text with a no-break space between two digits in the place of a plain one.
fn digits_together(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let between = |at: &usize| *at > 0 && is_digit(at - 1) && is_digit(at + 1);
    let mut spaces = memchr::memchr_iter(b' ', bytes).filter(between).peekable();
    if spaces.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for at in spaces {
        out.push_str(&text[done..at]);
        out.push(NO_BREAK);
        done = at + 1;
    }
    Cow::Owned(out + &text[done..])
}

/// Position of the next character that may need a change: punctuation, or a space beside punctuation or a
/// number.
fn next_special(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // The first space may follow a number or a « of the previous piece, or a « or − just written in this one.
    let before = bytes.get(..from).unwrap_or_default();
    if bytes.get(from) == Some(&b' ') && matches!(before, [] | [.., 0xab] | [.., b'(', b'-']) {
        return Some(from);
    }
    let mut start = from;
    loop {
        // Eight bytes at once: most letters of most texts need no change.
        while let Some(eight) = bytes[start..].first_chunk::<8>() {
            let any = |any, byte: &u8| any | CANDIDATES[usize::from(*byte)];
            if eight.iter().fold(false, any) {
                break;
            }
            start += eight.len();
        }
        let at = start
            + bytes[start..]
                .iter()
                .position(|byte| CANDIDATES[usize::from(*byte)])?;
        match special(bytes, from, at) {
            Some(special) => return Some(special),
            None => start = at + 1,
        }
    }
}

/// The character that a candidate points to: itself, or a space before or after it.
fn special(bytes: &[u8], from: usize, at: usize) -> Option<usize> {
    let next = bytes.get(at + 1).copied();
    let spaces = bytes[from..at]
        .iter()
        .rev()
        .take_while(|byte| **byte == b' ')
        .count();
    let with_space_before = at - spaces;
    match bytes[at] {
        b'0'..=b'9' => (next == Some(b' ')).then_some(at + 1),
        b';' | b'!' | b'?' | b':' => Some(with_space_before),
        b',' => (spaces > 0).then_some(with_space_before),
        b'.' if spaces > 0 => Some(with_space_before),
        b'-' if next == Some(b'-') || at > 0 && bytes[at - 1] == b'-' => Some(at),
        b'-' => (next == Some(b' ') && at > 0 && bytes[at - 1] == b'(').then_some(at),
        // − is E2 88 92.
        0xe2 if bytes[at..].starts_with("− ".as_bytes()) => Some(at + 3),
        b'.' if next == Some(b'.') || at > 0 && bytes[at - 1] == b'.' => Some(at),
        b'.' => (next == Some(b' ')).then_some(at + 1),
        // The signs of a number and of a paragraph: ° is C2 B0, º is C2 BA and § is C2 A7.
        0xc2 if matches!(next, Some(0xb0 | 0xba | 0xa7)) => {
            (bytes.get(at + 2) == Some(&b' ')).then_some(at + 2)
        }
        // « is C2 AB and » is C2 BB.
        0xc2 if next == Some(0xab) => Some(at),
        0xc2 if next == Some(0xbb) => Some(with_space_before),
        0xc2 => None,
        0xe2 => bytes[at..].starts_with("€".as_bytes()).then_some(at),
        _ => Some(at),
    }
}

/// Whether a sign before this text means “less”.
fn is_less(after: &str) -> bool {
    let rest = after.strip_prefix(' ').unwrap_or_default();
    rest.starts_with("de ") || rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether more spaces follow, then a sign that takes a space before it.
fn is_spaced_sign(after: &str) -> bool {
    let rest = after.trim_start_matches(' ');
    rest.len() < after.len() && rest.starts_with([';', '!', '?', ':', '»'])
}

/// Whether a comma or a full stop follows, perhaps after more spaces, and ends a word: not `.fr`, nor the
/// dots of `. . .`.
fn is_stop(after: &str) -> bool {
    let Some(rest) = after.trim_start_matches(' ').strip_prefix([',', '.']) else {
        return false;
    };
    let next = rest.trim_start_matches(' ');
    rest.chars().next().is_none_or(char::is_whitespace) && !next.starts_with(['.', ','])
}

/// `Bonjour!` needs a space; `a?b=c`, `10:30` and `:-)` do not.
fn needs_space(before: Option<char>, after: &str) -> bool {
    before.is_some_and(|b| b.is_alphanumeric() || matches!(b, ')' | '»' | '"' | '%' | '€'))
        && after
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || matches!(next, '»' | '"' | ')'))
}

/// The space to write instead of a plain one.
fn space_before(before: Option<char>, written: &str, after: &str) -> char {
    match after.chars().next() {
        Some(';' | '!' | '?') => NARROW,
        Some(':' | '»') => NO_BREAK,
        Some(first) if before.is_some_and(|b| b.is_ascii_digit()) => match first {
            '€' | '%' | '$' | '°' => NO_BREAK,
            // Not the narrow one: in Firefox and pdf.js, a number typed with plain spaces is found with this one only.
            '0'..='9' if is_digit_group(written, after) => NO_BREAK,
            _ if begins_with_unit(after) => NO_BREAK,
            _ => ' ',
        },
        _ => ' ',
    }
}

/// Whether two or three digits that end there are the next group of a number or telephone number: `1 200`,
/// `01 99`, `0262 90`. A year followed by a number is not.
fn is_digit_group(written: &str, after: &str) -> bool {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let digits = after.bytes().take_while(is_digit).count();
    let head = written.bytes().rev().take_while(is_digit).count();
    let begins_with_zero = written.as_bytes()[written.len() - head..].first() == Some(&b'0');
    (2..=3).contains(&digits) && (head <= 3 || head == 4 && begins_with_zero)
}

/// Units written after a number with a space (Bureau international des poids et mesures, *Le Système
/// international d’unités*, 5.4.3), and of common amounts.
const UNITS: [&str; 35] = [
    "h", "min", "s", "km", "m", "cm", "mm", "m²", "m³", "km²", "cm²", "ha", "km/h", "kg", "g",
    "mg", "t", "l", "L", "cl", "mL", "kWh", "kW", "W", "MW", "V", "Ko", "ko", "Mo", "Go", "Mbit/s",
    "dB", "k€", "M€", "EUR",
];

fn begins_with_unit(text: &str) -> bool {
    let ends =
        |c: char| !c.is_alphanumeric() && !matches!(c, '/' | '²' | '³' | '€' | '’' | '\'' | '-');
    let word = text.find(ends).map_or(text, |end| &text[..end]);
    UNITS.contains(&word)
}

/// Whether the text so far ends with a word that belongs to the next one: `n°`, `§`, `art.`, `M.`.
fn belongs_to_next(written: &str, after: &str) -> bool {
    let Some(next) = after.chars().next() else {
        return false;
    };
    let (is_number, is_name) = (next.is_ascii_digit(), next.is_uppercase());
    if written.ends_with('§') {
        return is_number;
    }
    if written.ends_with("(−") {
        return true;
    }
    let end = written.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == '°');
    let word = &written[end.len()..];
    // A digit before it: `12 h.` ends a sentence, and `l’art.` an elision.
    match word {
        "n°" | "N°" | "nº" | "Nº" | "n°s" => is_number || is_name,
        "art." | "Art." | "chap." | "al." | "p." | "pp." | "vol." | "fig." => is_number,
        "L." | "R." | "D." | "A." => is_number,
        "M." | "MM." => is_name,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stay_in_order_from_right_to_left() {
        let arabic = Language::parse("ar").unwrap();
        let set = |text| typeset(text, arabic).into_owned();
        assert_eq!(
            set("اتصل بالرقم 09 70 83 07 07."),
            "اتصل بالرقم 09\u{a0}70\u{a0}83\u{a0}07\u{a0}07."
        );
        assert_eq!(set("3 اختيار 4"), "3 اختيار 4");
        assert_eq!(set("من 1 500 €"), "من 1\u{a0}500 €");
        assert_eq!(set(" 1 "), " 1 ");
    }

    #[test]
    fn double_punctuation_and_quotes() {
        let set = |text| {
            typeset(text, Language::french())
                .replace(NARROW, "_")
                .replace(NO_BREAK, "~")
        };
        assert_eq!(set("Quoi ? Rien ; voilà !"), "Quoi_? Rien_; voilà_!");
        assert_eq!(
            set("Attention: il dit \"non\"."),
            "Attention~: il dit «~non~»."
        );
        assert_eq!(set("L'aide « logement »"), "L’aide «~logement~»");
        assert_eq!(
            set("01 99 00 00 00, 1 234 €, 12 % à 9 h 30"),
            "01~99~00~00~00, 1~234~€, 12~% à 9~h 30"
        );
        assert_eq!(
            set("Suite... à 10:30, voir a?b=c"),
            "Suite… à 10:30, voir a?b=c"
        );
        assert_eq!(set("en 2026 trois"), "en 2026 trois");
        for (text, expected) in [
            ("En 2026 100 personnes", "En 2026 100 personnes"),
            ("au 0262 90 00 00", "au 0262~90~00~00"),
            ("le n° 5 et le N° A12", "le n°~5 et le N°~A12"),
            ("l’art. 12, § 3, art. L. 123", "l’art.~12, §~3, art. L.~123"),
            ("M. Martin, MM. Roux", "M.~Martin, MM.~Roux"),
            (
                "le restaurant. Art. 2 du film M. le",
                "le restaurant. Art.~2 du film M. le",
            ),
            ("10 km, 20 m², 5 kg, 3 min", "10~km, 20~m², 5~kg, 3~min"),
            (
                "10 ministres, 3 l’ont dit, 4 s’en vont",
                "10 ministres, 3 l’ont dit, 4 s’en vont",
            ),
            ("un écran de 15\" et \"non\"", "un écran de 15\" et «~non~»"),
            ("\"un écran de 15\"", "«~un écran de 15~»"),
            ("plan1%20v2.pdf", "plan1%20v2.pdf"),
            ("Venez  ! Vraiment   :", "Venez_! Vraiment~:"),
            ("« Oui » , dit-il , et non .", "«~Oui~», dit-il, et non."),
            (
                "un .fr, un . . . deux, en ,5",
                "un .fr, un . . . deux, en ,5",
            ),
            ("Nom : ........ Fin...", "Nom~: ........ Fin…"),
            (
                "Enfant (- de 12 ans), (- 8 %)",
                "Enfant (−~de 12 ans), (−~8~%)",
            ),
            ("le 8 -- au centre --", "le 8 – au centre --"),
        ] {
            assert_eq!(set(text), expected);
        }
        assert_eq!(typeset("What? 1 500", Language::english()), "What? 1 500");
    }

    proptest::proptest! {
        /// Gives the result of examining every character one by one.
        #[test]
        fn no_character_that_needs_a_change_is_skipped(text in "[a1é .,:;!?%€«»(−)de\"'\u{a0}n°§ML-]{0,24}", cut in 0..24usize) {
            let cut = crate::diagnostics::floor_char_boundary(&text, cut);
            let (mut quick, mut slow) = (Typography::with(Rules::French), Typography::with(Rules::French));
            for piece in [&text[..cut], &text[cut..]] {
                let mut expected = String::new();
                for (at, c) in piece.char_indices() {
                    slow.character(c, &piece[at + c.len_utf8()..], &mut expected);
                    slow.before = Some(c);
                }
                proptest::prop_assert_eq!(quick.set(piece), expected);
            }
        }
    }

    #[test]
    fn setting_twice_changes_nothing() {
        for text in [
            "Quoi ? « Rien » : 25 €.",
            "Il dit \"oui!\"",
            "1 000 000 …",
            "n° 5, 15\" et 10 km",
        ] {
            let once = typeset(text, Language::french()).into_owned();
            assert_eq!(typeset(&once, Language::french()), once);
        }
    }
}
