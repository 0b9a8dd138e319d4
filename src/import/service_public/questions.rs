//! Decision trees as lists of questions to follow on paper: each has a number, and each answer leads to a fiche or to the
//! number of the next question.

use super::contacts::text;
use super::text::Converter;
use crate::import::markdown::{Block, Inline, is_blank, plain};
use crate::import::xml::Element;

/// A guided search (*Recherche guidée*). Its first questions say what it is about; those that their answers lead to are
/// numbered, each after the one that leads to it.
pub fn guided(me: &mut Converter<'_>, element: &Element) -> Vec<Block> {
    let mut out = Vec::new();
    let mut numbered = 0;
    for problem in element.elements() {
        if problem.name != "Problematique" {
            me.unknown(problem);
            out.extend(me.blocks(problem, 2));
            continue;
        }
        out.push(Block::Heading {
            level: 2,
            text: title(me, problem),
            case: true,
            anchor: None,
        });
        me.inside(problem, |me| ask(me, problem, &mut numbered, &mut out));
    }
    out
}

/// What stands below a question: its help, its choices, then the questions that they lead to. `numbered` is how many
/// questions have a number so far.
fn ask(me: &mut Converter<'_>, node: &Element, numbered: &mut usize, out: &mut Vec<Block>) {
    let mut choices = Vec::new();
    let mut next = Vec::new();
    for child in node.elements() {
        match child.name.as_str() {
            "Titre" | "SiSelectionne" | "Condition" => {}
            "Branche" => {
                let words = title(me, child);
                let item = me.inside(child, |me| choice(me, child, words, numbered, &mut next));
                choices.push(item);
            }
            _ => out.extend(me.blocks(&only(child), 4)),
        }
    }
    if !choices.is_empty() {
        out.push(Block::List(None, choices));
    }
    for question in next {
        let mut heading = vec![text(&format!("Question {} – ", question.number))];
        heading.extend(question.words);
        out.push(Block::Heading {
            level: 3,
            text: heading,
            case: false,
            anchor: Some(anchor(question.number)),
        });
        me.inside(question.branch, |me| {
            ask(me, question.branch, numbered, out);
        });
    }
}

/// A choice that leads to another question.
struct Next<'e> {
    number: usize,
    branch: &'e Element,
    words: Vec<Inline>,
}

fn anchor(number: usize) -> String {
    format!("question-{number}")
}

/// A choice as an item: its words, and where it leads.
fn choice<'e>(
    me: &mut Converter<'_>,
    branch: &'e Element,
    words: Vec<Inline>,
    numbered: &mut usize,
    next: &mut Vec<Next<'e>>,
) -> Vec<Block> {
    let mut line = words.clone();
    if branch.elements().any(|child| child.name == "Branche") {
        *numbered += 1;
        let number = *numbered;
        line.push(text(" → "));
        line.push(Inline::Link(
            format!("#{}", anchor(number)),
            vec![text(&format!("question {number}"))],
        ));
        next.push(Next {
            number,
            branch,
            words,
        });
        return vec![Block::Paragraph(line)];
    }
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
    more.insert(0, Block::Paragraph(line));
    more
}

/// An element that holds nothing but this one.
fn only(element: &Element) -> Element {
    Element {
        name: element.name.clone(),
        children: vec![crate::import::xml::Node::Element(element.clone())],
        at: element.at,
        ..Element::default()
    }
}

fn title(me: &mut Converter<'_>, element: &Element) -> Vec<Inline> {
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
pub fn questionnaire(me: &mut Converter<'_>, element: &Element) -> Vec<Block> {
    let mut out = Vec::new();
    for child in element.elements() {
        if child.name != "Question" {
            out.extend(me.blocks(&only(child), 2));
            continue;
        }
        let asked = title(me, child);
        out.push(Block::Paragraph(vec![Inline::Strong(asked)]));
        let mut answers = Vec::new();
        for part in child.elements() {
            match part.name.as_str() {
                "Titre" => {}
                "Choix" => answers.push(me.inside(part, |me| answer(me, part))),
                _ => out.extend(me.blocks(&only(part), 3)),
            }
        }
        if !answers.is_empty() {
            out.push(Block::List(None, answers));
        }
    }
    out
}

/// An answer: its words; what it means for the one who ticks it, where that says more.
fn answer(me: &mut Converter<'_>, choice: &Element) -> Vec<Block> {
    let mut line = vec![Inline::Box];
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
    vec![Block::Paragraph(line)]
}
