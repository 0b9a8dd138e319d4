//! Front matter with one mistake in it, for every mistake that editors often make and every line of it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::super::channel::{Form, InPerson, Online, Paper, PhoneLine};
use super::super::values::{Hours, PhoneNumber, PostalAddress};
use super::super::{Cost, Located, Placed, Recipient};
use crate::diagnostics::{Diagnostic, Edit, Location, TextFile};
use crate::document::{Details, Document};
use crate::edit;
use crate::language::Language;

const TABLE: &str = "tests/slips/front-matters.txt";

/// What stands above the table.
const HEAD: &str = "\
# Front matter with one mistake in it: what is said of it, what `check --fix` makes of it, how it is read.
#
# Below each front matter is first what goes well: `name 1 3` are the lines that the mistake was made in. Then
# the rest, one by one: the mistake, its line, what is written there (`⏎` ends a line, `→` is a tab) and
#   ! what is reported, with its line if that is another; nothing if nothing is;
#   > what `check --fix` makes of it, if anything (`as it was`: the text without the mistake, but maybe for
#     quotation marks);
#   = what is read otherwise than without the mistake (`–`: nothing).
# The title is « Essai » where none is written. The mistakes are in src/model/tests/slips.rs. To add a front
# matter, write it here; `SNAPSHOTS=overwrite cargo test --lib -- slips` writes the rest.
";

/// A mistake in a line: what it is called, and what becomes of the line. `None` if it cannot be made there.
type Mistake = (&'static str, fn(&Line<'_>) -> Option<String>);

/// A line of front matter.
struct Line<'t> {
    /// Its indentation.
    blank: &'t str,
    /// The dash of an item, with the space after it.
    dash: &'t str,
    /// Its key, if it has one.
    key: &'t str,
    /// What follows the colon, or the dash.
    value: &'t str,
    /// The line above it.
    above: Option<&'t str>,
}

impl<'t> Line<'t> {
    fn of(line: &'t str, above: Option<&'t str>) -> Self {
        let bare = line.trim_start();
        let (blank, _) = line.split_at(line.len() - bare.len());
        let rest = bare.strip_prefix("- ").unwrap_or(bare);
        let (dash, _) = bare.split_at(bare.len() - rest.len());
        let cut = rest.split_once(':').filter(|(key, after)| {
            let is_key = key.chars().all(|c| c.is_alphanumeric() || "-'".contains(c));
            is_key && (after.is_empty() || after.starts_with(' '))
        });
        let (key, value) = cut.unwrap_or(("", rest));
        Self {
            blank,
            dash,
            key,
            value: value.trim(),
            above,
        }
    }

    /// The line with another key, separator and value.
    fn with(&self, key: &str, separator: &str, value: &str) -> String {
        let (blank, dash) = (self.blank, self.dash);
        let line = format!("{blank}{dash}{key}{separator}{value}");
        line.trim_end().to_owned()
    }

    /// The line as it is.
    fn whole(&self) -> String {
        self.with_value(self.value)
    }

    /// The line with something else between key and value.
    fn with_separator(&self, separator: &str) -> Option<String> {
        let separator = (!self.key.is_empty()).then_some(separator)?;
        Some(self.with(self.key, separator, self.value))
    }

    /// The line with another key.
    fn with_key(&self, key: &str) -> Option<String> {
        (key != self.key).then(|| self.with(key, ": ", self.value))
    }

    /// The line with another value.
    fn with_value(&self, value: &str) -> String {
        let separator = if self.key.is_empty() { "" } else { ": " };
        self.with(self.key, separator, value)
    }

    /// The line with its value between marks, which takes the place of those that it has.
    fn between(&self, open: &str, close: &str) -> Option<String> {
        let bare = self.value.trim_matches(['"', '\'']);
        let is_text = !bare.is_empty() && !bare.starts_with(['[', '{', '|', '>', '#']);
        is_text.then(|| self.with_value(&format!("{open}{bare}{close}")))
    }

    /// The line with another bullet.
    fn with_bullet(&self, bullet: &str) -> Option<String> {
        let (_, rest) = self.dash.split_at_checked(1)?;
        let item = Line { dash: "", ..*self }.whole();
        let item = item.trim_start();
        (rest == " ").then(|| format!("{}{bullet}{item}", self.blank))
    }

