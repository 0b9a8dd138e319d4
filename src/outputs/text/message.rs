//! A guide as one text message: what it is, and where a person answers.

use unicode_normalization::UnicodeNormalization as _;

use crate::language::Language;
use crate::model::Kind;
use crate::outputs::card::Card;
use crate::outputs::voice::Voice;
use crate::outputs::words::Words;
use crate::site::{Page, PageId, Site};

/// The letters of the GSM 7-bit alphabet beyond the ASCII ones that it has (3GPP TS 23.038, 6.2.1). A message
/// with any other letter fits 70 characters instead of 160.
const GSM: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà";

/// Letters that count twice, because they need an escape.
const TWICE: &str = "^{}\\[~]|€";

/// The length of one message in letters of the GSM alphabet.
const LONGEST: usize = 160;

/// The length of two joined messages in any script: 67 each (3GPP TS 23.040, 9.2.3.24.1).
const LONGEST_OTHER: usize = 134;

/// The message of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The guide.
    pub id: PageId,
    /// The text to send.
    pub text: String,
}

impl Message {
    /// The message of a guide: its title, as much of its summary as fits, and the first number where a person
    /// answers.
    pub fn of(site: &Site, id: PageId) -> Self {
        let document = &site.page(id).document;
        let words = Words::new(site, document.language);
        let texts = [&document.common.title, document.summary()];
        // If a letter is not in the GSM alphabet, the message is sent in UTF-16: shorter, but complete.
        let fits = texts.iter().all(|text| in_gsm(text).is_some());
        let letters = |text: &str| {
            let gsm = if fits { in_gsm(text) } else { None };
            gsm.unwrap_or_else(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let longest = if fits { LONGEST } else { LONGEST_OTHER };
        let end = phone(site, id).map_or(String::new(), |phone| {
            format!(" {} {phone}", letters(&words.text("coverage-phone")))
        });
        let mut text = letters(&document.common.title);
        let summary = letters(document.summary());
        if !summary.is_empty() {
            text = format!("{}. {summary}", text.trim_end_matches(['.', ' ']));
        }
        text = cut(&text, longest - length(&end));
        text.push_str(&end);
        Self { id, text }
    }

    /// The length of a text in a message: in letters of the GSM alphabet if it has no others, otherwise in
    /// UTF-16 units.
    pub fn length(&self) -> usize {
        length(&self.text)
    }
}

/// The messages of all guides of a language as CSV: file, title, message, length.
pub fn messages(site: &Site, language: Language) -> String {
    let guides = site.pages_with_id().filter(|(_, page)| {
        let document = &page.document;
        document.language == language && document.kind() == Kind::Guide && !document.is_index
    });
    let rows: Vec<(&Page, Message, String)> = guides
        .map(|(id, page)| {
            let message = Message::of(site, id);
            let length = message.length().to_string();
            (page, message, length)
        })
        .collect();
    let rows = rows.iter().map(|(page, message, length)| {
        vec![
            page.path.as_str(),
            &page.document.common.title,
            &message.text,
            length,
        ]
    });
    crate::records::table(&["page", "title", "message", "length"], rows)
}

/// The number of the first route where a person answers, otherwise the publisher's.
fn phone(site: &Site, id: PageId) -> Option<String> {
    let document = &site.page(id).document;
    let voice = Voice::of_message(site, document.language);
    let channels = document.guide().and_then(|guide| guide.channels.as_ref());
    let lines = channels
        .iter()
        .flat_map(|c| &c.phone)
        .flat_map(|line| Card::of_line(&voice, line));
    let places = channels
        .iter()
        .flat_map(|c| &c.in_person)
        .flat_map(|place| Card::of_place(&voice, place));
    let mut cards = places.chain(lines);
    let found = cards.find_map(|card| card.phones.into_iter().next());
    let printed = found.map(|phone| phone.printed.replace('\u{a0}', " "));
    printed.or_else(|| phone_of_publisher(site, document.language))
}

/// The publisher's first number, with spaces.
pub fn phone_of_publisher(site: &Site, language: Language) -> Option<String> {
    let id = site.publisher(language)?;
    let card = Card::of_page(site, id, &Words::new(site, language));
    let phone = card.phones.into_iter().next()?;
    Some(phone.printed.replace('\u{a0}', " "))
}

/// The text in letters of the GSM alphabet: `ê` becomes `e`, `’` becomes `'`. `None` if a letter has no
/// replacement.
fn in_gsm(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '’' | '‘' | '\u{2bc}' => out.push('\''),
            '“' | '”' | '«' | '»' => {
                // French puts a space inside its quotation marks, which other languages need not.
                if letter == '»' && out.ends_with(' ') {
                    out.pop();
                }
                out.push('"');
                inside = letter == '«';
                continue;
            }
            '\u{a0}' | '\u{202f}' | ' ' if inside => {}
            '–' | '—' | '\u{2011}' | '•' => out.push('-'),
            '°' | 'º' => out.push('o'),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            'ı' => out.push('i'),
            'ł' => out.push('l'),
            'Ł' => out.push('L'),
            'đ' => out.push('d'),
            'Đ' => out.push('D'),
            letter if is_gsm(letter) => out.push(letter),
            letter if letter.is_whitespace() => out.push(' '),
            letter => {
                // Letters with diacritics, `²`, `…`, `№`: their Unicode decomposition.
                let parts = std::iter::once(letter).nfkd();
                let before = out.len();
                out.extend(parts.filter(|part| is_gsm(*part)));
                if out.len() == before && !is_invisible(letter) {
                    return None;
                }
            }
        }
        inside = false;
    }
    Some(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Soft hyphens, joiners, direction marks: invisible, so they are not sent.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

fn is_gsm(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || letter == ' '
        || GSM.contains(letter)
        || TWICE.contains(letter)
}

fn length(text: &str) -> usize {
    if text.chars().all(is_gsm) {
        text.chars()
            .map(|c| 1 + usize::from(TWICE.contains(c)))
            .sum()
    } else {
        text.encode_utf16().count()
    }
}

/// The start of a text up to this length, cut at the end of a sentence or at a space.
fn cut(text: &str, longest: usize) -> String {
    if length(text) <= longest {
        return text.to_owned();
    }
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let next = at + letter.len_utf8();
        // Room for the ellipsis.
        if length(&text[..next]) + 3 > longest {
            break;
        }
        end = next;
    }
    let cut = &text[..end];
    let sentence = cut.rfind(". ").filter(|at| *at > end * 3 / 4);
    match sentence {
        Some(at) => cut[..=at].to_owned(),
        None => {
            let word = cut.rsplit_once(' ').map_or(cut, |(head, _)| head);
            format!("{}...", word.trim_end_matches([',', ';', ':', '.', ' ']))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_one_message() {
        let text = in_gsm("Récupérer l’ancienne « carte » – où ça ? Œuvre, fenêtre…");
        let sent = "Récupérer l'ancienne \"carte\" - où ca ? OEuvre, fenetre...";
        assert_eq!(text.as_deref(), Some(sent));
        let sent = |text: &str| in_gsm(text);
        assert_eq!(sent("yapılır, İş").as_deref(), Some("yapilir, Is"));
        assert_eq!(sent("n° 12 — 20 m²").as_deref(), Some("no 12 - 20 m2"));
        assert_eq!(sent("Formalități").as_deref(), Some("Formalitati"));
        assert_eq!(sent("Послуга"), None);
        assert_eq!(length("25 €"), 5);
        assert_eq!(length("بطاقة"), 5);
        assert_eq!(length("ç"), 1);
    }

    #[test]
    fn a_long_text_ends_at_a_sentence_or_a_word() {
        assert_eq!(cut("Un deux. Trois quatre cinq", 20), "Un deux. Trois...");
        assert_eq!(
            cut("Un deux trois quatre. Cinq six sept", 27),
            "Un deux trois quatre."
        );
        assert_eq!(cut("court", 20), "court");
        assert!(length(&cut(&"mot ".repeat(100), 160)) <= 160);
    }
}
