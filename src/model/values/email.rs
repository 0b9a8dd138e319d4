//! Email addresses as an editor writes them.

use linkify::{LinkFinder, LinkKind};
use serde_json::{Value as Json, json};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::yaml::Node;

/// An email address that a program can write to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// The address, if the text is one and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Email]);
        let mut found = finder.links(text);
        let whole = found.next().is_some_and(|link| link.as_str() == text);
        whole.then(|| Self(text.to_owned()))
    }

    /// The address that is certainly meant: `<mairie@exemple.fr>`, `mailto:mairie@exemple.fr`, `mairie [at]
    /// exemple.fr`.
    fn meant(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches(['.', ';', ',']);
        // `Mairie d’Exempleville <mairie@exemple.fr>`.
        let bare = match text.rsplit_once('<') {
            Some((_, address)) => address.strip_suffix('>')?,
            None => text,
        };
        let bare = bare.strip_prefix("mailto:").unwrap_or(bare).trim();
        let mut address = bare.replace('\u{ff20}', "@");
        for hidden in ["[at]", "(at)", "[a]", "(a)", "[arobase]", "(arobase)"] {
            address = address.replace(hidden, "@");
        }
        let (name, host) = address.split_once('@')?;
        Self::parse(&format!("{}@{}", name.trim(), host.trim()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Decode for Email {
    const INPUT: FieldInput = FieldInput::Email;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "text")?;
        if let Some(email) = Self::parse(text) {
            return Some(email);
        }
        let meant = Self::meant(text);
        match &meant {
            Some(email) => decoder.as_meant(node, "email", email.as_str()),
            None => {
                let diagnostic = Diagnostic::new(Code::BadEmail, decoder.location(node));
                decoder.report(diagnostic.with("value", text));
            }
        }
        meant
    }

    fn schema() -> Json {
        json!({ "type": "string", "format": "email" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_and_nothing_else() {
        for good in [
            "mairie@exemple.fr",
            "accueil.etat-civil+rdv@mairie.exemple-ville.fr",
        ] {
            assert_eq!(
                Email::parse(good).map(|email| email.0).as_deref(),
                Some(good)
            );
        }
        for (written, meant) in [
            ("<mairie@exemple.fr>", "mairie@exemple.fr"),
            ("mailto:mairie@exemple.fr", "mairie@exemple.fr"),
            ("Mairie <mairie@exemple.fr>", "mairie@exemple.fr"),
            ("mairie @ exemple.fr", "mairie@exemple.fr"),
            ("mairie [at] exemple.fr", "mairie@exemple.fr"),
            ("mairie(a)exemple.fr.", "mairie@exemple.fr"),
        ] {
            assert_eq!(Email::parse(written), None, "{written}");
            let found = Email::meant(written).map(|email| email.0);
            assert_eq!(found.as_deref(), Some(meant), "{written}");
        }
        for bad in [
            "mairie",
            "par le site",
            "https://exemple.fr",
            "a@exemple.fr, b@exemple.fr",
            "a@exemple.fr b@exemple.fr",
            "mairie@",
            "@exemple.fr",
            "mairie@exemple.fr?subject=x",
        ] {
            assert_eq!(Email::parse(bad), None, "{bad}");
            assert_eq!(Email::meant(bad), None, "{bad}");
        }
    }
}
