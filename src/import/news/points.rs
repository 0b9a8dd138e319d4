//! What differs between two versions of a page, in words that are certain: its parts by their titles, its fields by their names, amounts
//! before and now.

use std::collections::{HashMap, HashSet};

use super::NewsPoint;
use super::said::{NewsPart, headed, said, titles, values, without};
use crate::import::front::list_of;
use crate::import::ledger::{BlockHash, mark};
use crate::import::three_way::{key_of, marks, parts_of, without_comments};
use crate::model::Common;

/// The fields that readers see, by their keys, each with its name in the message `news-field`. What says where a page comes from and when
/// it was checked is no news.
const FIELDS: &[(&str, &str)] = &[
    ("title", "title"),
    ("summary", "summary"),
    ("channels", "routes"),
    ("online_only", "routes"),
    ("evidence", "evidence"),
    ("cost", "cost"),
    ("processing_time", "time"),
    ("deadline", "time"),
    ("appeal", "appeal"),
    ("output", "output"),
    ("audience", "audience"),
    ("legal", "legal"),
    ("authority", "authority"),
    ("phones", "contact"),
    ("email", "contact"),
    ("website", "contact"),
    ("address", "contact"),
    ("postal_address", "contact"),
    ("hours", "hours"),
];

/// The title of a page; its file's name if it has none.
pub fn title_of(path: &str, text: &str) -> String {
    let title = list_of::<Common>(text, "title").into_iter().next();
    let name = || path.rsplit('/').next().unwrap_or(path).to_owned();
    title.unwrap_or_else(name)
}

/// The day on which the source last changed a page.
pub fn day_of(text: &str) -> Option<String> {
    list_of::<Common>(text, "reviewed").into_iter().next()
}

/// What readers see changed on a page of the site, before and after.
pub fn points_seen(before: &str, after: &str) -> Vec<NewsPoint> {
    let (before, after) = (without_comments(before), without_comments(after));
    points(&marks(&before), &before, &after).0
}

/// What the source has changed on a page: `base` is what it was, `ours` the file of the site, which has all that was if no editor has
/// changed it, `theirs` what it is now. Also returns whether it has a later day.
pub fn points(base: &[BlockHash], ours: &str, theirs: &str) -> (Vec<NewsPoint>, bool) {
    let known: HashSet<BlockHash> = base.iter().copied().collect();
    let (our_front, our_text) = parts_of(ours);
    let (front, text) = parts_of(theirs);
    let now: HashSet<BlockHash> = front.iter().chain(&text).map(|block| mark(block)).collect();
    let is_gone = |block: &&&str| known.contains(&mark(block)) && !now.contains(&mark(block));
    let is_new = |block: &&&str| !known.contains(&mark(block));
    let old_front: Vec<&str> = our_front.iter().filter(is_gone).copied().collect();
    let new_front: Vec<&str> = front.iter().filter(is_new).copied().collect();
    let day = |blocks: &[&str]| {
        let found = blocks.iter().find(|block| key_of(block) == "reviewed")?;
        Some(found.split_once(':')?.1.trim().to_owned())
    };
    // Of a day that the source has left as it was, an editor may have written another.
    let is_newer = day(&new_front).is_some_and(|new| day(&old_front).is_none_or(|old| old < new));
    let mut found = NewsPoints::default();
    found.fields(&old_front, &new_front);
    let is_our_gone = |block: &&str| is_gone(&block);
    let is_their_new = |block: &&str| is_new(&block);
    let old = headed(&our_text, is_our_gone);
    let new = headed(&text, is_their_new);
    // The editor's own parts are not the source's.
    let was = |block: &&&str| known.contains(&mark(block));
    let kept = our_text.iter().chain(&text).filter(was).copied();
    found.text(
        &old,
        &new,
        &titles(&kept.collect::<Vec<_>>()),
        &titles(&text),
    );
    (found.all, is_newer)
}

/// The points found so far, each once.
#[derive(Default)]
struct NewsPoints {
    all: Vec<NewsPoint>,
    known: HashSet<NewsPoint>,
}

impl NewsPoints {
    fn add(&mut self, point: NewsPoint) {
        if self.known.insert(point.clone()) {
            self.all.push(point);
        }
    }

    fn fields(&mut self, old: &[&str], new: &[&str]) {
        let by_key = |blocks: &[&str]| {
            let mut keys: HashMap<String, String> = HashMap::new();
            for block in blocks {
                keys.entry(key_of(block)).or_insert_with(|| said(block));
            }
            keys
        };
        let (old, new) = (by_key(old), by_key(new));
        for (key, name) in FIELDS {
            let find = |keys: &HashMap<String, String>| keys.get(*key).cloned().unwrap_or_default();
            let (was, is) = (find(&old), find(&new));
            let value = |text: &str| {
                let value = text.split_once(": ")?.1.trim_matches('"');
                (!value.contains('\n')).then(|| value.to_owned())
            };
            match (value(&was), value(&is)) {
                _ if was == is => {}
                // The key is written in another language.
                (Some(was), Some(is)) if was == is => {}
                (Some(was), _) if *key == "title" => self.add(NewsPoint::Title(was)),
                (Some(was), Some(is)) if *name == "time" || *name == "cost" => {
                    self.add(NewsPoint::Value(was, is));
                }
                _ => self.add(NewsPoint::Field(name)),
            }
        }
    }

