//! What is printed in the place of a sheet that nobody asked this page for by name, and that is too small for its text.
//!
//! Whether a sheet is too small is known once it has been set in type. So a site lists each stand-in that there may be, and
//! [`Printing`](crate::outputs::Printing) tells which of them there are.

use super::{Order, PageId, Sheet, Site, Subject};
use crate::model::{Placed, SheetFormat};

impl Site {
    /// The sheet that stands in for one that does not fit its paper: none where the page itself names the format, which only its
    /// editor can change, nor where no other format has more room.
    pub fn stand_in(&self, sheet: Sheet) -> Option<Sheet> {
        let Subject::Page(id) = sheet.subject else {
            return None;
        };
        let is_default = self.page(id).document.common.sheets.is_none();
        let format = sheet.format.roomier().filter(|_| is_default)?;
        Some(Sheet {
            format,
            order: Order::Reading,
            ..sheet
        })
    }

    /// The sheets that a sheet may stand in for.
    pub fn stood_in_for(&self, sheet: Sheet) -> Vec<Sheet> {
        let Subject::Page(id) = sheet.subject else {
            return Vec::new();
        };
        let mut asked = self.sheets_of(id);
        asked.retain(|asked| self.stand_in(*asked) == Some(sheet));
        asked
    }

    /// Whether the page or a default asks for a sheet.
    pub fn asks_for(&self, sheet: Sheet) -> bool {
        match sheet.subject {
            Subject::Page(id) => self.sheets_of(id).contains(&sheet),
            // Only its own file can ask for a binder.
            Subject::Section(_) | Subject::Site(_) => true,
        }
    }

    /// The stand-ins of a page that it does not have anyway.
    pub(super) fn stand_ins_of(&self, id: PageId) -> Vec<Sheet> {
        let asked = self.sheets_of(id);
        let stand_ins = asked.iter().filter_map(|sheet| self.stand_in(*sheet));
        let mut stand_ins: Vec<Sheet> = stand_ins.filter(|sheet| !asked.contains(sheet)).collect();
        stand_ins.dedup();
        stand_ins
    }

    /// Where the configuration asks for the format of a sheet; `None` where no file does.
    pub fn default_of(&self, sheet: Sheet) -> Option<&Placed<SheetFormat>> {
        let Subject::Page(id) = sheet.subject else {
            return None;
        };
        let formats = self.configured(self.page(id).document.kind())?;
        formats.iter().find(|format| format.value == sheet.format)
    }
}
