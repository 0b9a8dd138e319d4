//! Puts Markdown's marks around the pieces of a line.

use super::line::{PastedRun, PastedToken};
use super::look::{PastedLinks, PastedLook};
use super::style::PastedScript;
use super::{links, symbols};
use crate::import::markdown::{MarkdownInline, plain};

/// What a kind of line shows of the look of its pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PastedEmphasis {
    /// All of it.
    Shown,
    /// Nothing of bold letters: all of it is bold.
    Bold,
}

/// The pieces of Markdown for lines of one paragraph.
pub fn inlines(
    lines: &[Vec<PastedRun>],
    emphasis: PastedEmphasis,
    links: &PastedLinks,
) -> Vec<MarkdownInline> {
    // A heading has one line.
    let token = match emphasis {
        PastedEmphasis::Shown => PastedToken::Break,
        PastedEmphasis::Bold => PastedToken::Blank(' '),
    };
    let end = PastedRun {
        look: PastedLook::default(),
        token,
    };
    let mut runs = lines.join(&end);
    on_the_line(&mut runs);
    for run in &mut runs {
        run.look.bold &= emphasis == PastedEmphasis::Shown;
    }
    settle(&mut runs);
    let box_first = runs.first().is_some_and(PastedRun::is_box);
    let mut out = Vec::new();
    if box_first {
        out.push(MarkdownInline::Box);
    }
    runs.retain(|run| !run.is_box());
    out.extend(grouped(&runs, &LAYERS, emphasis, links));
    out
}

/// Writes what is above or below the line on it where people would type it so.
fn on_the_line(runs: &mut Vec<PastedRun>) {
    let is_note =
        |run: Option<&PastedRun>| run.is_some_and(|run| matches!(run.token, PastedToken::Note(_)));
    // A raised comma between two references: guichet writes its own.
    let is_comma = |at: usize| {
        runs[at].look.script == PastedScript::Super
            && runs[at].said() == Some(",")
            && at > 0
            && is_note(runs.get(at - 1))
            && is_note(runs.get(at + 1))
    };
    let commas: Vec<bool> = (0..runs.len()).map(is_comma).collect();
    let mut at = 0;
    runs.retain(|_| {
        at += 1;
        !commas[at - 1]
    });
    for run in runs {
        let script = run.look.script;
        if let PastedToken::Words(words) = &mut run.token
            && let Some(typed) = symbols::on_the_line(words, script)
        {
            *words = typed;
            run.look.script = PastedScript::Line;
        }
        // What remains above the line has marks of HTML, within which Markdown does not read all of its own.
        if run.look.script == PastedScript::Super {
            run.look = PastedLook {
                script: PastedScript::Super,
                link: run.look.link,
                code: run.look.code,
                ..PastedLook::default()
            };
        }
    }
}

/// Gives blanks, line ends and notes the look of what is on both sides of them.
fn settle(runs: &mut [PastedRun]) {
    let has_look =
        |run: &PastedRun| matches!(run.token, PastedToken::Words(_) | PastedToken::Image(..));
    let mut after = vec![PastedLook::default(); runs.len()];
    let mut next = PastedLook::default();
    for (run, after) in runs.iter().zip(&mut after).rev() {
        *after = next;
        if has_look(run) {
            next = run.look;
        }
    }
    let mut before = PastedLook::default();
    for (run, after) in runs.iter_mut().zip(after) {
        match run.token {
            _ if has_look(run) => before = run.look,
            // A line ends within marks only if both lines have the same.
            PastedToken::Break if before == after => run.look = after,
            PastedToken::Break => run.look = PastedLook::default(),
            _ => run.look = run.look.between(before, after),
        }
    }
}

/// A look that Markdown has marks for, outermost first: those that a line may lose, because Markdown does not read them there, are within the
/// others.
#[derive(Debug, Clone, Copy)]
enum PastedLayer {
    Link,
    Bold,
    Italic,
    Struck,
    Raised,
    Code,
}

const LAYERS: [PastedLayer; 6] = [
    PastedLayer::Link,
    PastedLayer::Raised,
    PastedLayer::Bold,
    PastedLayer::Italic,
    PastedLayer::Struck,
    PastedLayer::Code,
];

impl PastedLayer {
    /// What a look has of it: the number of the link, 0 for the others.
    fn of(self, look: PastedLook) -> Option<u32> {
        let has = match self {
            Self::Link => return look.link,
            Self::Bold => look.bold,
            Self::Italic => look.italic,
            Self::Struck => look.struck,
            Self::Raised => look.script == PastedScript::Super,
            Self::Code => look.code,
        };
        has.then_some(0)
    }
}

/// Puts marks around what looks alike, layer by layer.
fn grouped(
    runs: &[PastedRun],
    layers: &[PastedLayer],
    emphasis: PastedEmphasis,
    links: &PastedLinks,
) -> Vec<MarkdownInline> {
    let Some((layer, deeper)) = layers.split_first() else {
        return leaves(runs);
    };
    let mut out = Vec::new();
    let mut done = 0;
    for chunk in runs.chunk_by(|a, b| layer.of(a.look) == layer.of(b.look)) {
        let before = &runs[..done];
        done += chunk.len();
        let inner = grouped(chunk, deeper, emphasis, links);
        let Some(number) = layer.of(chunk[0].look) else {
            out.extend(inner);
            continue;
        };
        match layer {
            PastedLayer::Link => {
                let address = links.address(number);
                let after = &runs[done..];
                match inner.as_slice() {
                    // A heading links no address by itself.
                    [MarkdownInline::Text(words)]
                        if emphasis == PastedEmphasis::Shown
                            && says_itself(before, words, after, address) =>
                    {
                        out.extend(inner);
                    }
                    _ => out.push(MarkdownInline::Link(address.to_owned(), inner)),
                }
            }
            PastedLayer::Bold => out.push(MarkdownInline::Strong(inner)),
            PastedLayer::Italic => out.push(MarkdownInline::Emphasis(inner)),
            PastedLayer::Struck => out.push(MarkdownInline::Struck(inner)),
            PastedLayer::Raised => out.push(MarkdownInline::Superscript(inner)),
            PastedLayer::Code => {
                let words = plain(&inner);
                out.push(MarkdownInline::Code(words));
            }
        }
    }
    out
}

/// Whether guichet links words between these pieces by itself.
fn says_itself(before: &[PastedRun], words: &str, after: &[PastedRun], address: &str) -> bool {
    let before = before.last().and_then(PastedRun::said).unwrap_or_default();
    let after = after.first().and_then(PastedRun::said).unwrap_or_default();
    let text = [before, words, after].concat();
    let part = before.len()..before.len() + words.len();
    links::says_itself(&text, &part, address)
}

fn leaves(runs: &[PastedRun]) -> Vec<MarkdownInline> {
    let mut out: Vec<MarkdownInline> = Vec::new();
    for run in runs {
        let text = match &run.token {
            PastedToken::Words(words) => words.clone(),
            PastedToken::Blank(blank) => blank.to_string(),
            PastedToken::Break => {
                out.push(MarkdownInline::Break);
                continue;
            }
            PastedToken::Note(label) => {
                out.push(MarkdownInline::Note(label.clone()));
                continue;
            }
            PastedToken::Image(address, alt) => {
                out.push(MarkdownInline::Image(address.clone(), alt.clone()));
                continue;
            }
            PastedToken::Box => continue,
        };
        match out.last_mut() {
            Some(MarkdownInline::Text(before)) => before.push_str(&text),
            _ => out.push(MarkdownInline::Text(text)),
        }
    }
    out
}
