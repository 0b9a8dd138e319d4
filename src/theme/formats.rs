//! Formats of sheets that a site adds to its theme: `sheets/carte-de-poche.typ`, whose first lines may say what the
//! format is called: `// fr: Carte de poche`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{BUILT_IN, Theme};
use crate::language::Language;
use crate::model::SheetFormat;

/// The formats among a site's own files: each template that does not replace a built-in one, and whose name does not
/// begin with `_`, as those of files do that others import.
pub(super) fn own(files: &BTreeSet<String>) -> Vec<SheetFormat> {
    let added = files.iter().filter(|path| !BUILT_IN.contains(path));
    let formats = added.filter_map(|path| {
        let name = path.strip_prefix("sheets/")?.strip_suffix(".typ")?;
        let format = SheetFormat::own(name).filter(|_| SheetFormat::parse(name).is_none())?;
        (format.template() == *path).then_some(format)
    });
    formats.collect()
}

impl Theme {
    /// What a format is called on pages in a language. `reading` names the copy to read of one that is printed to
    /// be folded or cut.
    pub fn format_name(&self, format: SheetFormat, reading: bool, language: Language) -> String {
        let catalogue = &self.strings(language).catalogue;
        let reading = if reading { "-reading" } else { "" };
        let key = format!("sheet-name-{}{reading}", format.name());
        match (format, catalogue.find(&key, &[])) {
            (_, Some(name)) => name,
            (SheetFormat::Own(_), None) => {
                let name = self.name_in_template(format, language);
                name.unwrap_or_else(|| format.name()).to_owned()
            }
            (_, None) => catalogue.text(&key).into_owned(),
        }
    }

    /// The end of the names of its files: `gros-caracteres`, before it is made an address.
    pub fn format_file(&self, format: SheetFormat, language: Language) -> String {
        let catalogue = &self.strings(language).catalogue;
        let key = format!("sheet-file-{}", format.name());
        let text: Cow<'_, str> = match format {
            SheetFormat::Own(_) => format.name().into(),
            _ => catalogue.text(&key),
        };
        text.into_owned()
    }

    /// The name in the first lines of its template: in this language, or the first that there is.
    fn name_in_template(&self, format: SheetFormat, language: Language) -> Option<&str> {
        let template = self.file(&format.template())?;
        let lines = template.text.lines();
        let lines = lines.map_while(|line| line.strip_prefix("//"));
        let names = lines.filter_map(|line| {
            let (code, name) = line.split_once(':')?;
            Some((Language::parse(code.trim())?, name.trim()))
        });
        let names: Vec<(Language, &str)> = names.collect();
        let own = names.iter().find(|(other, _)| *other == language);
        own.or(names.first()).map(|(_, name)| *name)
    }
}
