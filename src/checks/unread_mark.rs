//! `unread-mark`, `extra-cell`, `hidden-text`: markup that appears as typed, and markup that hides text.

use crate::diagnostics::{Code, Diagnostic};
use crate::markdown::MarkKind;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for text in site.page(id).document.texts() {
        for mark in text.marks() {
            let (code, help) = match mark.kind {
                MarkKind::Heading => (Code::UnreadMark, "help-heading"),
                MarkKind::Strong => (Code::UnreadMark, "help-strong"),
                MarkKind::Row => (Code::UnreadMark, "help-row"),
                MarkKind::Tabs => (Code::UnreadMark, "help-tabs"),
                MarkKind::Spip => (Code::UnreadMark, "help-spip"),
                MarkKind::Shortcode => (Code::UnreadMark, "help-shortcode"),
                MarkKind::Numbers => (Code::UnreadMark, "help-numbers"),
                MarkKind::Hyphen => (Code::UnreadMark, "help-hyphen"),
                MarkKind::Fence => (Code::UnreadMark, "help-fence"),
                MarkKind::InHtml => (Code::UnreadMark, "help-html"),
                MarkKind::Reference => (Code::UnreadMark, "help-reference"),
                MarkKind::ExtraCell => (Code::ExtraCell, "help"),
                MarkKind::Hidden => (Code::HiddenText, "help"),
                // Reported with the other mistakes of footnotes.
                MarkKind::UnwrittenNote | MarkKind::EmptyNote | MarkKind::TwiceNote => continue,
            };
            let typed = &text.typed()[mark.span.clone()];
            let typed = typed.lines().next().unwrap_or_default().replace('\t', " ");
            let diagnostic =
                Diagnostic::new(code, text.typed_place(&mark.span)).with("mark", typed);
            let diagnostic = diagnostic.help(help);
            found.push(match &mark.fix {
                Some(fix) => diagnostic.fix(text.typed_span(&fix.span), &*fix.text),
                None => diagnostic,
            });
        }
    }
}
