//! Replacements for sheets that nobody requested for this page by name, and that are too small for its text.
//!
//! Only typesetting shows whether a sheet is too small. So a site lists every possible replacement, and
//! [`Printing`](crate::outputs::Printing) says which of them exist.

use super::{PageId, PageOrder, Sheet, Site, Subject};
use crate::model::{Placed, SheetFormat};

impl Site {
    /// The replacement for a sheet that does not fit its paper: none if the page itself names the format,
    /// which only its editor can change, or if no other format has more room.
    pub fn stand_in(&self, sheet: Sheet) -> Option<Sheet> {
        let Subject::Page(id) = sheet.subject else {
            return None;
        };
        let is_default = self.page(id).document.common.sheets.is_none();
        let format = sheet.format.facts().roomier.filter(|_| is_default)?;
        Some(Sheet {
            format,
            order: PageOrder::Reading,
            ..sheet
        })
    }

    /// The sheets that a sheet may replace.
    pub fn stood_in_for(&self, sheet: Sheet) -> Vec<Sheet> {
        let Subject::Page(id) = sheet.subject else {
            return Vec::new();
        };
        let mut asked = self.sheets_of(id);
        asked.retain(|asked| self.stand_in(*asked) == Some(sheet));
        asked
    }

    /// Whether the page or a default requests a sheet.
    pub fn asks_for(&self, sheet: Sheet) -> bool {
        match sheet.subject {
            Subject::Page(id) => self.sheets_of(id).contains(&sheet),
            // Only its own file can request a binder.
            Subject::Section(_) | Subject::Site(_) => true,
        }
    }

    /// The replacements of a page that it does not have anyway.
    pub(super) fn stand_ins_of(&self, id: PageId) -> Vec<Sheet> {
        let asked = self.sheets_of(id);
        let stand_ins = asked.iter().filter_map(|sheet| self.stand_in(*sheet));
        let mut stand_ins: Vec<Sheet> = stand_ins.filter(|sheet| !asked.contains(sheet)).collect();
        stand_ins.dedup();
        stand_ins
    }

    /// Where the configuration requests the format of a sheet; `None` if no file does.
    pub fn default_of(&self, sheet: Sheet) -> Option<&Placed<SheetFormat>> {
        let Subject::Page(id) = sheet.subject else {
            return None;
        };
        let formats = self.configured(self.page(id).document.kind())?;
        formats.iter().find(|format| format.value == sheet.format)
    }
}
