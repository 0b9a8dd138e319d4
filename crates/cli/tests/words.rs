//! The page, the sheet, the plain text and the book of any text have all of its words; each word that one lacks is reported.
#![cfg(feature = "sheets")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::sync::OnceLock;

use guichet::bundle::{Book, write_book};
use guichet::checks::{self, Scope};
use guichet::diagnostics::{Code, Diagnostic, Location};
use guichet::images::Studio;
use guichet::outputs::sheet::prepare;
use guichet::outputs::{Content, Renderer};
use guichet::press::FontCoverage;
use guichet::project::Project;
use guichet::site::{Extent, Output, PageOrder, Site};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use scraper::{Html, Selector};
use site::TestSite;

/// Marks of Markdown, of word processors, of SPIP and of WordPress, right and wrong.
const PIECES: &[&str] = &[
    "##",
    "## ",
    "# ",
    "#",
    "•",
    "• ",
    "· ",
    "– ",
    "- ",
    "-",
    "* ",
    "+ ",
    "1.",
    "1. ",
    "2. ",
    "2- ",
    "3) ",
    "a) ",
    "b) ",
    "[ ] ",
    "[x] ",
    "**",
    "** ",
    " **",
    "__",
    "~~",
    "*",
    "_",
    "`",
    "```\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "    ",
    "\t",
    "| ",
    " | ",
    "|",
    "|---|---|\n",
    "|---|\n",
    "> ",
    ">",
    "<b>",
    "</b>",
    "<i>",
    "<div>",
    "</div>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<td>",
    "<li>",
    "<ul>",
    "</ul>",
    "<p>",
    "</p>",
    "<br>",
    "<title>",
    "<textarea>",
    "<select>",
    "<o:p>",
    "<a href=\"https://exemple.fr\">",
    "</a>",
    "<details>",
    "<summary>",
    "<p class=\"",
    "<<",
    ">>",
    "<",
    "[^1]",
    "[^1]: ",
    "[^2]",
    "[^2]: ",
    "[^1]:\n",
    "[^2]:\n\n",
    "[",
    "]",
    "(",
    ")",
    "](x.md)",
    "](https://exemple.fr)",
    "]()",
    "][",
    "]: ",
    "] (x.md)",
    ")[x.md]",
    "{{{",
    "}}}",
    "{{",
    "}}",
    "{",
    "}",
    "->https://exemple.fr]",
    "->12]",
    "[[",
    "]]",
    "-* ",
    "-# ",
    " -* ",
    "<doc1|left>",
    "[caption]",
    "[/caption]",
    "\\",
    "&",
    "&amp;",
    "&nbsp;",
    "---\n",
    "\n---\n",
    "===\n",
    ": ",
    " :\n",
    ".",
    ". ",
    "!",
    "![",
    "<https://exemple.fr/",
    " ",
    " ",
    "12*02 ",
    "« ",
    " »",
    "\u{a0}",
    "\u{f0b7}\t",
    "\u{200b}",
    "8",
    "> 60",
];

/// Texts of such pieces, in each of which every word is another: `qaaab`, sometimes with a capital.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let mark = prop::sample::select(PIECES);
    let piece = (prop_oneof![2 => mark, 1 => Just("")], any::<bool>());
    let text = prop::collection::vec(piece, 1..50);
    prop::collection::vec(text, 20).prop_map(|texts| {
        let mut count = 0;
        let text = |pieces: Vec<(&str, bool)>| -> String {
            let piece = |(piece, capital): (&str, bool)| match piece {
                "" => {
                    count += 1;
                    word(count, capital)
                }
                piece => piece.to_owned(),
            };
            pieces.into_iter().map(piece).collect()
        };
        texts.into_iter().map(text).collect()
    })
}

const LETTERS: usize = 4;

fn word(number: usize, capital: bool) -> String {
    let mut word = String::from(if capital { "Q" } else { "q" });
    for place in (0..LETTERS).rev() {
        let letter =
            u8::try_from(number / 16_usize.pow(u32::try_from(place).unwrap()) % 16).unwrap();
        word.push(char::from(b'a' + letter));
    }
    word
}

