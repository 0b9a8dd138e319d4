//! The French numbering plan: which numbers exist, where they ring, and what a call costs (ARCEP, decision
//! 2018-0881 as amended).

/// The calling code of mainland France (ITU-T E.164).
pub const FRANCE: &str = "33";

/// Calling codes that keep the last nine digits of a ten-digit number.
pub const NINE_DIGITS: [&str; 5] = [FRANCE, "262", "590", "594", "596"];

/// The calling code of Saint-Pierre-et-Miquelon, where a landline is `0508` and six digits in France, and
/// only those six from abroad.
pub const SAINT_PIERRE: &str = "508";

/// Prefixes of numbers in the overseas territories, and their calling codes: `+33` does not reach them.
const OVERSEAS: &[(&str, &str)] = &[
    // La Réunion and Mayotte.
    ("0262", "262"),
    ("0263", "262"),
    ("0268", "262"),
    ("0269", "262"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("07092", "262"),
    ("070935", "262"),
    ("070936", "262"),
    ("070937", "262"),
    // Guadeloupe, Saint-Barthélemy and Saint-Martin.
    ("05987", "590"),
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("07090", "590"),
    // Guyane.
    ("05988", "594"),
    ("0594", "594"),
    ("0694", "594"),
    ("070930", "594"),
    ("070931", "594"),
    ("070932", "594"),
    ("070933", "594"),
    // Martinique.
    ("05989", "596"),
    ("0596", "596"),
    ("0696", "596"),
    ("0697", "596"),
    ("07091", "596"),
    // Saint-Pierre-et-Miquelon.
    ("0508", SAINT_PIERRE),
    ("0708", SAINT_PIERRE),
];

/// The calling code of the territory where a national number rings; `None` for mainland France, or if there
/// is no such place.
pub fn overseas(national: &str) -> Option<&'static str> {
    let found = OVERSEAS
        .iter()
        .find(|(begins, _)| national.starts_with(begins));
    found.map(|(_, code)| *code)
}

/// Whether these are the ten digits of a French number.
pub fn is_national(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'0', b'1'..=b'9', ..]) && digits.len() == 10
}

/// A national number as dialled from anywhere, without the `+`.
pub fn international(national: &str) -> String {
    let code = overseas(national).unwrap_or(FRANCE);
    match national.strip_prefix("0508") {
        Some(rest) => format!("{code}{rest}"),
        None => format!("{code}{}", national.get(1..).unwrap_or_default()),
    }
}

/// A number dialled as it is, only within France: emergencies (`15`, `112`), operators (`10 xx`), services
/// (`3x xx`), European services of social value (`116 xxx`) and directories (`118 xxx`).
pub fn is_short(digits: &str) -> bool {
    matches!(
        digits.as_bytes(),
        [b'1', b'5' | b'7' | b'8']
            | [b'1', _, _]
            | [b'1', b'0', _, _]
            | [b'3', _, _, _]
            | [b'1', b'1', b'6' | b'8', _, _, _]
    )
}

/// What a call costs, as far as the number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tariff {
    /// Nothing.
    Free,
    /// An ordinary call.
    Ordinary,
    /// More than an ordinary call.
    Premium,
    /// It may be any of these: the number does not say.
    Unknown,
}

/// What a call to a number costs in France: 0800 to 0805, 30xx and 31xx are free, 0806 to 0809 cost an
/// ordinary call, 081, 082, 089 and 118 xyz more; the other four-digit numbers that begin with 3 may be any
/// of these. Three-digit numbers are emergency and social services, all free.
pub fn tariff(national: &str) -> Tariff {
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| national.starts_with(prefix));
    match national.len() {
        _ if national.starts_with('+') => Tariff::Ordinary,
        2 | 3 => Tariff::Free,
        4 if begins(&["30", "31"]) => Tariff::Free,
        4 if begins(&["3"]) => Tariff::Unknown,
        6 if begins(&["116"]) => Tariff::Free,
        6 if begins(&["118"]) => Tariff::Premium,
        10 if begins(&["0800", "0801", "0802", "0803", "0804", "0805"]) => Tariff::Free,
        10 if begins(&["081", "082", "089"]) => Tariff::Premium,
        _ => Tariff::Ordinary,
    }
}
