//! Copies of objects under new numbers.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, ObjRef, Object, String as PdfString};
use pdf_writer::{Chunk, Name, Null, Obj, Ref, Str};
use typst::utils::hash128;

use super::SETTINGS;

/// One of the files that are joined.
pub(super) struct Part<'p> {
    pub pdf: &'p Pdf,
    /// Its place among them, from 0.
    pub at: usize,
    /// What is added to the numbers by which its pages and links are found among the tags.
    pub first_key: i32,
    numbers: HashMap<ObjRef, Ref>,
    /// What has a number and is not copied yet.
    waiting: Vec<ObjRef>,
    /// Entries that the copies of dictionaries get besides their own.
    added: HashMap<ObjRef, Vec<(&'static str, AddedEntry)>>,
}

pub(super) enum AddedEntry {
    Reference(Ref),
    Text(Vec<u8>),
}

impl From<Ref> for AddedEntry {
    fn from(reference: Ref) -> Self {
        Self::Reference(reference)
    }
}

impl<'p> Part<'p> {
    pub fn new(pdf: &'p Pdf, at: usize) -> Self {
        Self {
            pdf,
            at,
            first_key: 0,
            numbers: HashMap::new(),
            waiting: Vec::new(),
            added: HashMap::new(),
        }
    }

    /// Lets whatever refers to an object refer to one of the joined file instead.
    pub fn replace(&mut self, old: ObjRef, new: Ref) {
        self.numbers.insert(old, new);
    }

    /// Adds an entry to a dictionary that has none of this key.
    pub fn add(&mut self, dictionary: ObjRef, key: &'static str, value: impl Into<AddedEntry>) {
        let added = self.added.entry(dictionary).or_default();
        added.push((key, value.into()));
    }

    /// The name of a tag, which no other part has.
    pub fn tag_name(&self, name: &[u8]) -> Vec<u8> {
        let prefix = format!("{:06}-", self.at);
        [prefix.as_bytes(), name].concat()
    }
}

/// The objects of the joined file.
pub(super) struct Copies {
    next: Ref,
    chunks: Vec<Chunk>,
    /// What may be the same in several files, such as a logo, by the hash of its copy.
    shared: HashMap<u128, Ref>,
}

impl Default for Copies {
    fn default() -> Self {
        Self {
            next: Ref::new(1),
            chunks: Vec::new(),
            shared: HashMap::new(),
        }
    }
}

impl Copies {
    pub fn new_number(&mut self) -> Ref {
        self.next.bump()
    }

    /// Adds objects that are no copies.
    pub fn add(&mut self, objects: Chunk) {
        self.chunks.push(objects);
    }

