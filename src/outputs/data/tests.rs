//! What holds of the data of any site: the sites of `tests/suite`, and one that uses every key.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::*;
use crate::files::normal;
use crate::model::DataVocabulary;
use crate::model::values::Date;
use crate::project::Project;
use crate::site::{Extent, Output, OutputPath};

/// Every file of every vocabulary.
fn files() -> impl Iterator<Item = DataFile> {
    let vocabularies = DataVocabulary::ALL.iter();
    vocabularies
        .flat_map(|vocabulary| DataFile::of(*vocabulary))
        .copied()
}

/// What an object says under a key, anywhere in a document.
fn said<'j>(json: &'j Json, key: &str, found: &mut Vec<&'j Json>) {
    match json {
        Json::Object(object) => object.iter().for_each(|(name, value)| {
            if name == key {
                found.push(value);
            }
            said(value, key, found);
        }),
        Json::Array(list) => list.iter().for_each(|value| said(value, key, found)),
        _ => {}
    }
}

fn texts_of<'j>(json: &'j Json, key: &str) -> Vec<&'j str> {
    let mut found = Vec::new();
    said(json, key, &mut found);
    found.into_iter().filter_map(Json::as_str).collect()
}

/// The folders of small sites.
fn sites() -> Vec<std::path::PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let suite = fs::read_dir(tests.join("suite")).unwrap();
    let suite = suite.map(|case| case.unwrap().path());
    let mut all: Vec<_> = suite.chain([tests.join("spellings")]).collect();
    all.retain(|folder| folder.join("guichet.yaml").is_file());
    all.sort();
    all
}

fn site_of(folder: &Path) -> Site {
    let extent = Extent::on(Date::parse("2026-11-25").unwrap());
    Project::read(folder).site(extent.with_sheets(false)).0
}

/// What a site says in each file, whether it asks for it or not.
fn documents(site: &Site) -> BTreeMap<DataFile, Json> {
    let offer = Offer::of(site);
    files().map(|file| (file, written(&offer, file))).collect()
}

/// The addresses of the pages that a document is about.
fn addresses(file: DataFile, json: &Json) -> Vec<&str> {
    match file {
        DataFile::CpsvAp => {
            let nodes = json["@graph"].as_array().into_iter().flatten();
            let services = nodes.filter(|node| node["@type"] == "cpsv:PublicService");
            services.filter_map(|node| node["@id"].as_str()).collect()
        }
        DataFile::HsdsServices => {
            let services = json.as_array().into_iter().flatten();
            services
                .filter_map(|service| service["url"].as_str())
                .collect()
        }
        DataFile::HsdsOrganizations => texts_of(json, "uri"),
        DataFile::InclusionStructures | DataFile::InclusionServices => {
            texts_of(json, "lien_source")
        }
    }
}

/// Each object with an identifier, once; two that share one and differ are a mistake.
fn told_apart<'j>(json: &'j Json, told: &mut BTreeMap<&'j str, &'j Json>) {
    match json {
        Json::Object(fields) => {
            if let Some(id) = json["id"].as_str() {
                assert_eq!(*told.entry(id).or_insert(json), json, "{id}");
            }
            fields.values().for_each(|value| told_apart(value, told));
        }
        Json::Array(list) => list.iter().for_each(|value| told_apart(value, told)),
        _ => {}
    }
}

#[test]
fn the_data_of_any_site_name_its_published_pages_and_tell_things_apart() {
    let mut services = 0;
    for folder in sites() {
        let site = site_of(&folder);
        let has_data = site
            .outputs()
            .any(|(_, output)| matches!(output, Output::Data(_)));
        let asks = site.vocabularies().next().is_some();
        assert_eq!(has_data, asks, "{}", folder.display());
        let base = site.config.absolute("").unwrap_or_default();
        let is_page = |address: &str| {
            let path = address.strip_prefix(&base).unwrap_or(address);
            let path = crate::percent::decode(path);
            let path = OutputPath::new(normal(&path).into_owned());
            let output = path.and_then(|path| site.output(&path));
            matches!(output, Some(Output::Page(_)))
        };
        let documents = documents(&site);
        for (file, json) in &documents {
            for address in addresses(*file, json) {
                services += usize::from(*file == DataFile::HsdsServices);
                assert!(
                    is_page(address),
                    "{}: {file:?}: {address}",
                    folder.display()
                );
            }
            told_apart(json, &mut BTreeMap::new());
        }
        // What is named is there.
        let graph = &documents[&DataFile::CpsvAp];
        let nodes = graph["@graph"].as_array().unwrap();
        let known: BTreeSet<&str> = nodes
            .iter()
            .filter_map(|node| node["@id"].as_str())
            .collect();
        assert_eq!(known.len(), nodes.len(), "{}", folder.display());
        for named in texts_of(graph, "@id") {
            assert!(known.contains(named), "{}: {named}", folder.display());
        }
        let structures = texts_of(&documents[&DataFile::InclusionStructures], "id");
        let known: BTreeSet<&str> = structures.into_iter().collect();
        for named in texts_of(&documents[&DataFile::InclusionServices], "structure_id") {
            assert!(known.contains(named), "{}: {named}", folder.display());
        }
    }
    assert!(services > 20, "{services}");
}
