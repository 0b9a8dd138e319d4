//! `template-text`: text that `guichet new` and `guichet init` wrote to be replaced, in this version or an earlier one. It looks true
//! and is not: a telephone number that nobody has, a delay « to be filled in ».

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use crate::site::{PageId, Site};

/// What a field, an item of a list or a line of the text is not to say.
const TEXTS: &[&str] = &[
    "Dites en une ou deux phrases ce que l’on obtient, et pour qui.",
    "Dites en une ou deux phrases ce que l’article apporte.",
    "Nom du formulaire",
    "Nom du service",
    "À préciser",
    "À qui écrire en cas de refus, et dans quel délai.",
    "Première étape.",
    "Deuxième étape.",
    "Premier paragraphe.",
    "Ce que l’on peut y faire.",
    "Ceci est un exemple : remplacez-le par vos propres démarches.",
    "Say in one or two sentences what one gets, and for whom.",
    "Say in one or two sentences what the article brings.",
    "Name of the form",
    "Name of the service",
    "To be filled in",
    "To whom to write when refused, and by when.",
    "First step.",
    "Second step.",
    "First paragraph.",
    "What can be done there.",
    "This is an example: put your own procedures in its place.",
    NUMBER,
    STREET,
    "1 Market Square",
    "Mairie d’Exempleville",
    "00000 Exempleville",
    "Exampletown town hall",
    "00000 Exampletown",
];

/// A number that is given to nobody (ARCEP keeps 01 99 00 for fiction).
const NUMBER: &str = "01 99 00 00 00";

/// Some towns have this very street: it is the template's where no postcode of a town is beside it.
const STREET: &str = "1 place de la Mairie";

/// The hours that the templates had below their number.
const HOURS: &str = "Mo-Fr 09:00-12:00";

/// All of them in one pass over a text: most texts hold none. None where it could not be made, which the test below excludes.
static TEMPLATES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // Leftmost matches are the kind that vectors of the processor look for.
    let kind = MatchKind::LeftmostFirst;
    AhoCorasick::builder().match_kind(kind).build(TEXTS).ok()
});

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    // A draft is where a template belongs.
    if document.common.draft == Some(true) {
        return;
    }
    let Some(templates) = &*TEMPLATES else {
        return;
    };
    let left: Vec<(&str, Range<usize>)> = templates
        .find_iter(&*document.file.text)
        .map(|at| (TEXTS[at.pattern().as_usize()], at.range()))
        .filter(|(template, span)| {
            let is_left = match *template {
                NUMBER | STREET => is_line(document, span),
                town if is_of_town(town) => is_line(document, span),
                _ => is_whole(document, span),
            };
            is_left && !is_true(document, template)
        })
        .collect();
    let front = &document.file.text[..document.body.start];
    let has_others = front.contains(HOURS) || left.iter().any(|(template, _)| *template != NUMBER);
    for (template, span) in left {
        // Alone, the number is one that somebody else made up.
        if template != NUMBER || has_others {
            let place = document.file_place(&span);
            let diagnostic = Diagnostic::new(Code::TemplateText, place);
            found.push(diagnostic.with("text", template));
        }
    }
}

/// What stands before and after these bytes on their line; nothing where the line is longer than one that a template could be alone on.
fn around<'t>(text: &'t str, span: &Range<usize>) -> Option<(&'t str, &'t str)> {
    const LONGEST: usize = 1000;
    let bytes = text.as_bytes();
    let before = bytes.get(..span.start)?.iter().rev().take(LONGEST);
    let before = before.take_while(|byte| **byte != b'\n').count();
    let after = bytes.get(span.end..)?.iter().take(LONGEST);
    let after = after.take_while(|byte| **byte != b'\n').count();
    let is_long = before == LONGEST || after == LONGEST;
    let before = text.get(span.start - before..span.start);
    let after = text.get(span.end..span.end + after);
    before.zip(after).filter(|_| !is_long)
}

/// Whether these bytes are all that a field, an item or a line of the text says.
fn is_whole(document: &Document, span: &Range<usize>) -> bool {
    let Some((before, after)) = around(&document.file.text, span) else {
        return false;
    };
    let in_front = span.end <= document.body.start;
    let before = before.trim_end_matches(['"', '\'', '“']).trim();
    let begins = before.is_empty()
        || matches!(before, "-" | "*" | "+")
        || before
            .trim_end_matches(['.', ')'])
            .bytes()
            .all(|b| b.is_ascii_digit())
        || in_front && before.ends_with([':', '[', '-'])
        || in_front && before.ends_with(',') && before.contains('[');
    let after = after.trim_start_matches(['"', '\'', '”']);
    let rest = after.trim();
    let ends = rest.is_empty()
        || in_front && (after.starts_with(" #") || rest.starts_with([',', ']', '}']));
    begins && ends
}

/// Whether these bytes stand as the templates had them: alone after a key or in a list, without quotation marks. Number, street and town are
/// usual ones for what is meant to be fictional, and are no template's wherever else somebody wrote them.
fn is_line(document: &Document, span: &Range<usize>) -> bool {
    let Some((before, after)) = around(&document.file.text, span) else {
        return false;
    };
    span.end <= document.body.start
        && before.trim_end().ends_with([':', '-'])
        && !before.contains(['{', '[', '"', '\''])
        && after
            .split('#')
            .next()
            .unwrap_or_default()
            .trim()
            .is_empty()
}

/// Whether a text of the templates may be meant here: a town's own street, or a fictional town on a site that shows one.
fn is_true(document: &Document, template: &str) -> bool {
    let front = &document.file.text[..document.body.start];
    let mut numbers = front.split(|c: char| !c.is_ascii_digit());
    if template == STREET {
        return numbers.any(|digits| digits.len() == 5 && digits != "00000");
    }
    // The templates had a town that does not exist, with this number.
    is_of_town(template) && !front.contains(NUMBER)
}

fn is_of_town(template: &str) -> bool {
    template.contains("Exempleville") || template.contains("Exampletown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_templates_say_is_known_here() {
        assert!(TEMPLATES.is_some());
        // What a template says in a sentence of its own is to be replaced; short words such as « mairie » may stay.
        let templates = [
            include_str!("../cli/pages/guide.fr.md"),
            include_str!("../cli/pages/guide.en.md"),
            include_str!("../cli/pages/article.fr.md"),
            include_str!("../cli/pages/article.en.md"),
            include_str!("../cli/pages/organization.fr.md"),
            include_str!("../cli/pages/organization.en.md"),
            include_str!("../cli/pages/page.fr.md"),
            include_str!("../cli/pages/page.en.md"),
        ];
        for template in templates {
            let body = template.rsplit("\n---\n").next().unwrap();
            for line in body.lines().filter(|line| !line.starts_with('#')) {
                let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                let line = line.trim();
                assert!(line.is_empty() || TEXTS.contains(&line), "{line}");
            }
        }
    }
}