    fn text(
        &mut self,
        old: &[NewsPart<'_>],
        new: &[NewsPart<'_>],
        old_titles: &[String],
        new_titles: &[String],
    ) {
        let (was, is) = (lines(old), lines(new));
        let (old_set, new_set): (HashSet<&String>, HashSet<&String>) =
            (old_titles.iter().collect(), new_titles.iter().collect());
        for title in new_titles.iter().filter(|title| !old_set.contains(title)) {
            self.add(NewsPoint::NewPart(title.clone()));
        }
        let mut seen: HashSet<&String> = HashSet::new();
        for (title, _) in new.iter().chain(old) {
            let is_known = old_set.contains(title) && new_set.contains(title);
            if !(is_known || title.is_empty()) || !seen.insert(title) {
                continue;
            }
            let of = |all: &'_ HashMap<&str, Vec<String>>| {
                all.get(title.as_str()).cloned().unwrap_or_default()
            };
            let (was, is) = (of(&was), of(&is));
            let (gone, come) = (without(&was, &is), without(&is, &was));
            if gone.is_empty() && come.is_empty() {
                continue;
            }
            self.add(match title.is_empty() {
                true => NewsPoint::Field("text"),
                false => NewsPoint::Part(title.clone()),
            });
            for (was, is) in gone.iter().zip(&come) {
                if let (Some((was, is)), true) = (values(was, is), gone.len() == come.len()) {
                    self.add(NewsPoint::Value(was, is));
                }
            }
        }
        for title in old_titles.iter().filter(|title| !new_set.contains(title)) {
            self.add(NewsPoint::GonePart(title.clone()));
        }
    }
}

/// What the blocks of parts say, line by line, by the titles of the parts.
fn lines<'t>(parts: &'t [NewsPart<'_>]) -> HashMap<&'t str, Vec<String>> {
    let mut lines: HashMap<&str, Vec<String>> = HashMap::new();
    for (title, blocks) in parts {
        let of_part = lines.entry(title).or_default();
        for block in blocks {
            of_part.extend(said(block).lines().map(str::to_owned));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::three_way::marks;

    const PAGE: &str = "---\ntitre: Une carte\nrésumé: Elle sert\ndélai: 2 semaines\nvérifié: 2026-01-01\nsource:\n  \
                        date: 2026-01-01\n---\n\nTrois mots.\n\n\
                        ## Le coût\n\nLa carte coûte 5 € par an.\n\n## Où {.case}\n\n- ici\n- [là](a.md)\n";

    fn new(theirs: &str) -> Vec<NewsPoint> {
        points(&marks(PAGE), PAGE, theirs).0
    }

    #[test]
    fn what_differs_is_named() {
        use NewsPoint::{Field, GonePart, NewPart, Part, Title, Value};
        let text = |text: &str| text.to_owned();
        for (from, to, expected) in [
            ("vérifié: 2026-01-01", "vérifié: 2026-02-01", vec![]),
            ("  date: 2026-01-01", "  date: 2026-02-01", vec![]),
            ("(a.md)", "(https://exemple.fr/a_(b))", vec![]),
            ("titre: Une carte", "title: \"Une carte\"", vec![]),
            ("Une carte", "La carte", vec![Title(text("Une carte"))]),
            ("Elle sert", "Elle sert à lire", vec![Field("summary")]),
            ("résumé: Elle sert\n", "", vec![Field("summary")]),
            (
                "2 semaines",
                "3 semaines",
                vec![Value(text("2 semaines"), text("3 semaines"))],
            ),
            (
                "5 €",
                "7,50 €",
                vec![Part(text("Le coût")), Value(text("5 €"), text("7,50 €"))],
            ),
            (
                "La carte coûte 5 € par an.",
                "La carte est gratuite.",
                vec![Part(text("Le coût"))],
            ),
            ("Trois mots.", "Quatre mots.", vec![Field("text")]),
            (
                "- [là](a.md)\n",
                "- [là](a.md)\n- ailleurs\n",
                vec![Part(text("Où"))],
            ),
            (
                "## Où {.case}",
                "## Comment\n\nAinsi.\n\n## Où {.case}",
                vec![NewPart(text("Comment"))],
            ),
            (
                "## Le coût\n\nLa carte coûte 5 € par an.\n\n",
                "",
                vec![GonePart(text("Le coût"))],
            ),
            (
                "## Le coût\n\n",
                "## Le prix\n\n",
                vec![NewPart(text("Le prix")), GonePart(text("Le coût"))],
            ),
        ] {
            assert!(PAGE.contains(from), "{from}");
            assert_eq!(new(&PAGE.replace(from, to)), expected, "{from} → {to}");
        }
    }

    #[test]
    fn an_editors_words_are_not_the_sources_news() {
        let mine = PAGE.replace("Trois mots.", "Cinq mots.\n\n## À nous\n\nUn mot.");
        let theirs = PAGE
            .replace("5 €", "7 €")
            .replace("2026-01-01", "2026-02-01");
        let (found, is_newer) = points(&marks(PAGE), &mine, &theirs);
        let value = NewsPoint::Value("5 €".to_owned(), "7 €".to_owned());
        assert!(found.contains(&value) && is_newer, "{found:?}");
        // Written in another way on the same day, whatever day an editor has written.
        for mine in [PAGE, &PAGE.replace("2026-01-01", "2026-06-01")] {
            assert!(!points(&marks(PAGE), mine, &PAGE.replace("5 €", "7 €")).1);
        }
    }
}
