//! The values of fields as the pages of the workshop have them: JSON, with the English names of fields, whatever language
//! a file has them in.

use guichet::edit::{FieldChange, FieldStep, FieldValue};
use guichet::model::record::Key;
use guichet::spelling::fold_key;
use serde_json::{Value as Json, json};

/// The keys that may stand somewhere among the fields of a file.
#[derive(Debug, Clone)]
pub(crate) struct FieldTable {
    records: Vec<&'static [Key]>,
    /// Where the names are the editor's own: what may stand below each.
    pub entries: Option<&'static [Key]>,
}

impl FieldTable {
    /// That of these records.
    pub fn of(records: Vec<&'static [Key]>) -> Self {
        Self {
            records,
            entries: None,
        }
    }

    /// That of a file in which each name is the editor's own, with these fields below it.
    pub fn of_entries(keys: &'static [Key]) -> Self {
        Self {
            records: Vec::new(),
            entries: Some(keys),
        }
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + use<'_> {
        self.records.iter().flat_map(|keys| keys.iter())
    }

    /// The key that an editor has written in any of its ways.
    pub fn key(&self, written: &str) -> Option<&'static Key> {
        let folded = fold_key(written);
        self.keys().find(|key| key.is(&folded))
    }

    /// What may stand below a field.
    pub fn below(&self, written: &str) -> Self {
        if let Some(keys) = self.entries {
            return Self::of(vec![keys]);
        }
        let fields = self.key(written).and_then(|key| key.fields);
        Self::of(fields.map(|(keys, _)| keys).into_iter().collect())
    }

    /// The English name of a field; as written, if it is none of these.
    fn canonical<'n>(&self, written: &'n str) -> &'n str {
        self.key(written).map_or(written, |key| key.name)
    }

    /// The name that a file in this language has.
    fn shown<'n>(&self, name: &'n str, french: bool) -> &'n str {
        self.key(name).map_or(name, |key| key.shown(french))
    }
}

/// A value for the pages.
pub(crate) fn to_json(value: &FieldValue, table: &FieldTable) -> Json {
    match value {
        FieldValue::Nothing => Json::Null,
        FieldValue::Text(text) => json!(text),
        FieldValue::List(items) => items.iter().map(|item| to_json(item, table)).collect(),
        FieldValue::Record(fields) => {
            let fields = fields.iter().map(|(name, value)| {
                json!([table.canonical(name), to_json(value, &table.below(name))])
            });
            json!({ "fields": fields.collect::<Vec<_>>() })
        }
    }
}

/// A place among fields for the pages: English names and positions.
pub(crate) fn path_to_json(steps: &[FieldStep], table: &FieldTable) -> Json {
    let mut table = table.clone();
    let steps = steps.iter().map(|step| match step {
        FieldStep::Item(index) => json!(index),
        FieldStep::Field(name) => {
            let shown = json!(table.canonical(name));
            table = table.below(name);
            shown
        }
    });
    steps.collect()
}

/// A value from the pages, with the names that a file in this language has; `None` if it is none.
fn from_json(value: &Json, table: &FieldTable, french: bool) -> Option<FieldValue> {
    Some(match value {
        Json::Null => FieldValue::Nothing,
        Json::String(text) => FieldValue::Text(text.clone()),
        Json::Bool(_) | Json::Number(_) => FieldValue::Text(value.to_string()),
        Json::Array(items) => {
            let items = items.iter().map(|item| from_json(item, table, french));
            FieldValue::List(items.collect::<Option<_>>()?)
        }
        Json::Object(record) => {
            let fields = record.get("fields")?.as_array()?.iter();
            let fields = fields.map(|field| {
                let [name, value] = field.as_array()?.as_slice() else {
                    return None;
                };
                let name = name.as_str()?;
                let value = from_json(value, &table.below(name), french)?;
                Some((table.shown(name, french).to_owned(), value))
            });
            FieldValue::Record(fields.collect::<Option<_>>()?)
        }
    })
}

