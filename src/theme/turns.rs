//! Bounds what a site's templates may do: how many times their loops run, and how large their variables
//! become.
//!
//! The engine bounds a range (100 000 numbers) and the depth of components (20), but not how they multiply:
//! three nested ranges are practically endless, and so is `set x = x ~ x` forty times. So each template of
//! the site's own is given a call at the start of each loop and component, and one after each assignment.
//! Iterations and sizes are the same on every machine; time is not.

use std::cell::Cell;
use std::io;

use tera::{Kwargs, State, Tera, Value};

/// How many times the loops of one page may run in total: a table of 1 000 rows of 100 cells has a tenth of
/// that.
const MOST_TURNS: u32 = 1_000_000;

/// The most bytes of a page, without its images: a hundred times the longest page of the official guide.
const LARGEST_PAGE: usize = 64 * 1024 * 1024;

/// What the engine's messages contain when a bound is reached.
pub(super) const TOO_MANY: &str = "guichet: too many turns";

/// The error of a page that exceeds the size.
pub(super) const TOO_LARGE: io::ErrorKind = io::ErrorKind::FileTooLarge;

/// The largest value of a variable, in bytes of text and members of lists. One that doubles itself reaches
/// this soon, and no useful page comes near.
const LARGEST_VALUE: usize = 4 * 1024 * 1024;

/// The name of the call in templates that counts iterations.
const CALL: &str = "guichet_turn";

/// The name of the call that measures a variable.
const MEASURE: &str = "guichet_size";

thread_local! {
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

/// Registers the calls with an engine.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(
        CALL,
        |_: Kwargs, _: &State<'_>| -> tera::TeraResult<&'static str> {
            let turns = TURNS.get() + 1;
            TURNS.set(turns);
            if turns > MOST_TURNS {
                return Err(tera::Error::message(TOO_MANY));
            }
            Ok("")
        },
    );
    tera.register_function(
        MEASURE,
        |arguments: Kwargs, _: &State<'_>| -> tera::TeraResult<&'static str> {
            let value: Option<&Value> = arguments.get("of")?;
            match value.is_none_or(|value| takes(value, LARGEST_VALUE).is_some()) {
                true => Ok(""),
                false => Err(tera::Error::message(TOO_MANY)),
            }
        },
    );
}

/// What is left of `room` after a value; `None` if it is larger.
fn takes(value: &Value, room: usize) -> Option<usize> {
    let room = room.checked_sub(1)?;
    if let Some(text) = value.as_str() {
        room.checked_sub(text.len())
    } else if let Some(members) = value.as_array() {
        members
            .iter()
            .try_fold(room, |room, member| takes(member, room))
    } else if let Some(entries) = value.as_map() {
        entries
            .values()
            .try_fold(room, |room, entry| takes(entry, room))
    } else {
        Some(room)
    }
}

/// Starts counting for a page.
pub(super) fn begin() {
    TURNS.set(0);
}

/// A buffer for the bytes of a page, up to the bound.
pub(super) struct Bounded<'o>(pub &'o mut Vec<u8>);

impl io::Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.0.len() + bytes.len() > LARGEST_PAGE {
            return Err(TOO_LARGE.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A template with the calls, and where they were added.
pub(super) struct Counted {
    /// What the engine reads.
    pub text: String,
    /// The start and length of each call in it.
    calls: Vec<(usize, usize)>,
}

impl Counted {
    /// Adds the calls to a template.
    pub fn new(template: &str) -> Self {
        let mut counted = Self {
            text: String::with_capacity(template.len() + 256),
            calls: Vec::new(),
        };
        let mut done = 0;
        // Names whose value is given by a block.
        let mut open = Vec::new();
        for tag in Tags::new(template) {
            // A dash trims the blanks that follow, which now follow the call.
            let dash = if template[..tag.end].ends_with("-%}") {
                "-"
            } else {
                ""
            };
            let named = match tag.word {
                "for" | "component" => None,
                "set" | "set_global" if tag.rest.contains('=') => Some(tag.name()),
                "set" | "set_global" => {
                    open.push(tag.name());
                    continue;
                }
                "endset" => open.pop(),
                _ => continue,
            };
            let call = match named {
                None => format!("{{{{ {CALL}() {dash}}}}}"),
                Some(name) => format!("{{{{ {MEASURE}(of={name}) {dash}}}}}"),
            };
            counted.text.push_str(&template[done..tag.end]);
            done = tag.end;
            counted.calls.push((counted.text.len(), call.len()));
            counted.text.push_str(&call);
        }
        counted.text.push_str(&template[done..]);
        counted
    }

    /// Maps a byte of what the engine reads to the template as written.
    pub fn written(&self, at: usize) -> usize {
        let before = self.calls.iter().take_while(|(start, _)| *start < at);
        let added: usize = before
            .map(|(start, length)| (*length).min(at - start))
            .sum();
        at - added
    }
}

/// A tag `{% … %}` of a template: its first word, the rest, and the byte after the tag.
struct TemplateTag<'t> {
    word: &'t str,
    rest: &'t str,
    end: usize,
}

impl<'t> TemplateTag<'t> {
    /// The name that the tag gives to its block.
    fn name(&self) -> &'t str {
        let rest = self.rest.trim_start();
        let ends = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        &rest[..ends.unwrap_or(rest.len())]
    }
}

