//! What is known of the elements that a text is made of: schema 3.3, and what 3.4 and 3.5 added.

use crate::import::xml::Element;

/// Elements without text for readers: they tell a program which parts to show, or repeat what is elsewhere.
pub const SILENT: &[&str] = &["Condition", "SiSelectionne", "Titre", "TitreRiche"];

/// Elements that are only containers.
pub const TRANSPARENT: &[&str] = &[
    "Texte",
    "Introduction",
    "FragmentConditionne",
    "Contenu",
    "Description",
    "Aide",
    "Commentaire",
    "Avertissement",
    "TexteInterne",
    "TitreAlternatif",
    "IntituleSiSelectionne",
    "BlocCas",
    "ListeSituations",
    "ContenuIllustre",
    "Credits",
    "Legende",
    "TexteDeRemplacement",
];

/// Other elements that are blocks, and never part of a line.
pub const BLOCKS: &[&str] = &[
    "Paragraphe",
    "Liste",
    "Item",
    "Tableau",
    "Chapitre",
    "SousChapitre",
    "Conclusion",
    "Cas",
    "Situation",
    "ANoter",
    "ASavoir",
    "Attention",
    "Rappel",
    "Exemple",
    "Groupe",
    "TitreFlottant",
    "ServiceEnLigne",
    "OuSAdresser",
    "QuiPeutMAider",
    "Contact",
    "Illustration",
    "Image",
    "ImageIllustration",
    "Video",
    "VideoIllustration",
];

/// Elements within which a heading would end more than it begins: there, a title is a line in bold.
pub const BOXES: &[&str] = &[
    "Liste",
    "Cellule",
    "ANoter",
    "ASavoir",
    "Attention",
    "Rappel",
    "Exemple",
    "Avertissement",
    "ServiceEnLigne",
    "OuSAdresser",
    "QuiPeutMAider",
    "Contact",
    "Image",
    "Video",
];

/// Whether an element is a block wherever it is.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || TRANSPARENT.contains(&name) && name != "TexteInterne"
}

/// Parts of a service that are named by what they are, not by a title of their own.
pub const NAMED: &[(&str, &str)] = &[
    ("Cout", "Coût"),
    ("NbEtapes", "Nombre d’étapes"),
    ("CommentFaireSelf", "Comment faire"),
    ("Etapes", "Étapes"),
    ("Documents", "Documents"),
    ("Delai", "Délai"),
    ("Recours", "Recours"),
];

/// Elements among the words of a line.
pub const OF_LINE: &[&str] = &[
    "MiseEnEvidence",
    "Citation",
    "Expression",
    "TermeEtranger",
    "Variable",
    "Exposant",
    "Indice",
    "Valeur",
    "LienInterne",
    "LienIntra",
    "LienExterne",
    "LienWeb",
];

/// Whether an element among words belongs to their line: a known one, or one that holds nothing but words.
pub fn is_of_line(element: &Element) -> bool {
    OF_LINE.contains(&element.name.as_str())
        || !is_block(&element.name) && element.elements().all(is_of_line)
}
