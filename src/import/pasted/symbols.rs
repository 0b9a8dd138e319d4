//! Signs that are letters of another font, or beside the line.

use super::style::PastedScript;

/// What readers see for a letter in the font Wingdings, in which Word writes bullets, arrows and smileys.
pub fn symbol(letter: char) -> char {
    // Word writes either the letter or a character of the private use area.
    let code = match letter as u32 {
        code @ 0xf020..=0xf0ff => code - 0xf000,
        code => code,
    };
    match code {
        0x28 => '☎',
        0x2a => '✉',
        0x46 => '☞',
        0x4a => '☺',
        0x4c => '☹',
        0x6c => '●',
        0x6e | 0xa7 => '▪',
        0x6f | 0x71 | 0xa8 => '☐',
        0x76 => '❖',
        0xb7 => '•',
        0xd8 => '➢',
        0xdf => '←',
        0xe0 => '→',
        0xe8 => '➔',
        0xf0 => '⇨',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => letter,
    }
}

/// Whether a character is of the private use area, where fonts of symbols have their letters.
pub fn is_private(letter: char) -> bool {
    matches!(letter, '\u{f020}'..='\u{f0ff}')
}

/// A text above or below the line as people type it on it: `m²`, `CO₂`, `1er`. `None` if it needs marks.
pub fn on_the_line(text: &str, script: PastedScript) -> Option<String> {
    let digits = match script {
        PastedScript::Line => return None,
        PastedScript::Super => "⁰¹²³⁴⁵⁶⁷⁸⁹",
        PastedScript::Sub => "₀₁₂₃₄₅₆₇₈₉",
    };
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let digit = |c: char| digits.chars().nth(c.to_digit(10)? as usize);
        return text.chars().map(digit).collect();
    }
    let is_ending = ENDINGS.contains(&text.to_lowercase().as_str());
    (script == PastedScript::Sub || is_ending).then(|| text.to_owned())
}

/// The letters of French and English ordinals and abbreviations that word processors raise.
const ENDINGS: &[&str] = &[
    "d", "de", "e", "er", "ers", "es", "ère", "ères", "ème", "èmes", "gr", "gnr", "ier", "ière",
    "ieme", "ième", "le", "lle", "lles", "me", "mes", "nd", "nde", "o", "os", "r", "rd", "re",
    "res", "st", "te", "th", "°", "tm", "®", "™",
];
