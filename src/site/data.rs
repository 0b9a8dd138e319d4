//! The files of a site that are for other programs: what it offers, in the vocabularies of others.

use super::outputs::OutputList;
use super::{Output, OutputPath, Site};
use crate::model::DataVocabulary;

/// A file in one of the vocabularies that a site asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// All of it in CPSV-AP.
    CpsvAp,
    /// The services in HSDS.
    HsdsServices,
    /// The organizations in HSDS.
    HsdsOrganizations,
    /// The organizations in data·inclusion.
    InclusionStructures,
    /// The services in data·inclusion.
    InclusionServices,
}

impl DataFile {
    /// The files of a vocabulary.
    pub fn of(vocabulary: DataVocabulary) -> &'static [Self] {
        match vocabulary {
            DataVocabulary::CpsvAp => &[Self::CpsvAp],
            DataVocabulary::Hsds => &[Self::HsdsServices, Self::HsdsOrganizations],
            DataVocabulary::DataInclusion => &[Self::InclusionStructures, Self::InclusionServices],
        }
    }

    /// Whether a path is that of such a file.
    pub fn is_at(path: &str) -> bool {
        let vocabularies = DataVocabulary::ALL.iter();
        let mut files = vocabularies.flat_map(|vocabulary| Self::of(*vocabulary));
        files.any(|file| file.path() == path)
    }

    /// The endings of their names.
    pub const ENDINGS: [&str; 2] = ["json", "jsonld"];

    /// Its path in every site.
    pub fn path(self) -> &'static str {
        match self {
            Self::CpsvAp => "data/cpsv-ap.jsonld",
            Self::HsdsServices => "data/hsds/services.json",
            Self::HsdsOrganizations => "data/hsds/organizations.json",
            Self::InclusionStructures => "data/data-inclusion/structures.json",
            Self::InclusionServices => "data/data-inclusion/services.json",
        }
    }
}

impl Site {
    /// The vocabularies that the site asks for and can have: other programs know what it describes by its address.
    pub fn vocabularies(&self) -> impl Iterator<Item = DataVocabulary> {
        let asked = self.config.data.iter();
        let asked = asked.filter(|_| self.config.base_url.is_some());
        asked.map(|vocabulary| vocabulary.value)
    }

    /// Its files in other vocabularies.
    pub(super) fn list_data(&self, list: &mut OutputList) {
        for file in self.vocabularies().flat_map(DataFile::of) {
            if let Some(path) = OutputPath::new(file.path()) {
                list.add(path, Output::Data(*file));
            }
        }
    }
}
