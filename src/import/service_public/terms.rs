//! Turns definitions and abbreviations into the glossary of a public.

use std::collections::BTreeMap;

use super::shelf::is_sound;
use super::text::Converter;
use crate::import::front::FrontFields;
use crate::import::markdown::{self, MarkdownInline};
use crate::import::xml::Element;
use crate::invisible;
use crate::site::GlossaryEntry;

/// A glossary entry, by its official identifier.
pub type GlossaryTerms = BTreeMap<String, FrontFields>;

/// Reads the definitions and abbreviations of a file into `terms`. An identifier has the same entry in every
/// file that names it; if two files differ, the first one wins.
pub fn gather(me: &mut Converter<'_>, root: &Element, terms: &mut GlossaryTerms) {
    for (id, element) in entries(root) {
        let is_definition = element.name == "Definition";
        let word = element.text_of("Titre");
        let words = me.inside(element, |me| words(me, element));
        let mut fields = FrontFields::new(true);
        fields.set::<GlossaryEntry>("word", word);
        let key = if is_definition { "definition" } else { "name" };
        fields.set::<GlossaryEntry>(key, words);
        if let Some(key) = me.shelf.term_key(me.item.public, id, &element.text()) {
            terms.entry(key).or_insert(fields);
        }
    }
}

/// The definitions and abbreviations of a file that become entries, with their identifiers: those with a word and a
/// meaning. What links to any other has nowhere to lead.
pub fn entries(root: &Element) -> impl Iterator<Item = (&str, &Element)> {
    let terms = root
        .elements()
        .filter(|element| matches!(element.name.as_str(), "Definition" | "Abreviation"));
    terms.filter_map(|element| {
        let id = element.attribute("ID").filter(|id| is_sound(id))?;
        let is_said = |part: &str| {
            let text = element.text_of(part)?;
            (!invisible::read(&text).trim().is_empty()).then_some(())
        };
        is_said("Titre")?;
        is_said("Texte")?;
        Some((id, element))
    })
}

/// The text of an entry, on one line: the expansion of an abbreviation is plain, a definition is Markdown
/// with the legal texts that it comes from.
fn words(me: &mut Converter<'_>, element: &Element) -> Option<String> {
    if element.name == "Abreviation" {
        return element.text_of("Texte");
    }
    let text = element.child("Texte")?;
    let words = me.one_line_of(text);
    let mut line: Vec<MarkdownInline> = words.into_iter().map(without_path).collect();
    for reference in element.elements().filter(|child| child.name == "Reference") {
        line.push(MarkdownInline::Text(" (".to_owned()));
        line.extend(me.named_link(reference));
        if let Some(complement) = reference.text_of("Complement") {
            line.push(MarkdownInline::Text(format!(" – {complement}")));
        }
        line.push(MarkdownInline::Text(")".to_owned()));
    }
    let line = markdown::line(&line);
    Some(line)
        .filter(|line| !line.is_empty())
        .or_else(|| element.text_of("Texte"))
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
