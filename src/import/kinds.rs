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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind_words::unnamed;

    /// The kinds of the national directory, then those that only the guide has.
    const PIVOTS: &str = "accompagnement_personnes_agees adil afpa anah apec apecita ars ars_antenne banque_de_france bav bsn caa caf carsat
        ccas cci cdad cdas cddp cdg centre_detention centre_impots centre_impots_fonciers centre_penitentiaire centre_social cesr cg
        chambre_agriculture chambre_metier chambre_notaires cicas cidf cidff cij cio civi clic cnfpt cnra commissariat_police
        commission_conciliation conciliateur_fiscal conseil_culture cour_appel cpam cr cramif crc crdp creps crfpn crib crous csl dac
        dd_femmes dd_fip ddcs ddcspp ddpjj ddpp ddsp ddt defenseur_droits did_routes dir_mer dir_meteo dir_pj direccte direccte_ut dml
        dr_femmes dr_fip dr_insee drac draf drddi dreal dreal_ut driea driea_ut driee driee_ut drihl drihl_ut drjscs dronisep drpjj drrt drsp
        dz_paf edas epci esm fdapp fdc fongecif gendarmerie greta hypotheque inspection_academique maia mairie mairie_com mairie_mobile
        maison_arret maison_centrale maison_handicapees mds mission_locale mjd msa msap ofii onac onf paris_mairie
        paris_mairie_arrondissement paris_ppp paris_ppp_antenne paris_ppp_certificat_immatriculation paris_ppp_gesvres
        paris_ppp_permis_conduire permanence_juridique permanence_sociale pif pmi pole_emploi pp_marseille prefecture
        prefecture_greffe_associations prefecture_region prudhommes rectorat sdac sdsei service_navigation sgami sie sip sous_pref spip suio
        ta te tgi ti tresorerie tribunal_commerce urssaf
        ambassade_etranger_france ambassade_france_etranger association_consommateurs avocat_centre_national avocat_conseil_national
        bureau_de_douane caue chambre_huissiers_justice chambre_notaire commission_surendettement depotDossierPACS direccte_ud_travail
        douane_metropole entreprise_douane etablissement_scolaire federation_sportive huissier_justice imprimeur_douanier
        mediateur_education_nationale medecin notaire pact paris_casvp paris_ppp_naturalisation paris_ppp_titre_sejour paris_prefecture
        relais_assistante_maternelle renovation_info_service sacem securite_sociale_des_independants ti_nationalite udaf";

    #[test]
    fn each_kind_has_a_name_for_readers() {
        let kinds = PIVOTS.split_whitespace().map(kind_of);
        let kinds = kinds.chain(KINDS.iter().map(|(_, kind)| (*kind).to_owned()));
        assert_eq!(unnamed(kinds), Vec::<String>::new());
    }
}
