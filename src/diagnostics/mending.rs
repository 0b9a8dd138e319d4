//! Which diagnostics an editor can mend with a button, and why the others have none.

use super::Code;

/// Whether a diagnostic has a fix or offers where its text allows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mending {
    /// It has.
    Button,
    /// It never has, for this reason.
    ByHand(&'static str),
}

/// What a correction would have to say is nowhere on the site.
const UNSAID: Mending = Mending::ByHand("only the editor knows what it should say");
/// The cause is a whole file.
const FILE: Mending = Mending::ByHand("a file must be removed, renamed or made again");
/// The cause is in other people's files.
const SOURCE: Mending = Mending::ByHand("the cause is in the source of an import");
/// The cause is code, or the machine.
const CODE: Mending = Mending::ByHand("the cause is in a theme, or in the machine");
/// The cause is the length of a text.
const LENGTH: Mending = Mending::ByHand("a text must be written anew, or another sheet chosen");

impl Code {
    /// Whether it can be mended with a button. A new code must decide.
    pub const fn mending(self) -> Mending {
        match self {
            Self::AsMeant
            | Self::UnclosedFrontMatter
            | Self::UnknownKey
            | Self::DuplicateKey
            | Self::UnknownValue
            | Self::MissingTitle
            | Self::BadDate
            | Self::BadPhone
            | Self::FaintColour
            | Self::BadSlug
            | Self::UnknownCheck
            | Self::DeadLink
            | Self::DeadAnchor
            | Self::UnsafeLink
            | Self::UnreadLink
            | Self::UnreadMark
            | Self::VagueLink
            | Self::MissingImage
            | Self::UnknownImageStyle
            | Self::MissingAlt
            | Self::HeadingOrder
            | Self::Footnote
            | Self::RawHtml
            | Self::UnknownOrganization
            | Self::UnknownTopic
            | Self::UnknownCampaign
            | Self::MissingDate
            | Self::OnlineOnly
            | Self::NoRoute
            | Self::HoursInWords
            | Self::HoursSlip
            | Self::HoursReplaced
            | Self::PostalOrder
            | Self::Stale
            | Self::FutureReview
            | Self::Expired
            | Self::NeverReviewed
            | Self::TranslationBehind
            | Self::Jargon
            | Self::UnusedException
            | Self::UnknownSheet
            | Self::UnknownFolder
            | Self::UnpublishedFile => Mending::Button,
            Self::BadYaml
            | Self::WrongType
            | Self::MissingKey
            | Self::BadHours
            | Self::BadMoney
            | Self::BadDuration
            | Self::BadEmail
            | Self::BadUrl
            | Self::BadColour
            | Self::BadLanguage
            | Self::BadAlias
            | Self::TooDeep
            | Self::TemplateText
            | Self::ExtraCell
            | Self::HiddenText
            | Self::NoAddress
            | Self::NoCounter
            | Self::FormOnlineOnly
            | Self::PremiumNumber
            | Self::UnknownPrice
            | Self::UnreadableHours
            | Self::IncompleteData
            | Self::DataWithoutAddress
            | Self::Untranslated
            | Self::UndefinedAcronym
            | Self::NoReason => UNSAID,
            Self::Unreadable
            | Self::FileTooLarge
            | Self::InvalidUtf8
            | Self::NulByte
            | Self::SymbolicLink
            | Self::BadFileName
            | Self::UnsafeSvg
            | Self::NoConfiguration
            | Self::DuplicateAddress
            | Self::OwnAddress
            | Self::MovingImage
            | Self::UnusedImage
            | Self::OversizedImage
            | Self::BadImage
            | Self::BadRecord
            | Self::LocalWithoutPage
            | Self::PageTooHeavy => FILE,
            Self::LongSentence
            | Self::LongParagraph
            | Self::DuplicateSheet
            | Self::DoesNotFit
            | Self::ReplacedSheet
            | Self::CutOff
            | Self::NoGlyph
            | Self::SheetTooHeavy
            | Self::UnrecordedEdition => LENGTH,
            Self::ImportUnreadable
            | Self::ImportBadAddress
            | Self::ImportChoice
            | Self::ImportValue
            | Self::ImportShortcode
            | Self::ImportKey
            | Self::ImportKind
            | Self::ImportSamePlace
            | Self::ImportConflict => SOURCE,
            Self::SheetRemark
            | Self::SheetFailed
            | Self::NoPress
            | Self::UnknownTheme
            | Self::Template
            | Self::StyleSheet
            | Self::Strings => CODE,
        }
    }
}
