//! The guide to a service.

use super::contacts::{InclusionContacts, kept};
use super::record::{InclusionFields, InclusionRecord};
use super::routes::{ServicePlace, ServiceRoutes};
use super::structure::{dated, description, told};
use super::text;
use super::towns::TownNames;
use super::words;
use crate::diagnostics::Diagnostic;
use crate::import::front::{self, FrontFields, FrontValue};
use crate::import::loose::shortened;
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline};
use crate::import::page_paths;
use crate::markdown::slug;
use crate::model::channel::{Evidence, OnlineOnly};
use crate::model::values::Date;
use crate::model::{Common, Guide};

/// Longer names are not read to their end by anybody.
const LONGEST_NAME: usize = 200;

/// A service, and how it is reached.
pub struct TakenService<'s> {
    pub record: &'s InclusionRecord,
    pub fields: InclusionFields,
    pub name: String,
    pub routes: ServiceRoutes,
    unread: Vec<(&'static str, String)>,
}

impl<'s> TakenService<'s> {
    /// `place`: where it is offered, if that is known.
    pub fn of(record: &'s InclusionRecord, place: Option<&ServicePlace>, french: bool) -> Self {
        let fields = record.fields();
        let mut contacts = InclusionContacts::of(&fields);
        let routes = ServiceRoutes::of(&fields, &mut contacts, place, french);
        Self {
            name: shortened(&record.name, LONGEST_NAME),
            record,
            fields,
            routes,
            unread: contacts.unread,
        }
    }

    /// The names that its file may have.
    pub fn names(&self, place: Option<&ServicePlace>) -> Vec<String> {
        let name = page_paths::stem(&self.name);
        let name = if name.is_empty() {
            "service".to_owned()
        } else {
            name
        };
        let apart = place
            .map(|place| page_paths::stem(&place.name))
            .filter(|place| !place.is_empty());
        let apart = apart.map(|place| format!("{name}-{place}"));
        std::iter::once(name).chain(apart).collect()
    }

    /// A line about it on the page of its structure.
    pub fn line(&self, is_for_professionals: bool) -> Vec<MarkdownInline> {
        let (resume, detail) = description(&self.fields);
        let said = text::first_sentence(if resume.is_empty() { &detail } else { &resume });
        let mut words = String::new();
        if is_for_professionals {
            words += " (un professionnel fait la demande)";
        }
        if !said.is_empty() {
            words += &format!("\u{a0}: {said}");
        }
        let name = MarkdownInline::Strong(vec![MarkdownInline::Text(self.name.clone())]);
        vec![name, MarkdownInline::Text(words)]
    }

    /// The text of its page, and what could not be read.
    pub fn page(
        &mut self,
        path: &str,
        with_topic: bool,
        towns: &TownNames,
        french: bool,
    ) -> (String, Vec<Diagnostic>) {
        let fields = self.fields.clone();
        let mut unread = std::mem::take(&mut self.unread);
        let (resume, detail) = description(&fields);
        let mut blocks = text::blocks(&detail, path);
        let summary = match resume.is_empty() {
            true => text::summary(&mut blocks),
            false => Some(resume),
        };
        let title = match slug(&self.name).is_empty() {
            true => {
                unread.push(("name", self.record.id.clone()));
                "Service".to_owned()
            }
            false => self.name.clone(),
        };
        let (audience, audience_text) = words::audience(&fields, towns);
        let (cost, cost_text) = words::cost(&fields);
        let mut front = FrontFields::new(french);
        front.set::<Common>("title", title);
        front.set::<Common>("summary", summary);
        if let Some((topic, _)) = words::topic(&fields).filter(|_| with_topic) {
            front.set::<Common>("topic", topic);
        }
        let routes = &mut self.routes;
        if routes.channels.is_empty() {
            front.set::<Guide>("nature", "information");
        }
        if routes.is_online_only {
            let mut declared = FrontFields::new(french);
            declared.set::<OnlineOnly>(
                "note",
                "La source ne donne ni guichet, ni adresse, ni téléphone.",
            );
            front.set::<Guide>("online_only", declared);
        }
        front.set::<Guide>("channels", routes.channels.clone());
        front.set::<Guide>("evidence", evidence(&fields, french));
        front.set::<Guide>("cost", cost);
        front.set::<Guide>("audience", audience);
        if let Some(end) = Date::parse(&fields.line("date_suspension")) {
            front.set::<Common>("valid_until", FrontValue::Bare(end.to_string()));
        }
        dated(&mut front, self.record, &fields, &mut unread, french);
        let conditions = fields.first(&["conditions_acces"]);
        let conditions = match conditions.is_empty() {
            true => list(&fields.texts("pre_requis")),
            false => text::blocks(&conditions, path),
        };
        let mut add = |heading: &str, part: Vec<MarkdownBlock>| {
            if part.is_empty() {
                return;
            }
            blocks.push(MarkdownBlock::Heading {
                level: 2,
                text: vec![MarkdownInline::Text(heading.to_owned())],
                case: false,
                anchor: None,
            });
            blocks.extend(part.into_iter().map(markdown::one_level_down));
        };
        add("Pour qui ?", text::blocks(&audience_text, path));
        add("À quelles conditions ?", conditions);
        let mail = std::mem::take(&mut routes.blocks);
        let is_first = routes.channels.is_empty();
        add(
            if is_first {
                "Comment faire ?"
            } else {
                "Par courriel"
            },
            mail,
        );
        let mut more: Vec<MarkdownBlock> = routes
            .note
            .take()
            .as_deref()
            .map(paragraph)
            .into_iter()
            .collect();
        more.extend(text::blocks(&routes.text, path));
        add("Bon à savoir", more);
        add("Combien ça coûte ?", text::blocks(&cost_text, path));
        let recurrence = fields.line("recurrence");
        let times = words::duration(&fields).into_iter();
        let times = times.chain(Some(recurrence).filter(|said| !said.is_empty()));
        let times: Vec<MarkdownBlock> = times.map(|said| paragraph(&said)).collect();
        add("Combien de temps ?", times);
        let text = front::page(&front, &(markdown::write(&blocks) + &kept(&unread)));
        (text, told(path, unread))
    }
}

fn paragraph(text: &str) -> MarkdownBlock {
    MarkdownBlock::Paragraph(vec![MarkdownInline::Text(text.to_owned())])
}

fn list(texts: &[String]) -> Vec<MarkdownBlock> {
    if texts.is_empty() {
        return Vec::new();
    }
    let items = texts.iter().map(|text| vec![paragraph(text)]).collect();
    vec![MarkdownBlock::List(None, items)]
}

/// The papers to bring.
fn evidence(fields: &InclusionFields, french: bool) -> Vec<FrontValue> {
    let papers = fields.texts("justificatifs").into_iter();
    papers
        .map(|paper| {
            let mut evidence = FrontFields::new(french);
            evidence.set::<Evidence>("name", shortened(&paper, 2 * LONGEST_NAME));
            evidence.into()
        })
        .collect()
}
