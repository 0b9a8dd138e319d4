//! One text file → [`Document`]: its front matter as typed values, its Markdown, and the facts of it.

mod body;
mod changes;
mod code;
mod copies;
mod fences;
mod fields;
mod front_matter;
mod local;
mod name;
mod templates;
mod title;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::diagnostics::{Code, Diagnostic, Location, Place, Remedy, TextFile};
use crate::edit::{FieldChange, FieldValue};
use crate::language::Language;
use crate::letters::sort_key;
use crate::markdown::{self, Facts, Meant, Prose, slug};
use crate::model::schema;
use crate::model::values::{Phone, clean};
use crate::model::{Article, Common, Guide, Kind, Organization, WrittenField};
use crate::yaml::{self, Node, Value};
use body::{ReadBody, read};
use fences::split;
use front_matter::front_matter;
use name::{Name, address, title_of_name};

pub use copies::{as_copy, as_translation, file_name};
pub use fields::{WrittenFields, change_fields, has_english_fields};
pub use local::{LocalNote, Text};
pub use name::{folder_kind, is_local, language_of, page_of_local};
pub use templates::{
    NUMBER as TEMPLATE_NUMBER, PAGES as TEMPLATES, PageTemplate, STREET as TEMPLATE_STREET,
};

/// Deeper nesting of lists and quotations helps no reader, and its cost in memory is unbounded.
const DEEPEST: usize = 40;

/// A page as its editor wrote it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file.
    pub file: Arc<TextFile>,
    /// Its path below the content folder without language and extension: translations of a page share it.
    pub stem: String,
    /// Its address without language and extension: the stem in letters that work on every system and on
    /// paper.
    pub address: String,
    /// Its language.
    pub language: Language,
    /// What every page has. Only the text of the home page may be without a title.
    pub common: Common,
    /// What is specific to its kind.
    pub details: Details,
    /// The Markdown: bytes of the file.
    pub body: Range<usize>,
    /// The Markdown as it was meant, if that differs from what was typed.
    meant: Option<Arc<Meant>>,
    /// The facts of the Markdown; their spans are in bytes of [`Document::text`].
    pub facts: Facts,
    /// Whether this is the text of a section (`_index.md`).
    pub is_index: bool,
    /// The sort key of its title.
    pub sort_key: String,
    /// The slug of each of its keywords.
    pub keyword_slugs: Vec<String>,
    /// The English names of the keys that could not be read in full, which are not reported as empty.
    pub unread: Vec<&'static str>,
    /// Its local additions.
    pub local: Option<Arc<LocalNote>>,
    /// The fields that hold the editor's own words.
    written: Box<[WrittenField]>,
    /// Its readability, computed on demand.
    prose: OnceLock<Prose>,
    /// The telephone numbers of its text, computed on demand.
    telephones: OnceLock<Vec<(Range<usize>, Phone)>>,
    /// Its placeholder texts, computed on demand.
    template_texts: OnceLock<Vec<(&'static str, Range<usize>)>>,
    /// The texts of its front matter, computed when a translation needs them.
    said: OnceLock<HashSet<String>>,
}

/// What a kind of page adds to what all pages have.
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

/// Reports a text nested beyond the bound, at the first such place.
fn too_deep(file: &Arc<TextFile>, read: &ReadBody) -> Diagnostic {
    let deepest = read.facts.deepest;
    let place = Place {
        file: Arc::clone(file),
        span: body::span(&read.body, read.meant.as_deref(), &(deepest..deepest + 1)),
    };
    Diagnostic::new(Code::TooDeep, Location::Place(place)).with("limit", DEEPEST.to_string())
}

/// Offers titles for a page that has none.
fn offer_titles<'t>(
    file: &Arc<TextFile>,
    name: &Name<'_>,
    titles: impl Iterator<Item = &'t str>,
    diagnostics: &mut [Diagnostic],
) {
    let is_missing = |found: &&mut Diagnostic| found.code == Code::MissingTitle;
    let Some(found) = diagnostics.iter_mut().find(is_missing) else {
        return;
    };
    let parts = split(file, &mut Vec::new());
    let front = parts.front.map_or("", |front| &file.text[front]);
    let french = changes::in_french(front, name.language);
    let path = changes::field_path(folder_kind(&name.stem), french, &["title"]);
    for title in titles.filter(|title| !title.is_empty()) {
        let value = FieldValue::Text(title.to_owned());
        let change = FieldChange::Set(path.clone(), value);
        let fix = changes::fix(file, &[change]);
        let remedy = fix.map(|fix| Remedy::new("mend-title", fix).with("text", title));
        *found = found.clone().offers(remedy);
    }
}

