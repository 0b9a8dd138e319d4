use super::*;

/// How a number is printed and dialled.
fn both(text: &str) -> (String, String) {
    let phone = Phone::read(text).unwrap_or_else(|reason| panic!("{text}: {reason:?}"));
    (phone.printed(), phone.link())
}

#[test]
fn numbers_are_printed_as_they_are_read_aloud_and_dial_from_anywhere() {
    for (text, printed, link) in [
        ("0199000000", "01 99 00 00 00", "tel:+33199000000"),
        ("01.99.00.00.00", "01 99 00 00 00", "tel:+33199000000"),
        ("+33 (0)1 99 00 00 00", "01 99 00 00 00", "tel:+33199000000"),
        ("+33 01 99 00 00 00", "01 99 00 00 00", "tel:+33199000000"),
        ("0033 1 99 00 00 00", "01 99 00 00 00", "tel:+33199000000"),
        (
            "Tél. : 01 99 00 00 00",
            "01 99 00 00 00",
            "tel:+33199000000",
        ),
        (
            "\u{202a}+33 1 99 00 00 00\u{202c}",
            "01 99 00 00 00",
            "tel:+33199000000",
        ),
        ("0800 123 456", "0 800 123 456", "tel:+33800123456"),
        ("3939", "39 39", "tel:3939"),
        ("112", "112", "tel:112"),
        ("116117", "116 117", "tel:116117"),
        ("+32 2 123 45 67", "+32 2 123 45 67", "tel:+3221234567"),
        ("+32 (0)2/123.45.67", "+32 2 123 45 67", "tel:+3221234567"),
        ("+352 27 12 34 56", "+352 27 12 34 56", "tel:+35227123456"),
        ("+35227123456", "+352 27 12 34 56", "tel:+35227123456"),
        ("00352 27 12 34 56", "+352 27 12 34 56", "tel:+35227123456"),
        ("+44 20 7946 0958", "+44 20 7946 0958", "tel:+442079460958"),
        ("+39 06 1234 5678", "+39 06 1234 5678", "tel:+390612345678"),
        ("+687 26 00 00", "+687 26 00 00", "tel:+687260000"),
        ("+689 40 12 34 56", "+689 40 12 34 56", "tel:+68940123456"),
    ] {
        assert_eq!(both(text), (printed.to_owned(), link.to_owned()), "{text}");
    }
}

/// Overseas, `+33` does not lead to the number.
#[test]
fn numbers_overseas_have_the_code_of_their_territory() {
    for (text, printed, link) in [
        ("0262 90 00 00", "0262 90 00 00", "tel:+262262900000"),
        ("02 62 90 00 00", "0262 90 00 00", "tel:+262262900000"),
        ("+262 262 90 00 00", "0262 90 00 00", "tel:+262262900000"),
        ("+262 (0)262 90 00 00", "0262 90 00 00", "tel:+262262900000"),
        ("+33 262 90 00 00", "0262 90 00 00", "tel:+262262900000"),
        ("0692 12 34 56", "0692 12 34 56", "tel:+262692123456"),
        ("0269 61 00 00", "0269 61 00 00", "tel:+262269610000"),
        ("0639 00 00 00", "0639 00 00 00", "tel:+262639000000"),
        ("0590 20 12 34", "0590 20 12 34", "tel:+590590201234"),
        ("0690 00 12 34", "0690 00 12 34", "tel:+590690001234"),
        ("0594 10 12 34", "0594 10 12 34", "tel:+594594101234"),
        ("0694 20 12 34", "0694 20 12 34", "tel:+594694201234"),
        ("0596 30 12 34", "0596 30 12 34", "tel:+596596301234"),
        ("0696 20 12 34", "0696 20 12 34", "tel:+596696201234"),
        ("0508 41 00 00", "0508 41 00 00", "tel:+508410000"),
        ("+508 41 00 00", "0508 41 00 00", "tel:+508410000"),
        // Mainland France all the same.
        ("06 38 00 00 00", "06 38 00 00 00", "tel:+33638000000"),
        ("0 800 12 34 56", "0 800 123 456", "tel:+33800123456"),
    ] {
        assert_eq!(both(text), (printed.to_owned(), link.to_owned()), "{text}");
    }
}

