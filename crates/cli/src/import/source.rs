//! The source of an import: what is said of one that the importer cannot read, with what reads it, or what would do instead.

use std::io;
use std::path::Path;

use guichet::diagnostics::{Code, Reach, Severity};
use guichet::import::glance::{SourceForm, SourceGlance};
use guichet::import::merge::ReadError;
use guichet::import::{Before, Import, Importer};

use super::tell_diagnostics;
use crate::{Context, FAILED};

/// A file or a folder that was given to an importer.
pub(crate) struct GivenSource<'s> {
    pub context: &'s Context,
    pub importer: &'static Importer,
    /// Where it is, as it was typed.
    pub path: &'s Path,
    /// What it seems to be; why it cannot be opened, otherwise.
    glance: io::Result<SourceGlance>,
}

impl<'s> GivenSource<'s> {
    /// Looks at what was given.
    pub fn new(context: &'s Context, importer: &'static Importer, path: &'s Path) -> Self {
        Self {
            context,
            importer,
            path,
            glance: SourceGlance::at(path),
        }
    }

    /// The importer that reads it, if it is another one's source.
    pub fn other(&self) -> Option<&'static Importer> {
        self.glance.as_ref().ok()?.other_than(self.importer)
    }

    /// What an importer reads, in words.
    pub fn words(&self, importer: &Importer) -> String {
        let key = format!("import-source-{}", importer.name);
        self.context.say(&key, &[])
    }

    /// Reads it. `Err` is the status of the command if there is nothing to import, which has been said.
    pub fn read(&self, before: &Before, reach: &Reach) -> Result<Import, u8> {
        let path = self.path.display().to_string();
        let reads_file = self.importer.source == "FILE";
        match &self.glance {
            Err(error) => return Err(self.context.not_read(&path, error)),
            Ok(glance) if glance.form == SourceForm::Folder && reads_file && self.is_own() => {
                let error = io::ErrorKind::IsADirectory.into();
                return Err(self.context.not_read(&path, &error));
            }
            Ok(_) => {}
        }
        let mut import = match (self.importer.run)(self.path, before) {
            Ok(import) if !import.files.is_empty() => return Ok(import),
            Ok(import) => import,
            Err(error) => {
                let error = ReadError::of(error, self.path);
                let is_of_site = error.path != path;
                if is_of_site || !self.say_what_it_is() {
                    self.context.not_read(&error.path, &error.source);
                }
                return Err(FAILED);
            }
        };
        import.forget_rest();
        if let Some(glance) = self.glance.as_ref().ok().filter(|_| !self.is_own()) {
            // Which places it has is no question for a file that has none.
            let may_be_told = glance.may_be_read();
            let found = &mut import.diagnostics;
            found.retain(|found| may_be_told && found.code != Code::ImportChoice);
        }
        tell_diagnostics(
            self.context,
            &mut import.diagnostics,
            Severity::Warning,
            reach,
        );
        if !self.say_what_it_is() {
            self.context.fail("import-nothing", &[("path", &path)]);
        }
        Err(FAILED)
    }

    fn is_own(&self) -> bool {
        let glance = self.glance.as_ref();
        glance.is_ok_and(|glance| glance.is_of(self.importer))
    }

    /// Says what a source is from which nothing could be imported, if it is not what the importer reads.
    fn say_what_it_is(&self) -> bool {
        let Ok(glance) = &self.glance else {
            return false;
        };
        let path = self.path.display().to_string();
        let reads_zip = self.importer.source.contains("ZIP");
        match glance.form {
            SourceForm::BrokenZip => {
                self.context.fail("import-broken-zip", &[("path", &path)]);
            }
            SourceForm::Zip if self.is_own() && !reads_zip => {
                self.context.fail("import-unzip", &[("path", &path)]);
            }
            _ if self.is_own() => return false,
            _ => {
                let said = [
                    ("path", &*path),
                    ("found", glance.found()),
                    ("wanted", &*self.words(self.importer)),
                    ("address", self.importer.download.unwrap_or("none")),
                ];
                self.context.fail("import-not-source", &said);
            }
        }
        true
    }
}