/// The words in a text, and where each begins first.
fn words(text: &str) -> BTreeMap<String, usize> {
    let lower = text.to_lowercase();
    let mut found = BTreeMap::new();
    for (at, _) in lower.match_indices('q') {
        let Some(rest) = lower.get(at + 1..at + 1 + LETTERS) else {
            continue;
        };
        if rest.bytes().all(|byte| matches!(byte, b'a'..=b'p')) {
            found.entry(format!("q{rest}")).or_insert(at);
        }
    }
    found
}

fn set(text: &str) -> BTreeSet<String> {
    words(text).into_keys().collect()
}

const WHOLE: Extent = Extent {
    texts: true,
    day: guichet::model::values::Date::ZERO,
    drafts: true,
    sheets: true,
};

fn render(site: &Site, wanted: &str) -> String {
    let (path, output) = site
        .outputs()
        .find(|(path, _)| path.as_str() == wanted)
        .unwrap();
    match Renderer::new(site).render(path, output) {
        Ok(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        _ => panic!("{wanted}"),
    }
}

/// What a page says: its text, and that of its images.
fn page_words(html: &str) -> BTreeSet<String> {
    let html = Html::parse_document(html);
    let main = html
        .select(&Selector::parse("main").unwrap())
        .next()
        .unwrap();
    let mut text: String = main.text().collect::<Vec<_>>().join("\n");
    for image in html.select(&Selector::parse("main img").unwrap()) {
        text.push_str(image.value().attr("alt").unwrap_or_default());
    }
    set(&text)
}

fn book_words(site: &Site, folder: &std::path::Path) -> BTreeSet<String> {
    let language = site.config.default_language();
    let out = folder.join("livre.epub");
    write_book(&Book::of(site, language, "").unwrap(), &out).unwrap();
    let mut book = zip::ZipArchive::new(std::fs::File::open(&out).unwrap()).unwrap();
    let mut text = String::new();
    for at in 0..book.len() {
        let mut file = book.by_index(at).unwrap();
        if file.name().unwrap().ends_with(".xhtml") {
            file.read_to_string(&mut text).unwrap();
        }
    }
    set(&text)
}

fn coverage(site: &Site) -> &'static FontCoverage {
    static COVERAGE: OnceLock<FontCoverage> = OnceLock::new();
    COVERAGE.get_or_init(|| FontCoverage::of(&site.theme.plates))
}

/// The words of a text that are no text for readers: addresses, comments, names of languages of code.
fn unsaid(text: &str, destinations: &[String]) -> BTreeSet<String> {
    let mut unsaid: BTreeSet<String> = destinations.iter().flat_map(|link| set(link)).collect();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("<!--") {
        // One without an end hides all that follows, which is reported.
        let Some(end) = after.find("-->") else { break };
        unsaid.extend(set(&after[..end]));
        rest = &after[end..];
    }
    for line in text.lines().filter(|line| line.contains("```")) {
        unsaid.extend(set(line));
    }
    unsaid
}

/// Whether a diagnostic says that text is taken away, or not read.
fn tells(code: Code) -> bool {
    matches!(
        code,
        Code::Footnote
            | Code::HiddenText
            | Code::RawHtml
            | Code::UnreadMark
            | Code::UnreadLink
            | Code::MissingImage
            | Code::TooDeep
    )
}

fn told(found: &[Diagnostic], file: &str, at: usize) -> bool {
    found
        .iter()
        .filter(|diagnostic| tells(diagnostic.code))
        .any(|diagnostic| match &diagnostic.location {
            Location::Place(place) if place.file.path == file => {
                // What is hidden is all that follows.
                place.span.contains(&at)
                    || diagnostic.code == Code::HiddenText && at >= place.span.start
            }
            _ => false,
        })
}

