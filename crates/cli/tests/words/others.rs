//! Texts of others, from a folder.

use std::collections::{BTreeMap, BTreeSet};

use guichet::project::Project;
use guichet::site::Output;
use scraper::{Html, Selector};

use crate::outputs::{WHOLE, render};
use crate::site::TestSite;

/// The words of a folder of other people's texts: `WORDS_OF=folder cargo test --test words -- --ignored`.
#[test]
#[ignore = "reads a folder of texts that is not part of the project"]
fn no_word_of_other_texts_is_lost() {
    let folder = std::env::var("WORDS_OF").unwrap();
    let site = TestSite::new(&[]);
    let mut texts = BTreeMap::new();
    for (number, entry) in walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "md"))
        .enumerate()
    {
        let Ok(text) = std::fs::read_to_string(entry.path()) else {
            continue;
        };
        let body = match text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
        {
            Some((_, body)) => body.to_owned(),
            None => text,
        };
        site.write(
            &format!("content/p{number}.md"),
            format!("---\ntitre: Essai\n---\n{body}"),
        );
        texts.insert(number, (entry.path().display().to_string(), body));
    }
    let (assembled, _) = Project::read(&site.path("")).site(WHOLE);
    let letters = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let mut count = 0;
    for (number, (path, body)) in &texts {
        let Some((_, output)) = assembled
            .outputs()
            .find(|(path, _)| path.as_str() == format!("p{number}.html"))
        else {
            continue;
        };
        let Output::Page(_) = output else { continue };
        let html = render(&assembled, &format!("p{number}.html"));
        let page = Html::parse_document(&html);
        let main = page
            .select(&Selector::parse("main").unwrap())
            .next()
            .unwrap();
        let said = letters(&main.text().collect::<Vec<_>>().join("\n"));
        let plain = letters(&render(&assembled, &format!("p{number}.txt")));
        let lost: Vec<String> = letters(body).difference(&said).cloned().collect();
        let unsaid: Vec<&String> = said.difference(&plain).collect();
        count += letters(body).len();
        println!("{path}: page lacks {lost:?}; plain text lacks {unsaid:?}");
    }
    println!("{count} words of {} texts", texts.len());
}
