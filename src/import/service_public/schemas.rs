//! The versions of the schema, and until when each is published.

use std::collections::BTreeMap;

use super::shelf::Public;
use crate::import::ImportRemark;

/// The version that is published now.
const CURRENT: &str = "3.5";

/// The last day of versions that are no longer published, from the announcements of the DILA.
const ENDED: &[(&str, &str)] = &[("3.3", "2026-05-04")];

/// What there is to say of the versions that the files of a source name, and of the day of its last change.
pub fn remarks(schemas: &BTreeMap<String, usize>, changed: Option<&str>) -> Vec<ImportRemark> {
    let mut remarks = Vec::new();
    let address = Public::Particuliers.download();
    let newest = schemas.keys().max_by_key(|version| order(version));
    if let (Some(version), Some(changed)) = (newest, changed) {
        remarks.push(
            ImportRemark::new("import-schema")
                .with("version", version)
                .with("date", changed),
        );
        let ended = ENDED.iter().find(|(last, _)| order(version) <= order(last));
        match ended {
            Some((_, day)) => remarks.push(
                ImportRemark::new("import-schema-ended")
                    .with("version", version)
                    .with("date", *day)
                    .with("current", CURRENT)
                    .with("address", &address),
            ),
            None if order(version) < order(CURRENT) => remarks.push(
                ImportRemark::new("import-schema-ends")
                    .with("version", version)
                    .with("current", CURRENT)
                    .with("address", &address),
            ),
            None => {}
        }
    }
    remarks
}

/// `3.10` is after `3.9`.
fn order(version: &str) -> Vec<u32> {
    version
        .split('.')
        .map(|part| part.parse().unwrap_or(0))
        .collect()
}