/// Each word of the texts that one of the outputs lacks.
fn lost(texts: &[String]) -> Vec<String> {
    let front = "---\ntitre: Essai\nfiches: [a4]\n---\n";
    let pages: Vec<(String, String)> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| (format!("content/p{number}.md"), format!("{front}{text}")))
        .collect();
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    files.push(("guichet.yaml", "titre: Essai\ntextes: oui\n"));
    files.push(("content/x.md", "---\ntitre: X\n---\n\nX.\n"));
    let folder = TestSite::new(&files);
    let (site, mut found) = Project::read(&folder.path("")).site(WHOLE);
    found.extend(checks::check(&site, Scope::All));
    let book = book_words(&site, &folder.path(""));
    let mut lost = Vec::new();
    for (number, (path, text)) in pages.iter().enumerate() {
        let (_, page) = site
            .pages_with_id()
            .find(|(_, page)| page.document.file.path == *path)
            .unwrap();
        let facts = &page.document.facts;
        let destinations = facts.links.iter().map(|link| link.destination.clone());
        let destinations =
            destinations.chain(facts.images.iter().map(|image| image.destination.clone()));
        let unsaid = unsaid(text, &destinations.collect::<Vec<_>>());
        let address = format!("p{number}");
        let sheet = site.sheets().find(|sheet| {
            let printed = site.sheet_path(*sheet);
            sheet.order == PageOrder::Reading
                && printed.is_some_and(|printed| {
                    printed.as_str().contains(&format!("{address}."))
                        || printed.as_str().contains(&format!("{address}-"))
                })
        });
        let data = sheet.map(|sheet| {
            prepare(&site, sheet, coverage(&site), &Studio::default())
                .job
                .data
        });
        // Where long words may be parted is no part of them.
        let data = data.map(|data| String::from_utf8_lossy(&data).replace('\u{200b}', ""));
        let outputs = [
            (
                "page",
                page_words(&render(&site, &format!("{address}.html"))),
            ),
            ("text", set(&render(&site, &format!("{address}.txt")))),
            ("sheet", set(&data.unwrap_or_default())),
            ("book", book.clone()),
        ];
        for (word, at) in words(text) {
            let lacks = outputs
                .iter()
                .filter(|(_, words)| !words.contains(&word))
                .map(|(name, _)| *name);
            let lacks: Vec<&str> = lacks.collect();
            if !lacks.is_empty() && !unsaid.contains(&word) && !told(&found, path, at) {
                lost.push(format!("{word}: {lacks:?} of {:?}", &text[front.len()..]));
            }
        }
    }
    lost
}

