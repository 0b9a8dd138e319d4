//! What an import tells an editor: the first one what it has written, each later one what is new.

use super::Context;
use guichet::import::merge::ImportChanges;
use guichet::import::news::{PageFate, PageNews, day_of};
use guichet::import::told::ToldMessages;
use guichet::import::{Import, ImportedContent, PassedOver};
use guichet::model::values::Date;

/// How many files of each kind are named; the others are counted.
const NAMED: usize = 12;

/// How many pages with news are named.
const PAGES_NAMED: usize = 20;

/// Tells what an import does.
pub(crate) struct ImportTeller<'c> {
    pub context: &'c Context,
    pub changes: &'c ImportChanges,
    /// What the last import told.
    pub told: &'c ToldMessages,
    /// Whether all is told, new or not.
    pub all: bool,
}

impl ImportTeller<'_> {
    fn line(&self, key: &str, args: &[(&str, &str)]) {
        tell!("{}", self.context.say(key, args));
    }

    fn count(&self, key: &str, count: usize) {
        self.line(key, &[("count", &count.to_string())]);
    }

    /// The first of some lines, and how many others there are.
    fn list(&self, lines: impl Iterator<Item = String>, named: usize) {
        let named = if self.all && !self.changes.is_first {
            usize::MAX
        } else {
            named
        };
        let mut left = 0_usize;
        for (at, line) in lines.enumerate() {
            if at < named {
                tell!("  {line}");
            } else {
                left += 1;
            }
        }
        if left > 0 {
            let key = match self.changes.is_first {
                true => "import-more",
                false => "import-more-all",
            };
            tell!(
                "  {}",
                self.context.say(key, &[("count", &left.to_string())])
            );
        }
    }

    /// Takes out of an import what the last one told, and says how many messages that are.
    pub fn take_repeated(&self, import: &mut Import) -> usize {
        if self.all {
            return 0;
        }
        let all = import.diagnostics.len() + import.passed_over.len();
        import.diagnostics.retain(|found| !self.told.has(found));
        let is_new =
            |reason: &str, passed_over: &PassedOver| !self.told.has_reason(reason, passed_over);
        import
            .passed_over
            .retain(|reason, passed_over| is_new(reason, passed_over));
        all - import.diagnostics.len() - import.passed_over.len()
    }

    /// What there is to say of the source.
    pub fn remarks(&self, import: &Import) {
        for remark in &import.remarks {
            let arguments: Vec<(&str, &str)> = remark
                .arguments
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            self.line(remark.key, &arguments);
        }
    }

    /// That the source is older than what has been imported, if it is.
    pub fn older(&self, import: &Import) {
        let since = &self.changes.since;
        if let Some(date) = import.changed.as_ref().filter(|date| *date < since) {
            self.line("import-older", &[("date", date), ("since", since)]);
        }
    }

    /// What the source has and the site does not get, and how many messages are those of the last import.
    pub fn passed_over(&self, import: &Import, repeated: usize) {
        for (reason, passed_over) in &import.passed_over {
            self.count(&format!("passed-over-{reason}"), passed_over.count);
            for example in &passed_over.examples {
                tell!("  {example}");
            }
            let more = passed_over.count - passed_over.examples.len();
            if more > 0 && !passed_over.examples.is_empty() {
                tell!(
                    "  {}",
                    self.context
                        .say("import-more", &[("count", &more.to_string())])
                );
            }
        }
        if repeated > 0 {
            self.count("import-repeated", repeated);
        }
    }

    /// What happens to the files.
    pub fn changes(&self) {
        let changes = self.changes;
        if !changes.is_first {
            self.news();
        }
        // What an editor has done is no news to an editor; pages with news are named with it.
        let lists = [
            ("import-added", &changes.added, changes.is_first),
            ("import-changed", &changes.changed, changes.is_first),
            ("import-merged", &changes.merged, true),
            ("import-kept", &changes.kept, false),
            ("import-foreign", &changes.foreign, changes.is_first),
            ("import-withdrawn", &changes.withdrawn, true),
            ("import-withdrawn-kept", &changes.withdrawn_kept, true),
            ("import-left-out", &changes.left_out, false),
            ("import-unsettled", &changes.unsettled, true),
        ];
        for (key, paths, is_named) in lists {
            if paths.is_empty() {
                continue;
            }
            self.count(key, paths.len());
            if is_named || self.all {
                self.list(paths.iter().cloned(), NAMED);
            }
        }
        if let Some(path) = &changes.publisher_kept {
            self.line("import-publisher-kept", &[("path", path)]);
        }
        if let Some(article) = &changes.article {
            self.line("import-article", &[("path", article)]);
        }
        if changes.is_empty() {
            self.line("import-unchanged", &[]);
        }
    }

    /// The pages with news.
    fn news(&self) {
        let of = |fate: PageFate| {
            let news = self.changes.news.iter();
            let mut found: Vec<&PageNews> = news
                .filter(|page| {
                    page.fate == fate && (fate != PageFate::Changed || !page.points.is_empty())
                })
                .collect();
            found.sort_by_key(|page| &page.title);
            found
        };
        let (changed, added) = (of(PageFate::Changed), of(PageFate::Added));
        if !changed.is_empty() {
            let count = changed.len().to_string();
            let key = match self.told.source.is_empty() {
                true => "import-news",
                false => "import-news-since",
            };
            self.line(key, &[("count", &count), ("since", &self.told.source)]);
            let lines = changed.iter().map(|page| {
                let points = page.words(&self.context.messages);
                self.context.say(
                    "import-news-page",
                    &[("title", &page.title), ("points", &points)],
                )
            });
            self.list(lines, PAGES_NAMED);
        }
        if !added.is_empty() {
            self.count("import-news-added", added.len());
            self.list(
                added
                    .iter()
                    .map(|page| self.titled(&page.title, &page.path)),
                PAGES_NAMED,
            );
        }
    }

    fn titled(&self, title: &str, path: &str) -> String {
        self.context
            .say("import-page", &[("title", title), ("path", path)])
    }

    /// What the source says that it has changed since a day, latest first.
    pub fn since(&self, import: &Import, since: Date) {
        let since = since.to_string();
        let mut found: Vec<(String, String, bool)> = Vec::new();
        for (path, content) in &import.files {
            let ImportedContent::Text(text) = content else {
                continue;
            };
            let important = import.important.get(path).filter(|day| **day >= since);
            let day = day_of(text).filter(|day| *day >= since);
            if let Some(day) = day.as_ref().max(important) {
                let title = guichet::import::news::title_of(path, text);
                found.push((day.clone(), self.titled(&title, path), important.is_some()));
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let count = found.len().to_string();
        self.line("import-since", &[("count", &count), ("since", &since)]);
        let lines = found.iter().map(|(day, title, is_important)| {
            let key = if *is_important {
                "import-since-important"
            } else {
                "import-since-page"
            };
            self.context.say(key, &[("day", day), ("page", title)])
        });
        self.list(lines, PAGES_NAMED);
    }
}
