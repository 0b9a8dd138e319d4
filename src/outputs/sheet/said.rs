//! What to tell the page's author about a print, with the place to change.

use super::failure::{PrintFailure, culprit, prints_without_text, shown};
use super::print::Printer;
use super::{subject_file, subject_page};
use crate::diagnostics::{Code, Diagnostic, Location, Place};
use crate::press::{Job, PressError, PrintFacts, Remark, TemplateMistake};
use crate::site::{PageOrder, Sheet};

/// How much the glyphs of a second script add to a sheet, in bytes: Arabic takes 12 000 to 17 000.
const SECOND_SCRIPT: u64 = 10_000;

/// Whether a template's remark says that its paper is too small.
pub(super) fn is_misfit(remark: &Remark) -> bool {
    matches!(&*remark.name, "does-not-fit" | "too-wide")
}

impl Printer<'_> {
    /// Where a page requests a sheet; its file if the configuration does.
    fn location(&self, sheet: Sheet) -> Location {
        self.asked_at(sheet)
            .unwrap_or_else(|| Location::File(subject_file(self.site, sheet.subject)))
    }

    /// Where the page itself requests a sheet.
    fn asked_at(&self, sheet: Sheet) -> Option<Location> {
        let page = subject_page(self.site, sheet.subject)?;
        let own = self.site.page(page).document.common.sheets.as_ref()?;
        let asked = own.iter().find(|format| format.value == sheet.format)?;
        Some(asked.location.clone())
    }

    /// A sheet's format as an editor of this site writes it.
    fn format(&self, sheet: Sheet) -> String {
        let language = self.site.config.default_language();
        sheet.format.shown(language.is_french()).to_owned()
    }

    /// What a template reported about its print, what Typst warned of in the site's own templates, and whether the print weighs too much.
    pub(super) fn remarks(&self, sheet: Sheet, facts: &PrintFacts) -> Vec<Diagnostic> {
        // What is left over of a text that does not fit lies on other text: that is one overflow, not two.
        let is_over = facts
            .remarks
            .iter()
            .any(|remark| remark.name == "does-not-fit");
        let remarks = facts
            .remarks
            .iter()
            .filter(|remark| !is_over || remark.name != "too-wide");
        let remarks = remarks.map(|remark| self.remark(sheet, remark));
        let warnings = facts.warnings.iter();
        let warnings = warnings.filter_map(|warning| self.warning(sheet, warning));
        let said = remarks.chain(warnings);
        said.chain(self.weight(sheet, facts)).collect()
    }

    /// The diagnostic for a warning of Typst. Nobody who uses the built-in templates can do anything about one.
    fn warning(&self, sheet: Sheet, warning: &TemplateMistake) -> Option<Diagnostic> {
        let theme = &self.site.theme;
        let file = warning.file.as_ref().filter(|file| theme.is_own(file))?;
        let place = Place {
            file: std::sync::Arc::clone(theme.file(file)?),
            span: warning.span.clone(),
        };
        let diagnostic = Diagnostic::new(Code::SheetRemark, Location::Place(place));
        let diagnostic = diagnostic.with("format", self.format(sheet));
        Some(diagnostic.with("what", &warning.message))
    }

    /// The diagnostic for a sheet over the budget. A printer's copy weighs as much as the reading copy.
    fn weight(&self, sheet: Sheet, facts: &PrintFacts) -> Option<Diagnostic> {
        // Two texts, and the glyphs of two scripts.
        let texts = u64::from(sheet.format.facts().is_bilingual) + 1;
        // Every sheet has names, addresses and numbers in Latin letters, so an Arabic one contains two
        // scripts as well.
        let language = self.site.language_of_sheet(sheet);
        let letters = u64::from(texts == 1 && language.is_right_to_left()) * SECOND_SCRIPT;
        let budget = self.site.config.sheet_budget(facts.pages) * texts + letters;
        let is_heavy = sheet.order == PageOrder::Reading && facts.bytes > budget;
        is_heavy.then(|| {
            Diagnostic::new(Code::SheetTooHeavy, self.location(sheet))
                .with("format", self.format(sheet))
                .with("weight", facts.bytes.to_string())
                .with("budget", budget.to_string())
        })
    }

    fn remark(&self, sheet: Sheet, remark: &Remark) -> Diagnostic {
        let code = match is_misfit(remark) {
            true if self.can_be_left_out(sheet) => Code::DoesNotFit,
            true => Code::CutOff,
            false => Code::SheetRemark,
        };
        let values = || remark.values.iter();
        let from = values().find(|(name, _)| name == "from");
        let from = from.map_or("", |(_, text)| text);
        let from: Vec<&str> = from.split_whitespace().collect();
        let what = values().filter(|(name, _)| name != "from");
        let what: Vec<&str> = what.map(|(_, value)| value.as_str()).collect();
        let diagnostic = Diagnostic::new(code, self.location(sheet))
            .with("format", self.format(sheet))
            .with("cause", &remark.name)
            .with("known", if from.is_empty() { "no" } else { "yes" })
            .with("from", shown(&from.join(" ")))
            .with("what", what.join(", "));
        self.instead(sheet, diagnostic)
    }

    /// Reports that a text exceeds the format's time or memory: it is too long for it, even before its paper
    /// is considered.
    pub(super) fn too_long(&self, sheet: Sheet, error: &PressError) -> Diagnostic {
        let failure = PrintFailure::new(error.clone(), None);
        let diagnostic = Diagnostic::new(Code::DoesNotFit, self.location(sheet))
            .with("format", self.format(sheet))
            .with("cause", failure.cause())
            .with("what", failure.detail());
        self.instead(sheet, diagnostic)
    }

    /// Adds the remedy if only a command requested the sheet: the page names no format to remove.
    fn instead(&self, sheet: Sheet, diagnostic: Diagnostic) -> Diagnostic {
        match sheet.format.facts().roomier {
            Some(roomier)
                if diagnostic.code == Code::DoesNotFit && self.asked_at(sheet).is_none() =>
            {
                let french = self.site.config.default_language().is_french();
                diagnostic
                    .with("instead", roomier.shown(french))
                    .help("help-command")
            }
            _ => diagnostic,
        }
    }

    /// Whether an editor can do without the sheet: the page itself requests it, or a roomier format takes its place. One that the
    /// configuration requests for all pages is printed as far as it fits.
    fn can_be_left_out(&self, sheet: Sheet) -> bool {
        self.asked_at(sheet).is_some() || sheet.format.facts().roomier.is_some()
    }

    /// Why a sheet could not be printed, with the words that are the cause: finding them may take some seconds.
    pub(super) fn complaints(
        &self,
        sheet: Sheet,
        job: &Job,
        key: blake3::Hash,
        error: PressError,
    ) -> Vec<Diagnostic> {
        if let Some(missing) = self.missing_press(job, &error) {
            return vec![missing];
        }
        let words = culprit(&*self.shop.press, job, &error);
        // If no words are the cause, the site's own templates may be.
        if words.is_none() && self.site.theme.has_own_sheets() {
            return self.mistakes(sheet, job, error);
        }
        // Printing time and available memory do not depend on the text alone: the next build may have more.
        let is_of_the_text = matches!(
            error,
            PressError::Mistakes(_) | PressError::Panicked(_) | PressError::StackOverflow
        );
        let failure = PrintFailure::new(error, words);
        if let Some(cache) = self.shop.cache.as_ref().filter(|_| is_of_the_text) {
            cache.put(PrintFailure::key(key), &failure, &[]);
        }
        vec![self.failed(sheet, job, &failure)]
    }

    /// Why a sheet could not be drawn, at once: the words that are the cause are not looked for.
    pub(super) fn first_complaints(
        &self,
        sheet: Sheet,
        job: &Job,
        error: PressError,
    ) -> Vec<Diagnostic> {
        if self.is_too_long(sheet, &error) {
            return vec![self.too_long(sheet, &error)];
        }
        if let PressError::NoWorker(reason) = &error {
            return vec![self.no_press(job, "worker", reason)];
        }
        // An earlier print may have found them.
        let key = PrintFailure::key(job.key(self.shop.press.plates()));
        if let Some(failure) = self.cached::<PrintFailure>(key) {
            return vec![self.failed(sheet, job, &failure)];
        }
        if self.site.theme.has_own_sheets() {
            return self.mistakes(sheet, job, error);
        }
        vec![self.failed(sheet, job, &PrintFailure::new(error, None))]
    }

    /// Why sheets could not be joined.
    pub(super) fn unjoined(&self, error: PressError) -> Diagnostic {
        let failure = PrintFailure::new(error, None);
        self.no_press(&Job::default(), failure.cause(), failure.detail())
    }

    /// That there is no press, unless the text ended it.
    fn missing_press(&self, job: &Job, error: &PressError) -> Option<Diagnostic> {
        let PressError::NoWorker(reason) = error else {
            return None;
        };
        let is_of_the_text = prints_without_text(&*self.shop.press, job);
        (!is_of_the_text).then(|| self.no_press(job, "worker", reason))
    }

    /// What is wrong with the site's own template.
    fn mistakes(&self, sheet: Sheet, job: &Job, error: PressError) -> Vec<Diagnostic> {
        match error {
            PressError::Mistakes(mistakes) => mistakes
                .iter()
                .map(|mistake| self.mistake(sheet, mistake))
                .collect(),
            error => {
                let failure = PrintFailure::new(error, None);
                vec![self.no_press(job, failure.cause(), failure.detail())]
            }
        }
    }

    /// Reports that a sheet is left out, and the cause in its text.
    pub(super) fn failed(&self, sheet: Sheet, job: &Job, failure: &PrintFailure) -> Diagnostic {
        let words = failure
            .words()
            .map(|words| words.place_in(self.site, sheet.subject));
        let location = words.flatten().map(Location::Place);
        let location = location.unwrap_or_else(|| self.location(sheet));
        let diagnostic = Diagnostic::new(Code::SheetFailed, location)
            .with("format", self.format(sheet))
            .with("template", &job.template)
            .with("detail", failure.detail());
        match failure.words() {
            Some(words) => diagnostic
                .with("cause", "words")
                .with("words", words.shown()),
            None => diagnostic.with("cause", failure.cause()),
        }
    }

    /// Reports that the text is not the cause: whoever maintains the machine or the theme can fix it.
    fn no_press(&self, job: &Job, cause: &str, detail: &str) -> Diagnostic {
        let file = match cause {
            "worker" => None,
            _ => self.site.theme.file(&job.template),
        };
        let path = file.map_or(crate::model::config::FILE, |file| &file.path);
        Diagnostic::new(Code::NoPress, Location::File(path.to_owned()))
            .with("cause", cause)
            .with("detail", detail)
    }

    fn mistake(&self, sheet: Sheet, mistake: &TemplateMistake) -> Diagnostic {
        let file = mistake.file.as_ref();
        let place = file
            .and_then(|file| self.site.theme.file(file))
            .map(|file| Place {
                file: std::sync::Arc::clone(file),
                span: mistake.span.clone(),
            });
        let location = place.map_or_else(|| self.location(sheet), Location::Place);
        Diagnostic::new(Code::Template, location).with("reason", &mistake.message)
    }
}
