//! What programs put on the clipboard, and what becomes of it: `tests/PROGRAM.html`, `tests/PROGRAM.md`. And what holds for
//! any HTML.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

use super::pasted;
use crate::catalogue::Catalogue;
use crate::import::dom::{parsed, top};
use crate::language::Language;
use crate::markdown::dom::text_of;
use crate::markdown::{
    self, Abbreviations, Rendering, Resolve, ResolvedImage, Term, facts, meant, options,
};

/// A site without pages: links and images lead where they say.
struct AnyPlace;

impl Resolve for AnyPlace {
    fn link(&self, destination: &str) -> Option<String> {
        Some(destination.to_owned())
    }

    fn words(&self, destination: &str) -> Option<String> {
        Some(destination.to_owned())
    }

    fn image(&self, destination: &str) -> Option<ResolvedImage> {
        Some(ResolvedImage {
            address: destination.to_owned(),
            webp: None,
            pixels: None,
        })
    }

    fn card(&self, _: &str) -> Option<String> {
        None
    }

    fn term(&self, _: &str) -> Option<Term<'_>> {
        None
    }
}

/// The page that guichet makes of a text, in a language whose typography it leaves alone.
fn page(text: &str) -> String {
    let none = Abbreviations::default();
    let (strings, _) = Catalogue::new(Language::english(), &[]);
    let rendering = Rendering {
        facts: &facts(text),
        language: Language::english(),
        abbreviations: &none,
        spelled: None,
        listed: &none,
        folds: false,
        notes_above: 0,
        strings: &strings,
        resolve: &AnyPlace,
    };
    markdown::html(text, &rendering)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/pasted/tests")
}

/// The HTML of each program, with its name.
fn programs() -> Vec<(String, String)> {
    let files = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut sources: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|kind| kind == "html"))
        .collect();
    sources.sort();
    let name = |file: &Path| file.file_stem().unwrap().to_string_lossy().into_owned();
    let read = |file: PathBuf| (name(&file), fs::read_to_string(&file).unwrap());
    sources.into_iter().map(read).collect()
}

/// `SNAPSHOTS=overwrite cargo test --lib -- pasted` writes the Markdown anew.
#[test]
fn each_program_is_read() {
    let mut wrong = Vec::new();
    for (name, html) in programs() {
        let file = folder().join(&name).with_extension("md");
        let markdown = pasted(&html);
        if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
            fs::write(&file, &markdown).unwrap();
        }
        if fs::read_to_string(&file).unwrap_or_default() != markdown {
            wrong.push(format!("{name}:\n{markdown}"));
        }
        is_clean(&markdown);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is copied from guichet's own page is the text again.
#[test]
fn what_was_pasted_is_the_same_from_its_page() {
    for (name, html) in programs() {
        let markdown = pasted(&html);
        // Of telephone numbers, pages keep the digits together.
        let again = pasted(&page(&markdown)).replace('\u{a0}', " ");
        assert_eq!(again, markdown.replace('\u{a0}', " "), "{name}");
    }
}

/// Windows lines and the header of its clipboard change nothing.
#[test]
fn line_ends_and_headers_change_nothing() {
    for (name, html) in programs() {
        let windows = format!(
            "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000999\r\n{}",
            html.replace('\n', "\r\n")
        );
        assert_eq!(pasted(&windows), pasted(&html), "{name}");
    }
}

#[test]
fn nothing_that_shows_is_nothing() {
    for html in [
        "",
        " ",
        "<p>&nbsp;</p>",
        "<style>p{}</style>",
        "<br>",
        "Version:1.0",
        "<b></b><hr>",
        "<!--",
    ] {
        assert_eq!(pasted(html), "", "{html}");
    }
}

#[test]
fn images_in_the_text_do_not_use_up_its_bounds() {
    let image = format!(
        "<img src=\"data:image/png;base64,{}\">",
        "A".repeat(9 << 20)
    );
    assert_eq!(
        pasted(&format!("<p>avant {image} après</p>")),
        "avant après\n"
    );
}

#[test]
fn depth_is_bounded() {
    for (open, close) in [
        ("<ul><li>a", "</li></ul>"),
        ("<blockquote>", "</blockquote>"),
        ("<div><p>", "</div>"),
        ("<table><tr><td>a<td>b<tr><td>c<td>", "</table>"),
        ("<b><i>", "</i></b>"),
    ] {
        let html = format!("{}mot{}", open.repeat(2000), close.repeat(2000));
        let markdown = pasted(&html);
        assert!(markdown.contains("mot"), "{open}");
        assert!(facts(&markdown).depth < 40, "{open}: {markdown}");
    }
}

/// Headings begin at level 2 and skip none, no line ends with a blank, and no markup is left but what Markdown has no marks
/// for.
fn is_clean(markdown: &str) {
    let mut level = 1;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::Heading { level: next, .. }) => {
                let next = next as usize;
                assert!((2..=level + 1).contains(&next), "{markdown}");
                level = next;
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let name = html.trim_start_matches(['<', '/']);
                let kept = ["table", "thead", "tbody", "tr", "td", "th", "sup"];
                assert!(
                    kept.iter().any(|kept| name.starts_with(kept)),
                    "{html} in\n{markdown}"
                );
            }
            _ => {}
        }
    }
    for line in markdown.lines() {
        assert!(
            !line.ends_with([' ', '\t', '\u{a0}']),
            "{line:?} in\n{markdown}"
        );
    }
    let has_code = markdown.contains("```");
    assert!(has_code || !markdown.contains("\n\n\n"), "{markdown}");
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// HTML of any elements, whether they belong there or not.
fn html() -> impl Strategy<Value = String> {
    let text = "[ \n\u{a0}a-dA-Zé«»’'\"!#$%()*+,./:;=?@\\[\\\\\\]^_`{|}~•–-]{0,12}";
    let leaf = prop_oneof![
        6 => text.prop_map(String::from),
        1 => Just("&lt;b&gt; &amp;amp;".to_owned()),
        1 => Just("<br>".to_owned()),
        1 => Just("<hr>".to_owned()),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let tag = prop::sample::select(TAGS);
        let attributes = prop::sample::select(ATTRIBUTES);
        let many = prop::collection::vec(inner, 0..5);
        (tag, attributes, many).prop_map(|(tag, attributes, inner)| {
            format!("<{tag}{attributes}>{}</{tag}>", inner.concat())
        })
    })
}

