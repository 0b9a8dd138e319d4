//! The vocabularies in which a site publishes what it says, for other programs.

use crate::choice;

choice! {
    /// A vocabulary of public or social services.
    pub enum DataVocabulary {
        /// The European one of public services: Core Public Service Vocabulary Application Profile 3.2, in JSON-LD.
        CpsvAp = "cpsv-ap",
        /// That of directories of social services: Human Services Data Specification 3.0, in JSON.
        Hsds = "hsds",
        /// The French one of help towards work and housing: data·inclusion 1, in JSON.
        DataInclusion = "data-inclusion",
    }
}

impl DataVocabulary {
    /// What those who use it call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::CpsvAp => "CPSV-AP",
            Self::Hsds => "HSDS",
            Self::DataInclusion => "data·inclusion",
        }
    }
}
