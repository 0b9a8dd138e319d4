//! The stable names of diagnostics and their default severities.

use super::Severity;
use crate::spelling::{fold_key, is_folded};

macro_rules! codes {
    ($( $(#[doc = $doc:literal])* $Code:ident = $name:literal $severity:ident ),* $(,)?) => {
        /// A kind of diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        }
    };
}

codes! {
    /// A file or folder could not be read.
    Unreadable = "unreadable" Error,
    /// A text file is larger than guichet reads.
    FileTooLarge = "file-too-large" Error,
    /// A text file is not UTF-8.
    InvalidUtf8 = "invalid-utf8" Error,
    /// A text file contains a NUL byte.
    NulByte = "nul-byte" Error,
    /// A symbolic link leads out of the site, or to a folder.
    SymbolicLink = "symbolic-link" Error,
    /// A file name that cannot be part of an address.
    BadFileName = "bad-file-name" Error,
    /// A file that is not published: no page names it, or pages do not offer files of its kind.
    UnpublishedFile = "unpublished-file" Warning,
    /// A folder in `free_files` that does not exist.
    UnknownFolder = "unknown-folder" Warning,
    /// An SVG image with something that could run or load, which is removed.
    UnsafeSvg = "unsafe-svg" Warning,
    /// There is no `guichet.yaml`.
    NoConfiguration = "no-configuration" Error,
    /// YAML that cannot be parsed.
    BadYaml = "bad-yaml" Error,
    /// Something that was understood, though it is not in the exact form.
    AsMeant = "as-meant" Warning,
    /// Front matter that does not end.
    UnclosedFrontMatter = "unclosed-front-matter" Error,
    /// A key that the kind of page does not have.
    UnknownKey = "unknown-key" Error,
    /// The same key twice.
    DuplicateKey = "duplicate-key" Error,
    /// A value of the wrong type for its key.
    WrongType = "wrong-type" Error,
    /// A value that its key does not allow.
    UnknownValue = "unknown-value" Error,
    /// A missing key that the page requires.
    MissingKey = "missing-key" Error,
    /// A page without a title.
    MissingTitle = "missing-title" Error,
    /// A date that is not valid.
    BadDate = "bad-date" Error,
    /// A telephone number that is not valid.
    BadPhone = "bad-phone" Error,
    /// Opening hours that guichet does not understand.
    BadHours = "bad-hours" Error,
    /// An amount of money that is not valid.
    BadMoney = "bad-money" Error,
    /// A length of time that is not valid.
    BadDuration = "bad-duration" Error,
    /// An email address that is not valid.
    BadEmail = "bad-email" Error,
    /// A web address that is not valid.
    BadUrl = "bad-url" Error,
    /// A language that is not valid, or that the configuration does not list.
    BadLanguage = "bad-language" Error,
    /// A slug that cannot be part of an address.
    BadSlug = "bad-slug" Error,
    /// A severity given to a diagnostic that does not exist.
    UnknownCheck = "unknown-check" Error,
    /// Markdown nested deeper than anyone can read.
    TooDeep = "too-deep" Error,
    /// An earlier address that is not a path.
    BadAlias = "bad-alias" Error,
    /// Two files with one address.
    DuplicateAddress = "duplicate-address" Error,
    /// Placeholder text from pages that `new` and `init` write.
    TemplateText = "template-text" Error,
    /// A page that replaces one that guichet generates.
    OwnAddress = "own-address" Warning,
    /// A link to a page or file that does not exist.
    DeadLink = "dead-link" Error,
    /// A link to a heading that does not exist.
    DeadAnchor = "dead-anchor" Error,
    /// A link that would run code, or that no browser can follow.
    UnsafeLink = "unsafe-link" Error,
    /// A link or an image that appears on the page as typed.
    UnreadLink = "unread-link" Error,
    /// Markup that appears on the page as typed.
    UnreadMark = "unread-mark" Warning,
    /// A row of a table with more cells than its header.
    ExtraCell = "extra-cell" Warning,
    /// Text that is hidden because nothing closes a comment or a script.
    HiddenText = "hidden-text" Error,
    /// A link whose words do not say where it leads.
    VagueLink = "vague-link" Warning,
    /// An image that does not exist.
    MissingImage = "missing-image" Error,
    /// An image style that does not exist.
    UnknownImageStyle = "unknown-image-style" Error,
    /// An animated image, of which only the first frame is published.
    MovingImage = "moving-image" Warning,
    /// An image that no page uses.
    UnusedImage = "unused-image" Warning,
    /// An image whose copy exceeds the budget.
    OversizedImage = "oversized-image" Warning,
    /// An image that cannot be decoded.
    BadImage = "bad-image" Error,
    /// An image without alternative text.
    MissingAlt = "missing-alt" Error,
    /// A heading level skipped, or a second title.
    HeadingOrder = "heading-order" Warning,
    /// A footnote that is referenced but not defined, or defined but not referenced.
    Footnote = "footnote" Warning,
    /// Raw HTML that is removed.
    RawHtml = "raw-html" Warning,
    /// An organization or kind of organization that is not in the directory.
    UnknownOrganization = "unknown-organization" Error,
    /// A topic that the configuration does not list.
    UnknownTopic = "unknown-topic" Error,
    /// A campaign that the configuration does not list.
    UnknownCampaign = "unknown-campaign" Error,
    /// An article without a date.
    MissingDate = "missing-date" Error,
    /// A procedure that is possible only online.
    OnlineOnly = "online-only" Error,
    /// A procedure that names no route at all.
    NoRoute = "no-route" Warning,
    /// A kind of counter that is not in the directory.
    NoCounter = "no-counter" Warning,
    /// A form that is available only online.
    FormOnlineOnly = "form-online-only" Warning,
    /// A number that costs more than an ordinary call.
    PremiumNumber = "premium-number" Warning,
    /// A short number without a price.
    UnknownPrice = "unknown-price" Warning,
    /// Opening hours that guichet cannot put into words.
    UnreadableHours = "unreadable-hours" Warning,
    /// Opening hours in words, and what guichet understood.
    HoursInWords = "hours-in-words" Warning,
    /// Opening hours that do not mean what they seem to mean.
    HoursSlip = "hours-slip" Warning,
    /// Opening hours that a later rule replaces, probably by accident.
    HoursReplaced = "hours-replaced" Warning,
    /// A postal address that is not in postal order.
    PostalOrder = "postal-order" Warning,
    /// A page whose review is overdue.
    Stale = "stale" Warning,
    /// A review dated in the future.
    FutureReview = "future-review" Warning,
    /// A page that is no longer valid.
    Expired = "expired" Warning,
    /// A page without a review date.
    NeverReviewed = "never-reviewed" Warning,
    /// A page that is missing in a language of the site.
    Untranslated = "untranslated" Warning,
    /// A translation whose original has changed since.
    TranslationBehind = "translation-behind" Warning,
    /// An abbreviation that neither the page nor the glossary spells out.
    UndefinedAcronym = "undefined-acronym" Warning,
    /// A sentence that is too long to understand at once.
    LongSentence = "long-sentence" Warning,
    /// A paragraph that is too long for paper or a small screen.
    LongParagraph = "long-paragraph" Warning,
    /// A word with a plainer equivalent.
    Jargon = "jargon" Warning,
    /// An exception without a reason.
    NoReason = "no-reason" Error,
    /// An exception that is no longer needed.
    UnusedException = "unused-exception" Warning,
    /// A line of the site's records that cannot be read.
    BadRecord = "bad-record" Error,
    /// A sheet that differs from its last recorded edition.
    UnrecordedEdition = "unrecorded-edition" Warning,
    /// A page that exceeds the budget.
    PageTooHeavy = "page-too-heavy" Warning,
    /// A sheet that this kind of page does not have.
    UnknownSheet = "unknown-sheet" Error,
    /// A text that is too long for its paper.
    DoesNotFit = "does-not-fit" Error,
    /// Sheets from the configuration that are too small for their texts, and are replaced by others.
    ReplacedSheet = "replaced-sheet" Warning,
    /// A sheet from the configuration that is too small for its text, and that no other can replace.
    CutOff = "cut-off" Warning,
    /// A character that no font contains.
    NoGlyph = "no-glyph" Warning,
    /// A sheet that exceeds the budget.
    SheetTooHeavy = "sheet-too-heavy" Warning,
    /// What a site's own sheet template reports.
    SheetRemark = "sheet-remark" Warning,
    /// A sheet that could not be printed.
    SheetFailed = "sheet-failed" Warning,
    /// Sheets that cannot be printed, whatever their text: the press does not start, or the site's own
    /// template does not end.
    NoPress = "no-press" Error,
    /// A local note without its page.
    LocalWithoutPage = "local-without-page" Warning,
    /// A file of a source that cannot be imported.
    ImportUnreadable = "import-unreadable" Warning,
    /// An element of a source that guichet does not know.
    ImportUnknown = "import-unknown" Warning,
    /// An address in a source that cannot be followed.
    ImportBadAddress = "import-bad-address" Warning,
    /// An image that a source names but does not contain.
    ImportNoImage = "import-no-image" Warning,
    /// A shortcode of another generator.
    ImportShortcode = "import-shortcode" Warning,
    /// A key of another generator's front matter that guichet has no place for.
    ImportKey = "import-key" Warning,
    /// Texts of a kind that guichet does not import.
    ImportKind = "import-kind" Warning,
    /// Two texts of a source with the same path.
    ImportSamePlace = "import-same-place" Warning,
    /// A passage that both an editor and the source have changed.
    ImportConflict = "import-conflict" Warning,
    /// A theme that does not exist.
    UnknownTheme = "unknown-theme" Error,
    /// A template that cannot be parsed or rendered.
    Template = "template-error" Error,
    /// A style sheet that cannot be parsed.
    StyleSheet = "style-error" Error,
    /// A Fluent file that cannot be parsed.
    Strings = "strings-error" Error,
}

impl Code {
    /// Whether the configuration may lower it below an error: only if that does not break the site.
    pub fn is_adjustable(self) -> bool {
        matches!(
            self,
            Self::UnpublishedFile
                | Self::AsMeant
                | Self::OwnAddress
                | Self::TemplateText
                | Self::DeadLink
                | Self::DeadAnchor
                | Self::OversizedImage
                | Self::MovingImage
                | Self::UnusedImage
                | Self::UnsafeSvg
                | Self::MissingAlt
                | Self::HeadingOrder
                | Self::Footnote
                | Self::RawHtml
                | Self::UnknownOrganization
                | Self::MissingDate
                | Self::OnlineOnly
                | Self::NoRoute
                | Self::NoCounter
                | Self::FormOnlineOnly
                | Self::PremiumNumber
                | Self::UnknownPrice
                | Self::UnreadableHours
                | Self::HoursInWords
                | Self::HoursSlip
                | Self::HoursReplaced
                | Self::PostalOrder
                | Self::Stale
                | Self::FutureReview
                | Self::Expired
                | Self::NeverReviewed
                | Self::Untranslated
                | Self::TranslationBehind
                | Self::UndefinedAcronym
                | Self::LongSentence
                | Self::LongParagraph
                | Self::Jargon
                | Self::UnreadLink
                | Self::UnreadMark
                | Self::ExtraCell
                | Self::HiddenText
                | Self::VagueLink
                | Self::UnusedException
                | Self::UnrecordedEdition
                | Self::PageTooHeavy
                | Self::DoesNotFit
                | Self::ReplacedSheet
                | Self::CutOff
                | Self::NoGlyph
                | Self::SheetTooHeavy
                | Self::SheetRemark
                | Self::SheetFailed
        )
    }

    /// The adjustable code of this name, in any [spelling](crate::spelling).
    pub fn adjustable(name: &str) -> Option<Self> {
        let folded = fold_key(name);
        let mut adjustable = Self::ALL.iter().filter(|code| code.is_adjustable());
        adjustable
            .find(|code| is_folded(code.name(), &folded))
            .copied()
    }

    /// Whether only printing can find it.
    pub fn is_of_sheets(self) -> bool {
        matches!(
            self,
            Self::DoesNotFit
                | Self::ReplacedSheet
                | Self::CutOff
                | Self::NoGlyph
                | Self::SheetTooHeavy
                | Self::SheetRemark
                | Self::SheetFailed
                | Self::UnrecordedEdition
        )
    }

    /// Whether it is advice on how a text is written, or on what remains to be written. Advice is for the
    /// writer: `check` and the preview give it, a build only if the site has made it an error.
    pub fn is_advice(self) -> bool {
        matches!(
            self,
            Self::UndefinedAcronym
                | Self::LongSentence
                | Self::LongParagraph
                | Self::Jargon
                | Self::Untranslated
                | Self::UnusedImage
                | Self::VagueLink
        )
    }
}
