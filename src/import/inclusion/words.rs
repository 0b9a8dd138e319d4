//! What the names of data·inclusion mean, in the words that its schema has for people.

use super::record::InclusionFields;
use super::towns::TownNames;
use crate::import::loose::shortened;
use crate::import::places::of_town;

/// Whom a service is for (`Public`, schema 1; `Profil`, schema 0); `tous-publics` needs no words.
const PUBLICS: &[(&str, &str)] = &[
    ("actifs", "Personnes qui travaillent"),
    ("adultes", "Adultes"),
    ("alternants", "Alternants"),
    (
        "beneficiaires-des-minimas-sociaux",
        "Personnes qui ont les minima sociaux",
    ),
    ("beneficiaires-rsa", "Personnes qui touchent le RSA"),
    ("deficience-visuelle", "Personnes aveugles ou malvoyantes"),
    ("demandeurs-emploi", "Personnes qui cherchent un emploi"),
    ("demandeurs-demploi", "Personnes qui cherchent un emploi"),
    ("etudiants", "Étudiants"),
    ("familles", "Familles"),
    ("familles-enfants", "Familles avec enfants"),
    ("femmes", "Femmes"),
    ("handicaps-mentaux", "Personnes avec un handicap mental"),
    (
        "handicaps-psychiques",
        "Personnes avec un handicap psychique",
    ),
    ("jeunes", "Jeunes"),
    ("jeunes-16-26", "Jeunes de 16 à 26 ans"),
    ("locataires", "Locataires"),
    (
        "personnes-de-nationalite-etrangere",
        "Personnes de nationalité étrangère",
    ),
    (
        "personnes-en-situation-de-handicap",
        "Personnes handicapées",
    ),
    (
        "personnes-en-situation-durgence",
        "Personnes en situation d’urgence",
    ),
    (
        "personnes-en-situation-juridique-specifique",
        "Personnes détenues ou sorties de prison",
    ),
    (
        "personnes-en-situation-illettrisme",
        "Personnes qui ont du mal à lire et à écrire",
    ),
    ("personnes-exilees", "Personnes exilées"),
    ("personnes-handicapees", "Personnes handicapées"),
    ("proprietaires", "Propriétaires"),
    (
        "residents-qpv-frr",
        "Habitants d’un quartier prioritaire ou d’une zone rurale aidée",
    ),
    ("retraites", "Retraités"),
    ("salaries", "Salariés"),
    ("sans-domicile-fixe", "Personnes sans domicile"),
    ("seniors", "Personnes âgées"),
    ("seniors-65", "Personnes de plus de 65 ans"),
    (
        "sortants-ase",
        "Jeunes qui quittent l’aide sociale à l’enfance",
    ),
    ("sortants-de-detention", "Personnes sorties de prison"),
    ("surdite", "Personnes sourdes ou malentendantes"),
    ("victimes", "Victimes"),
];

/// Categories of subjects (`Categorie`, schema 1), which are topics here.
const TOPICS: &[(&str, &str)] = &[
    ("choisir-un-metier", "Choisir un métier"),
    ("creer-une-entreprise", "Créer une entreprise"),
    (
        "difficultes-administratives-ou-juridiques",
        "Difficultés administratives ou juridiques",
    ),
    ("difficultes-financieres", "Difficultés financières"),
    ("equipement-et-alimentation", "Équipement et alimentation"),
    ("famille", "Famille"),
    ("lecture-ecriture-calcul", "Lire, écrire, compter"),
    ("logement-hebergement", "Logement et hébergement"),
    ("mobilite", "Mobilité"),
    ("numerique", "Numérique"),
    ("preparer-sa-candidature", "Préparer sa candidature"),
    ("remobilisation", "Reprendre confiance"),
    ("sante", "Santé"),
    ("se-former", "Se former"),
    ("souvrir-a-linternational", "Travailler à l’étranger"),
    ("trouver-un-emploi", "Trouver un emploi"),
];

/// More places than these are counted.
const MOST_PLACES: usize = 6;

/// Longer remarks stay in the text.
const LONGEST_REMARK: usize = 160;

/// The topic of a service: its identifier and its title.
pub fn topic(fields: &InclusionFields) -> Option<(&'static str, &'static str)> {
    let names = fields.names("thematiques");
    names.iter().find_map(|name| {
        let category = name.split("--").next()?;
        TOPICS.iter().find(|(key, _)| *key == category).copied()
    })
}

