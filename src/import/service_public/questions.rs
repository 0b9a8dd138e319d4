//! Turns decision trees into numbered questions to follow on paper: each answer leads to a fiche or to the
//! number of the next question.

use super::contacts::text;
use super::text::Converter;
use crate::import::markdown::{MarkdownBlock, MarkdownInline, is_blank, plain};
use crate::import::xml::Element;

/// A guided search (*Recherche guidée*). Its first questions say what it is about; the questions that their
/// answers lead to have numbers that increase down the page, so that on paper the next one is always further
/// on.
pub fn guided(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let mut out = Vec::new();
    let mut first = 1;
    for problem in element.elements() {
        if problem.name != "Problematique" {
            me.unknown(problem);
            out.extend(me.blocks(problem, 2));
            continue;
        }
        out.push(MarkdownBlock::Heading {
            level: 2,
            text: title(me, problem),
            case: true,
            anchor: None,
        });
        me.inside(problem, |me| ask(me, problem, first, &mut out));
        first += problem.elements().map(questions_in).sum::<usize>();
    }
    out
}

/// How many questions a choice leads to, including itself if it leads to more choices.
fn questions_in(branch: &Element) -> usize {
    let asks = |branch: &&Element| branch.elements().any(|child| child.name == "Branche");
    let branches = branch.descendants().filter(|part| part.name == "Branche");
    branches.filter(asks).count()
}

/// What is below a question: its help, its choices, then the questions that they lead to, numbered from
/// `first`.
fn ask(me: &mut Converter<'_>, node: &Element, first: usize, out: &mut Vec<MarkdownBlock>) {
    let mut choices = Vec::new();
    let mut next = Vec::new();
    let mut number = first;
    for child in node.elements() {
        match child.name.as_str() {
            "Titre" | "SiSelectionne" | "Condition" => {}
            "Branche" => {
                let words = title(me, child);
                let questions = questions_in(child);
                if questions > 0 {
                    choices.push(leads_to(number, words.clone()));
                    next.push((number, child, words));
                    number += questions;
                } else {
                    choices.push(me.inside(child, |me| answer_of(me, child, words)));
                }
            }
            _ => out.extend(me.blocks(&only(child), 4)),
        }
    }
    if !choices.is_empty() {
        out.push(MarkdownBlock::List(None, choices));
    }
    for (number, branch, words) in next {
        let mut heading = vec![text(&format!("Question {number} – "))];
        heading.extend(words);
        out.push(MarkdownBlock::Heading {
            level: 3,
            text: heading,
            case: false,
            anchor: Some(anchor(number)),
        });
        me.inside(branch, |me| ask(me, branch, number + 1, out));
    }
}

fn anchor(number: usize) -> String {
    format!("question-{number}")
}

/// A choice that leads to another question.
fn leads_to(number: usize, mut line: Vec<MarkdownInline>) -> Vec<MarkdownBlock> {
    line.push(text(" → "));
    let label = text(&format!("question {number}"));
    line.push(MarkdownInline::Link(
        format!("#{}", anchor(number)),
        vec![label],
    ));
    vec![MarkdownBlock::Paragraph(line)]
}

/// A choice that ends the search: its words, and the fiches that it leads to.
fn answer_of(
    me: &mut Converter<'_>,
    branch: &Element,
    mut line: Vec<MarkdownInline>,
) -> Vec<MarkdownBlock> {
    let mut more = Vec::new();
    for child in branch.elements() {
        match child.name.as_str() {
            "Titre" | "SiSelectionne" | "Condition" => {}
            "LienInterne" | "LienExterne" => {
                line.push(text(" → "));
                line.extend(me.inlines(&only(child)));
            }
            _ => more.extend(me.blocks(&only(child), 4)),
        }
    }
    more.insert(0, MarkdownBlock::Paragraph(line));
    more
}

/// An element whose only content is this one.
fn only(element: &Element) -> Element {
    Element {
        name: element.name.clone(),
        children: vec![crate::import::xml::XmlNode::Element(element.clone())],
        at: element.at,
        ..Element::default()
    }
}

fn title(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownInline> {
    let Some(title) = element.child("Titre") else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for child in title.elements() {
        out.extend(me.inlines(child));
    }
    if is_blank(&out) {
        me.inlines(title)
    } else {
        out
    }
}

/// A questionnaire: each question with its answers as boxes to tick.
pub fn questionnaire(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let mut out = Vec::new();
    for child in element.elements() {
        if child.name != "Question" {
            out.extend(me.blocks(&only(child), 2));
            continue;
        }
        let asked = title(me, child);
        out.push(MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(
            asked,
        )]));
        let mut answers = Vec::new();
        for part in child.elements() {
            match part.name.as_str() {
                "Titre" => {}
                "Choix" => answers.push(me.inside(part, |me| answer(me, part))),
                _ => out.extend(me.blocks(&only(part), 3)),
            }
        }
        if !answers.is_empty() {
            out.push(MarkdownBlock::List(None, answers));
        }
    }
    out
}

/// An answer: its words, and what it means if ticked, if that says more.
fn answer(me: &mut Converter<'_>, choice: &Element) -> Vec<MarkdownBlock> {
    let mut line = vec![MarkdownInline::Box];
    line.extend(title(me, choice));
    if let Some(chosen) = choice.child("IntituleSiSelectionne") {
        let mut words = Vec::new();
        for paragraph in chosen.elements() {
            words.extend(me.inlines(paragraph));
        }
        if !is_blank(&words) && plain(&words) != plain(&line) {
            line.push(text(" – "));
            line.extend(words);
        }
    }
    vec![MarkdownBlock::Paragraph(line)]
}
