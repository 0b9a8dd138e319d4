//! What the name of a publisher says of it.

use guichet::markdown::slug;

/// The sorts of publishers that their names tell, and that have a kind in the directory and a look of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PublisherSort {
    /// A town and its hall.
    Town,
    /// A town's centre for social action.
    SocialCentre,
    /// A trade union, or a union of these.
    Union,
}

impl PublisherSort {
    /// How their names begin, as slugs, after an article.
    const BEGINNINGS: &[(&str, Self)] = &[
        ("commune", Self::Town),
        ("mairie", Self::Town),
        ("ville-de", Self::Town),
        ("ville-d", Self::Town),
        ("ville-du", Self::Town),
        ("village-de", Self::Town),
        ("town-of", Self::Town),
        ("city-of", Self::Town),
        ("ccas", Self::SocialCentre),
        ("centre-communal-d-action-sociale", Self::SocialCentre),
        ("syndicat", Self::Union),
        ("union-locale", Self::Union),
        ("union-departementale", Self::Union),
        ("union-regionale", Self::Union),
        ("union-syndicale", Self::Union),
        ("trade-union", Self::Union),
        ("force-ouvriere", Self::Union),
    ];

    /// How English names of town halls end.
    const ENDINGS: &[&str] = &[
        "town-hall",
        "city-hall",
        "town-council",
        "city-council",
        "parish-council",
    ];

    /// Words that only names of trade unions have.
    const OF_UNIONS: &[&str] = &["cgt", "cfdt", "cftc", "cnt", "fsu", "solidaires", "unsa"];

    /// Words of other bodies that are called syndicates or unions: of towns, of owners, of shops, of sports.
    const OF_OTHERS: &[&str] = &[
        "intercommunal",
        "intercommunale",
        "mixte",
        "initiative",
        "departemental",
        "eau",
        "eaux",
        "energie",
        "energies",
        "copropriete",
        "coproprietaires",
        "proprietaires",
        "commercants",
        "sportive",
    ];

    /// The sort that a name clearly says, from its slug.
    pub fn of(name: &str) -> Option<Self> {
        let words = || name.split('-');
        if words().any(|word| Self::OF_UNIONS.contains(&word)) {
            return Some(Self::Union);
        }
        let articles = ["la-", "le-", "l-", "the-"];
        let mut articles = articles
            .iter()
            .filter_map(|article| name.strip_prefix(article));
        let name = articles.next().unwrap_or(name);
        let begins = |beginning: &str| {
            let rest = name.strip_prefix(beginning);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        if Self::ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            return Some(Self::Town);
        }
        let mut beginnings = Self::BEGINNINGS.iter();
        let (_, sort) = beginnings.find(|(beginning, _)| begins(beginning))?;
        let is_other = *sort == Self::Union && words().any(|word| Self::OF_OTHERS.contains(&word));
        (!is_other).then_some(*sort)
    }

    /// The kind of organization.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Town => "mairie",
            Self::SocialCentre => "ccas",
            Self::Union => "syndicat",
        }
    }

    /// The look, in French and in English.
    pub fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Town | Self::SocialCentre => ("commune", "town"),
            Self::Union => ("syndicat", "union"),
        }
    }
}

/// The name of a town hall in a sentence, from that in the national directory: « Mairie - Le Bourg » is “Mairie du Bourg”.
pub(super) fn town_hall(title: &str) -> String {
    let Some(town) = title.strip_prefix("Mairie - ") else {
        return title.to_owned();
    };
    let town = town.trim().replace('\'', "’");
    let article = |article: &str, of: &str| {
        let rest = town.strip_prefix(article)?;
        Some(format!("Mairie {of} {rest}"))
    };
    if let Some(name) = article("Le ", "du").or_else(|| article("Les ", "des")) {
        return name;
    }
    match slug(&town).bytes().next() {
        // Whether it is silent is for those who live there to say.
        Some(b'h') => format!("Mairie – {town}"),
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => format!("Mairie d’{town}"),
        _ => format!("Mairie de {town}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_hall_is_named_as_people_say_it() {
        for (title, name) in [
            ("Mairie - Villefictive", "Mairie de Villefictive"),
            ("Mairie - Le Bourg", "Mairie du Bourg"),
            ("Mairie - Les Prés", "Mairie des Prés"),
            ("Mairie - La Rivière", "Mairie de La Rivière"),
            ("Mairie - L'Étang", "Mairie de L’Étang"),
            ("Mairie - Échantillon", "Mairie d’Échantillon"),
            ("Mairie - Hameau", "Mairie – Hameau"),
            ("Hôtel de ville", "Hôtel de ville"),
        ] {
            assert_eq!(town_hall(title), name);
        }
    }

    #[test]
    fn names_say_what_their_bearers_are() {
        let sort = |name: &str| PublisherSort::of(&slug(name)).map(PublisherSort::kind);
        let cases = [
            ("Commune de Saint-Aubin", Some("mairie")),
            ("La ville d’Exempleville", Some("mairie")),
            ("Saint-Aubin Town Hall", Some("mairie")),
            ("CCAS d’Exempleville", Some("ccas")),
            ("Union locale d’Exempleville", Some("syndicat")),
            ("Syndicat CGT de la mairie d’Exempleville", Some("syndicat")),
            ("Syndicat intercommunal des eaux", None),
            ("Union des commerçants", None),
            ("Les amis de la mairie", None),
            ("mon-site", None),
        ];
        for (name, expected) in cases {
            assert_eq!(sort(name), expected, "{name}");
        }
    }
}
