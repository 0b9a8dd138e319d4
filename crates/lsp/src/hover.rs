//! What somebody points at, in words; and where it is defined.

use std::ops::Range;

use guichet::catalogue::Catalogue;
use guichet::markdown::term_key;
use guichet::model::record::Key;
use guichet::model::schema;
use guichet::site::{Counter, LinkTarget, PageId};

use crate::fields::FieldPart;
use crate::query::Query;

/// Something that is pointed at.
pub(crate) struct Pointed {
    /// The bytes that name it.
    pub span: Range<usize>,
    /// What it is, in Markdown.
    pub help: String,
    /// The file that defines it.
    pub file: Option<String>,
}

/// What is at the place of a query.
pub(crate) fn pointed(query: &Query<'_>) -> Option<Pointed> {
    if let Some(field) = query.field() {
        let name = query.text.get(field.place.span.clone())?;
        if field.place.part == FieldPart::Key {
            let folded = guichet::spelling::fold_key(name);
            let key = field.keys.iter().find(|key| key.is(&folded))?;
            return Some(Pointed {
                span: field.place.span,
                help: of_key(key, field.french, query.words),
                file: None,
            });
        }
        let name = name.trim_matches(['"', '\'']);
        return of_value(query, field.key?, name, field.place.span);
    }
    if let Some((destination, span)) = query.link() {
        return of_link(query, &destination, span);
    }
    if !query.is_page() {
        return None;
    }
    let span = query.word();
    let term = query.text.get(span.clone())?;
    let help = of_term(query, term)?;
    Some(Pointed {
        span,
        help,
        file: None,
    })
}

/// What a key is for, and what it takes.
pub(crate) fn of_key(key: &Key, french: bool, words: &Catalogue) -> String {
    let in_french = words.language().is_french();
    let mut help = format!(
        "**{}**: {}",
        key.shown(french),
        schema::help(key, in_french)
    );
    let mut add = |message: &str, names: Vec<&str>| {
        let names = names.join(", ");
        help += "\n\n";
        help += &words.format(message, &[("names", names.into())]);
    };
    if !key.optional {
        add("lsp-required", Vec::new());
    }
    if let Some(choices) = key.choices {
        add("lsp-choices", choices(french));
    }
    if let Some((fields, _)) = key.fields {
        let names = fields.iter().map(|field| field.shown(french)).collect();
        add("lsp-fields", names);
    }
    if key.is_list {
        add("lsp-list", Vec::new());
    }
    help
}

/// What a value names.
fn of_value(query: &Query<'_>, key: &Key, name: &str, span: Range<usize>) -> Option<Pointed> {
    let site = query.site;
    let language = query.language();
    let listed = |title: &str| Pointed {
        span: span.clone(),
        help: format!("**{title}**"),
        file: None,
    };
    match key.name {
        "topic" => site
            .config
            .topics
            .entry(name)
            .map(|(_, title)| listed(title.get(language))),
        "campaign" => {
            let campaigns = &site.config.campaigns;
            campaigns
                .entry(name)
                .map(|(_, title)| listed(title.get(language)))
        }
        "related" => of_link(query, name, span),
        "at" | "send_to" | "part_of" | "publisher" => of_counter(query, name, span),
        _ => None,
    }
}

fn of_counter(query: &Query<'_>, name: &str, span: Range<usize>) -> Option<Pointed> {
    const MOST: usize = 5;
    let pages = match query.site.counter(name, query.language(), MOST) {
        Counter::Organizations(pages) => pages,
        Counter::Kind(_) => {
            let help = query.words.text("lsp-kind").into_owned();
            return Some(Pointed {
                span,
                help,
                file: None,
            });
        }
        Counter::Unknown => return None,
    };
    let help: Vec<String> = pages.iter().map(|id| of_page(query, *id)).collect();
    let file = |id: &PageId| query.site.page(*id).document.file.path.clone();
    Some(Pointed {
        span,
        help: help.join("\n\n---\n\n"),
        file: pages.first().map(file),
    })
}

/// Where a link leads.
fn of_link(query: &Query<'_>, destination: &str, span: Range<usize>) -> Option<Pointed> {
    if let Some(name) = destination.strip_prefix("organization:") {
        return of_counter(query, name, span);
    }
    if let Some(key) = term_key(destination) {
        let help = of_term(query, key)?;
        return Some(Pointed {
            span,
            help,
            file: None,
        });
    }
    let (help, file) = match query.site.link(query.page()?, destination).ok()? {
        LinkTarget::Page(id, _) => {
            let file = query.site.page(id).document.file.path.clone();
            (of_page(query, id), Some(file))
        }
        LinkTarget::Generated(path) => (format!("`{path}`"), None),
        LinkTarget::File(_, path) => (format!("`{path}`"), None),
        LinkTarget::Elsewhere(_) | LinkTarget::Term => return None,
    };
    Some(Pointed { span, help, file })
}

/// A page's title and summary; of an organization, how to reach it.
fn of_page(query: &Query<'_>, id: PageId) -> String {
    let document = &query.site.page(id).document;
    let mut lines = vec![format!("**{}**", document.common.title)];
    match document.organization() {
        Some(organization) => {
            let address = organization.address.iter();
            let address = address.map(|address| address.value.lines.join(", "));
            lines.extend(address);
            let phones = organization.phones.iter();
            lines.extend(phones.map(|phone| phone.number.value.printed()));
        }
        None => lines.extend(Some(document.summary().to_owned())),
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n")
}

/// What a word of the glossary means.
fn of_term(query: &Query<'_>, key: &str) -> Option<String> {
    let glossary = query.site.glossary(query.language())?;
    let mut entries = glossary.entries.iter();
    let (key, entry) = entries.find(|(name, entry)| name == key || entry.shown(name) == key)?;
    let word = entry.shown(key);
    let parts = [
        Some(match &entry.name {
            Some(name) => format!("**{word}**: {name}"),
            None => format!("**{word}**"),
        }),
        entry.definition.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join("\n\n"))
}
