//! Collects which words are on which pages, and where.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::postings::{Field, Standing};
use crate::document::Document;
use crate::letters::LetterReader;
use crate::model::{Channels, Guide};
use crate::site::{GroupKind, PageId, Site};

/// The words of the pages of a language.
#[derive(Debug, Default)]
pub struct GatheredWords {
    /// Each form of a word that occurs anywhere, in the order of first occurrence.
    pub forms: Vec<WordForm>,
    /// For each page, its forms by index in `forms`, and where they occur.
    pub pages: Vec<PageWords>,
    /// The letters that are treated as others in comparisons.
    pub letters: BTreeMap<char, String>,
}

/// A form of a word.
#[derive(Debug, Default, Clone)]
pub struct WordForm {
    /// Its normalised form, for comparison.
    pub text: String,
    /// In lower case with its accents, which stemming needs.
    pub spelled: String,
}

/// The words of one page.
#[derive(Debug, Default)]
pub struct PageWords {
    /// Each form, once.
    pub words: Vec<(u32, Standing)>,
    /// How many words its title has.
    pub title: usize,
    /// How many it has in all.
    pub length: usize,
}

/// The forms of some pages, numbered in the order of first occurrence.
#[derive(Default)]
struct Forms {
    numbers: FxHashMap<String, u32>,
    forms: Vec<WordForm>,
    /// For each form, its index among the words of the current page; [`NOWHERE`] if the page does not contain
    /// it.
    places: Vec<u32>,
}

/// The index of a form that a page does not contain.
const NOWHERE: u32 = u32::MAX;

impl Forms {
    fn number(&mut self, text: &str, spelled: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            let known = &mut self.forms[*number as usize].spelled;
            // Capitals often lack their accents: the spelling with the most accents is the full one.
            if spelled.len() > known.len() {
                spelled.clone_into(known);
            }
            return *number;
        }
        let number = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.to_owned(), number);
        self.places.push(NOWHERE);
        self.forms.push(WordForm {
            text: text.to_owned(),
            spelled: spelled.to_owned(),
        });
        number
    }
}

/// How many pages one thread reads at a time.
const RUN: usize = 128;

impl GatheredWords {
    /// Reads the pages.
    pub fn of(site: &Site, pages: &[PageId]) -> Self {
        let runs: Vec<(Forms, LetterReader, Vec<PageWords>)> = pages
            .par_chunks(RUN)
            .map(|run| {
                let (mut forms, mut reader) = (Forms::default(), LetterReader::default());
                let mut words = |id: &PageId| page_words(site, *id, &mut forms, &mut reader);
                let pages = run.iter().map(&mut words).collect();
                (forms, reader, pages)
            })
            .collect();
        let mut all = Forms::default();
        let mut gathered = Self::default();
        for (forms, reader, pages) in runs {
            let numbers: Vec<u32> = forms
                .forms
                .iter()
                .map(|form| all.number(&form.text, &form.spelled))
                .collect();
            for mut page in pages {
                for (form, _) in &mut page.words {
                    *form = numbers[*form as usize];
                }
                gathered.pages.push(page);
            }
            gathered.letters.extend(reader.letters);
        }
        gathered.forms = all.forms;
        gathered
    }
}

fn page_words(site: &Site, id: PageId, forms: &mut Forms, reader: &mut LetterReader) -> PageWords {
    let mut page = PageWords::default();
    let place = site.page(id);
    let topics = place
        .groups
        .iter()
        .map(|(id, _)| &site.groups[*id as usize]);
    let topics = topics.filter(|group| group.kind == GroupKind::Topic);
    let mut see = |field, text: &str| {
        reader.words(text, |word, spelled| {
            let number = forms.number(word, spelled);
            let place = &mut forms.places[number as usize];
            if *place == NOWHERE {
                *place = u32::try_from(page.words.len()).unwrap_or(NOWHERE);
                page.words.push((number, Standing::default()));
            }
            if let Some((_, standing)) = page.words.get_mut(*place as usize) {
                standing.add(field);
            }
            page.length += 1;
            page.title += usize::from(field == Field::Title);
        });
    };
    topics.for_each(|topic| see(Field::Text, &topic.title));
    each_text(&place.document, see);
    for (number, _) in &page.words {
        forms.places[*number as usize] = NOWHERE;
    }
    page.words.sort_unstable_by_key(|(number, _)| *number);
    page
}

/// Calls `see` with everything a page says, as written.
fn each_text(document: &Document, mut see: impl FnMut(Field, &str)) {
    let common = &document.common;
    see(Field::Title, &common.title);
    for keyword in &common.keywords {
        see(Field::Keyword, keyword);
    }
    see(Field::Text, common.summary.as_deref().unwrap_or_default());
    if let Some(guide) = document.guide() {
        each_text_of_guide(guide, &mut see);
    }
    if let Some(organization) = document.organization() {
        for kind in organization.kinds() {
            see(Field::Keyword, &kind.replace('-', " "));
        }
        for served in &organization.serves {
            see(Field::Text, served);
        }
        let addresses = [&organization.address, &organization.postal_address];
        for line in addresses.into_iter().flatten().flat_map(|a| &a.value.lines) {
            see(Field::Text, line);
        }
    }
    for text in document.texts() {
        for heading in &text.facts.headings {
            see(Field::Heading, &heading.text);
        }
        for event in Parser::new_ext(text.markdown(), crate::markdown::options()) {
            if let Event::Text(piece) | Event::Code(piece) = event {
                see(Field::Text, &piece);
            }
        }
    }
}

fn each_text_of_guide(guide: &Guide, see: &mut impl FnMut(Field, &str)) {
    let mut text = |text: &str| see(Field::Text, text);
    let of_guide = [
        &guide.output,
        &guide.authority,
        &guide.deadline,
        &guide.processing_time,
    ];
    let of_evidence = guide.evidence.iter().flat_map(|paper| {
        text(&paper.name);
        [&paper.when, &paper.note]
    });
    let written: Vec<&Option<String>> = of_guide.into_iter().chain(of_evidence).collect();
    written.into_iter().flatten().for_each(|value| text(value));
    guide.audience.iter().for_each(|value| text(value));
    guide.appeal.iter().for_each(|value| text(value));
    if let Some(channels) = &guide.channels {
        each_text_of_channels(channels, &mut text);
    }
}

fn each_text_of_channels(channels: &Channels, text: &mut impl FnMut(&str)) {
    let places = channels.in_person.iter();
    let places = places.flat_map(|place| [&place.name, &place.when, &place.note]);
    let papers = channels.paper.iter();
    let papers = papers.flat_map(|paper| [&paper.when, &paper.note]);
    let lines = channels.phone.iter();
    let lines = lines.flat_map(|line| [&line.label, &line.when, &line.note]);
    let services = channels.online.iter().flat_map(|service| {
        [
            &service.label,
            &service.account,
            &service.when,
            &service.note,
        ]
    });
    let written = places.chain(papers).chain(lines).chain(services);
    written.flatten().for_each(|value| text(value));
    for form in channels.paper.iter().flat_map(|paper| &paper.forms) {
        text(&form.title);
        let written = [&form.place, &form.note];
        written.into_iter().flatten().for_each(|value| text(value));
        if let Some(number) = &form.number {
            text(&number.number);
        }
    }
}
