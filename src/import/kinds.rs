//! Maps the kinds of local office of the official guide (`PivotLocal`) and of the national directory (`type_service_local`), which are the
//! same, to the kinds of a site's directory.

use crate::markdown::slug;

/// Kinds with another name in directories. The others keep their name, with dashes: `cour_appel` is
/// `cour-appel`.
const KINDS: &[(&str, &str)] = &[
    ("mairie_com", "mairie"),
    ("paris_mairie", "mairie"),
    ("paris_mairie_arrondissement", "mairie"),
    ("maison_handicapees", "mdph"),
    ("mjd", "maison-de-justice"),
    ("centre_impots", "impots"),
    // Of private persons; that of companies is `sie`.
    ("sip", "impots"),
    ("cg", "conseil-departemental"),
    ("cr", "conseil-regional"),
    ("ta", "tribunal-administratif"),
    ("tgi", "tribunal-judiciaire"),
    ("ti", "tribunal-judiciaire"),
    ("caa", "cour-administrative-appel"),
    ("commissariat_police", "commissariat"),
    ("gendarmerie", "gendarmerie"),
    ("pole_emploi", "france-travail"),
    ("msap", "france-services"),
    ("sous_pref", "sous-prefecture"),
    ("prefecture_greffe_associations", "greffe-associations"),
    ("bsn", "service-national"),
];

/// The kind of a local office in the directory.
pub fn kind_of(pivot: &str) -> String {
    let known = KINDS.iter().find(|(name, _)| *name == pivot);
    known.map_or_else(
        || slug(&pivot.replace('_', " ")),
        |(_, kind)| (*kind).to_owned(),
    )
}
