//! The files beside the fiches: the order of the guide, and what former identifiers lead to.
//!
//! DILA describes none of them, and their elements were seen in samples only: they are known by the names of their
//! files, and read by their identifiers.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::shelf::is_sound;
use crate::import::xml::Element;
use crate::model::values::Date;

/// The index files, by the names of their files in lower case.
const INDEXES: &[(&str, IndexKind)] = &[
    ("redirections", IndexKind::Redirects),
    ("arborescence", IndexKind::Order),
    ("menu", IndexKind::Order),
    // What they list is in the fiches.
    ("commentfairesi", IndexKind::Repeats),
    ("idxdatemodifimp", IndexKind::Dates),
    ("questionsreponses", IndexKind::Repeats),
    ("servicesenligne", IndexKind::Repeats),
];

/// Roots of menus and lists under other names of files.
const LISTS: &[&str] = &["Noeud", "Noeuds", "Menu", "ComarquageArborescence"];

/// What an index file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IndexKind {
    Redirects,
    Order,
    Dates,
    Repeats,
}

/// What the index files say.
#[derive(Debug, Default)]
pub struct OfficialIndex {
    /// What replaced an identifier that the guide no longer has.
    redirects: BTreeMap<String, String>,
    /// What they lead to in the end, once all files have been read.
    ends: OnceLock<HashMap<String, String>>,
    /// The position of an identifier in the guide.
    order: HashMap<String, usize>,
    /// The day of the last important change of what an identifier names.
    dates: HashMap<String, String>,
}

impl OfficialIndex {
    /// Reads a file if it is an index; otherwise returns `false`.
    pub fn read(&mut self, path: &str, root: &Element) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        let stem = name.strip_suffix(".xml").unwrap_or(&name);
        let known = INDEXES.iter().find(|(known, _)| *known == stem);
        match known.map(|(_, kind)| kind) {
            Some(IndexKind::Redirects) => self.read_redirects(root),
            Some(IndexKind::Order) => self.read_order(root),
            Some(IndexKind::Dates) => self.read_dates(root),
            Some(IndexKind::Repeats) => {}
            None => return LISTS.contains(&root.name.as_str()),
        }
        true
    }

    /// Elements that name two identifiers: the former one, then the one that replaced it.
    fn read_redirects(&mut self, root: &Element) {
        for element in root.descendants() {
            let attributes = element.attributes.iter();
            let attributes =
                attributes.map(|(name, value)| (name.as_str(), value.trim().to_owned()));
            let parts = element
                .elements()
                .map(|part| (part.name.as_str(), part.text()));
            let named: Vec<(&str, String)> = attributes
                .chain(parts)
                .filter(|(_, value)| is_identifier(value))
                .collect();
            if let [(first, a), (_, b)] = named.as_slice() {
                let (old, new) = match is_new(first) {
                    true => (b, a),
                    false => (a, b),
                };
                self.redirects
                    .entry(old.clone())
                    .or_insert_with(|| new.clone());
            }
        }
    }

    fn read_order(&mut self, root: &Element) {
        for element in root.descendants() {
            let next = self.order.len();
            if let Some(id) = element.attribute("ID").filter(|id| is_identifier(id)) {
                self.order.entry(id.to_owned()).or_insert(next);
            }
        }
    }

    /// Elements that name an identifier and a day.
    fn read_dates(&mut self, root: &Element) {
        for element in root.descendants() {
            let parts = element.elements().map(Element::text);
            let attributes = element.attributes.iter().map(|(_, value)| value.clone());
            let named: Vec<String> = attributes.chain(parts).chain(element.own_text()).collect();
            let id = named.iter().find(|value| is_identifier(value.trim()));
            let day = named
                .iter()
                .find_map(|value| Date::parse(value.trim().get(..10)?));
            if let (Some(id), Some(day)) = (id, day) {
                let last = self.dates.entry(id.trim().to_owned()).or_default();
                *last = day.to_string().max(std::mem::take(last));
            }
        }
    }

    /// The day of the last important change of what an identifier names.
    pub fn important(&self, id: &str) -> Option<&str> {
        self.dates.get(id).map(String::as_str)
    }

    /// What an identifier leads to today, if it is a former one: at the end of the chain of its replacements.
    pub fn today(&self, id: &str) -> Option<&str> {
        let ends = self.ends.get_or_init(|| ends(&self.redirects));
        ends.get(id).map(String::as_str)
    }

    /// Every former identifier with the one of today.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let former = self.redirects.keys().map(String::as_str);
        former.filter_map(|old| Some((old, self.today(old)?)))
    }

    /// The position of an identifier in the guide; behind all others if no index names it.
    pub fn position(&self, id: &str) -> usize {
        self.order.get(id).copied().unwrap_or(usize::MAX)
    }
}

