//! Fixed phrases, in French and English. Of phrases that begin alike, the longest comes first.

use super::items::{HoursItem, HoursReader};
use crate::model::hours::calendar::{Days, Holidays, WeekDays, Weeks};
use crate::model::hours::rules::TimeSpan;

/// Words that join others and carry no meaning.
pub(super) const LINKS: [&str; 36] = [
    "le",
    "la",
    "les",
    "l",
    "'",
    "de",
    "du",
    "des",
    "d",
    "en",
    "au",
    "aux",
    "a",
    "on",
    "the",
    "of",
    "in",
    "from",
    "at",
    "pendant",
    "durant",
    "during",
    "tous",
    "toutes",
    "chaque",
    "every",
    "uniquement",
    "seulement",
    "exclusivement",
    "only",
    "inclus",
    "incluse",
    "inclusive",
    "compris",
    "y",
    "both",
];

impl HoursReader<'_> {
    /// Fixed phrases and signs.
    pub(super) fn phrase(&mut self) -> bool {
        let all_day = HoursItem::Times(TimeSpan::DAY);
        let every_day = HoursItem::Days(Days::ALL);
        let table: [(&[&[&str]], &[HoursItem]); 18] = [
            (
                &[
                    &["tous", "les", "jours", "ouvres"],
                    &["jours", "ouvres"],
                    &["working", "days"],
                    &["business", "days"],
                ],
                &[
                    HoursItem::Days(Days::Week(WeekDays::range(0, 4))),
                    HoursItem::Except,
                    HoursItem::Holidays(Holidays {
                        public: true,
                        school: false,
                    }),
                ],
            ),
            (
                &[
                    &["tous", "les", "jours", ",", "a", "toute", "heure"],
                    &["24", "hours", "a", "day", ",", "7", "days", "a", "week"],
                    &["24", "/", "7"],
                    &["24", "h", "/", "24", "et", "7", "j", "/", "7"],
                    &["24", "h", "/", "24", ",", "7", "j", "/", "7"],
                    &["24", "h", "/", "24", "7", "j", "/", "7"],
                    &["24", "h", "/", "24", "et", "7", "jours", "/", "7"],
                    &["24", "h", "/", "24", ",", "7", "jours", "/", "7"],
                    &["24", "h", "/", "24", "et", "7", "jours", "sur", "7"],
                    &["24", "h", "sur", "24", "et", "7", "j", "sur", "7"],
                    &["24", "h", "sur", "24", "et", "7", "jours", "sur", "7"],
                    &["24", "heures", "sur", "24", ",", "7", "jours", "sur", "7"],
                    &["24", "heures", "sur", "24", "et", "7", "jours", "sur", "7"],
                    &["7", "j", "/", "7", "et", "24", "h", "/", "24"],
                    &["7", "j", "/", "7", ",", "24", "h", "/", "24"],
                    &["7", "j", "/", "7", "24", "h", "/", "24"],
                    &["jour", "et", "nuit"],
                ],
                &[every_day.clone(), all_day.clone()],
            ),
            (
                &[
                    &["24", "heures", "sur", "24"],
                    &["24", "h", "/", "24"],
                    &["24", "h", "sur", "24", "h"],
                    &["24", "h", "sur", "24"],
                    &["24", "/", "24"],
                    &["24", "hours", "a", "day"],
                    &["24", "hours"],
                    &["a", "toute", "heure"],
                ],
                &[all_day],
            ),
            (
                &[
                    &["tous", "les", "jours", "feries"],
                    &["jours", "feries"],
                    &["jour", "ferie"],
                    &["jours", "de", "fete"],
                    &["feries"],
                    &["on", "public", "holidays"],
                    &["public", "holidays"],
                    &["bank", "holidays"],
                    &["bank", "hols"],
                    &["public", "and", "bank", "holidays"],
                    &["ph"],
                ],
                &[HoursItem::Holidays(Holidays {
                    public: true,
                    school: false,
                })],
            ),
            (
                &[
                    &["hors", "periode", "scolaire"],
                    &["hors", "temps", "scolaire"],
                    &["vacances", "scolaires"],
                    &["conges", "scolaires"],
                    &["vacances"],
                    &["school", "holidays"],
                    &["school", "hols"],
                    &["outside", "term", "time"],
                    &["sh"],
                ],
                &[HoursItem::Holidays(Holidays {
                    public: false,
                    school: true,
                })],
            ),
            (
                &[
                    &["tous", "les", "jours"],
                    &["7", "j", "/", "7"],
                    &["7", "jours", "sur", "7"],
                    &["7", "jours", "/", "7"],
                    &["7", "j", "sur", "7"],
                    &["7", "days", "a", "week"],
                    &["seven", "days", "a", "week"],
                    &["tlj"],
                    &["every", "day"],
                    &["daily"],
                ],
                &[every_day],
            ),
            (
                &[
                    &["semaines", "impaires"],
                    &["en", "semaine", "impaire"],
                    &["semaine", "impaire"],
                    &["in", "odd", "-", "numbered", "weeks"],
                    &["odd", "weeks"],
                ],
                &[HoursItem::Weeks(Weeks {
                    from: 1,
                    to: 53,
                    step: 2,
                })],
            ),
            (
                &[
                    &["semaines", "paires"],
                    &["en", "semaine", "paire"],
                    &["semaine", "paire"],
                    &["in", "even", "-", "numbered", "weeks"],
                    &["even", "weeks"],
                ],
                &[HoursItem::Weeks(Weeks {
                    from: 2,
                    to: 52,
                    step: 2,
                })],
            ),
            (
                &[
                    &["en", "semaine"],
                    &["on", "weekdays"],
                    &["weekdays"],
                    &["l", "-", "v"],
                    &["l", "a", "v"],
                ],
                &[HoursItem::Days(Days::Week(WeekDays::range(0, 4)))],
            ),
            (
                &[
                    &["week", "-", "ends"],
                    &["week", "-", "end"],
                    &["week", "ends"],
                    &["week", "end"],
                    &["weekends"],
                    &["weekend"],
                    &["le", "we"],
                    &["les", "we"],
                ],
                &[HoursItem::Days(Days::Week(WeekDays::range(5, 6)))],
            ),
            (
                &[
                    &["jour", "de", "fermeture"],
                    &["jours", "de", "fermeture"],
                    &["fermeture", "au", "public"],
                    &["fermeture", "hebdomadaire"],
                    &["fermeture", "annuelle"],
                    &["fermeture", "exceptionnelle"],
                    &["fermeture"],
                    &["ferme", "au", "public"],
                    &["ferme", "(", "e", ")"],
                    &["ferme", "e"],
                    &["ferme"],
                    &["fermee", "au", "public"],
                    &["fermee"],
                    &["fermes"],
                    &["fermees"],
                    &["closed"],
                    &["off"],
                ],
                &[HoursItem::Closed],
            ),
            (
                &[
                    &["periode", "scolaire"],
                    &["periodes", "scolaires"],
                    &["temps", "scolaire"],
                    &["term", "time"],
                    &["term", "-", "time"],
                ],
                &[
                    HoursItem::Except,
                    HoursItem::Holidays(Holidays {
                        public: false,
                        school: true,
                    }),
                ],
            ),
            (
                &[
                    &["sauf"],
                    &["hors"],
                    &["excepte"],
                    &["except", "on"],
                    &["except"],
                    &["excluding"],
                    &["apart", "from"],
                    &["a", "l", "'", "exception"],
                    &["a", "l", "'", "exclusion"],
                    &["en", "dehors"],
                ],
                &[HoursItem::Except],
            ),
            (
                &[
                    &["horaires", "d", "'", "ouverture", "au", "public"],
                    &["horaires", "d", "'", "ouverture"],
                    &["horaires", "d", "'", "accueil", "du", "public"],
                    &["horaires", "d", "'", "accueil"],
                    &["jours", "et", "heures", "d", "'", "ouverture"],
                    &["jours", "et", "horaires", "d", "'", "ouverture"],
                    &["heures", "d", "'", "ouverture", "au", "public"],
                    &["heures", "d", "'", "ouverture"],
                    &["heures", "d", "'", "accueil"],
                    &["horaires"],
                    &["ouverture", "au", "public"],
                    &["ouvert", "au", "public"],
                    &["ouverte", "au", "public"],
                    &["accueil", "du", "public"],
                    &["accueil", "physique"],
                    &["accueil", "sur", "place"],
                    &["accueil"],
                    &["permanences", "d", "'", "accueil"],
                    &["permanence", "d", "'", "accueil"],
                    &["permanences"],
                    &["permanence"],
                    &["opening", "times"],
                    &["office", "hours"],
                    &["opening", "hours"],
                    &["ouverture"],
                    &["ouverte"],
                    &["ouvert"],
                    &["ouverts"],
                    &["open"],
                ],
                &[HoursItem::Open],
            ),
            (
                &[
                    &["et", "aussi"],
                    &["et", "egalement"],
                    &["egalement"],
                    &["et", "puis", "aussi"],
                    &["ainsi", "que"],
                    &["and", "also"],
                    &["aussi"],
                ],
                &[HoursItem::Also],
            ),
            (&[&["sinon"], &["otherwise"]], &[HoursItem::Otherwise]),
            (
                &[
                    &["autres", "jours"],
                    &["reste", "de", "la", "semaine"],
                    &["other", "days"],
                ],
                &[HoursItem::OtherDays],
            ),
            (
                &[
                    &["et", "puis"],
                    &["et"],
                    &["and"],
                    &["puis"],
                    &["&"],
                    &["+"],
                ],
                &[HoursItem::And],
            ),
        ];
        let first = self.at;
        for (phrases, items) in &table {
            if self.any(phrases) {
                if matches!(items, [HoursItem::Holidays(_)]) && self.names_which() {
                    self.at = first;
                    return false;
                }
                self.items.extend(items.iter().cloned());
                return true;
            }
        }
        self.part_of_day()
            || self.is_said_anyway()
            || self.season()
            || self.rest_of_the_year()
            || self.who_is_open()
            || self.sign()
    }

    /// Whether holidays are some of a year: `vacances de février`, `vacances de la Toussaint`.
    fn names_which(&self) -> bool {
        let links = ["de", "d", "'", "la", "des", "du", "l"];
        let by = (0..).find(|by| !links.contains(&self.word(*by)));
        let by = by.unwrap_or_default();
        let seasons = ["ete", "hiver", "printemps", "automne", "paques"];
        by > 0
            && (self.month(by).is_some()
                || self.feast(by).is_some()
                || seasons.contains(&self.word(by)))
    }

    /// Consumes a season, if dates follow that say when it is: `été (juillet-août)`, `horaires d’hiver : du 1er novembre au 31 mars`.
    fn season(&mut self) -> bool {
        const NAMES: [&str; 9] = [
            "ete",
            "hiver",
            "printemps",
            "automne",
            "summer",
            "winter",
            "spring",
            "autumn",
            "saison",
        ];
        const BETWEEN: [&str; 8] = ["(", ":", ",", "du", "de", "d", "'", "from"];
        let words = (0..).find(|by| !matches!(self.word(*by), "en" | "l" | "d" | "'" | "in"));
        let words = words.unwrap_or_default();
        if !NAMES.contains(&self.word(words)) {
            return false;
        }
        let by = (words + 1..).find(|by| !BETWEEN.contains(&self.word(*by)));
        let dated = by.is_some_and(|by| {
            let day = self.number(by).is_some() && self.to(by + 1).is_some();
            let first = self.word(by + 1) == "er" && self.to(by + 2).is_some();
            self.date(by).is_some() || self.month(by).is_some() || day || first
        });
        if dated {
            self.at += words + 1;
        }
        dated
    }

    /// Consumes `le reste de l’année` after closures alone: they apply anyway.
    fn rest_of_the_year(&mut self) -> bool {
        let opens =
            |item: &HoursItem| matches!(item, HoursItem::Times(_) | HoursItem::Comment { .. });
        let closed = self.items.contains(&HoursItem::Closed);
        closed
            && !self.items.iter().any(opens)
            && self.any(&[
                &["le", "reste", "de", "l", "'", "annee"],
                &["reste", "de", "l", "'", "annee"],
                &["the", "rest", "of", "the", "year"],
            ])
    }

    /// Consumes who is open, at the beginning: `Le secrétariat est ouvert`, `We are open`.
    fn who_is_open(&mut self) -> bool {
        const MOST: usize = 5;
        if self.at > 0 {
            return false;
        }
        let is = (1..=MOST).find(|by| {
            matches!(self.word(*by), "est" | "sont" | "is" | "are" | "sommes")
                && matches!(
                    self.word(by + 1),
                    "ouvert" | "ouverte" | "ouverts" | "ouvertes" | "open"
                )
        });
        let Some(is) = is else {
            return false;
        };
        // `We` is a Wednesday elsewhere.
        let named = |by: usize| self.word(by) != "we" && self.day(by).is_some();
        let names = (0..is).all(|by| self.number(by).is_none() && !named(by));
        if names {
            self.at += is + 2;
        }
        names
    }

    /// Consumes what hours say by themselves.
    fn is_said_anyway(&mut self) -> bool {
        self.any(&[
            &["sans", "interruption"],
            &["non", "-", "stop"],
            &["non", "stop"],
            &["en", "continu"],
            &["en", "journee", "continue"],
            &["journee", "continue"],
            &["toute", "l", "'", "annee"],
            &["de", "l", "'", "annee"],
            &["all", "year", "round"],
            &["all", "year"],
        ])
    }
}
