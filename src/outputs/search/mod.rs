//! The search: for each language, small files of which a query loads a few. Browsers without JavaScript have
//! the list from A to Z instead, on the same page.
//!
//! Words are stemmed here, not in the browser: the file that contains `cartes` says that it is the same word
//! as `carte`. Files of words are cut from one sorted list, so that a short table (the index) says which file
//! contains a word. A word that occurs nowhere is looked up among those with the same beginning or the same
//! end: one typing mistake leaves one of the two intact.

mod gather;
mod postings;
mod shelves;

use std::collections::HashMap;
use std::fmt::Write as _;

use rayon::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

use crate::language::Language;
use crate::letters::sort_key;
use crate::outputs::words::Words;
use crate::site::{PAGES_A_FILE, PageId, SearchFile, Site};
use gather::{GatheredWords, WordForm};
use postings::Standing;
use shelves::Shelves;

/// A summary is cut to this many characters in the results.
const SUMMARY: usize = 140;

/// The files of the search of a language.
#[derive(Debug)]
pub struct Search {
    index: String,
    words: Vec<String>,
    pages: Vec<String>,
    starts: Vec<String>,
    ends: Vec<String>,
    /// Changes with any of the files: a browser must not combine old and new ones.
    pub version: String,
}

/// A form of a word, in the browser's search.
struct FormEntry<'g> {
    form: &'g str,
    stem: usize,
    /// Whether it is offered as a correction.
    is_offered: bool,
}

impl Search {
    /// Reads the texts of all pages of a language.
    pub fn of(site: &Site, language: Language) -> Self {
        let ids = site.searched_pages(language);
        let plan = site.search_plan(language);
        let gathered = GatheredWords::of(site, &ids);
        let stems = Stems::of(&gathered.forms, language);
        let answers = Answers::of(&gathered, &stems);
        let mut entries: Vec<FormEntry<'_>> = gathered
            .forms
            .iter()
            .zip(&stems.of_form)
            .map(|(form, stem)| FormEntry {
                form: &form.text,
                stem: *stem,
                is_offered: answers.is_offered(*stem) && is_spelled(&form.text),
            })
            .collect();
        entries.sort_unstable_by_key(|entry| (root(entry.form), entry.form));
        let size = |entry: &FormEntry<'_>| entry.form.len() + 2 + answers.texts[entry.stem].len();
        let words = shelves::cut(
            &entries,
            plan.words as usize,
            |e| root(e.form),
            size,
            |run| words_file(run, &answers),
        );
        let (starts, ends) = spelling(&entries, plan.spelling as usize);
        let index = index_file(&gathered, [&words, &starts, &ends]);
        let pages = pages_files(site, language, &ids);
        let mut search = Self {
            index,
            words: words.files,
            pages,
            starts: starts.files,
            ends: ends.files,
            version: String::new(),
        };
        search.version = search.hash();
        search
    }

    fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let lists = [&self.words, &self.pages, &self.starts, &self.ends];
        let texts = lists.into_iter().flatten().chain([&self.index]);
        for text in texts {
            hasher.update(&text.len().to_le_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.finalize().to_hex()[..8].to_owned()
    }

    /// A file as the browser loads it: a call with its name and its text. `None` for the script, which the
    /// theme has.
    pub fn file(&self, file: SearchFile) -> String {
        let at = |list: &[String], n: u32| list.get(n as usize).cloned().unwrap_or_default();
        let text = match file {
            SearchFile::Script => return String::new(),
            SearchFile::Index => self.index.clone(),
            SearchFile::Words(n) => at(&self.words, n),
            SearchFile::Pages(n) => at(&self.pages, n),
            SearchFile::Starts(n) => at(&self.starts, n),
            SearchFile::Ends(n) => at(&self.ends, n),
        };
        format!("guichet({},{})", quoted(&file.name()), quoted(&text))
    }
}

/// A string of JavaScript. Two characters that JSON leaves as they are end a line in it (ECMA-262, 5th
/// edition, 7.3).
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Which forms belong to one word.
struct Stems {
    /// For each form, the number of its stem.
    of_form: Vec<usize>,
    count: usize,
}

impl Stems {
    fn of(forms: &[WordForm], language: Language) -> Self {
        let stemmer = algorithm(language).map(Stemmer::create);
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let of_form = forms
            .iter()
            .map(|form| {
                let stem = match &stemmer {
                    Some(stemmer) => sort_key(&stemmer.stem(&form.spelled)),
                    None => form.text.clone(),
                };
                let next = numbers.len();
                *numbers.entry(stem).or_insert(next)
            })
            .collect();
        Self {
            of_form,
            count: numbers.len(),
        }
    }
}

/// The stemmer of a language; `None` if none exists: each form is then a word of its own.
fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language.as_str() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "no" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

/// For each stem, its postings as written.
struct Answers {
    texts: Vec<String>,
    offered: Vec<bool>,
}

impl Answers {
    fn of(gathered: &GatheredWords, stems: &Stems) -> Self {
        let mut places: Vec<Vec<(u32, Standing)>> = vec![Vec::new(); stems.count];
        for (number, page) in gathered.pages.iter().enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            for (form, standing) in &page.words {
                let of_stem = &mut places[stems.of_form[*form as usize]];
                match of_stem.last_mut() {
                    Some((page, first)) if *page == number => first.join(*standing),
                    _ => of_stem.push((number, *standing)),
                }
            }
        }
        let pages = &gathered.pages;
        let words: usize = pages.iter().map(|page| page.length).sum();
        let average = (words as f64 / pages.len().max(1) as f64).max(1.0);
        let (texts, offered) = places
            .par_iter()
            .map(|places| {
                let rarity = postings::rarity(pages.len(), places.len());
                let scores: Vec<(u32, f64)> = places
                    .iter()
                    .map(|(number, standing)| {
                        let page = &pages[*number as usize];
                        let weight = standing.weight(page.title, page.length as f64 / average);
                        (*number, rarity * weight)
                    })
                    .collect();
                let prominent = places.iter().any(|(_, standing)| standing.is_prominent());
                let text = postings::write(&scores);
                let offered = text.is_some() && (prominent || places.len() > 2);
                (text.unwrap_or_default(), offered)
            })
            .unzip();
        Self { texts, offered }
    }

