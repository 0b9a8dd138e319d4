//! One text file → [`Document`]: its front matter as typed values, its Markdown as it stands, and the facts of it.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::config::bad_yaml;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::language::Language;
use crate::markdown::{self, Facts, Prose, slug};
use crate::model::choice::decode_choice;
use crate::model::decoder::{Decoder, Fields};
use crate::model::record::Record;
use crate::model::schema;
use crate::model::{Article, Common, Guide, Kind, Organization};
use crate::yaml::{self, Node, Value};

/// Deeper nesting of lists and quotations than this helps no reader, and costs memory without bound.
const DEEPEST: usize = 40;

/// A page as its editor wrote it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file.
    pub file: Arc<TextFile>,
    /// Its path below the content folder without language and ending: translations of a page share it.
    pub stem: String,
    /// Its address without language and ending: the stem in letters that every system and sheet of paper carries.
    pub address: String,
    /// Its language.
    pub language: Language,
    /// What every page has.
    pub common: Common,
    /// What its kind adds.
    pub details: Details,
    /// The Markdown: bytes of the file.
    pub body: Range<usize>,
    /// The facts of the Markdown, their spans in bytes of it.
    pub facts: Facts,
    /// Whether this is the text of a section (`_index.md`).
    pub is_index: bool,
    /// What titles are sorted by.
    pub sort_key: String,
    /// The slug of each of its keywords.
    pub keyword_slugs: Vec<String>,
    /// How its text reads, once somebody has asked.
    prose: OnceLock<Prose>,
}

/// What a kind of page adds to what all have.
#[derive(Debug, Clone)]
pub enum Details {
    /// Nothing.
    Page,
    /// Nothing of its own: the configuration completes it.
    Legal,
    /// A guide.
    Guide(Box<Guide>),
    /// An article.
    Article(Box<Article>),
    /// An organization.
    Organization(Box<Organization>),
}

impl Document {
    /// Reads a Markdown file. `key` is its path below the content folder; `languages` those of the site, the default
    /// one first. A document always comes back, so that one mistake does not hide those that point to it.
    pub fn parse(
        key: &str,
        file: Arc<TextFile>,
        languages: &[Language],
    ) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let name = Name::of(key, languages);
        if let Some(unlisted) = name.unlisted {
            let diagnostic = Diagnostic::new(Code::BadLanguage, Location::File(file.path.clone()))
                .with("value", unlisted)
                .with("case", "unlisted");
            diagnostics.push(diagnostic.help("help-unlisted"));
        }
        let parts = split(&file, &mut diagnostics);
        let front = front_matter(&file, &parts, folder_kind(&name.stem), &mut diagnostics);
        let facts = markdown::facts(&file.text[parts.body.clone()]);
        if facts.depth > DEEPEST {
            let start = parts.body.start + facts.deepest;
            let span = start..start + 1;
            let place = Place {
                file: Arc::clone(&file),
                span,
            };
            let diagnostic = Diagnostic::new(Code::TooDeep, Location::Place(place));
            diagnostics.push(diagnostic.with("limit", DEEPEST.to_string()));
        }
        let mut common = front.common;
        if common.title.is_empty() {
            common.title = title_of_name(&name.stem);
        }
        let document = Self {
            address: address(&name, &common, &mut diagnostics),
            keyword_slugs: common
                .keywords
                .iter()
                .map(|keyword| slug(keyword))
                .collect(),
            stem: name.stem,
            language: name.language,
            sort_key: slug(&common.title),
            common,
            details: front.details,
            // Text that is nested beyond the bound is not rendered at all.
            body: if facts.depth > DEEPEST {
                parts.body.start..parts.body.start
            } else {
                parts.body
            },
            facts: if facts.depth > DEEPEST {
                Facts::default()
            } else {
                facts
            },
            is_index: name.is_index,
            prose: OnceLock::new(),
            file,
        };
        (document, diagnostics)
    }

    /// The kind of page.
    pub fn kind(&self) -> Kind {
        match self.details {
            Details::Page => Kind::Page,
            Details::Legal => Kind::Legal,
            Details::Guide(_) => Kind::Guide,
            Details::Article(_) => Kind::Article,
            Details::Organization(_) => Kind::Organization,
        }
    }

    /// The Markdown.
    pub fn text(&self) -> &str {
        &self.file.text[self.body.clone()]
    }

    /// How the text reads. Only advice and the report ask: a build does without.
    pub fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| markdown::prose(self.text()))
    }

    /// A place in the Markdown.
    pub fn place(&self, span: &Range<usize>) -> Location {
        self.file_place(&(span.start + self.body.start..span.end + self.body.start))
    }

    /// A place in the file, for values of the front matter.
    pub fn file_place(&self, span: &Range<usize>) -> Location {
        Location::Place(Place {
            file: Arc::clone(&self.file),
            span: span.clone(),
        })
    }

    /// The summary, or the beginning of the text.
    pub fn summary(&self) -> &str {
        self.common.summary.as_deref().unwrap_or(&self.facts.lead)
    }

    /// The folder below the content folder; empty for the top.
    pub fn folder(&self) -> &str {
        self.stem.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part of the stem: an organization's id.
    pub fn id(&self) -> &str {
        self.stem.rsplit_once('/').map_or(&*self.stem, |(_, id)| id)
    }

    /// The organization, if that is what this is.
    pub fn organization(&self) -> Option<&Organization> {
        match &self.details {
            Details::Organization(organization) => Some(organization),
            _ => None,
        }
    }

    /// The guide, if that is what this is.
    pub fn guide(&self) -> Option<&Guide> {
        match &self.details {
            Details::Guide(guide) => Some(guide),
            _ => None,
        }
    }

    /// The article, if that is what this is.
    pub fn article(&self) -> Option<&Article> {
        match &self.details {
            Details::Article(article) => Some(article),
            _ => None,
        }
    }
}

