//! The edition code of a sheet: `2026-10 · K7F3`. It is derived from what the sheet says, so that two prints say the same
//! if and only if they bear the same code.

use serde::Serialize;

use crate::model::values::Date;

/// Letters and digits that nobody confuses, on a bad photocopy or read aloud: of each such pair (0 O, 1 I L, 2 Z, 5 S, 6 G,
/// 8 B, M N, U V) one at most. They are 23, a prime number, so that the check character finds every single mistake and
/// every exchange of two neighbours.
const ALPHABET: &[u8; 23] = b"2346789ACDEFHJKMPRTUWXY";

/// How many characters stand before the check character: 12 167 codes, for the few editions that one sheet ever has.
const LENGTH: usize = 3;

/// The code of a content: the month that it is from, where that is known, and its hash.
pub fn code(day: Option<Date>, content: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(content).unwrap_or_default();
    let hash = blake3::hash(&bytes);
    let head = hash.as_bytes().iter().take(8);
    let number = head.fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    let code = with_check(number);
    match day {
        Some(day) => format!(
            "{:04}-{:02}\u{a0}·\u{a0}{code}",
            day.0.year(),
            day.0.month()
        ),
        None => code,
    }
}

fn with_check(mut number: u64) -> String {
    let base = ALPHABET.len() as u64;
    let mut digits = [0; LENGTH];
    for digit in &mut digits {
        *digit = number % base;
        number /= base;
    }
    let weighted = digits.iter().zip(1..).map(|(digit, weight)| digit * weight);
    let check = weighted.sum::<u64>() % base;
    let characters = digits.iter().chain([&check]);
    characters
        .map(|digit| char::from(ALPHABET[usize::try_from(*digit).unwrap_or_default()]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_sound(code: &[u8]) -> bool {
        let digit = |c: &u8| ALPHABET.iter().position(|other| other == c).unwrap();
        let weighted = code[..LENGTH]
            .iter()
            .zip(1..)
            .map(|(c, weight)| digit(c) * weight);
        weighted.sum::<usize>() % ALPHABET.len() == digit(&code[LENGTH])
    }

    #[test]
    fn the_check_character_finds_each_mistake_and_each_exchange() {
        for number in (0..12_167).step_by(7) {
            let code = with_check(number).into_bytes();
            assert!(is_sound(&code));
            for at in 0..=LENGTH {
                for other in ALPHABET {
                    let mut wrong = code.clone();
                    wrong[at] = *other;
                    assert_eq!(is_sound(&wrong), wrong == code);
                }
            }
            for at in 0..LENGTH - 1 {
                let mut exchanged = code.clone();
                exchanged.swap(at, at + 1);
                assert_eq!(is_sound(&exchanged), exchanged == code);
            }
        }
    }
}