    fn is_offered(&self, stem: usize) -> bool {
        self.offered[stem]
    }
}

/// A word without its plural `s`: both are in the same file, and a search for `identités` finds `identité`
/// although no page has the plural.
fn root(form: &str) -> &str {
    form.strip_suffix('s').unwrap_or(form)
}

/// Numbers are not corrected, nor are words of three letters, which one mistake turns into any other.
fn is_spelled(form: &str) -> bool {
    form.chars().nth(3).is_some() && form.chars().all(char::is_alphabetic)
}

/// `carte,cartes POSTINGS!permis …`: the forms of each word in this file, and its pages.
fn words_file(run: &[FormEntry<'_>], answers: &Answers) -> String {
    let mut order: Vec<usize> = Vec::new();
    let mut forms: HashMap<usize, Vec<&str>> = HashMap::new();
    for entry in run {
        let of_stem = forms.entry(entry.stem).or_default();
        if of_stem.is_empty() {
            order.push(entry.stem);
        }
        of_stem.push(entry.form);
    }
    let groups: Vec<String> = order
        .iter()
        .map(|stem| format!("{} {}", forms[stem].join(","), answers.texts[*stem]))
        .collect();
    groups.join("!")
}

/// The words offered as corrections, by their first letters and by their last.
fn spelling(entries: &[FormEntry<'_>], files: usize) -> (Shelves, Shelves) {
    let mut forms: Vec<&str> = entries
        .iter()
        .filter(|entry| entry.is_offered)
        .map(|entry| entry.form)
        .collect();
    forms.sort_unstable();
    let starts = shelves::cut(
        &forms,
        files,
        |form| form,
        |form| form.len(),
        |run| run.join(" "),
    );
    let mut backwards: Vec<(String, &str)> = forms
        .iter()
        .map(|form| (form.chars().rev().collect(), *form))
        .collect();
    backwards.sort_unstable();
    let write = |run: &[(String, &str)]| {
        let forms: Vec<&str> = run.iter().map(|(_, form)| *form).collect();
        forms.join(" ")
    };
    let ends = shelves::cut(
        &backwards,
        files,
        |(key, _)| key,
        |(key, _)| key.len(),
        write,
    );
    (starts, ends)
}

/// Four lines: `ée œoe`, how letters are compared; where the files of words start, and those of spelling, by
/// beginnings and by ends.
fn index_file(gathered: &GatheredWords, shelves: [&Shelves; 3]) -> String {
    let mut text = String::new();
    for (letter, plain) in &gathered.letters {
        // Writing to a string does not fail.
        let _ = write!(text, "{letter}{plain} ");
    }
    for shelves in shelves {
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
        text.push_str(&shelves.bounds.join(" "));
    }
    text
}

/// `guides/x.html⇥Title⇥Summary`, one line per page, eight pages per file.
fn pages_files(site: &Site, language: Language, ids: &[PageId]) -> Vec<String> {
    let words = Words::new(site, language);
    let line = |id: &PageId| {
        let page = site.page(*id);
        let title = words.set(&page.document.common.title);
        let summary = words.set(&shortened(page.document.summary()));
        let plain = |text: String| text.replace(['\t', '\n', '\r'], " ");
        let path = page.path.encoded();
        format!("{path}\t{}\t{}", plain(title), plain(summary))
    };
    let files = ids.par_chunks(PAGES_A_FILE);
    let mut files: Vec<String> = files
        .map(|run| run.iter().map(line).collect::<Vec<String>>().join("\n"))
        .collect();
    // A language without pages still has the one file that was announced.
    files.resize(files.len().max(1), String::new());
    files
}

/// The start of a summary, cut at a space.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SUMMARY) else {
        return text.to_owned();
    };
    let cut = &text[..end];
    let cut = cut.rsplit_once(' ').map_or(cut, |(head, _)| head);
    format!("{} …", cut.trim_end_matches([' ', ',', ';', ':', '.']))
}