    /// The value, if it is written on the line and goes on to its end.
    fn text(&self) -> Option<&str> {
        let is_text = !self.value.is_empty() && !self.value.contains(['#', '|', '>']);
        is_text.then_some(self.value)
    }
}

fn without_accents(text: &str) -> String {
    let plain = |c| match c {
        'é' | 'è' => 'e',
        'û' => 'u',
        'à' => 'a',
        c => c,
    };
    text.chars().map(plain).collect()
}

/// A word with two letters that changed places.
fn swapped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > 3 {
        letters.swap(1, 2);
    }
    letters.into_iter().collect()
}

/// A name for each mistake, and how it is made.
const MISTAKES: &[Mistake] = &[
    ("no colon", |line| line.with_separator(" ")),
    ("two colons", |line| line.with_separator(":: ")),
    ("no space", |line| {
        line.text().and_then(|_| line.with_separator(":"))
    }),
    ("semicolon", |line| line.with_separator("; ")),
    ("equals", |line| line.with_separator(" = ")),
    ("capital", |line| {
        let mut letters = line.key.chars();
        let first = letters.next()?.to_uppercase();
        line.with_key(&format!("{first}{}", letters.as_str()))
    }),
    ("no accent", |line| {
        line.with_key(&without_accents(line.key))
    }),
    ("underscore", |line| {
        line.with_key(&line.key.replace('-', "_"))
    }),
    ("blank", |line| line.with_key(&line.key.replace('-', " "))),
    ("letter", |line| line.with_key(&swapped(line.key))),
    ("guillemets", |line| {
        line.with_separator(": ")?;
        line.with_key(&format!("« {} » ", line.key))
    }),
    ("tab", |line| {
        Some(format!("\t{}", line.whole().trim_start()))
    }),
    ("one more", |line| Some(format!(" {}", line.whole()))),
    ("one less", |line| {
        line.whole().strip_prefix(' ').map(str::to_owned)
    }),
    ("to the left", |line| {
        let is_deep = line.blank.len() > 1;
        is_deep.then(|| line.whole().trim_start().to_owned())
    }),
    ("open quote", |line| line.between("\"", "")),
    ("close quote", |line| line.between("", "\"")),
    ("curly", |line| line.between("“", "”")),
    ("french", |line| line.between("« ", " »")),
    ("starred", |line| line.between("*", "*")),
    ("twice", |line| {
        Some(format!("{}\n{}", line.whole(), line.whole()))
    }),
    ("other", |line| {
        let other = line.between("", " bis").filter(|_| !line.key.is_empty())?;
        Some(format!("{}\n{other}", line.whole()))
    }),
    ("no dash", |line| {
        line.with_bullet("").filter(|_| line.key.is_empty())
    }),
    ("close dash", |line| line.with_bullet("-")),
    ("star", |line| line.with_bullet("* ")),
    ("bullet", |line| line.with_bullet("• ")),
    ("number", |line| line.with_bullet("1. ")),
    ("nothing", |line| {
        line.text().and_then(|_| line.with_separator(":"))?;
        Some(line.with_value(""))
    }),
    ("hash", |line| {
        line.text()
            .map(|text| line.with_value(&format!("{text} #1")))
    }),
    ("colon", |line| {
        line.text()
            .map(|text| line.with_value(&format!("{text} : voir")))
    }),
    ("comma", |line| {
        line.text().map(|_| format!("{},", line.whole()))
    }),
    ("unit", |line| {
        let is_number = line.value.ends_with(|c: char| c.is_ascii_digit());
        is_number.then(|| line.with_value(&format!("{} environ", line.value)))
    }),
    ("no bracket", |line| {
        let open = line.value.strip_suffix([']', '}'])?;
        Some(line.with_value(open.trim_end()))
    }),
    ("only commas", |line| {
        let inner = line.value.strip_prefix('[')?.strip_suffix(']')?;
        Some(line.with_value(inner))
    }),
    ("wrapped", |line| {
        let (first, rest) = line.text()?.split_once(' ')?;
        let is_text = !first.starts_with(['[', '{', '"', '\'']);
        is_text.then(|| format!("{}\n{rest}", line.with_value(first)))
    }),
    ("line", |line| {
        line.above.map(|_| format!("\n{}", line.whole()))
    }),
    ("rule", |line| {
        line.above.map(|_| format!("---\n{}", line.whole()))
    }),
];