impl Document {
    /// Reads a Markdown file. `key` is its path below the content folder; `languages` are those of the site,
    /// the default one first. Always returns a document, so that one mistake does not hide the mistakes of
    /// pages that link to it.
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
        let mut read = read(&file, parts.body);
        let (mut common, mut unread) = (front.common, front.unread);
        let heading = title::of_text(&file, parts.front.as_ref(), &read, &mut diagnostics);
        if let Some((title, start)) = heading {
            common.title = title;
            read = body::read(&file, start..read.body.end);
        }
        if read.facts.depth > DEEPEST {
            diagnostics.push(too_deep(&file, &read));
            read = ReadBody::nothing(&read);
        }
        // The home page has the title of the site, unless it has one of its own.
        let is_home = name.is_index && !name.stem.contains('/');
        if is_home {
            diagnostics.retain(|found| found.code != Code::MissingTitle || found.fix.is_some());
        } else if common.title.is_empty() {
            let of_name = title_of_name(&name.stem);
            let headings = read
                .facts
                .headings
                .iter()
                .map(|heading| heading.text.as_str());
            offer_titles(
                &file,
                &name,
                headings.take(1).chain([&*of_name]),
                &mut diagnostics,
            );
            common.title = of_name;
            unread.push("title");
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
            sort_key: sort_key(&common.title),
            common,
            details: front.details,
            unread,
            written: front.written,
            body: read.body,
            meant: read.meant,
            facts: read.facts,
            is_index: name.is_index,
            local: None,
            prose: OnceLock::new(),
            telephones: OnceLock::new(),
            template_texts: OnceLock::new(),
            said: OnceLock::new(),
            file,
        };
        (document, diagnostics)
    }

    /// The same document with this title.
    pub fn titled(&self, title: &str) -> Self {
        let mut titled = self.clone();
        title.clone_into(&mut titled.common.title);
        titled.sort_key = sort_key(title);
        titled
    }

    /// Whether the values under these keys (by their English names) could be read.
    pub fn was_read(&self, keys: &[&str]) -> bool {
        !self.unread.iter().any(|key| keys.contains(key))
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

    /// The Markdown as it is read.
    pub fn text(&self) -> &str {
        body::text(&self.file, &self.body, self.meant.as_deref())
    }

    /// The readability of the page as a reader meets it, including fields and local note ([`markdown::lix`]).
    pub fn lix(&self) -> Option<u32> {
        markdown::lix(self.texts().map(|text| text.prose()))
    }

    /// The telephone numbers of its text, each with its bytes.
    pub fn telephones(&self) -> &[(Range<usize>, Phone)] {
        self.telephones
            .get_or_init(|| markdown::telephones(self.text()).collect())
    }

    /// Where the file still contains placeholder texts of `guichet new` and `guichet init`, and which.
    pub fn template_texts(&self) -> &[(&'static str, Range<usize>)] {
        self.template_texts
            .get_or_init(|| templates::find(&self.file.text))
    }

    /// Every text of the front matter, whatever its key: what a translation has word for word, it has not
    /// translated.
    pub fn said(&self) -> &HashSet<String> {
        self.said.get_or_init(|| {
            let parts = split(&self.file, &mut Vec::new());
            let front = parts.front.unwrap_or(0..0);
            let reading = yaml::read(&self.file.text[front], &schema::Names);
            let mut texts = HashSet::new();
            gather_texts(&reading.node, &mut texts);
            texts
        })
    }

    /// A position in the Markdown.
    pub fn place(&self, span: &Range<usize>) -> Location {
        self.file_place(&body::span(&self.body, self.meant.as_deref(), span))
    }

    /// A position in the file, for values of the front matter.
    pub fn file_place(&self, span: &Range<usize>) -> Location {
        Location::Place(Place {
            file: Arc::clone(&self.file),
            span: span.clone(),
        })
    }

    /// The summary, or the start of the text.
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

fn gather_texts(node: &Node, texts: &mut HashSet<String>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => {
            // Addresses are written on one line or on several.
            texts.extend(text.lines().map(clean));
            texts.insert(clean(text));
        }
        Value::Sequence(items) => items.iter().for_each(|item| gather_texts(item, texts)),
        Value::Mapping(entries) => entries
            .iter()
            .for_each(|(_, value)| gather_texts(value, texts)),
    }
}
