//! The stable names of diagnostics and how severe each is unless the configuration says otherwise.

use super::Severity;

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

            /// The severity where the configuration says nothing.
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
    /// A text file holds a NUL byte.
    NulByte = "nul-byte" Error,
    /// A symbolic link leads out of the site, or to a folder.
    SymbolicLink = "symbolic-link" Error,
    /// A file name that cannot be part of an address.
    BadFileName = "bad-file-name" Error,
    /// A file that is not published: no page names it, or it is of a kind that pages do not hand out.
    UnpublishedFile = "unpublished-file" Warning,
    /// A folder to be served as it is that is not there.
    UnknownFolder = "unknown-folder" Warning,
    /// An SVG image that could run or load something, which is taken out.
    UnsafeSvg = "unsafe-svg" Warning,
    /// There is no `guichet.yaml`.
    NoConfiguration = "no-configuration" Error,
    /// YAML that cannot be parsed.
    BadYaml = "bad-yaml" Error,
    /// Something that was read as it was meant, though it was written otherwise.
    AsMeant = "as-meant" Warning,
    /// A front matter that does not end.
    UnclosedFrontMatter = "unclosed-front-matter" Error,
    /// A key that the kind of page does not have.
    UnknownKey = "unknown-key" Error,
    /// The same key twice.
    DuplicateKey = "duplicate-key" Error,
    /// A value of another type than the key takes.
    WrongType = "wrong-type" Error,
    /// A value that is none of those the key takes.
    UnknownValue = "unknown-value" Error,
    /// A key without which the page cannot stand.
    MissingKey = "missing-key" Error,
    /// A page without a title.
    MissingTitle = "missing-title" Error,
    /// A date that is not one.
    BadDate = "bad-date" Error,
    /// A telephone number that is not one.
    BadPhone = "bad-phone" Error,
    /// Opening hours that are not understood.
    BadHours = "bad-hours" Error,
    /// An amount of money that is not one.
    BadMoney = "bad-money" Error,
    /// A length of time that is not one.
    BadDuration = "bad-duration" Error,
    /// An email address that is not one.
    BadEmail = "bad-email" Error,
    /// A web address that is not one.
    BadUrl = "bad-url" Error,
    /// A language that is not one, or that the configuration does not list.
    BadLanguage = "bad-language" Error,
    /// A slug that cannot stand in an address.
    BadSlug = "bad-slug" Error,
    /// A severity given to a diagnostic that does not exist.
    UnknownCheck = "unknown-check" Error,
    /// Markdown nested deeper than anyone can read.
    TooDeep = "too-deep" Error,
    /// An earlier address that is no path.
    BadAlias = "bad-alias" Error,
    /// Two files with one address.
    DuplicateAddress = "duplicate-address" Error,
    /// Text of the pages that `new` and `init` write, which was to be replaced.
    TemplateText = "template-text" Error,
    /// A page in the place of one that guichet makes.
    OwnAddress = "own-address" Warning,
    /// A link to a page or file that does not exist.
    DeadLink = "dead-link" Error,
    /// A link to a heading that does not exist.
    DeadAnchor = "dead-anchor" Error,
    /// A link that would run code or that no browser can follow.
    UnsafeLink = "unsafe-link" Error,
    /// A link or an image that stands on the page as it was typed.
    UnreadLink = "unread-link" Error,
    /// A mark that stands on the page as it was typed.
    UnreadMark = "unread-mark" Warning,
    /// A row of a table with more cells than its head.
    ExtraCell = "extra-cell" Warning,
    /// Text that is hidden because nothing closes a comment or a script.
    HiddenText = "hidden-text" Error,
    /// A link whose words do not say where it leads.
    VagueLink = "vague-link" Warning,
    /// An image that does not exist.
    MissingImage = "missing-image" Error,
    /// An image shown in a way that does not exist.
    UnknownImageStyle = "unknown-image-style" Error,
    /// An image that moves, of which the first picture is published.
    MovingImage = "moving-image" Warning,
    /// An image that stands on no page.
    UnusedImage = "unused-image" Warning,
    /// An image heavier than the budget.
    OversizedImage = "oversized-image" Warning,
    /// An image that its reader cannot decode.
    BadImage = "bad-image" Error,
    /// An image without alternative text.
    MissingAlt = "missing-alt" Error,
    /// A heading level skipped, or a second title.
    HeadingOrder = "heading-order" Warning,
    /// A footnote that is referred to and not written, or written and not referred to.
    Footnote = "footnote" Warning,
    /// Raw HTML that is taken out.
    RawHtml = "raw-html" Warning,
    /// An organization or kind of organization that is not in the directory.
    UnknownOrganization = "unknown-organization" Error,
    /// A topic that the configuration does not list.
    UnknownTopic = "unknown-topic" Error,
    /// A campaign that the configuration does not list.
    UnknownCampaign = "unknown-campaign" Error,
    /// An article without a date.
    MissingDate = "missing-date" Error,
    /// A procedure that can only be done on the Internet.
    OnlineOnly = "online-only" Error,
    /// A procedure that names no route at all.
    NoRoute = "no-route" Warning,
    /// A kind of counter that the directory has none of.
    NoCounter = "no-counter" Warning,
    /// A form that can only be had on the Internet.
    FormOnlineOnly = "form-online-only" Warning,
    /// A number that costs more than an ordinary call.
    PremiumNumber = "premium-number" Warning,
    /// A short number whose price is not told.
    UnknownPrice = "unknown-price" Warning,
    /// Opening hours that cannot be said in words.
    UnreadableHours = "unreadable-hours" Warning,
    /// Opening hours in words, and what was understood of them.
    HoursInWords = "hours-in-words" Warning,
    /// Opening hours that mean something else than they seem to.
    HoursSlip = "hours-slip" Warning,
    /// Opening hours that a later rule takes away, as it seems unawares.
    HoursReplaced = "hours-replaced" Warning,
    /// A postal address that no sorting office reads.
    PostalOrder = "postal-order" Warning,
    /// A page whose review is overdue.
    Stale = "stale" Warning,
    /// A review on a day that has not come.
    FutureReview = "future-review" Warning,
    /// A page that is no longer valid.
    Expired = "expired" Warning,
    /// A page that nobody has said to have checked.
    NeverReviewed = "never-reviewed" Warning,
    /// A page that a language of the site does not have.
    Untranslated = "untranslated" Warning,
    /// A translation whose original has changed since.
    TranslationBehind = "translation-behind" Warning,
    /// An abbreviation that neither page nor glossary spells out.
    UndefinedAcronym = "undefined-acronym" Warning,
    /// A sentence that is too long to be understood at once.
    LongSentence = "long-sentence" Warning,
    /// A paragraph that is too long to be read on paper or a small screen.
    LongParagraph = "long-paragraph" Warning,
    /// A word for which there is a plainer one.
    Jargon = "jargon" Warning,
    /// An exception without a reason.
    NoReason = "no-reason" Error,
    /// An exception that excepts nothing.
    UnusedException = "unused-exception" Warning,
    /// A line of the site's own records that cannot be read.
    BadRecord = "bad-record" Error,
    /// A sheet that says something else than the last edition on record.
    UnrecordedEdition = "unrecorded-edition" Warning,
    /// A page heavier than the budget.
    PageTooHeavy = "page-too-heavy" Warning,
    /// A printed form that this kind of page does not have.
    UnknownSheet = "unknown-sheet" Error,
    /// A text that is too long for the paper it is printed on.
    DoesNotFit = "does-not-fit" Error,
    /// Sheets that a default asks for, too small for their texts: others stand in for them.
    ReplacedSheet = "replaced-sheet" Warning,
    /// A sheet that a default asks for, too small for its text, for which no other can stand in.
    CutOff = "cut-off" Warning,
    /// A character that no font has.
    NoGlyph = "no-glyph" Warning,
    /// A sheet heavier than the budget.
    SheetTooHeavy = "sheet-too-heavy" Warning,
    /// What a site's own sheet template has to say.
    SheetRemark = "sheet-remark" Warning,
    /// A sheet that could not be printed.
    SheetFailed = "sheet-failed" Warning,
    /// Sheets that could not be printed whatever their texts: the press does not start, or the site's own template does not end.
    NoPress = "no-press" Error,
    /// A local note without the page that it is about.
    LocalWithoutPage = "local-without-page" Warning,
    /// A file of a source that cannot be imported.
    ImportUnreadable = "import-unreadable" Warning,
    /// An element of a source that guichet does not know.
    ImportUnknown = "import-unknown" Warning,
    /// An address of a source that cannot be followed.
    ImportBadAddress = "import-bad-address" Warning,
    /// An image that a source names and does not bring.
    ImportNoImage = "import-no-image" Warning,
    /// A shortcode of another generator.
    ImportShortcode = "import-shortcode" Warning,
    /// A key of another generator's front matter that has no place here.
    ImportKey = "import-key" Warning,
    /// Texts of a kind that guichet does not import.
    ImportKind = "import-kind" Warning,
    /// Two texts of a source that would be one file.
    ImportSamePlace = "import-same-place" Warning,
    /// A text that an editor and the source have both changed.
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
    /// Whether the configuration may lower it below an error: only what does not harm the site's integrity.
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

    /// The adjustable code of this name.
    pub fn adjustable(name: &str) -> Option<Self> {
        let mut adjustable = Self::ALL.iter().filter(|code| code.is_adjustable());
        adjustable.find(|code| code.name() == name).copied()
    }

    /// Whether only a print can tell.
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

    /// Whether it is about how a text is written, or what remains to be written. Such advice is for the one who writes:
    /// `check` and the preview give it, and a build only where the site has made it an error.
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