/// What a file's name says: `guides/carte.en.md` is the English page of the stem `guides/carte`.
struct Name<'k> {
    stem: String,
    language: Language,
    unlisted: Option<&'k str>,
    is_index: bool,
}

/// The language of the file at this path below the content folder; `languages` are those of the site, the default one first.
pub fn language_of(key: &str, languages: &[Language]) -> Language {
    Name::of(key, languages).language
}

impl<'k> Name<'k> {
    fn of(key: &'k str, languages: &[Language]) -> Self {
        let default = languages.first().copied().unwrap_or_default();
        let bare = key.rsplit_once('.').map_or(key, |(bare, _)| bare);
        let (folder, file) = bare
            .rsplit_once('/')
            .map_or(("", bare), |(folder, file)| (folder, file));
        let tagged = file
            .rsplit_once('.')
            .and_then(|(base, tag)| Some((base, tag, Language::parse(tag)?)))
            .filter(|(_, tag, _)| tag.len() == 2);
        let (base, language, unlisted) = match tagged {
            Some((base, _, language)) if languages.contains(&language) => (base, language, None),
            Some((base, tag, _)) => (base, default, Some(tag)),
            None => (file, default, None),
        };
        let separator = if folder.is_empty() { "" } else { "/" };
        Self {
            stem: format!("{folder}{separator}{base}"),
            language,
            unlisted,
            is_index: base == "_index",
        }
    }
}

/// The address of a page: its file's, or the `slug` that its editor gave it.
fn address(name: &Name<'_>, common: &Common, diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut parts: Vec<String> = name.stem.split('/').map(slug).collect();
    if let Some(written) = &common.slug {
        let wanted = slug(&written.text);
        if wanted != written.text || wanted.is_empty() {
            diagnostics.push(
                Diagnostic::new(Code::BadSlug, written.location.clone())
                    .with("value", &written.text)
                    .with("nearest", &wanted),
            );
        }
        parts.pop();
        parts.push(wanted);
    }
    if name.is_index {
        parts.pop();
        parts.push("index".to_owned());
    }
    parts.join("/")
}

/// The kind of the pages of a folder, at any depth.
pub fn folder_kind(stem: &str) -> Kind {
    match stem.split('/').next() {
        _ if stem.ends_with("_index") => Kind::Page,
        Some("guides") if stem.contains('/') => Kind::Guide,
        Some("articles") if stem.contains('/') => Kind::Article,
        Some("organizations" | "organismes") if stem.contains('/') => Kind::Organization,
        _ => Kind::Page,
    }
}

