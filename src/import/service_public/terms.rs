//! Turns definitions and abbreviations into the glossary of a public.

use std::collections::BTreeMap;

use super::shelf::is_sound;
use super::text::Converter;
use crate::import::front::FrontFields;
use crate::import::markdown::{self, MarkdownInline};
use crate::import::xml::Element;
use crate::site::GlossaryEntry;

/// A glossary entry, by its official identifier.
pub type GlossaryTerms = BTreeMap<String, FrontFields>;

/// Reads the definitions and abbreviations of a file into `terms`. An identifier has the same entry in every
/// file that names it; if two files differ, the first one wins.
pub fn gather(me: &mut Converter<'_>, root: &Element, terms: &mut GlossaryTerms) {
    for element in root.elements() {
        let is_definition = element.name == "Definition";
        if !is_definition && element.name != "Abreviation" {
            continue;
        }
        let Some(id) = element.attribute("ID").filter(|id| is_sound(id)) else {
            continue;
        };
        let (Some(word), Some(words)) = (
            element.text_of("Titre"),
            me.inside(element, |me| words(me, element)),
        ) else {
            continue;
        };
        let mut fields = FrontFields::new(true);
        fields.set::<GlossaryEntry>("word", word);
        let key = if is_definition { "definition" } else { "name" };
        fields.set::<GlossaryEntry>(key, words);
        let key = me.shelf.term_key(me.item.public, id, &element.text());
        terms.entry(key).or_insert(fields);
    }
}

/// The text of an entry, on one line: the expansion of an abbreviation is plain, a definition is Markdown
/// with the legal texts that it comes from.
fn words(me: &mut Converter<'_>, element: &Element) -> Option<String> {
    if element.name == "Abreviation" {
        return element.text_of("Texte");
    }
    let text = element.child("Texte")?;
    let mut line = Vec::new();
    for part in text.descendants().filter(|part| part.name == "Paragraphe") {
        if !line.is_empty() {
            line.push(MarkdownInline::Text(" ".to_owned()));
        }
        let words = me.inlines(part);
        line.extend(words.into_iter().map(without_path));
    }
    for reference in element.elements().filter(|child| child.name == "Reference") {
        line.push(MarkdownInline::Text(" (".to_owned()));
        line.extend(me.named_link(reference));
        if let Some(complement) = reference.text_of("Complement") {
            line.push(MarkdownInline::Text(format!(" – {complement}")));
        }
        line.push(MarkdownInline::Text(")".to_owned()));
    }
    Some(markdown::line(&line)).filter(|line| !line.is_empty())
}

/// A definition appears on pages in many folders, where a relative path would lead to different places.
fn without_path(inline: MarkdownInline) -> MarkdownInline {
    let all = |inner: Vec<MarkdownInline>| inner.into_iter().map(without_path).collect();
    match inline {
        MarkdownInline::Link(to, mut inner) if !to.starts_with("http") => match inner.len() {
            1 => inner.remove(0),
            _ => MarkdownInline::Text(markdown::plain(&inner)),
        },
        MarkdownInline::Strong(inner) => MarkdownInline::Strong(all(inner)),
        MarkdownInline::Emphasis(inner) => MarkdownInline::Emphasis(all(inner)),
        inline => inline,
    }
}

/// The file of a glossary.
pub fn write(terms: &GlossaryTerms) -> String {
    let mut all = FrontFields::new(true);
    for (id, entry) in terms {
        all.put(id, entry.clone());
    }
    all.write()
}