const TAGS: &[&str] = &[
    "p",
    "p",
    "p",
    "div",
    "div",
    "h1",
    "h2",
    "h4",
    "ul",
    "ol",
    "li",
    "li",
    "li",
    "table",
    "tr",
    "tr",
    "td",
    "td",
    "th",
    "tbody",
    "thead",
    "blockquote",
    "pre",
    "code",
    "b",
    "strong",
    "i",
    "em",
    "span",
    "a",
    "sup",
    "sub",
    "s",
    "o:p",
    "font",
    "section",
    "article",
    "dl",
    "dt",
    "dd",
    "center",
    "u",
];

const ATTRIBUTES: &[&str] = &[
    "",
    "",
    "",
    "",
    " style=\"font-weight:700\"",
    " style='font-weight:normal;font-style:italic'",
    " style='mso-list:l0 level1 lfo1'",
    " style='mso-list:l0 level3 lfo1'",
    " style='white-space:pre-wrap'",
    " style='display:block'",
    " style='display:inline'",
    " class=MsoListParagraphCxSpMiddle",
    " class=MsoTitle",
    " class=MsoQuote",
    " href='https://a.fr/b_c'",
    " href='mailto:a@b.fr'",
    " href='#x' id=y",
    " name=x",
    " colspan=2",
    " rowspan=3",
    " start=4",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    /// The words of any HTML are those of its Markdown, in their order, and nothing else is left of it.
    #[test]
    fn the_words_stay(html in prop::collection::vec(html(), 0..6)) {
        let html = html.concat();
        let markdown = pasted(&html);
        is_clean(&markdown);
        let source = parsed(&html);
        let read = page(&markdown);
        let read = parsed(&read);
        prop_assert_eq!(
            letters(&text_of(top(&read))),
            letters(&text_of(top(&source))),
            "{}\n{}", html, markdown
        );
    }

    /// What guichet's page of it says is the same Markdown again.
    #[test]
    fn its_page_is_the_same_again(html in prop::collection::vec(html(), 0..6)) {
        let html = html.concat();
        let markdown = pasted(&html);
        prop_assert_eq!(&pasted(&page(&markdown)), &markdown, "{}\n{}\n{}", html, markdown, page(&markdown));
    }

    /// Any text at all is read.
    #[test]
    fn any_text_is_read(html in "(<[a-z!/?-]{0,3}|[a-z<>&;:\"'= #\\[-]|style=|-->){0,40}") {
        is_clean(&pasted(&html));
    }
}

/// Guichet mends nothing of what it has written itself.
#[test]
fn nothing_is_left_to_mend() {
    for (name, html) in programs() {
        let markdown = pasted(&html);
        assert_eq!(meant(&markdown), None, "{name}");
    }
}
