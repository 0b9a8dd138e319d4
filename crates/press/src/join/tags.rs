//! The tags of all parts as one tree (ISO 32000-1, 14.7): what a screen reader follows.

use std::collections::BTreeMap;

use hayro_syntax::object::{Array, Dict, MaybeRef, Name as PdfName, Object};
use pdf_writer::{Name, Pdf, Primitive, Ref, Str};

use super::copies::{AddedEntry, Copies, Part};

/// A key and a value of a tree of names or numbers.
type Leaf<'p> = (Object<'p>, MaybeRef<Object<'p>>);

pub(super) struct JoinedTags {
    root: Ref,
    /// The tag of the whole, above those of the parts.
    top: Ref,
    /// The tags at the top of each part.
    tops: Vec<Ref>,
    all_are_tagged: bool,
    /// What each page and link belongs to, by number.
    parents: Vec<(i32, Ref)>,
    next_key: i32,
    /// The standard tags that others stand for.
    roles: BTreeMap<Vec<u8>, Vec<u8>>,
    /// Tags by their names.
    names: Vec<(Vec<u8>, Ref)>,
}

impl JoinedTags {
    pub fn new(root: Ref, top: Ref) -> Self {
        Self {
            root,
            top,
            tops: Vec::new(),
            all_are_tagged: true,
            parents: Vec::new(),
            next_key: 0,
            roles: BTreeMap::new(),
            names: Vec::new(),
        }
    }

    /// Takes the tags of a part, whose text is in this language.
    pub fn add(
        &mut self,
        copies: &mut Copies,
        part: &mut Part<'_>,
        catalog: &Dict<'_>,
        language: &[u8],
    ) {
        let tree = catalog.get::<Dict<'_>>("StructTreeRoot");
        let (Some(tree), Some(root)) = (tree, catalog.get_ref("StructTreeRoot")) else {
            self.all_are_tagged = false;
            return;
        };
        part.replace(root, self.top);
        part.first_key = self.next_key;
        let tops = match tree.get::<Array<'_>>("K") {
            Some(tops) => tops.raw_iter().collect(),
            None => Vec::from_iter(tree.get_raw::<Object<'_>>("K")),
        };
        for top in tops {
            if let (Some(old), false) = (top.as_obj_ref(), language.is_empty()) {
                let tag = part.pdf.xref().get::<Dict<'_>>(old.into());
                if tag.is_some_and(|tag| !tag.contains_key("Lang")) {
                    part.add(old, "Lang", AddedEntry::Text(language.to_vec()));
                }
            }
            self.tops.extend(copies.number_of(part, &top));
        }
        for (key, value) in leaves(&tree, "ParentTree", "Nums") {
            let key = key.into_i32().unwrap_or_default();
            let key = key.saturating_add(part.first_key);
            if let Some(value) = copies.number_of(part, &value) {
                self.parents.push((key, value));
                self.next_key = self.next_key.max(key.saturating_add(1));
            }
        }
        for (name, value) in leaves(&tree, "IDTree", "Names") {
            let Some(name) = name.into_string() else {
                continue;
            };
            if let Some(value) = copies.number_of(part, &value) {
                self.names.push((part.tag_name(name.as_bytes()), value));
            }
        }
        let roles = tree.get::<Dict<'_>>("RoleMap").unwrap_or_default();
        for tag in roles.keys() {
            if let Some(role) = roles.get::<PdfName<'_>>(&tag) {
                let role = || role.to_vec();
                self.roles.entry(tag.to_vec()).or_insert_with(role);
            }
        }
    }

    /// Writes the entries of the catalogue that lead to the tags.
    pub fn write_entries(&self, catalog: &mut pdf_writer::Dict<'_>) {
        if self.tops.is_empty() {
            return;
        }
        let mark = catalog.insert(Name(b"MarkInfo"));
        mark.dict().pair(Name(b"Marked"), self.all_are_tagged);
        catalog.pair(Name(b"StructTreeRoot"), self.root);
    }

    pub fn write(&self, pdf: &mut Pdf) {
        if self.tops.is_empty() {
            return;
        }
        let mut top = pdf.indirect(self.top).dict();
        top.pair(Name(b"Type"), Name(b"StructElem"));
        top.pair(Name(b"S"), Name(b"Document"));
        top.pair(Name(b"P"), self.root);
        let tops = top.insert(Name(b"K"));
        tops.array().items(self.tops.iter().copied());
        drop(top);
        let mut root = pdf.indirect(self.root).dict();
        root.pair(Name(b"Type"), Name(b"StructTreeRoot"));
        root.insert(Name(b"K")).array().item(self.top);
        write_tree(&mut root, "ParentTree", "Nums", &self.parents, |key| *key);
        root.pair(Name(b"ParentTreeNextKey"), self.next_key);
        let roles = self.roles.iter();
        let roles = roles.map(|(tag, role)| (Name(tag), Name(role)));
        root.insert(Name(b"RoleMap")).dict().pairs(roles);
        if !self.names.is_empty() {
            write_tree(&mut root, "IDTree", "Names", &self.names, |name| Str(name));
        }
    }
}

/// Writes a tree of one level.
fn write_tree<'k, K, P: Primitive>(
    parent: &mut pdf_writer::Dict<'_>,
    tree: &str,
    leaves: &str,
    pairs: &'k [(K, Ref)],
    key: impl Fn(&'k K) -> P,
) {
    let mut tree = parent.insert(Name(tree.as_bytes())).dict();
    let mut out = tree.insert(Name(leaves.as_bytes())).array();
    for (name, value) in pairs {
        out.item(key(name)).item(*value);
    }
}

/// The leaves of a tree of names (7.9.6) or numbers (7.9.7), in order.
fn leaves<'p>(parent: &Dict<'p>, tree: &str, key: &str) -> Vec<Leaf<'p>> {
    /// The exporter's trees have one level.
    const DEEPEST: usize = 8;
    fn gather<'p>(node: &Dict<'p>, key: &str, depth: usize, out: &mut Vec<Leaf<'p>>) {
        let pairs = node.get::<Array<'_>>(key).map(|pairs| pairs.raw_iter());
        let mut pairs = pairs.into_iter().flatten();
        while let (Some(MaybeRef::NotRef(key)), Some(value)) = (pairs.next(), pairs.next()) {
            out.push((key, value));
        }
        let kids = node.get::<Array<'_>>("Kids").filter(|_| depth < DEEPEST);
        for kid in kids.iter().flat_map(Array::iter::<Dict<'_>>) {
            gather(&kid, key, depth + 1, out);
        }
    }
    let mut out = Vec::new();
    if let Some(root) = parent.get::<Dict<'_>>(tree) {
        gather(&root, key, 0, &mut out);
    }
    out
}