/// The end of each chain of replacements; of a circle, the last before it returns. A page that replaced another may have been replaced
/// itself, and each is followed once, however long the chain.
fn ends(redirects: &BTreeMap<String, String>) -> HashMap<String, String> {
    let mut ends: HashMap<&str, &str> = HashMap::new();
    for first in redirects.keys() {
        let mut chain: Vec<&str> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut now = first.as_str();
        let end = loop {
            if let Some(end) = ends.get(now) {
                break *end;
            }
            if let Some(place) = places.get(now) {
                // A circle: each leads to the one before it.
                let circle = chain.split_off(*place);
                let last = circle.last().copied().unwrap_or(now);
                let before = std::iter::once(last).chain(circle.iter().copied());
                ends.extend(circle.iter().copied().zip(before));
                break last;
            }
            places.insert(now, chain.len());
            chain.push(now);
            match redirects.get(now) {
                Some(next) => now = next,
                None => break now,
            }
        };
        ends.extend(chain.into_iter().map(|id| (id, end)));
    }
    let leads = ends.into_iter().filter(|(id, end)| id != end);
    leads
        .map(|(id, end)| (id.to_owned(), end.to_owned()))
        .collect()
}

/// Whether a name says that its value is the new identifier.
fn is_new(name: &str) -> bool {
    let name = name.to_lowercase();
    name == "to"
        || ["nouv", "new", "cible", "target", "dest"]
            .iter()
            .any(|part| name.contains(part))
}

/// `F1341`, `N31931`: a letter and a number.
fn is_identifier(text: &str) -> bool {
    let mut bytes = text.bytes();
    is_sound(text)
        && bytes.next().is_some_and(|first| first.is_ascii_uppercase())
        && bytes.len() > 0
        && bytes.all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::xml::parse;

    fn index(path: &str, text: &str) -> OfficialIndex {
        let mut index = OfficialIndex::default();
        assert!(index.read(path, &parse(text).unwrap()), "{path}");
        index
    }

    #[test]
    fn former_identifiers_are_followed_to_the_end_whatever_their_names_are() {
        let index = index(
            "vdd/redirections.xml",
            "<R><Redirection ancien=\"F1\" nouveau=\"F2\"/><x to=\"F3\" from=\"F2\"/>\
             <y><Cible>F9</Cible><Origine>F8</Origine></y><z a=\"F5\" b=\"F6\"/>\
             <z a=\"F6\" b=\"F5\"/><z a=\"F7\" b=\"F7\"/></R>",
        );
        let all: Vec<_> = index.all().collect();
        assert_eq!(
            all,
            [
                ("F1", "F3"),
                ("F2", "F3"),
                ("F5", "F6"),
                ("F6", "F5"),
                ("F8", "F9")
            ]
        );
    }

    #[test]
    fn long_chains_and_circles_end() {
        let many = 10_000;
        let link = |from: usize, to: usize| format!("<a de=\"F{from}\" vers=\"F{to}\"/>");
        let chain: String = (0..many).map(|at| link(at, at + 1)).collect();
        let chain = index("redirections.xml", &format!("<R>{chain}</R>"));
        let last = format!("F{many}");
        assert!(chain.all().all(|(_, today)| today == last));
        assert_eq!(chain.all().count(), many);
        let circle: String = (0..many).map(|at| link(at, (at + 1) % many)).collect();
        let before = "<a de=\"F20001\" vers=\"F20000\"/><a de=\"F20000\" vers=\"F7\"/>";
        let circle = index("redirections.xml", &format!("<R>{circle}{before}</R>"));
        assert_eq!(circle.today("F0"), Some("F9999"));
        assert_eq!(circle.today("F8"), Some("F7"));
        assert_eq!(circle.today("F20001"), Some("F6"));
        assert_eq!(circle.all().count(), many + 2);
    }

    #[test]
    fn the_order_is_that_of_the_first_mention() {
        let index = index(
            "Arborescence.xml",
            "<A><ItemArbo ID=\"N9\"><ItemArbo ID=\"F2\"/></ItemArbo><ItemArbo ID=\"N1\"/><ItemArbo ID=\"N9\"/></A>",
        );
        let mut ids = ["F7", "N1", "F2", "N9"];
        ids.sort_by_key(|id| index.position(id));
        assert_eq!(ids, ["N9", "F2", "N1", "F7"]);
    }
}
