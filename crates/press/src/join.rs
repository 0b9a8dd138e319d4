//! Finished sheets → one PDF of all their pages, for a choice of sheets that is printed at once. Whatever the pages lead to is copied as it
//! is: contents, fonts and images byte for byte, links, bookmarks and tags. What says that a file is archival is left out: the whole is not.

mod copies;
mod tags;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, ObjRef, String as PdfString};
use pdf_writer::{Chunk, Name, Rect, Ref, Settings, Str};

use crate::error::EngineError;
use crate::pack;
use copies::{Copies, Part};
use tags::JoinedTags;

/// Numbers and names without spaces between them, as `pack` reads them.
const SETTINGS: Settings = Settings { pretty: false };

/// Joins PDFs of the press in the order in which they come. With `duplex`, a blank page follows each that has an odd number of pages, except for
/// the last, so that none begins on another's back.
///
/// # Errors
///
/// If there is none, or one cannot be read.
pub fn join(files: Vec<Vec<u8>>, duplex: bool) -> Result<Vec<u8>, EngineError> {
    if files.is_empty() {
        return Err(EngineError::placeless("there is no PDF to join".to_owned()));
    }
    let unreadable = |at: usize| EngineError::placeless(format!("PDF {} cannot be read", at + 1));
    let read = |(at, file)| Pdf::new(file).map_err(|_| unreadable(at));
    let pdfs: Vec<Pdf> = files
        .into_iter()
        .enumerate()
        .map(read)
        .collect::<Result<_, _>>()?;
    let mut binding = Binding::new();
    let mut parts = Vec::with_capacity(pdfs.len());
    for (at, pdf) in pdfs.iter().enumerate() {
        let mut part = Part::new(pdf, at);
        binding.add(&mut part).ok_or_else(|| unreadable(at))?;
        if duplex && at + 1 < pdfs.len() {
            binding.fill_paper(pdf);
        }
        parts.push(part);
    }
    binding.chain_bookmarks(&mut parts);
    for part in &mut parts {
        binding.copies.finish(part);
    }
    let pdf = binding.write();
    Ok(pack::pack(&pdf).unwrap_or(pdf))
}

/// The joined file as it grows.
struct Binding {
    copies: Copies,
    pages: Ref,
    /// The page tree of each part, and blank pages.
    kids: Vec<Ref>,
    count: usize,
    /// The language of the first part.
    language: Vec<u8>,
    tags: JoinedTags,
    outline: Ref,
    bookmarks: Vec<Bookmarks>,
}

/// The bookmarks of a part.
struct Bookmarks {
    /// The place of the part.
    part: usize,
    /// The first at the top, in the part and in the joined file; and the last.
    first: (ObjRef, Ref),
    last: (ObjRef, Ref),
    /// How many are seen before any is opened.
    seen: i32,
}

impl Binding {
    fn new() -> Self {
        let mut copies = Copies::default();
        Self {
            pages: copies.new_number(),
            kids: Vec::new(),
            count: 0,
            language: Vec::new(),
            tags: JoinedTags::new(copies.new_number(), copies.new_number()),
            outline: copies.new_number(),
            bookmarks: Vec::new(),
            copies,
        }
    }

    /// Takes what the catalogue of a part leads to; `None` if it leads to no page.
    fn add(&mut self, part: &mut Part<'_>) -> Option<()> {
        let xref = part.pdf.xref();
        let catalog: Dict<'_> = xref.get(xref.root_id())?;
        let count = part.pdf.pages().len();
        let tree = catalog.get_ref("Pages").filter(|_| count > 0)?;
        part.add(tree, "Parent", self.pages);
        self.kids.push(self.copies.number(part, tree)?);
        self.count += count;
        let language = catalog.get::<PdfString<'_>>("Lang");
        let language = language.map_or_else(Vec::new, |language| language.as_bytes().to_vec());
        self.tags.add(&mut self.copies, part, &catalog, &language);
        if self.language.is_empty() {
            self.language = language;
        }
        if let (Some(root), Some(outline)) = (
            catalog.get_ref("Outlines"),
            catalog.get::<Dict<'_>>("Outlines"),
        ) {
            part.replace(root, self.outline);
            let mut numbered = |key| {
                let old = outline.get_ref(key)?;
                Some((old, self.copies.number(part, old)?))
            };
            let ends = numbered("First").zip(numbered("Last"));
            self.bookmarks.extend(ends.map(|(first, last)| Bookmarks {
                part: part.at,
                first,
                last,
                seen: outline.get("Count").unwrap_or_default(),
            }));
        }
        Some(())
    }

    /// Adds a blank page after an odd number of pages, of the size of the last.
    fn fill_paper(&mut self, pdf: &Pdf) {
        let pages = pdf.pages();
        let Some(last) = pages.last().filter(|_| pages.len() % 2 == 1) else {
            return;
        };
        let size = last.media_box();
        let blank = self.copies.new_number();
        let mut chunk = Chunk::with_settings(SETTINGS);
        let mut page = chunk.page(blank);
        page.parent(self.pages).media_box(Rect::new(
            size.x0 as f32,
            size.y0 as f32,
            size.x1 as f32,
            size.y1 as f32,
        ));
        page.resources();
        drop(page);
        self.copies.add(chunk);
        self.kids.push(blank);
        self.count += 1;
    }

    /// Puts the bookmarks of each part after those of the one before.
    fn chain_bookmarks(&self, parts: &mut [Part<'_>]) {
        for pair in self.bookmarks.windows(2) {
            let [one, next] = pair else { continue };
            parts[one.part].add(one.last.0, "Next", next.first.1);
            parts[next.part].add(next.first.0, "Prev", one.last.1);
        }
    }

    fn write(mut self) -> Vec<u8> {
        let catalog = self.copies.new_number();
        let mut pdf = pdf_writer::Pdf::with_settings(SETTINGS);
        let mut out = pdf.catalog(catalog);
        out.pages(self.pages);
        if !self.language.is_empty() {
            out.pair(Name(b"Lang"), Str(&self.language));
        }
        self.tags.write_entries(&mut out);
        if !self.bookmarks.is_empty() {
            out.outlines(self.outline);
        }
        drop(out);
        let count = i32::try_from(self.count).unwrap_or(i32::MAX);
        pdf.pages(self.pages).kids(self.kids).count(count);
        self.tags.write(&mut pdf);
        let firsts = self.bookmarks.first().zip(self.bookmarks.last());
        if let Some((first, last)) = firsts {
            let seen = self.bookmarks.iter().map(|part| part.seen);
            let seen = seen.fold(0, i32::saturating_add);
            let mut outline = pdf.outline(self.outline);
            outline.first(first.first.1).last(last.last.1).count(seen);
        }
        for chunk in self.copies.chunks() {
            pdf.extend(chunk);
        }
        pdf.finish()
    }
}
