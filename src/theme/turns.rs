//! A bound on what the templates of a site may do: how often their loops turn.
//!
//! The engine bounds a range (100 000 numbers) and the depth of components (20), but not how they multiply: three ranges in each other are as good as
//! endless. So each template of the site's own is read with a call added at the head of each loop and of each component, and the calls
//! of one page are counted: a count is the same on every machine, which a time is not.

use std::cell::Cell;
use std::io;

use tera::{Kwargs, State, Tera};

/// How often the loops of one page may turn, all together: a table of 1 000 lines of 100 cells has a tenth of it.
const MOST_TURNS: u32 = 1_000_000;

/// The most bytes of a page, without its images: a hundred times what the longest of the official guide has.
const LARGEST_PAGE: usize = 64 * 1024 * 1024;

/// What the messages of the engine hold where a bound was met.
pub(super) const TOO_MANY: &str = "guichet: too many turns";

/// The error of a page that is larger.
pub(super) const TOO_LARGE: io::ErrorKind = io::ErrorKind::FileTooLarge;

/// The name of the call in templates.
const CALL: &str = "guichet_turn";

thread_local! {
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

/// Makes the call known to an engine.
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
}

/// Begins to count for a page.
pub(super) fn begin() {
    TURNS.set(0);
}

/// Where the bytes of a page go, up to the bound.
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
    /// Where in it each call begins, and how many bytes it has.
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
        for tag in Tags::new(template).filter(|tag| matches!(tag.word, "for" | "component")) {
            counted.text.push_str(&template[done..tag.end]);
            done = tag.end;
            // A dash takes away the blanks that follow: those after the call now.
            let call = match template[..tag.end].ends_with("-%}") {
                true => format!("{{{{ {CALL}() -}}}}"),
                false => format!("{{{{ {CALL}() }}}}"),
            };
            counted.calls.push((counted.text.len(), call.len()));
            counted.text.push_str(&call);
        }
        counted.text.push_str(&template[done..]);
        counted
    }

    /// The byte of the template as it was written, for one of what the engine reads.
    pub fn written(&self, at: usize) -> usize {
        let before = self.calls.iter().take_while(|(start, _)| *start < at);
        let added: usize = before
            .map(|(start, length)| (*length).min(at - start))
            .sum();
        at - added
    }
}

/// A tag `{% … %}` of a template: its first word, and the byte after it.
struct Tag<'t> {
    word: &'t str,
    end: usize,
}

/// The tags of a template, in their order; none of those that comments and raw text hold.
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
    type Item = Tag<'t>;

    fn next(&mut self) -> Option<Tag<'t>> {
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
            let word = &words[..word_ends.unwrap_or(words.len())];
            if word == "raw" {
                // What is raw ends at the first tag that says so.
                self.at = end + self.template[end..].find("endraw")?;
                self.at += self.template[self.at..].find("%}")? + 2;
                continue;
            }
            return Some(Tag { word, end });
        }
    }
}

/// How long a tag is, up to its end outside of strings.
fn end_of_tag(inside: &str, close: &str) -> Option<usize> {
    let mut quote = None;
    let bytes = inside.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match quote {
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
        let template = "{# {% for #}{% raw %}{% for a in b %}{% endraw %}\
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
}