/// Whom a service is for, each as an editor would write it; and what there is to say about it at length.
pub fn audience(fields: &InclusionFields, towns: &TownNames) -> (Vec<String>, String) {
    let mut found: Vec<String> = Vec::new();
    for key in ["publics", "profils"] {
        for name in fields.names(key) {
            let known = PUBLICS.iter().find(|(key, _)| *key == name);
            let words = match known {
                Some((_, words)) => (*words).to_owned(),
                None if matches!(name.as_str(), "tous-publics" | "public-langues-etrangeres") => {
                    continue;
                }
                None => capitalised(&shortened(&name.replace('-', " "), LONGEST_REMARK)),
            };
            if !found.contains(&words) {
                found.push(words);
            }
        }
    }
    let mut more = fields.first(&["publics_precisions", "profils_precisions"]);
    if is_remark(&more) {
        let said = fields.line("publics_precisions");
        let said = match said.is_empty() {
            true => fields.line("profils_precisions"),
            false => said,
        };
        found.push(said);
        more.clear();
    }
    found.extend(zone(fields, towns));
    (found, more)
}

/// Whether a text is short enough to be read in a line.
pub fn is_remark(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_REMARK && !text.contains('\n')
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The inhabitants of which places a service is for; `None` if of all.
fn zone(fields: &InclusionFields, towns: &TownNames) -> Option<String> {
    let codes = fields.zone();
    let is_whole = |code: &String| matches!(code.as_str(), "FRANCE" | "99100" | "FR");
    if codes.is_empty() || codes.iter().any(is_whole) {
        let named = fields.line("zone_diffusion_nom");
        let kind = fields.line("zone_diffusion_type");
        let is_named = !named.is_empty() && !matches!(kind.as_str(), "" | "pays");
        let whose = match kind.as_str() {
            "commune" => of_town(&named),
            _ => None,
        };
        let whose = whose.unwrap_or_else(|| format!("de {named}"));
        return (is_named && is_remark(&named)).then(|| format!("Habitants {whose}"));
    }
    let here = (fields.commune(), fields.line("commune"));
    let town = |code: &String| {
        let name = towns.get(code).or_else(|| {
            let is_here = *code == here.0 && is_remark(&here.1);
            is_here.then_some(here.1.as_str())
        })?;
        Some(of_town(name).unwrap_or_else(|| format!("de {name}")))
    };
    let some = |count: usize, one: String, several: &str| match count {
        1 => format!("Habitants {one}"),
        _ => format!("Habitants de {count} {several}"),
    };
    let first = codes.first().map_or("", String::as_str);
    Some(match first.len() {
        length if codes.iter().any(|code| code.len() != length) => {
            format!("Habitants de {} territoires", codes.len())
        }
        // Departments, which readers know by their numbers.
        2 | 3 => match codes.len() {
            1 => format!("Habitants du département {first}"),
            2..=MOST_PLACES => format!("Habitants des départements {}", codes.join(", ")),
            count => format!("Habitants de {count} départements"),
        },
        9 => some(
            codes.len(),
            "de l’intercommunalité".to_owned(),
            "intercommunalités",
        ),
        5 => {
            let named: Option<Vec<String>> = match codes.len() {
                ..=MOST_PLACES => codes.iter().map(town).collect(),
                _ => None,
            };
            let unnamed = format!("de la commune de code INSEE\u{a0}{first}");
            match named.as_deref() {
                Some([others @ .., last]) if !others.is_empty() => {
                    format!("Habitants {} et {last}", others.join(", "))
                }
                Some([one]) => format!("Habitants {one}"),
                _ => some(codes.len(), unnamed, "communes"),
            }
        }
        _ => return None,
    })
}

/// What a service costs, in one line each; and what there is to say about it at length.
pub fn cost(fields: &InclusionFields) -> (Vec<String>, String) {
    let mut found: Vec<String> = Vec::new();
    let fees = fields.names("frais");
    let mut more = fields.first(&["frais_precisions", "frais_autres"]);
    let remark = match is_remark(&more) {
        true => std::mem::take(&mut more),
        false => String::new(),
    };
    for fee in fees {
        let words = match fee.as_str() {
            "gratuit" => "gratuit",
            "gratuit-sous-conditions" => "gratuit sous conditions",
            "adhesion" => "sur adhésion",
            "pass-numerique" => "le pass numérique est accepté",
            // What it costs says so.
            "payant" if !remark.is_empty() => continue,
            "payant" => "payant",
            _ => continue,
        };
        found.push(words.to_owned());
    }
    if !remark.is_empty() {
        let line = crate::import::xml::one_line(crate::invisible::read(&remark).trim());
        found.push(line);
    }
    (found, more)
}

/// How long a service lasts, in words.
pub fn duration(fields: &InclusionFields) -> Option<String> {
    let number = |key: &str| {
        let said = fields.line(key);
        let value: f64 = said.parse().ok()?;
        // A year has 8 784 hours.
        (value > 0.0 && value < 9_000.0).then_some(value)
    };
    let written = |value: f64| {
        let rounded = (value * 10.0).round() / 10.0;
        rounded.to_string().replace('.', ",")
    };
    let weeks = number("nombre_semaines").map(|weeks| match weeks {
        1.0 => "1\u{a0}semaine".to_owned(),
        weeks => format!("{}\u{a0}semaines", written(weeks)),
    });
    let hours = number("volume_horaire_hebdomadaire")
        .map(|hours| format!("{}\u{a0}h par semaine", written(hours)));
    let parts: Vec<String> = weeks.into_iter().chain(hours).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(value: &serde_json::Value) -> InclusionFields {
        InclusionFields(value.as_object().cloned().unwrap_or_default())
    }

    #[test]
    fn whom_a_service_is_for_is_said_in_plain_words() {
        let towns = TownNames::with(&[
            ("35360", "Villefictive"),
            ("35361", "Bourg"),
            ("35362", "Essaiville"),
            ("35363", "Le Modèle"),
        ]);
        for (said, audience) in [
            (json!({ "publics": ["tous-publics"] }), &[][..]),
            (
                json!({ "publics": "[\"seniors\", \"familles\"]", "publics_precisions": "Dès 60 ans" }),
                &["Personnes âgées", "Familles", "Dès 60 ans"],
            ),
            (
                json!({ "profils": "{sortants-ase}" }),
                &["Jeunes qui quittent l’aide sociale à l’enfance"],
            ),
            (
                json!({ "profils": ["adultes", "alternants", "deficience-visuelle", "victimes", "surdite"] }),
                &[
                    "Adultes",
                    "Alternants",
                    "Personnes aveugles ou malvoyantes",
                    "Victimes",
                    "Personnes sourdes ou malentendantes",
                ],
            ),
            (
                json!({ "zone_eligibilite": ["35360"], "code_insee": "35360", "commune": "Villefictive" }),
                &["Habitants de Villefictive"],
            ),
            (
                json!({ "zone_eligibilite": ["35", "2a"] }),
                &["Habitants des départements 35, 2A"],
            ),
            (json!({ "zone_eligibilite": ["france"] }), &[]),
            (
                json!({ "zone_eligibilite": ["35360", "35361"] }),
                &["Habitants de Villefictive et de Bourg"],
            ),
            (
                json!({ "zone_eligibilite": ["35360", "35999"] }),
                &["Habitants de 2 communes"],
            ),
            (
                json!({ "zone_eligibilite": ["35360", "35362", "35363"] }),
                &["Habitants de Villefictive, d’Essaiville et du Modèle"],
            ),
            (
                json!({ "zone_eligibilite": ["35999"], "code_insee": "35360", "commune": "Villefictive" }),
                &["Habitants de la commune de code INSEE\u{a0}35999"],
            ),
            (
                json!({ "zone_eligibilite": "35364", "code_insee": "35364", "commune": "Les Essais" }),
                &["Habitants des Essais"],
            ),
            (
                json!({ "zone_diffusion_type": "departement", "zone_diffusion_nom": "Mayenne" }),
                &["Habitants de Mayenne"],
            ),
        ] {
            assert_eq!(
                super::audience(&fields(&said), &towns).0,
                audience,
                "{said}"
            );
        }
    }

    #[test]
    fn costs_and_durations_are_said_in_plain_words() {
        for (said, costs) in [
            (json!({ "frais": "gratuit" }), &["gratuit"][..]),
            (
                json!({ "frais": "payant", "frais_precisions": "10 € par an" }),
                &["10 € par an"],
            ),
            (json!({ "frais": ["payant"] }), &["payant"]),
            (json!({ "frais": null }), &[]),
        ] {
            assert_eq!(cost(&fields(&said)).0, costs, "{said}");
        }
        let said = json!({ "nombre_semaines": 3, "volume_horaire_hebdomadaire": "2.5" });
        assert_eq!(
            duration(&fields(&said)).as_deref(),
            Some("3\u{a0}semaines, 2,5\u{a0}h par semaine")
        );
        assert_eq!(duration(&fields(&json!({ "nombre_semaines": "x" }))), None);
    }
}