/// Each run tries equal texts: `survey` looks further.
#[test]
fn no_word_is_lost_untold() {
    let lost = lost_of(TestRunner::deterministic(), 40);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Looks for lost words in many more texts: to run after a change to how texts are read.
#[test]
#[ignore = "takes minutes"]
fn survey() {
    let lost = lost_of(TestRunner::default(), 150);
    assert!(lost.is_empty(), "LOST {}", lost.join("\nLOST "));
}

fn lost_of(mut runner: TestRunner, cases: usize) -> Vec<String> {
    let mut all = Vec::new();
    for _ in 0..cases {
        let tree = texts().new_tree(&mut runner).unwrap();
        all.extend(lost(&tree.current()));
    }
    all
}

/// Shapes that editors, and the specifications of Markdown, know.
#[test]
fn no_word_of_known_shapes_is_lost() {
    let shapes = [
        "# A\n\n##B\n\nC\n===\n\nD\n---\n\nE.\n---\n\n###### F ######\n",
        "- A\n- B\n\n  C\n\n      D E F G\n\n* H\n  1. I\n  2) J\n\n+ K\n",
        "1. A\n\n   B\n2.C\n3. D\n\n10) E\n",
        "> A\n> > B\n> - C\nD\n\n>     E F G H\n",
        "```\nA\n```\n\n~~~\nB\n",
        "    A B\n\tC D\n\n- E\n\n        F G H\n",
        "| A | B |\n|---|---|\n| C | D | E |\n| F |\n\nG | H\n--|--\nI | J\n",
        "| A | B | C |\n|---|---|\n| D | E | F |\n",
        "A[^1] B[^2]\n\n[^1]: C[^3]\n[^2]:\n- D\n- E\n\n[^3]: F\n\n    G\n",
        "A[^1]\n\n[^1]: - B\n    - C\n\n[^4]: D[^5]\n[^5]: E[^4]\n",
        "A[^x] B\n\n[^X]: C\n\n- D[^y]\n\n  [^y]: E\n",
        "*A* **B** ***C*** _D_ __E__ ~~F~~ `G` ``H`` A*B*C **D**E\n",
        "[A](x.md) [B][c] ![D](e.png) <https://exemple.fr/> [](x.md) [F][] [G]\n\n[c]: x.md\n[F]: x.md \"h\"\n",
        "[A](https://exemple.fr/b \"c\") (D)[x.md] [E] (x.md) [F]\n(x.md) [G][h] <https://exemple.fr/i j>\n",
        "A <b>B <i>C\n\n- D\n- E\n\n<div>\nF\n\nG\n\nH </div> </ul> I\n",
        "<table><tr><td>A\n\nB\n\n- C\n- D\n",
        "<details><summary>A</summary>\n\nB\n\n</details>\n\nC\n",
        "A <title>B</title> <textarea>C <select><option>D</select> <plaintext>E\n",
        "<p>A\n<li>B\n<td>C\n\nD\n",
        "A\n: B\n\nC\n: D\n: E\n",
        "- [ ] A\n- [x] ~~B~~\n- [] C\n\n[ ] D\n",
        "> [!NOTE]\n> A\n\n> [!IMPORTANT] B\n> C\n",
        "A\\\nB  \nC\nD<br>E\n",
        "## A {#b}\n\n## C {.cas}\n\n## D {E}\n\n## F {G H}\n",
        "{{{A}}}\n\n{{B}} {C} [D->x.md] [[E]]\n\n-* F\n-** G\n-# H\n\n<doc1|left> I -* J\n",
        "[caption id=\"1\"]<img src=\"a\">A[/caption] {{< b C >}} {% D %} [gallery]\n",
        "A\tB\nC\tD\nE\n\nF\tG\nH\tI\tJ\n",
        "• A\n• B\n\n– C\n– D\n\n1- E\n2- F\n\na) G\nb) H\n",
        "> 60 A\n\n<A B> <<C>> D&E &lt;F&gt; G<H I>J\n",
        "[A]: B\n\n[C]: x.md\n\n[D]: <x.md> 'E'\n",
        "<!-- A -->\n\nB <!-- C --> D\n",
        "\u{a0}\u{a0}- A\n\n\u{200b}## B\n\n-\u{a0}C\n",
        "![A *B*](x.png) ![c](organization:d) E [![F](g.png)](x.md)\n",
        "- A <script>\n  <!-- x --><div><b>\n  y </script> B `C` D `E` F `G` H\n",
        "A <style>b {}\n  <i></style> C `D` <em>E</em> F\n\nG <b>H\n",
        "A[^1]\n\n[^1]:\n## B\n\nC\n\n• D `E • F` [G • H](x.md) • I\n• J\n",
        "25. A\n1. B\n8. C\n\nD\nE 1\nF\n\n[G[^1]](x.md) <a href=\"x\">H[^1]</a>\n\n[^1]: I\n",
        "***\n\nA\n\n___\n\nB\n\n=====\n\nC\n",
    ];
    // Single capital letters are words.
    let mut count = 0;
    let mut numbered = |shape: &str| -> String {
        let mut out = String::new();
        let characters: Vec<char> = shape.chars().collect();
        for (at, c) in characters.iter().enumerate() {
            let near = |place: Option<usize>| {
                place
                    .and_then(|place| characters.get(place))
                    .is_some_and(char::is_ascii_alphanumeric)
            };
            if c.is_ascii_uppercase() && !near(at.checked_sub(1)) && !near(Some(at + 1)) {
                count += 1;
                out.push_str(&word(count, true));
            } else {
                out.push(*c);
            }
        }
        out
    };
    let texts: Vec<String> = shapes.iter().map(|shape| numbered(shape)).collect();
    assert!(count > 150, "{count}");
    let lost = lost(&texts);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

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