/// A page with this front matter, and what is wrong with it.
fn page(key: &str, title: &str, front: &str) -> (Document, Vec<Diagnostic>) {
    let text = format!("---\n{title}{front}---\n\nUn mot.\n");
    let file = TextFile::new(format!("content/{key}"), text);
    Document::parse(key, file.into(), &[Language::french()])
}

/// The front matter with the corrections of all diagnostics, as `check --fix` writes them.
fn mended(key: &str, title: &str, front: &str) -> String {
    let mut front = front.to_owned();
    for _ in 0..5 {
        let (_, found) = page(key, title, &front);
        let mut edits: Vec<Edit> = Vec::new();
        let mut text = None;
        for fix in found.iter().filter_map(|found| found.fix.as_ref()) {
            let is_apart = |edit: &Edit| {
                let touches = |other: &Edit| {
                    edit.span.start <= other.span.end && other.span.start <= edit.span.end
                };
                !edits.iter().any(touches)
            };
            if fix.edits.iter().all(is_apart) {
                edits.extend(fix.edits.iter().cloned());
                text = Some(std::sync::Arc::clone(&fix.file.text));
            }
        }
        let Some(text) = text else { break };
        let text = edit::apply(&text, &edits).unwrap();
        let inner = text.strip_prefix("---\n").unwrap_or(&text);
        let inner = inner.strip_prefix(title).unwrap_or(inner);
        let end = inner.rfind("---\n\nUn mot.").unwrap_or(inner.len());
        let next = inner[..end].to_owned();
        if next == front {
            break;
        }
        front = next;
    }
    front
}

/// What is reported: each name with its cause, and its line if that is not `line`.
fn reported(title: &str, found: &[Diagnostic], line: usize) -> String {
    let above = 1 + title.lines().count();
    let mut reported: Vec<String> = Vec::new();
    for found in found {
        let mut text = found.code.name().to_owned();
        let cause = found.args.iter().find(|(name, _)| *name == "cause");
        if let Some((_, cause)) = cause {
            let _ = write!(text, "/{cause}");
        }
        if let Some((_, nearest)) = found.args.iter().find(|(name, _)| *name == "nearest") {
            let _ = write!(text, " → {nearest}");
        }
        if let Location::Place(place) = &found.location {
            let (at, _) = place.line_and_column();
            if at != line + above {
                let _ = write!(text, "@{}", at.saturating_sub(above));
            }
        }
        if !reported.contains(&text) {
            reported.push(text);
        }
    }
    reported.join(", ")
}

/// The parts of a value that are there.
fn parts<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" + ")
}

fn lines(address: Option<&Placed<PostalAddress>>) -> Option<String> {
    address.map(|address| address.value.lines.join("/"))
}

fn debug<T: std::fmt::Debug>(value: Option<&T>) -> Option<String> {
    value.map(|value| format!("{value:?}"))
}

fn phones(phones: &[PhoneNumber]) -> Option<String> {
    let one = |phone: &PhoneNumber| {
        let number = Some(phone.number.value.printed());
        parts([number, phone.label.clone(), phone.price.clone()])
    };
    let all: Vec<String> = phones.iter().map(one).collect();
    (!all.is_empty()).then(|| all.join(" | "))
}