#[test]
fn what_is_not_a_number_says_why() {
    let several = |numbers: &[&str]| {
        NotAPhone::Several(numbers.iter().map(|number| (*number).to_owned()).collect())
    };
    for (text, reason) in [
        ("demander à l’accueil", NotAPhone::Words),
        ("javascript:1", NotAPhone::Words),
        ("", NotAPhone::Words),
        ("+", NotAPhone::Words),
        ("01 99 00 00 00 (standard)", NotAPhone::Words),
        ("01 99 00 00 0", NotAPhone::Digits(9)),
        ("01 99 00 00 00 00", NotAPhone::Digits(12)),
        ("1 99 00 00 00", NotAPhone::Digits(9)),
        ("26 00 00", NotAPhone::Digits(6)),
        ("4512", NotAPhone::Digits(4)),
        ("13", NotAPhone::Digits(2)),
        ("+33 1 99 00 00 0", NotAPhone::Abroad),
        ("+33 3939", NotAPhone::Abroad),
        ("0033 1 99 00 00 00 0", NotAPhone::Abroad),
        ("+352 12", NotAPhone::Abroad),
        ("+262 90 00 00", NotAPhone::Abroad),
        ("+999 12 34 56 78", NotAPhone::NoCountry),
        ("3939 / 3949", several(&["3939", "3949"])),
        ("17 / 112", several(&["17", "112"])),
        (
            "01 99 00 00 00 ou 06 99 00 00 00",
            several(&["01 99 00 00 00", "06 99 00 00 00"]),
        ),
        (
            "Tél. 01 99 00 00 00, 01 99 00 00 01 et +32 2 123 45 67",
            several(&["01 99 00 00 00", "01 99 00 00 01", "+32 2 123 45 67"]),
        ),
    ] {
        assert_eq!(Phone::read(text), Err(reason), "{text}");
    }
}

#[test]
fn a_number_tells_what_a_call_costs() {
    let tariff = |text| Phone::read(text).map(|phone| phone.tariff());
    for (text, expected) in [
        ("0 800 123 456", Tariff::Free),
        ("+33 805 12 34 56", Tariff::Free),
        ("30 00", Tariff::Free),
        ("17", Tariff::Free),
        ("112", Tariff::Free),
        ("116 117", Tariff::Free),
        ("0 811 901 801", Tariff::Premium),
        ("08 92 00 00 00", Tariff::Premium),
        ("0033 892 70 00 00", Tariff::Premium),
        ("118 000", Tariff::Premium),
        ("01 99 00 00 10", Tariff::Ordinary),
        ("0262 90 00 00", Tariff::Ordinary),
        ("0 806 000 225", Tariff::Ordinary),
        ("+32 2 123 45 67", Tariff::Ordinary),
        ("39 39", Tariff::Unknown),
    ] {
        assert_eq!(tariff(text), Ok(expected), "{text}");
    }
}

/// What libphonenumber, a collection of the numbering plans of all countries, dials for numbers of each
/// country (`tests/telephones/make.py`).
#[test]
fn numbers_dial_what_libphonenumber_dials() {
    let mut compared = 0;
    for line in include_str!("../../../../tests/telephones/numbers.csv").lines() {
        let Some((written, dialled)) = line.split_once(',') else {
            continue;
        };
        compared += 1;
        let ours = Phone::read(written).map(|phone| phone.dialled);
        let expected = match written.strip_prefix("0508") {
            // They are dialled like this in France (ARCEP), which libphonenumber does not know; it knows them
            // from abroad.
            Some(rest) => vec![format!("+508{rest}")],
            None => dialled.split(' ').map(str::to_owned).collect(),
        };
        assert!(
            ours.as_ref().is_ok_and(|ours| expected.contains(ours)),
            "{written}: {ours:?}, not {expected:?}"
        );
    }
    assert!(compared > 2000, "{compared}");
}

proptest::proptest! {
    /// The printed and the dialled number are the same.
    #[test]
    fn what_is_printed_and_dialled_reads_as_the_same_number(text in "(\\+|\\+33|\\+32|00|0|)[0-9 .()/-]{2,22}") {
        let Ok(phone) = Phone::read(&text) else { return Ok(()) };
        // `+262 800 …` is printed as 0 800 …, which all of France dials.
        let again = Phone::read(&phone.printed()).map(|again| again.printed());
        proptest::prop_assert_eq!(again, Ok(phone.printed()), "{}", text);
        proptest::prop_assert_eq!(Phone::read(&phone.link()), Ok(phone.clone()), "{}", text);
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,40}") {
        let _ = Phone::read(&text);
    }
}
