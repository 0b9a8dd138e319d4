//! One table of all diagnostics: the stable name of each, its default severity, and what a site may do about it.

use super::{Severity, nearest_by};
use crate::spelling::{fold_key, is_folded};

/// What a diagnostic is to a site that would rather not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CodeNature {
    /// Without what it asks for, the site would be broken: its severity is fixed.
    Fixed,
    /// A rule, which the configuration may change and a page be excepted from.
    Rule,
    /// A rule on how a text is written, or on what remains to be written. Advice is for the writer: `check` and
    /// the preview give it, a build only if the site has made it an error.
    Advice,
    /// A rule that only printing can break.
    Sheet,
}

macro_rules! codes {
    ($( $(#[doc = $doc:literal])* $Code:ident = $name:literal $severity:ident $nature:ident ),* $(,)?) => {
        /// A kind of diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $( $(#[doc = $doc])* $Code ),* }

        impl Code {
            /// Every code, in the order of the pipeline.
            pub const ALL: &[Self] = &[ $( Self::$Code ),* ];

            /// The name that is printed, configured and documented; it never changes.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$Code => $name ),* }
            }

            /// The severity unless the configuration changes it.
            pub const fn default_severity(self) -> Severity {
                match self { $( Self::$Code => Severity::$severity ),* }
            }

            const fn nature(self) -> CodeNature {
                match self { $( Self::$Code => CodeNature::$nature ),* }
            }
        }
    };
}

codes! {
    /// A file or folder could not be read.
    Unreadable = "unreadable" Error Fixed,
    /// A text file is larger than guichet reads.
    FileTooLarge = "file-too-large" Error Fixed,
    /// A text file is not UTF-8.
    InvalidUtf8 = "invalid-utf8" Error Fixed,
    /// A text file contains a NUL byte.
    NulByte = "nul-byte" Error Fixed,
    /// A symbolic link leads out of the site, or to a folder.
    SymbolicLink = "symbolic-link" Error Fixed,
    /// A file name that cannot be part of an address.
    BadFileName = "bad-file-name" Error Fixed,
    /// A file that is not published: no page names it, or pages do not offer files of its kind.
    UnpublishedFile = "unpublished-file" Warning Rule,
    /// A folder in `free_files` that does not exist.
    UnknownFolder = "unknown-folder" Warning Fixed,
    /// Data that are asked for on a site without an address.
    DataWithoutAddress = "data-without-address" Warning Fixed,
    /// An SVG image with something that could run or load, which is removed.
    UnsafeSvg = "unsafe-svg" Warning Rule,
    /// There is no `guichet.yaml`.
    NoConfiguration = "no-configuration" Error Fixed,
    /// YAML that cannot be parsed.
    BadYaml = "bad-yaml" Error Fixed,
    /// Something that was understood, though it is not in the exact form.
    AsMeant = "as-meant" Warning Rule,
    /// Front matter that does not end.
    UnclosedFrontMatter = "unclosed-front-matter" Error Fixed,
    /// A key that the kind of page does not have.
    UnknownKey = "unknown-key" Error Fixed,
    /// A key that is given twice.
    DuplicateKey = "duplicate-key" Error Fixed,
    /// A value of the wrong type for its key.
    WrongType = "wrong-type" Error Fixed,
    /// A value that its key does not allow.
    UnknownValue = "unknown-value" Error Fixed,
    /// A missing key that the page requires.
    MissingKey = "missing-key" Error Fixed,
    /// A page without a title.
    MissingTitle = "missing-title" Error Fixed,
    /// A date that is not valid.
    BadDate = "bad-date" Error Fixed,
    /// A telephone number that is not valid.
    BadPhone = "bad-phone" Error Fixed,
    /// Opening hours that guichet does not understand.
    BadHours = "bad-hours" Error Fixed,
    /// An amount of money that is not valid.
    BadMoney = "bad-money" Error Fixed,
    /// A length of time that is not valid.
    BadDuration = "bad-duration" Error Fixed,
    /// An email address that is not valid.
    BadEmail = "bad-email" Error Fixed,
    /// A web address that is not valid.
    BadUrl = "bad-url" Error Fixed,
    /// A colour that is neither a name nor a number.
    BadColour = "bad-colour" Error Fixed,
    /// A colour too faint to be read on white.
    FaintColour = "faint-colour" Error Fixed,
    /// A language that is not valid, or that the configuration does not list.
    BadLanguage = "bad-language" Error Fixed,
    /// A slug that cannot be part of an address.
    BadSlug = "bad-slug" Error Fixed,
    /// A severity given to a diagnostic that does not exist.
    UnknownCheck = "unknown-check" Error Fixed,
    /// Markdown nested deeper than anyone can read.
    TooDeep = "too-deep" Error Fixed,
    /// An earlier address that is not a path.
    BadAlias = "bad-alias" Error Fixed,
    /// Two files with one address.
    DuplicateAddress = "duplicate-address" Error Fixed,
    /// Placeholder text from pages that `new` and `init` write.
    TemplateText = "template-text" Error Rule,
    /// A page that replaces one that guichet generates.
    OwnAddress = "own-address" Warning Rule,
    /// A link to a page or file that does not exist.
    DeadLink = "dead-link" Error Rule,
    /// A link to a heading that does not exist.
    DeadAnchor = "dead-anchor" Error Rule,
    /// A link that would run code, or that no browser can follow.
    UnsafeLink = "unsafe-link" Error Fixed,
    /// A link or an image that appears on the page as typed.
    UnreadLink = "unread-link" Error Rule,
    /// Markup that appears on the page as typed.
    UnreadMark = "unread-mark" Warning Rule,
    /// A row of a table with more cells than its header.
    ExtraCell = "extra-cell" Warning Rule,
    /// Text that is hidden because nothing closes a comment or a script.
    HiddenText = "hidden-text" Error Rule,
    /// A link whose words do not say where it leads.
    VagueLink = "vague-link" Warning Advice,
    /// An image that does not exist.
    MissingImage = "missing-image" Error Fixed,
    /// An image style that does not exist.
    UnknownImageStyle = "unknown-image-style" Error Fixed,
    /// An animated image, of which only the first frame is published.
    MovingImage = "moving-image" Warning Rule,
    /// An image that no page uses.
    UnusedImage = "unused-image" Warning Advice,
    /// An image whose copy exceeds the budget.
    OversizedImage = "oversized-image" Warning Rule,
    /// An image that cannot be decoded.
    BadImage = "bad-image" Error Fixed,
    /// An image without alternative text.
    MissingAlt = "missing-alt" Error Rule,
    /// A heading level skipped, or a second title.
    HeadingOrder = "heading-order" Warning Rule,
    /// A footnote that is referenced but not defined, or defined but not referenced.
    Footnote = "footnote" Warning Rule,
    /// Raw HTML that is removed.
    RawHtml = "raw-html" Warning Rule,
    /// An organization or kind of organization that is not in the directory.
    UnknownOrganization = "unknown-organization" Error Rule,
    /// A topic that the configuration does not list.
    UnknownTopic = "unknown-topic" Error Fixed,
    /// A campaign that the configuration does not list.
    UnknownCampaign = "unknown-campaign" Error Fixed,
    /// An article without a date.
    MissingDate = "missing-date" Error Rule,
    /// A procedure that is possible only online.
    OnlineOnly = "online-only" Error Rule,
    /// A procedure that names no route at all.
    NoRoute = "no-route" Warning Rule,
    /// An organization that guides send readers to, and that has no address.
    NoAddress = "no-address" Warning Rule,
    /// A kind of counter that is not in the directory.
    NoCounter = "no-counter" Warning Rule,
    /// A form that is available only online.
    FormOnlineOnly = "form-online-only" Warning Rule,
    /// A number that costs more than an ordinary call.
    PremiumNumber = "premium-number" Warning Rule,
    /// A short number without a price.
    UnknownPrice = "unknown-price" Warning Rule,
    /// Opening hours that guichet cannot put into words.
    UnreadableHours = "unreadable-hours" Warning Rule,
    /// Opening hours in words, and what guichet understood.
    HoursInWords = "hours-in-words" Warning Rule,
    /// Opening hours that do not mean what they seem to mean.
    HoursSlip = "hours-slip" Warning Rule,
    /// Opening hours that a later rule replaces, probably by accident.
    HoursReplaced = "hours-replaced" Warning Rule,
    /// A postal address that is not in postal order.
    PostalOrder = "postal-order" Warning Rule,
    /// A page whose review is overdue.
    Stale = "stale" Warning Rule,
    /// A review dated in the future.
    FutureReview = "future-review" Warning Rule,
    /// A page that is no longer valid.
    Expired = "expired" Warning Rule,
    /// A page without a review date.
    NeverReviewed = "never-reviewed" Warning Rule,
    /// A page that a vocabulary of the published data cannot take, for what it does not say.
    IncompleteData = "incomplete-data" Warning Rule,
    /// A page that is missing in a language of the site.
    Untranslated = "untranslated" Warning Advice,
    /// A translation whose original has changed since.
    TranslationBehind = "translation-behind" Warning Rule,
    /// An abbreviation that neither the page nor the glossary spells out.
    UndefinedAcronym = "undefined-acronym" Warning Advice,
    /// A sentence that is too long to understand at once.
    LongSentence = "long-sentence" Warning Advice,
    /// A paragraph that is too long for paper or a small screen.
    LongParagraph = "long-paragraph" Warning Advice,
    /// A word with a plainer equivalent.
    Jargon = "jargon" Warning Advice,
    /// An exception without a reason.
    NoReason = "no-reason" Error Fixed,
    /// An exception that is no longer needed.
    UnusedException = "unused-exception" Warning Rule,
    /// A line of the site's records that cannot be read.
    BadRecord = "bad-record" Error Fixed,
    /// A sheet that differs from its last recorded edition.
    UnrecordedEdition = "unrecorded-edition" Warning Sheet,
    /// A page that exceeds the budget.
    PageTooHeavy = "page-too-heavy" Warning Rule,
    /// A sheet that this kind of page does not have.
    UnknownSheet = "unknown-sheet" Error Fixed,
    /// Two sheets that would be one file.
    DuplicateSheet = "duplicate-sheet" Error Fixed,
    /// A text that is too long for its paper.
    DoesNotFit = "does-not-fit" Error Sheet,
    /// Sheets from the configuration that are too small for their texts, and are replaced by others.
    ReplacedSheet = "replaced-sheet" Warning Sheet,
    /// A sheet from the configuration that is too small for its text, and that no other can replace.
    CutOff = "cut-off" Warning Sheet,
    /// A character that no font contains.
    NoGlyph = "no-glyph" Warning Sheet,
    /// A sheet that exceeds the budget.
    SheetTooHeavy = "sheet-too-heavy" Warning Sheet,
    /// What a site's own sheet template reports.
    SheetRemark = "sheet-remark" Warning Sheet,
    /// A sheet that could not be printed.
    SheetFailed = "sheet-failed" Warning Sheet,
    /// Sheets that cannot be printed, whatever their text: the press does not start, or the site's own
    /// template does not end.
    NoPress = "no-press" Error Fixed,
    /// A local note without its page.
    LocalWithoutPage = "local-without-page" Warning Fixed,
    /// A file of a source that cannot be imported.
    ImportUnreadable = "import-unreadable" Warning Fixed,
    /// An address in a source that cannot be followed.
    ImportBadAddress = "import-bad-address" Warning Fixed,
    /// A place to import that is none, or that the source does not know.
    ImportChoice = "import-choice" Warning Fixed,
    /// A value of a source that fits no field, or that is a guess.
    ImportValue = "import-value" Warning Fixed,
    /// A shortcode of another generator.
    ImportShortcode = "import-shortcode" Warning Fixed,
    /// A key of another generator's front matter that guichet has no place for.
    ImportKey = "import-key" Warning Fixed,
    /// Texts of a kind that guichet does not import.
    ImportKind = "import-kind" Warning Fixed,
    /// Two texts of a source with the same path.
    ImportSamePlace = "import-same-place" Warning Fixed,
    /// A passage that both an editor and the source have changed.
    ImportConflict = "import-conflict" Warning Fixed,
    /// A theme that does not exist.
    UnknownTheme = "unknown-theme" Error Fixed,
    /// A template that cannot be parsed or rendered.
    Template = "template-error" Error Fixed,
    /// A style sheet that cannot be parsed.
    StyleSheet = "style-error" Error Fixed,
    /// A Fluent file that cannot be parsed.
    Strings = "strings-error" Error Fixed,
}

impl Code {
    /// Whether the configuration may lower it below an error: only if that does not break the site.
    pub fn is_adjustable(self) -> bool {
        self.nature() != CodeNature::Fixed
    }

    /// The adjustable code of this name, in any [spelling](crate::spelling).
    pub fn adjustable(name: &str) -> Option<Self> {
        Self::parse(name).filter(|code| code.is_adjustable())
    }

    /// The code of this name, in any spelling: `dead-link`, `Dead_Link`.
    pub fn parse(name: &str) -> Option<Self> {
        let folded = fold_key(name);
        let mut all = Self::ALL.iter().copied();
        all.find(|code| is_folded(code.name(), &folded))
    }

    /// The name most like this one, if one is similar enough to be what was meant.
    pub fn nearest(name: &str) -> Option<&'static str> {
        let names = Self::ALL.iter().map(|code| code.name());
        nearest_by(&fold_key(name), names, fold_key)
    }

    /// Whether only printing can find it.
    pub fn is_of_sheets(self) -> bool {
        self.nature() == CodeNature::Sheet
    }

    /// Whether it is advice.
    pub fn is_advice(self) -> bool {
        self.nature() == CodeNature::Advice
    }
}