/// What is read of a page: its fields, by name.
fn fields(document: &Document) -> BTreeMap<&'static str, String> {
    fn each<T>(items: &[T], one: impl Fn(&T) -> String) -> Option<String> {
        let all: Vec<String> = items.iter().map(one).collect();
        (!all.is_empty()).then(|| all.join(" | "))
    }
    let located = |located: Option<&Located>| located.map(|located| located.text.clone());
    let hours = |hours: Option<&Placed<Hours>>| hours.map(|hours| hours.value.written.clone());
    let common = &document.common;
    let mut fields = vec![
        ("title", Some(common.title.clone())),
        ("summary", common.summary.clone()),
        ("draft", debug(common.draft.as_ref())),
        ("date", debug(common.date.as_ref())),
        ("reviewed", common.reviewed_on().map(|day| day.to_string())),
        ("review_every", debug(common.review_every.as_ref())),
        (
            "valid_until",
            common.valid_until.as_ref().map(|day| day.value.to_string()),
        ),
        ("maintainer", common.maintainer.clone()),
        ("keywords", each(&common.keywords, |word| word.0.clone())),
        ("topic", located(common.topic.as_ref())),
        (
            "source",
            each(&common.source, |source| {
                let date = source.date.map(|date| date.to_string());
                parts([Some(source.name.clone()), date])
            }),
        ),
    ];
    match &document.details {
        Details::Guide(guide) => {
            if let Some(channels) = &guide.channels {
                let counter = |counter: &InPerson| {
                    parts([
                        located(counter.at.as_ref()),
                        counter.name.clone(),
                        phones(&counter.phones),
                        hours(counter.hours.as_ref()),
                        debug(counter.appointment.as_ref()),
                        counter.when.clone(),
                        counter.note.clone(),
                    ])
                };
                let form = |form: &Form| {
                    let number = form.number.as_ref().map(|number| number.number.clone());
                    parts([number, Some(form.title.clone())])
                };
                let letter = |paper: &Paper| {
                    let to = paper.send_to.as_ref().map(|to| match to {
                        Recipient::Organization(at) => at.text.clone(),
                        Recipient::Written(to) => {
                            parts([Some(to.name.clone()), lines(to.address.as_ref())])
                        }
                    });
                    parts([each(&paper.forms, form), to, paper.note.clone()])
                };
                let line = |line: &PhoneLine| {
                    let number = line.number.as_ref().map(|number| number.value.printed());
                    parts([located(line.at.as_ref()), number, line.label.clone()])
                };
                let online = |online: &Online| {
                    parts([Some(format!("{:?}", online.url)), online.label.clone()])
                };
                fields.extend([
                    ("in_person", each(&channels.in_person, counter)),
                    ("paper", each(&channels.paper, letter)),
                    ("phone", each(&channels.phone, line)),
                    ("online", each(&channels.online, online)),
                ]);
            }
            let cost = |cost: &Cost| match cost {
                Cost::Free => "free".to_owned(),
                Cost::Amount(price) => {
                    let cents = Some(format!("{} c", price.amount.cents));
                    parts([cents, price.when.clone()])
                }
                Cost::Words(words) => words.clone(),
            };
            fields.extend([
                (
                    "evidence",
                    each(&guide.evidence, |paper| {
                        let note = paper.note.clone();
                        parts([Some(paper.name.clone()), note, paper.when.clone()])
                    }),
                ),
                ("cost", each(&guide.cost, cost)),
                ("processing_time", guide.processing_time.clone()),
                ("deadline", guide.deadline.clone()),
                ("appeal", each(&guide.appeal, String::clone)),
                (
                    "legal",
                    each(&guide.legal, |law| {
                        parts([Some(law.title.clone()), debug(law.url.as_ref())])
                    }),
                ),
                ("audience", each(&guide.audience, String::clone)),
            ]);
        }
        Details::Organization(place) => {
            let access = place.access.as_ref();
            let access = access.map(|access| {
                let steps = debug(access.step_free.as_ref());
                parts([steps, access.note.clone()])
            });
            fields.extend([
                ("kind", place.kind.clone()),
                ("address", lines(place.address.as_ref())),
                ("phones", phones(&place.phones)),
                ("email", debug(place.email.as_ref())),
                ("website", debug(place.website.as_ref())),
                ("hours", hours(place.hours.as_ref())),
                ("hours_note", place.hours_note.clone()),
                ("access", access),
            ]);
        }
        Details::Article(article) => {
            let image = article.image.as_ref();
            let image = image.map(|image| parts([Some(image.src.text.clone()), image.alt.clone()]));
            fields.extend([
                ("authors", each(&article.authors, String::clone)),
                ("image", image),
                ("hook", article.hook.clone()),
                (
                    "attachments",
                    each(&article.attachments, |file| {
                        parts([Some(file.file.text.clone()), file.title.clone()])
                    }),
                ),
            ]);
        }
        Details::Page | Details::Legal => {}
    }
    let there = fields.into_iter();
    there
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// What is read otherwise.
fn difference(
    sound: &BTreeMap<&'static str, String>,
    read: &BTreeMap<&'static str, String>,
) -> String {
    let mut changed: Vec<String> = Vec::new();
    for (name, value) in sound {
        match read.get(name) {
            Some(other) if other == value => {}
            Some(other) => changed.push(format!("{name} {other}")),
            None => changed.push(format!("{name} –")),
        }
    }
    for (name, value) in read {
        if !sound.contains_key(name) {
            changed.push(format!("{name} {value}"));
        }
    }
    changed.join("; ").replace('\n', "⏎")
}

