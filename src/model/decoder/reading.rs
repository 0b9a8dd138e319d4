//! Reads YAML as editors write it, with a diagnostic for everything that is not quite YAML.

use std::ops::Range;
use std::sync::Arc;

use super::Decoder;
use crate::diagnostics::{self, Code, Diagnostic, Edit, Location, Place, TextFile};
use crate::language::Language;
use crate::model::record::Record;
use crate::model::schema;
use crate::spelling::fold_key;
use crate::yaml::{self, Node, Slip, SlipKind, Value, YamlError, YamlErrorKind, YamlReading};

impl Decoder {
    /// Reads the YAML at `range` of a file, and reports what is wrong with it: returns the tree of what could
    /// be read, and its decoder.
    pub fn read(file: &Arc<TextFile>, range: Range<usize>) -> (Node, Self) {
        let reading = yaml::read(&file.text[range.clone()], &schema::Names);
        let mut decoder = Self::new(Arc::clone(file), range.start, true);
        decoder.end = range.end;
        let YamlReading {
            node,
            slips,
            errors,
            lost,
        } = reading;
        for slip in &slips {
            let diagnostic = slip_diagnostic(slip, file, range.start);
            decoder.diagnostics.extend(diagnostic);
        }
        for error in &errors {
            let diagnostic = bad_yaml(error, file, range.start);
            decoder.diagnostics.push(diagnostic);
        }
        decoder.is_english = match &node.value {
            Value::Mapping(entries) => {
                schema::in_english(entries.iter().filter_map(|(key, _)| match &key.value {
                    Value::Scalar(name) => Some(name.as_str()),
                    _ => None,
                }))
            }
            _ => false,
        };
        decoder.lost_all = !errors.is_empty() && node.value == Value::Null;
        decoder.lost = lost.iter().map(|key| fold_key(key)).collect();
        (node, decoder)
    }
}

impl Decoder {
    /// `Justificatif de domicile: moins de 3 mois`, which YAML takes for a field, as a text: if the record
    /// has a name that may be written alone, and no similar field.
    pub(super) fn sentence<R: Record>(&mut self, node: &Node) -> Option<Node> {
        let (name, text) = self.field_on_a_line(node)?;
        let names = || {
            let keys = R::KEYS.iter();
            keys.flat_map(|key| std::iter::once(key.name).chain(key.aliases.iter().copied()))
        };
        let folded = fold_key(name);
        let is_field = R::KEYS.iter().any(|key| key.is(&folded))
            || diagnostics::nearest_by(&folded, names(), fold_key).is_some();
        if is_field || !matches!(R::SHORTHAND, Some("name" | "title")) {
            return None;
        }
        Some(self.as_text(node, text))
    }

    /// `Ensuite : le juge` as a text, where a text is expected. A line that begins with the name of a field
    /// or of a language is meant as one.
    pub fn sentence_of_text(&mut self, node: &Node) -> Option<Node> {
        let (name, text) = self.field_on_a_line(node)?;
        let is_field = schema::is_key(name) || Language::parse(name).is_some();
        (!is_field).then(|| self.as_text(node, text))
    }

    /// A mapping with a single text field, as list lines produce: the name of the field, and the whole
    /// source.
    fn field_on_a_line<'n>(&self, node: &'n Node) -> Option<(&'n str, String)> {
        let Value::Mapping(entries) = &node.value else {
            return None;
        };
        let [(key, value)] = entries.as_slice() else {
            return None;
        };
        let (Value::Scalar(name), Value::Scalar(_) | Value::Null) = (&key.value, &value.value)
        else {
            return None;
        };
        let text = self.written(node).trim();
        // A text may continue below; a value in another form (`|`, quotation marks) is a field's value.
        let is_plain = || !self.written(value).starts_with(['|', '>', '"', '\'']);
        let is_text = !text.starts_with('{') && (!text.contains('\n') || is_plain());
        let whole = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        is_text.then(|| match text.contains('\n') {
            true => (name.as_str(), whole()),
            false => (name.as_str(), text.to_owned()),
        })
    }

    fn as_text(&mut self, node: &Node, text: String) -> Node {
        self.as_meant(node, "colon", &yaml::quoted(&text));
        Node {
            span: node.span.clone(),
            value: Value::Scalar(text),
        }
    }
}

/// The diagnostic of a text that is not YAML; `offset` is where the YAML begins in the file.
fn bad_yaml(error: &YamlError, file: &Arc<TextFile>, offset: usize) -> Diagnostic {
    let place = Place {
        file: Arc::clone(file),
        span: error.span.start + offset..error.span.end + offset,
    };
    let diagnostic = Diagnostic::new(Code::BadYaml, Location::Place(place));
    match &error.kind {
        YamlErrorKind::Syntax(mistake, reason) => diagnostic
            .with("cause", mistake.name())
            .with("reason", reason)
            .help(mistake.help()),
        YamlErrorKind::TooLarge => diagnostic.with("cause", "large").help("help-large"),
        YamlErrorKind::TooDeep => diagnostic.with("cause", "deep").help("help-deep"),
    }
}

/// What was read as it was meant, and its exact text; `None` for what an editor need not know.
fn slip_diagnostic(slip: &Slip, file: &Arc<TextFile>, offset: usize) -> Option<Diagnostic> {
    if slip.kind == SlipKind::Space {
        return None;
    }
    let place = Place {
        file: Arc::clone(file),
        span: slip.span.start + offset..slip.span.end + offset,
    };
    let meant = slip.edits.first().map_or("", |edit| edit.text.trim());
    let edits = slip.edits.iter().map(|edit| Edit {
        span: edit.span.start + offset..edit.span.end + offset,
        text: edit.text.clone(),
    });
    let diagnostic = Diagnostic::new(Code::AsMeant, Location::Place(place.clone()))
        .with("cause", slip.kind.name())
        .with("written", file.text[place.span].trim())
        .with("meant", meant);
    let diagnostic = match slip.kind {
        SlipKind::Tab => diagnostic.help("help-tab"),
        SlipKind::Indent => diagnostic.help("help-indent"),
        SlipKind::Bullet => diagnostic.help("help-bullet"),
        SlipKind::Rule => diagnostic.help("help-rule"),
        SlipKind::Comma | SlipKind::Item | SlipKind::Sign => diagnostic.help("help-sign"),
        SlipKind::Under => diagnostic.help("help-under"),
        SlipKind::First => diagnostic.help("help-first"),
        SlipKind::Field => diagnostic.help("help-field"),
        _ => diagnostic,
    };
    Some(diagnostic.fixes(edits))
}
