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
    ("association", "asso", Older),
    ("caf", "caf", Same),
    ("cap-emploi", "cap-emploi-reseau-cheops", Same),
    ("cap-emploi", "cap-emploi", Older),
    ("cap-emploi", "cheops", Older),
    ("ccas", "ccas-cias", Same),
    ("ccas", "ccas", Older),
    ("ccas", "cias", Older),
    ("ccas", "unccas", Older),
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
    ("france-services", "rfs", Older),
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

    /// Networks, and below them kinds of structures and labels, as the schemas of data·inclusion have them, as slugs.
    const WRITTEN: &str = "60000-rebonds action-logement adie afpa agefiph aidants-connect alliance-villes-emploi anlci apprentis-dauteuil
        ase banques-alimentaires caarud cada caf campus-connecte cap-emploi-reseau-cheops cava chambres-consulaires chantier-ecole chrs chu
        cidff cmp cms cnam collectif-emploi communes coorace conseillers-numeriques cpam cph creches-avip crepi cresus croix-rouge csapa
        departements duo-for-a-job ecoles-de-la-deuxieme-chance egee emmaus epide espaces-publics-numeriques etcld fabrique-de-territoire
        face fcsf federation-professionnelle-femmes federation-des-acteurs-de-la-solidarite france-active france-service france-travail
        french-tech geiq grandes-ecoles-du-numerique huda hup inae initiative-france konexio la-cravate-solidaire la-poste les-premieres
        maisons-de-l-emploi maisons-des-solidarites mission-locale mjc mobin msap mutualite-sociale-agricole nqt pimms-mediation pjj plie
        points-conseil-budget points-justice positive-planet regions reseau-app reseau-bge reseau-entreprendre reseau-information-jeunesse
        residences-fjt ressourceries restos-du-coeur secours-populaire siae siao simplon singa snc spip tous-tes-possibles unaf unccas unea
        unis-cite wimoov aci ai ei eiti etti ea eatt esat siae-aci siae-ai siae-ei siae-eiti siae-etti
        asso asso-chomeur avip bib cap-emploi cc ccas ccons cd cias citmet cs deets dept diplp e2c epci ess fais ft mde mdef mdph mds ml mq
        msa muni oacas ocasf odc of ohpd oil opcs pad pe pension pi pij-bij pimms pref prevention reg ressourcerie rfs rs-fjt scp
        tiers-lieux udaf apec apels aptic bge cci cheops dihal envie";

    #[test]
    fn each_kind_has_a_name_for_readers() {
        let own = NETWORKS.iter().map(|(kind, ..)| *kind);
        let own = own.chain(NAMED.iter().map(|(kind, _)| *kind));
        let own = own.map(str::to_owned);
        let read = WRITTEN
            .split_whitespace()
            .flat_map(|network| kinds_of(&names(&[network]), ""));
        let unnamed = crate::model::kind_words::unnamed(own.chain(read));
        assert_eq!(unnamed, Vec::<String>::new());
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
