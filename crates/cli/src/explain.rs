//! `guichet check --explain RULE`: what a rule is for, and what to do.

use super::{Context, DONE, USAGE};
use guichet::diagnostics::explanations;
use guichet::diagnostics::{Code, Severity};

pub(super) fn run(context: &Context, name: &str) -> u8 {
    let language = context.messages.language();
    let Some(code) = Code::parse(name) else {
        let names = || {
            Code::ALL
                .iter()
                .filter(|code| explanations::has_page(**code))
        };
        let names: Vec<&str> = names().map(|code| code.name()).collect();
        let known = names.join(", ");
        let near = Code::nearest(name);
        let args = [
            ("name", name),
            ("known", &known),
            ("nearest", near.unwrap_or("none")),
        ];
        context.fail("explain-unknown", &args);
        return USAGE;
    };
    let page = explanations::page(code, language);
    tell!("{}", page.trim_end());
    let severity = match code.default_severity() {
        Severity::Error => "error",
        Severity::Warning | Severity::Off => "warning",
    };
    let key = if code.is_adjustable() {
        "explain-adjustable"
    } else {
        "explain-fixed"
    };
    tell!(
        "\n{}",
        context.say(key, &[("name", code.name()), ("severity", severity)])
    );
    DONE
}