    /// All objects.
    pub fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }

    /// The number of an object's copy; `None` if there is no such object.
    pub fn number(&mut self, part: &mut Part<'_>, old: ObjRef) -> Option<Ref> {
        if let Some(number) = part.numbers.get(&old) {
            return Some(*number);
        }
        let object: Object<'_> = part.pdf.xref().get(old.into())?;
        let number = self.new_number();
        part.numbers.insert(old, number);
        if !matches!(object, Object::Stream(_) | Object::Array(_)) {
            part.waiting.push(old);
            return Some(number);
        }
        let copy = self.copy(part, old, &object, number);
        let bytes = copy.as_bytes();
        let head = number.get().to_string().len();
        match self.shared.entry(hash128(&bytes[head..])) {
            Entry::Occupied(same) => {
                part.numbers.insert(old, *same.get());
                Some(*same.get())
            }
            Entry::Vacant(new) => {
                new.insert(number);
                self.chunks.push(copy);
                Some(number)
            }
        }
    }

    /// The number of the copy of what may be no object of its own.
    pub fn number_of(&mut self, part: &mut Part<'_>, value: &MaybeRef<Object<'_>>) -> Option<Ref> {
        match value {
            MaybeRef::Ref(old) => self.number(part, *old),
            MaybeRef::NotRef(value) => {
                let number = self.new_number();
                let mut chunk = Chunk::with_settings(SETTINGS);
                self.value(part, chunk.indirect(number), value);
                self.chunks.push(chunk);
                Some(number)
            }
        }
    }

    /// Copies everything that copies of a part refer to.
    pub fn finish(&mut self, part: &mut Part<'_>) {
        while let Some(old) = part.waiting.pop() {
            let object = part.pdf.xref().get::<Object<'_>>(old.into());
            if let (Some(object), Some(number)) = (object, part.numbers.get(&old)) {
                let copy = self.copy(part, old, &object, *number);
                self.chunks.push(copy);
            }
        }
    }

    /// An object under its new number.
    fn copy(
        &mut self,
        part: &mut Part<'_>,
        old: ObjRef,
        object: &Object<'_>,
        number: Ref,
    ) -> Chunk {
        let mut chunk = Chunk::with_settings(SETTINGS);
        match object {
            Object::Stream(stream) => {
                let data = stream.raw_data();
                let mut out = chunk.stream(number, &data);
                self.entries(part, stream.dict(), &mut out, true);
            }
            Object::Dict(dictionary) => {
                let mut out = chunk.indirect(number).dict();
                self.entries(part, dictionary, &mut out, false);
                for (key, value) in part.added.remove(&old).unwrap_or_default() {
                    let entry = out.insert(Name(key.as_bytes()));
                    match value {
                        AddedEntry::Reference(reference) => entry.primitive(reference),
                        AddedEntry::Text(text) => entry.primitive(Str(&text)),
                    }
                }
            }
            value => self.value(part, chunk.indirect(number), value),
        }
        chunk
    }

    /// The entries of a dictionary: all as they are, but for what must differ between the parts.
    fn entries(
        &mut self,
        part: &mut Part<'_>,
        dictionary: &Dict<'_>,
        out: &mut pdf_writer::Dict<'_>,
        is_stream: bool,
    ) {
        for (name, value) in dictionary.entries() {
            let key = Name(&name);
            match (&*name, &value) {
                // The writer adds it.
                (b"Length", _) if is_stream => {}
                (b"StructParent" | b"StructParents", MaybeRef::NotRef(Object::Number(number))) => {
                    let number = i32::try_from(number.as_i64()).unwrap_or(i32::MAX);
                    out.pair(key, number.saturating_add(part.first_key));
                }
                (b"ID", MaybeRef::NotRef(Object::String(name))) => {
                    out.pair(key, Str(&part.tag_name(name.as_bytes())));
                }
                (b"Headers", MaybeRef::NotRef(Object::Array(names))) => {
                    let mut out = out.insert(key).array();
                    for name in names.iter::<PdfString<'_>>() {
                        out.item(Str(&part.tag_name(name.as_bytes())));
                    }
                }
                (_, value) => self.value_or_reference(part, out.insert(key), value),
            }
        }
    }

    fn value_or_reference(
        &mut self,
        part: &mut Part<'_>,
        out: Obj<'_>,
        value: &MaybeRef<Object<'_>>,
    ) {
        match value {
            MaybeRef::NotRef(value) => self.value(part, out, value),
            MaybeRef::Ref(old) => match self.number(part, *old) {
                Some(number) => out.primitive(number),
                None => out.primitive(Null),
            },
        }
    }

    fn value(&mut self, part: &mut Part<'_>, out: Obj<'_>, value: &Object<'_>) {
        match value {
            // A stream is always an object of its own.
            Object::Null(_) | Object::Stream(_) => out.primitive(Null),
            Object::Boolean(value) => out.primitive(*value),
            Object::Number(number) => match whole(number.as_f64()) {
                Some(whole) => out.primitive(whole),
                None => out.primitive(number.as_f32()),
            },
            Object::String(text) => out.primitive(Str(text.as_bytes())),
            Object::Name(name) => out.primitive(Name(name)),
            Object::Array(items) => {
                let mut out = out.array();
                for item in items.raw_iter() {
                    self.value_or_reference(part, out.push(), &item);
                }
            }
            Object::Dict(dictionary) => {
                self.entries(part, dictionary, &mut out.dict(), false);
            }
        }
    }
}

/// A number without a fraction.
fn whole(number: f64) -> Option<i32> {
    let whole = number as i32;
    (f64::from(whole) == number).then_some(whole)
}