/// The tags of a template, in order; skips comments and raw text.
struct Tags<'t> {
    template: &'t str,
    at: usize,
}

impl<'t> Tags<'t> {
    fn new(template: &'t str) -> Self {
        Self { template, at: 0 }
    }
}

impl<'t> Iterator for Tags<'t> {
    type Item = TemplateTag<'t>;

    fn next(&mut self) -> Option<TemplateTag<'t>> {
        loop {
            let open = self.at + self.template[self.at..].find('{')?;
            let rest = &self.template[open + 1..];
            let (close, begin) = match rest.bytes().next() {
                Some(b'%') => ("%}", open + 2),
                Some(b'{') => ("}}", open + 2),
                Some(b'#') => ("#}", open + 2),
                _ => {
                    self.at = open + 1;
                    continue;
                }
            };
            let inside = &self.template[begin..];
            let length = match close {
                "#}" => inside.find(close)?,
                close => end_of_tag(inside, close)?,
            };
            let end = begin + length + close.len();
            self.at = end;
            if close != "%}" {
                continue;
            }
            let words = inside[..length].trim_start_matches('-').trim_start();
            let word_ends = words.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let (word, rest) = words.split_at(word_ends.unwrap_or(words.len()));
            if word == "raw" {
                // Raw text ends at the first tag that says so.
                let ends = |open: &usize| {
                    let rest = &self.template[open + 2..];
                    let rest = rest.strip_prefix('-').unwrap_or(rest).trim_start();
                    rest.starts_with("endraw")
                };
                let mut tags = self.template[end..].match_indices("{%");
                let open = tags.find_map(|(at, _)| Some(end + at).filter(ends))?;
                self.at = open + self.template[open..].find("%}")? + 2;
                continue;
            }
            return Some(TemplateTag { word, rest, end });
        }
    }
}

/// The length of a tag, up to its end outside of strings.
fn end_of_tag(inside: &str, close: &str) -> Option<usize> {
    let mut quote = None;
    let bytes = inside.as_bytes();
    let mut is_escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match quote {
            Some(_) if is_escaped => is_escaped = false,
            Some(_) if *byte == b'\\' => is_escaped = true,
            Some(open) if open == byte => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'' | b'`') => quote = Some(byte),
            None if bytes[at..].starts_with(close.as_bytes()) => return Some(at),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_stand_at_the_head_of_loops_and_places_are_those_of_the_file() {
        let template = "{# {% for #}{% raw %}endraw{% for a in b %}{%- endraw %}{{ \"\\\"\" }}\
                        {% for a in [\"%}\"] -%}  x{{ a }}{% endfor %}{%- for b in c %}y{% endfor %}";
        let counted = Counted::new(template);
        assert_eq!(counted.text.matches(CALL).count(), 2);
        assert!(
            counted
                .text
                .contains("[\"%}\"] -%}{{ guichet_turn() -}}  x")
        );
        for word in ["x{{ a", "y{%", "{# {"] {
            let read = counted.text.find(word).unwrap();
            assert_eq!(Some(counted.written(read)), template.find(word), "{word}");
        }
    }

    #[test]
    fn what_is_written_is_what_the_template_says() {
        let template = "{% for a in range(end=3) -%} {{ a }} {%- else %}no{% endfor %}\
                        {% for a in range(end=0) %}no{% else %} none{% endfor %}";
        let render = |template: &str| {
            let mut tera = Tera::default();
            register(&mut tera);
            tera.add_raw_template("a.html", template).unwrap();
            tera.render("a.html", &tera::Context::new()).unwrap()
        };
        assert_eq!(render(&Counted::new(template).text), render(template));
        assert_eq!(render(template), "012 none");
    }

    #[test]
    fn what_is_named_stays_within_its_bound() {
        let render = |template: &str| {
            let mut tera = Tera::default();
            register(&mut tera);
            tera.add_raw_template("base.html", "<{% block a %}{% endblock %}>")
                .unwrap();
            tera.add_raw_template("a.html", &Counted::new(template).text)
                .unwrap();
            tera.render("a.html", &tera::Context::new())
        };
        let whole = "{% extends \"base.html\" %}{% block a %}{% set x = \"a=%}\" -%}\n {% set y %} b{{ x }}{% endset -%}  {% set_global z = y ~ y %}{{ z }}{% endblock %}";
        assert_eq!(render(whole).unwrap(), "< ba=%} ba=%}>");
        for step in [
            "{% set x = x ~ x %}",
            "{% set x = [x, x] %}",
            "{% set x %}{{ x }}{{ x }}{% endset %}",
        ] {
            let template = format!("{{% set x = \"abc\" %}}{}", step.repeat(60));
            let error = render(&template).unwrap_err();
            assert!(error.to_string().contains(TOO_MANY), "{error}");
        }
    }
}