/// A change from the pages; `None` if it is none.
pub(crate) fn change_from_json(
    change: &Json,
    table: &FieldTable,
    french: bool,
) -> Option<FieldChange> {
    let path = |name: &str| steps(change.get(name)?, table, french);
    let value = |table: &FieldTable| from_json(change.get("value")?, table, french);
    let index = |name: &str| usize::try_from(change.get(name)?.as_u64()?).ok();
    if let Some((path, table)) = path("set") {
        return Some(FieldChange::Set(path, value(&table)?));
    }
    if let Some((path, _)) = path("remove") {
        return Some(FieldChange::Remove(path));
    }
    if let Some((mut path, table)) = path("insert") {
        let value = value(&table)?;
        return match path.pop()? {
            FieldStep::Item(index) => Some(FieldChange::Insert(path, index, value)),
            FieldStep::Field(_) => None,
        };
    }
    let (mut path, _) = path("move")?;
    match path.pop()? {
        FieldStep::Item(from) => Some(FieldChange::Move(path, from, index("to")?)),
        FieldStep::Field(_) => None,
    }
}

/// The steps of a place, and what may stand there.
fn steps(path: &Json, table: &FieldTable, french: bool) -> Option<(Vec<FieldStep>, FieldTable)> {
    let mut table = table.clone();
    let mut steps = Vec::new();
    for step in path.as_array()? {
        steps.push(match step {
            Json::String(name) => {
                let shown = table.shown(name, french).to_owned();
                table = table.below(name);
                FieldStep::Field(shown)
            }
            step => FieldStep::Item(usize::try_from(step.as_u64()?).ok()?),
        });
    }
    Some((steps, table))
}

#[cfg(test)]
mod tests {
    use guichet::document::{WrittenFields, change_fields};
    use guichet::model::record::Record as _;
    use guichet::model::{Kind, schema};
    use guichet::site::GlossaryEntry;

    use super::*;

    fn table() -> FieldTable {
        FieldTable::of(schema::page_keys(Kind::Guide))
    }

    const PAGE: &str = "---\ntitre: Carte\ncanaux:\n  sur-place: mairie\n  téléphone:\n    - numéro: 39 39\n      prix: gratuit\n---\nTexte.\n";

    fn changed(change: &Json) -> String {
        let change = change_from_json(change, &table(), true).unwrap();
        change_fields(PAGE, &[change]).unwrap()
    }

    #[test]
    fn values_have_english_names_and_files_their_own() {
        let values = WrittenFields::of_page(PAGE).values;
        let phone = json!({ "fields": [["number", "39 39"], ["price", "gratuit"]] });
        let routes = json!({ "fields": [["in_person", "mairie"], ["phone", [phone]]] });
        let shown = json!({ "fields": [["title", "Carte"], ["channels", routes]] });
        assert_eq!(to_json(&values, &table()), shown);
        assert_eq!(from_json(&shown, &table(), true), Some(values));

        let hours = json!({ "set": ["channels", "phone", 0, "hours"], "value": "lundi 9h-12h" });
        assert!(changed(&hours).contains("    - numéro: 39 39\n      horaires: lundi 9h-12h\n"));
        let cost = json!({ "set": ["cost"], "value": [{ "fields": [["amount", "25"], ["when", "perte"]] }] });
        assert!(changed(&cost).contains("montant: 25"), "{}", changed(&cost));
        let gone = json!({ "remove": ["channels", "phone"] });
        assert!(!changed(&gone).contains("téléphone"));
    }

    #[test]
    fn entries_have_the_names_of_their_editor_and_fields_of_their_own() {
        let table = FieldTable::of_entries(GlossaryEntry::KEYS);
        let text = "Titre:\n  nom: ce qui est en haut\nAspa: allocation\n";
        let values = WrittenFields::of_yaml(text).values;
        let entry = json!({ "fields": [["name", "ce qui est en haut"]] });
        let shown = json!({ "fields": [["Titre", entry], ["Aspa", "allocation"]] });
        assert_eq!(to_json(&values, &table), shown);
        let change = json!({ "set": ["Titre", "definition"], "value": "Le nom." });
        let steps = ["Titre", "définition"].map(|name| FieldStep::Field(name.to_owned()));
        let meant = FieldChange::Set(steps.to_vec(), FieldValue::Text("Le nom.".to_owned()));
        assert_eq!(change_from_json(&change, &table, true), Some(meant));
    }

    #[test]
    fn what_is_no_change_is_none() {
        for wrong in [
            json!({}),
            json!({ "set": ["title"] }),
            json!({ "set": "title", "value": "x" }),
            json!({ "set": [-1], "value": "x" }),
            json!({ "insert": ["title"], "value": "x" }),
            json!({ "move": ["phone", 0] }),
            json!({ "set": ["title"], "value": { "fields": [["a"]] } }),
        ] {
            assert_eq!(change_from_json(&wrong, &table(), true), None, "{wrong}");
        }
    }
}
