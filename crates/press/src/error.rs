//! Why a job was not printed.

use guichet_wire::TemplateMistake;

/// A job that Typst does not print: its template has mistakes, or makes what PDF/UA and PDF/A forbid.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", .mistakes.iter().map(|mistake| &*mistake.message).collect::<Vec<_>>().join("; "))]
#[non_exhaustive]
pub struct EngineError {
    /// The mistakes, in the order in which Typst found them.
    pub mistakes: Vec<TemplateMistake>,
}

impl EngineError {
    /// An error at no place in a template.
    pub(crate) fn placeless(message: String) -> Self {
        let mistake = TemplateMistake {
            file: None,
            span: 0..0,
            message,
        };
        Self {
            mistakes: vec![mistake],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_each_mistake() {
        let mistake = |message: &str| TemplateMistake {
            file: None,
            span: 0..0,
            message: message.to_owned(),
        };
        let error = EngineError {
            mistakes: vec![
                mistake("unknown variable: x"),
                mistake("unclosed delimiter"),
            ],
        };
        assert_eq!(error.to_string(), "unknown variable: x; unclosed delimiter");
    }
}