/// The lines of a text that are not in another, on one line.
fn otherwise(text: &str, other: &str) -> String {
    let (lines, others): (Vec<&str>, Vec<&str>) = (text.lines().collect(), other.lines().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = lines.iter().zip(&others).take_while(same).count();
    let tail = lines[head..].iter().rev().zip(others[head..].iter().rev());
    let tail = tail.take_while(same).count();
    let shown = lines[head..lines.len() - tail].join("⏎");
    shown.replace('\t', "→")
}

/// What becomes of a front matter with every mistake in every line.
fn mistakes(key: &str, front: &str) -> String {
    let has_title = front.starts_with("titre:");
    let title = if has_title { "" } else { "titre: Essai\n" };
    let (document, found) = page(key, title, front);
    let sound = fields(&document);
    let mut out = String::new();
    let said = reported(title, &found, 0);
    if !said.is_empty() {
        let _ = writeln!(out, "as it is ! {said}");
    }
    let lines: Vec<&str> = front.lines().collect();
    // What is said of them, and the lines of each mistake.
    let mut well: BTreeMap<String, Vec<(&str, Vec<String>)>> = BTreeMap::new();
    let mut rest = String::new();
    for (name, mistake) in MISTAKES {
        for (index, line) in lines.iter().enumerate() {
            let above = index.checked_sub(1).map(|above| lines[above]);
            let Some(written) = mistake(&Line::of(line, above)) else {
                continue;
            };
            if written == *line || line.starts_with('#') {
                continue;
            }
            let mut wrong = lines.clone();
            wrong[index] = &written;
            let wrong = format!("{}\n", wrong.join("\n"));
            let (document, found) = page(key, title, &wrong);
            let said = reported(title, &found, index + 1);
            let read = difference(&sound, &fields(&document));
            let fixed = mended(key, title, &wrong);
            let fix = match () {
                () if fixed == wrong => String::new(),
                () if fixed == front => "as it was".to_owned(),
                () if fixed.replace(['"', '\''], "") == front.replace(['"', '\''], "") => {
                    "as it was, in quotes".to_owned()
                }
                () => otherwise(&fixed, &wrong),
            };
            if read.is_empty() && (fix.is_empty() || fix.starts_with("as it was")) {
                let kind = match (said.as_str(), fix.as_str()) {
                    ("", _) => "nothing to say".to_owned(),
                    (_, "") => format!("! {said}"),
                    (_, fix) => format!("! {said} > {fix}"),
                };
                let number = (index + 1).to_string();
                let names = well.entry(kind).or_default();
                match names.last_mut().filter(|(last, _)| last == name) {
                    Some((_, numbers)) => numbers.push(number),
                    None => names.push((name, vec![number])),
                }
                continue;
            }
            let written = written.replace('\n', "⏎").replace('\t', "→");
            let _ = write!(rest, "{name} {}: `{written}`", index + 1);
            for (sign, part) in [("!", said), (">", fix), ("=", read)] {
                if !part.is_empty() {
                    let _ = write!(rest, " {sign} {part}");
                }
            }
            rest.push('\n');
        }
    }
    for (kind, names) in well {
        let names: Vec<String> = names
            .iter()
            .map(|(name, numbers)| format!("{name} {}", numbers.join(" ")))
            .collect();
        let _ = writeln!(out, "{kind}: {}", names.join(", "));
    }
    out + &rest
}

#[test]
fn what_becomes_of_one_mistake_in_front_matter_stays_the_same() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    let table = std::fs::read_to_string(&path).unwrap();
    let mut now = HEAD.to_owned();
    for part in table.split("\n=== ").skip(1) {
        let (key, part) = part.split_once('\n').unwrap();
        let front = part.split("---\n").next().unwrap();
        let front = format!("{}\n", front.trim_end());
        let _ = write!(now, "\n=== {key}\n{front}---\n{}", mistakes(key, &front));
    }
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        std::fs::write(&path, now).unwrap();
        return;
    }
    let mut lines = now.lines().zip(table.lines());
    let changed = lines.find(|(now, before)| now != before);
    assert!(
        now == table,
        "{TABLE}: {changed:#?}: `SNAPSHOTS=overwrite cargo test --lib -- slips` accepts all changes"
    );
}
