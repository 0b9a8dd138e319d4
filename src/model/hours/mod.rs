//! Opening hours: what an editor wrote, the rules it means, and the lines that put them into words.

pub mod calendar;
pub mod osm;
mod reading;
pub mod rules;
pub mod slips;
pub mod timetable;
mod tokens;
mod week;
pub mod words;
mod written;

pub use rules::TimeSpan;
pub use timetable::Timetable;
pub use week::{PlainWeek, WeekTimes, week_of, written_week};

use rules::HoursRule;
use words::UnreadHours;

/// Opening hours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours {
    /// In the OSM `opening_hours` syntax, which JSON-LD uses.
    pub written: String,
    /// Their rules, if guichet can put them into words.
    pub rules: Vec<HoursRule>,
    /// Their wording, if there are words for all of it.
    pub timetable: Option<Timetable>,
    /// What the editor wrote instead, in words.
    pub in_words: Option<String>,
}

impl Hours {
    /// Reads the OSM syntax, or words.
    ///
    /// # Errors
    ///
    /// Why the words were not understood, if it is neither.
    pub fn read(written: &str) -> Result<Self, UnreadHours> {
        let written = written.trim();
        if written.len() > words::LONGEST {
            return Err(UnreadHours::Incomplete);
        }
        if let Some(date) = slips::impossible_date(written) {
            return Err(UnreadHours::Date(date));
        }
        if let Some(rules) = osm::parse(written) {
            return Ok(Self::of(written.to_owned(), rules));
        }
        let unread = match words::parse(written) {
            Ok(rules) => {
                let hours = osm::written(&rules);
                // Read again, because rules made from words have no positions.
                let rules = osm::parse(&hours).unwrap_or_default();
                let hours = Self::of(hours, rules);
                if hours.timetable.is_some() {
                    let in_words = Some(written.to_owned());
                    return Ok(Self { in_words, ..hours });
                }
                UnreadHours::Incomplete
            }
            Err(unread) => unread,
        };
        // Possibly valid, but there are no words for it.
        match opening_hours_syntax::parse(written) {
            Ok(_) => Ok(Self::of(written.to_owned(), Vec::new())),
            Err(_) => Err(unread),
        }
    }

    fn of(written: String, rules: Vec<HoursRule>) -> Self {
        Self {
            written,
            timetable: Timetable::of(&rules),
            rules,
            in_words: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// Texts made of the parts of hours, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        const PIECES: [&str; 64] = [
            "Mo",
            "Tu-Fr",
            "Sa",
            "Su",
            "Mo-Fr",
            "PH",
            "SH",
            "Tu[1]",
            "Fr[-1]",
            "Jul-Aug",
            "Dec 24",
            "Dec 24-Jan 2",
            "2026",
            "2026+",
            "week 1-53/2",
            "09:00-12:00",
            "14:00-17:30",
            "22:00-03:00",
            "18:00+",
            "24/7",
            "off",
            "open",
            "unknown",
            "\"x\"",
            ";",
            ",",
            "||",
            "du lundi au vendredi",
            "le samedi",
            "9h-12h",
            "de 14h à 17h",
            "fermé",
            "sauf",
            "et",
            "en août",
            "les jours fériés",
            "le premier mardi du mois",
            "après-midi",
            "sur rendez-vous",
            "(x)",
            "+",
            "-",
            ":",
            "31",
            "matin",
            "le midi",
            "soir",
            "les autres jours",
            "jours ouvrés",
            "noël",
            "entre",
            "le reste de l’année",
            "été",
            "samdi",
            "WE",
            "7/7",
            "2-4pm",
            "à partir de 18h",
            "uniquement",
            "ainsi que",
            "(",
            ")",
            "\n",
            "les semaines paires",
        ];
        prop::collection::vec(prop::sample::select(&PIECES[..]), 1..9)
            .prop_map(|pieces| pieces.join(" "))
    }

    proptest! {
        // A fixed seed gives every run equal texts; exploring is for fuzzing, which keeps what it finds.
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(2026),
            ..ProptestConfig::default()
        })]

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            let _ = Hours::read(&text);
        }

        #[test]
        fn what_is_read_is_written_so_that_it_is_read_the_same(text in pieces()) {
            if let Ok(hours) = Hours::read(&text) {
                let again = osm::written(&hours.rules);
                if !hours.rules.is_empty() {
                    let again = Hours::read(&again).unwrap();
                    prop_assert_eq!(again.timetable, hours.timetable, "{} -> {}", text, again.written);
                }
            }
        }
    }

    #[test]
    fn hours_are_written_as_they_are_in_osm() {
        for (text, written) in [
            ("week 5 Mo 09:00-12:00", "week 5 Mo 09:00-12:00"),
            ("week 5-9 Mo 09:00-12:00", "week 5-9 Mo 09:00-12:00"),
            ("week 1-53/2 Mo 09:00-12:00", "week 1-53/2 Mo 09:00-12:00"),
            // A rule that says nothing.
            ("Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-12:00"),
            (
                "Mo 09:00-12:00;; Tu 10:00-12:00; ;",
                "Mo 09:00-12:00; Tu 10:00-12:00",
            ),
        ] {
            let rules = osm::parse(text).unwrap();
            assert_eq!(osm::written(&rules), written, "{text}");
        }
        for text in [
            "; Mo 09:00-12:00",
            "Mo 09:00-12:00, ; Tu 10:00-12:00",
            "Mo 09:00-12:00 || ; off",
        ] {
            assert!(osm::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_hours_of_a_year_cost_little() {
        // Bounds the days to compare rather than the time, for hours of every kind.
        for text in [
            "Mo-Fr 09:00-12:00; PH off",
            "week 1-53/2 Mo 22:00-03:00; 2026 Dec 24-2027 Jan 02 off; SH off",
        ] {
            let rules = osm::parse(text).unwrap();
            let pairs = reading::pairs_of_days(&rules).unwrap();
            assert!(pairs.len() < 500, "{text}");
        }
    }
}
