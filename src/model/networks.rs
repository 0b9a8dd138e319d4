//! Kinds of organizations, and the networks of data·inclusion (`ReseauPorteur` of its schema 1, `Typologie` and labels of its schema 0)
//! that they belong to.

/// How certain a kind is of a network.
enum NetworkUse {
    /// Each means the other.
    Same,
    /// An older name of the network, or a part of it: nobody writes it any more.
    Older,
    /// The network has others as well: those of this kind have names that begin so (as a slug).
    Named(&'static [&'static str]),
}

use NetworkUse::{Named, Older, Same};

/// Each kind, its network, and what one says of the other.
const NETWORKS: &[(&str, &str, NetworkUse)] = &[
    ("caf", "caf", Same),
    ("cap-emploi", "cap-emploi-reseau-cheops", Same),
    ("cap-emploi", "cap-emploi", Older),
    ("ccas", "ccas-cias", Same),
    ("ccas", "ccas", Older),
    ("ccas", "cias", Older),
    (
        "cci",
        "chambres-consulaires",
        Named(&["cci", "chambre-de-commerce"]),
    ),
    (
        "chambre-agriculture",
        "chambres-consulaires",
        Named(&["chambre-d-agriculture"]),
    ),
    (
        "chambre-metier",
        "chambres-consulaires",
        Named(&["cma", "chambre-de-metiers", "chambre-des-metiers"]),
    ),
    ("cidff", "cidff", Same),
    (
        "conseil-departemental",
        "departements",
        Named(&["conseil-departemental", "departement"]),
    ),
    (
        "conseil-departemental",
        "dept",
        Named(&["conseil-departemental", "departement"]),
    ),
    ("conseil-departemental", "cd", Older),
    (
        "conseil-regional",
        "regions",
        Named(&["conseil-regional", "region"]),
    ),
    ("cpam", "cpam", Same),
    ("france-services", "france-service", Same),
    ("france-services", "msap", Older),
    ("france-travail", "france-travail", Same),
    ("france-travail", "pole-emploi", Older),
    ("france-travail", "pe", Older),
    ("france-travail", "ft", Older),
    ("mairie", "communes", Named(&["mairie", "hotel-de-ville"])),
    ("mairie", "muni", Named(&["mairie", "hotel-de-ville"])),
    ("mdph", "mdph", Same),
    ("mdph", "maison-departementale-de-lautonomie", Older),
    ("mission-locale", "mission-locale", Same),
    ("mission-locale", "ml", Older),
    ("msa", "mutualite-sociale-agricole", Same),
    ("msa", "msa", Older),
    ("prefecture", "regions", Named(&["prefecture"])),
    ("prefecture", "pref", Older),
    ("bureau-de-poste", "la-poste", Same),
    ("spip", "spip", Same),
    ("udaf", "unaf", Named(&["udaf", "union-departementale"])),
    ("udaf", "udaf", Older),
];

/// Kinds that have no network of their own: their names begin so.
const NAMED: &[(&str, &str)] = &[
    ("adil", "adil"),
    ("maison-des-adolescents", "maison-des-adolescents"),
    ("pmi", "pmi"),
    ("pmi", "protection-maternelle"),
];

/// The networks to which an organization of these kinds belongs without a doubt.
pub fn networks_of(kinds: &[String]) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (kind, network, said) in NETWORKS {
        let is_written = !matches!(said, Older) && !matches!(*network, "dept" | "muni");
        if is_written && kinds.iter().any(|one| one == kind) && !found.contains(network) {
            found.push(*network);
        }
    }
    found
}

/// The kinds of an organization of these networks and this name (as a slug): those that its name says first; then the networks that are
/// kinds of their own.
pub fn kinds_of(networks: &[String], name: &str) -> Vec<String> {
    let begins = |starts: &&str| {
        let rest = name.strip_prefix(*starts);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let rows = || {
        NETWORKS
            .iter()
            .filter(|(_, network, _)| networks.iter().any(|one| one == network))
    };
    let named =
        rows().filter(|(.., said)| matches!(said, Named(starts) if starts.iter().any(begins)));
    let others = rows().filter(|(.., said)| !matches!(said, Named(_)));
    let by_name = NAMED.iter().filter(|(_, start)| begins(start));
    let unknown = networks
        .iter()
        .filter(|one| !NETWORKS.iter().any(|(_, network, _)| network == one));
    let kinds = named
        .chain(others)
        .map(|(kind, ..)| *kind)
        .chain(by_name.map(|(kind, _)| *kind))
        .chain(unknown.map(String::as_str));
    let mut found: Vec<String> = Vec::new();
    for kind in kinds {
        if !found.iter().any(|one| one == kind) {
            found.push(kind.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_network_is_a_kind_where_that_is_certain() {
        for (networks, name, kinds) in [
            (
                &["france-service"][..],
                "france-services",
                &["france-services"][..],
            ),
            (&["communes"], "mediatheque", &[]),
            (&["communes"], "mairie-de-villefictive", &["mairie"]),
            (
                &["france-service", "communes"],
                "mairie",
                &["mairie", "france-services"],
            ),
            (
                &["departements"],
                "departement-d-ille-et-vilaine",
                &["conseil-departemental"],
            ),
            (&["departements"], "departementale", &[]),
            (&["unaf"], "udaf-35", &["udaf"]),
            (
                &["aidants-connect", "pe"],
                "agence",
                &["france-travail", "aidants-connect"],
            ),
            (&[], "pmi-de-villefictive", &["pmi"]),
            (&[], "prefecture", &[]),
        ] {
            assert_eq!(kinds_of(&names(networks), name), kinds, "{name}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (kind, network, said) in NETWORKS {
            let written = networks_of(&names(&[kind]));
            match said {
                Same => {
                    assert!(written.contains(network), "{kind}");
                    assert_eq!(kinds_of(&names(&[network]), "x"), [*kind]);
                }
                Older => assert!(!written.contains(network), "{kind}"),
                Named(starts) => {
                    for start in *starts {
                        assert_eq!(kinds_of(&names(&[network]), start), [*kind]);
                    }
                }
            }
        }
    }
}
