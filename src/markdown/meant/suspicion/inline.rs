//! Marks that may be anywhere in a line: brackets, braces, stars, leader dots.

use std::sync::LazyLock;

use memchr::memchr_iter;
use memchr::memmem::Finder;

/// Leader dots before a price.
static DOTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"...."));

pub fn suspects(text: &str) -> bool {
    let bytes = text.as_bytes();
    if memchr::memchr3(b'<', b'{', b'\t', bytes).is_some()
        || memchr::memchr(b'~', bytes).is_some()
        || DOTS.find(bytes).is_some()
    {
        return true;
    }
    let mut notes = FootnotesSoFar::default();
    memchr_iter(b']', bytes).any(|at| bracket(bytes, at, &mut notes))
        || stars(bytes, b'*')
        || stars(bytes, b'_')
}

/// The footnotes of a text so far.
#[derive(Default)]
struct FootnotesSoFar<'t> {
    /// The names of those that are defined.
    written: Vec<&'t [u8]>,
    /// How many times one is referenced.
    calls: usize,
}

/// Whether something unusual surrounds a closing bracket.
fn bracket<'t>(bytes: &'t [u8], at: usize, notes: &mut FootnotesSoFar<'t>) -> bool {
    // For each bracket, look back no further, and through no more footnotes, than real texts need.
    const FARTHEST: usize = 1000;
    const MOST: usize = 30;
    let start = at.saturating_sub(FARTHEST);
    let before = bytes[start..at].iter().rposition(|byte| *byte == b'[');
    let before = before.map(|before| start + before);
    let inside = before.map_or(&bytes[at..at], |open| &bytes[open + 1..at]);
    let is_note = inside.first() == Some(&b'^');
    let next = bytes.get(at + 1);
    match next {
        // A link, or one around a footnote reference.
        Some(b'(') if before.is_some() => memchr::memchr(b']', inside).is_some(),
        Some(b':') if is_note => {
            let again = notes.written.contains(&inside) || notes.written.len() == MOST;
            notes.written.push(inside);
            again
                || matches!(
                    bytes.get(at + 2..at + 4),
                    None | Some([b'\n', _] | [_, b'\n'])
                )
        }
        Some(b':') => true,
        Some(b'(' | b'[' | b']') => true,
        _ if is_note => {
            notes.calls += 1;
            // Its text, somewhere below.
            let mark = [b"[", inside, b"]:"].concat();
            notes.calls > MOST || memchr::memmem::find(bytes, &mark).is_none()
        }
        // A box of a list: the line's opening covers what precedes it.
        _ if matches!(inside, [b' ' | b'x' | b'X']) => false,
        _ => {
            let opens = before.unwrap_or(0);
            // (texte)[adresse], [[note]], [texte->adresse], [caption id="…"], [/caption]
            opens > 0 && matches!(bytes[opens - 1], b')' | b'[')
                || inside.is_empty()
                || inside.contains(&b'=')
                || inside.first() == Some(&b'?')
                || memchr::memmem::find(inside, b"->").is_some()
                || inside.iter().all(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'/' | b'-' | b'_')
                })
        }
    }
}

/// Pairs of marks that neither open nor close, marks without a partner, and stars within words and numbers.
fn stars(bytes: &[u8], sign: u8) -> bool {
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let (mut at, mut open) = (0, false);
    while let Some(next) = memchr::memchr(sign, &bytes[at..]).map(|next| at + next) {
        let run = bytes[next..]
            .iter()
            .take_while(|byte| **byte == sign)
            .count();
        at = next + run;
        let before = next.checked_sub(1).map(|before| &bytes[before]);
        let after = bytes.get(at);
        if run == 1 {
            // Within a word or a number, or after one and before a sign.
            let joins = before.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
            let is_odd = joins && !opens_word_before(bytes, next) || before == Some(&b'-');
            if sign == b'*' && is_odd && !(joins && is_space(after)) {
                return true;
            }
            continue;
        }
        if run > 2 {
            continue;
        }
        let (left, right) = (is_space(before), is_space(after));
        let is_letter =
            |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        let fits = match open {
            false => !right && !is_letter(before),
            true => !left && !is_letter(after),
        };
        // With a sign inside the marks and a letter outside, Markdown does not read them.
        if !fits {
            return true;
        }
        open = !open;
    }
    open
}

/// Whether the emphasis that ends here began in the same word: `Une *car*te`.
fn opens_word_before(bytes: &[u8], at: usize) -> bool {
    // No word is longer.
    const LONGEST: usize = 60;
    let near = &bytes[at.saturating_sub(LONGEST)..at];
    let word = near.iter().rposition(u8::is_ascii_whitespace);
    near.get(word.map_or(0, |word| word + 1)) == Some(&b'*')
}