/// A title for a page that has none, so that messages and links can still name it.
fn title_of_name(stem: &str) -> String {
    let name = stem
        .rsplit('/')
        .next()
        .unwrap_or(stem)
        .replace(['-', '_'], " ");
    let mut characters = name.trim().chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Where front matter and Markdown stand in a file.
struct Parts {
    front: Option<Range<usize>>,
    body: Range<usize>,
}

/// Splits a file that begins with `---` at the next line that is `---` or `...`.
fn split(file: &Arc<TextFile>, diagnostics: &mut Vec<Diagnostic>) -> Parts {
    let text = &*file.text;
    let Some(rest) = text.strip_prefix("---\n") else {
        return Parts {
            front: None,
            body: 0..text.len(),
        };
    };
    let start = text.len() - rest.len();
    let mut at = start;
    for line in rest.split_inclusive('\n') {
        let end = at + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Parts {
                front: Some(start..at),
                body: end..text.len(),
            };
        }
        at = end;
    }
    let place = Place {
        file: Arc::clone(file),
        span: 0..3,
    };
    diagnostics.push(Diagnostic::new(
        Code::UnclosedFrontMatter,
        Location::Place(place),
    ));
    Parts {
        front: None,
        body: text.len()..text.len(),
    }
}

struct FrontMatter {
    common: Common,
    details: Details,
}

fn front_matter(
    file: &Arc<TextFile>,
    parts: &Parts,
    folder_kind: Kind,
    diagnostics: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let unreadable = FrontMatter {
        common: Common::default(),
        details: details_of(folder_kind),
    };
    let broken = parts.front.is_none() && !diagnostics.is_empty();
    let range = parts.front.clone().unwrap_or(0..0);
    let node = match yaml::parse(&file.text[range.clone()]) {
        Ok(node) => node,
        Err(error) => {
            diagnostics.push(bad_yaml(&error, file, range.start));
            return unreadable;
        }
    };
    let mut decoder = Decoder::new(Arc::clone(file), range.start, true);
    let read = Fields::of(&node, &mut decoder).map(|fields| {
        let kind = kind(&fields, folder_kind, &mut decoder);
        decode(fields, kind, &mut decoder)
    });
    // Where the front matter does not end, nothing in it was read: that it lacks a title is not news.
    if !broken {
        diagnostics.extend(decoder.finish());
    }
    read.unwrap_or(unreadable)
}

fn details_of(kind: Kind) -> Details {
    match kind {
        Kind::Page => Details::Page,
        Kind::Legal => Details::Legal,
        Kind::Guide => Details::Guide(Box::default()),
        Kind::Article => Details::Article(Box::default()),
        Kind::Organization => Details::Organization(Box::default()),
    }
}

/// What `kind:` says, or the folder. In the directory's folder `kind:` says what the organization is instead.
fn kind(fields: &Fields<'_>, folder_kind: Kind, decoder: &mut Decoder) -> Kind {
    let Some(node) = fields.peek("kind") else {
        return folder_kind;
    };
    let named = match &node.value {
        Value::Scalar(text) => Kind::NAMES.iter().find(|(name, _)| name == text),
        _ => None,
    };
    match named {
        Some((_, kind)) => *kind,
        None if folder_kind == Kind::Organization => Kind::Organization,
        None => decode_choice(Kind::NAMES, node, decoder).unwrap_or(folder_kind),
    }
}

fn decode(mut fields: Fields<'_>, kind: Kind, decoder: &mut Decoder) -> FrontMatter {
    let is_page_kind = |node: &Node| match &node.value {
        Value::Scalar(text) => Kind::NAMES.iter().any(|(name, _)| name == text),
        _ => false,
    };
    let consumed = kind != Kind::Organization || fields.peek("kind").is_some_and(is_page_kind);
    if consumed {
        fields.remove("kind");
    }
    let common = Common::from_fields(&mut fields, decoder);
    let details = match kind {
        Kind::Page => Details::Page,
        Kind::Legal => Details::Legal,
        Kind::Guide => Details::Guide(Box::new(Guide::from_fields(&mut fields, decoder))),
        Kind::Article => Details::Article(Box::new(Article::from_fields(&mut fields, decoder))),
        Kind::Organization => {
            Details::Organization(Box::new(Organization::from_fields(&mut fields, decoder)))
        }
    };
    fields.finish(&schema::keys(kind), decoder);
    FrontMatter { common, details }
}
