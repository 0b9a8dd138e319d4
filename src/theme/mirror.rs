//! The style sheet for the other direction of writing.

use cssparser::{ParseError, Parser, ParserInput, SourcePosition, Token};

/// Properties whose values are names that a site has chosen.
const NAMING: &[&str] = &["animation", "counter", "grid", "will-change"];

/// Swaps the words `left` and `right`, whole or as a part of a property's name. Selectors, strings, addresses and names that a site has chosen
/// keep theirs.
pub(super) fn mirror(css: &str) -> String {
    let mut input = ParserInput::new(css);
    let mut mirrored = String::with_capacity(css.len());
    statements(&mut Parser::new(&mut input), &mut mirrored);
    mirrored
}

/// Declarations, and rules with what they contain.
fn statements(parser: &mut Parser<'_, '_>, mirrored: &mut String) {
    let mut statement = Statement::default();
    while let Some((token, text)) = next(parser) {
        match token {
            Token::CurlyBracketBlock => {
                mirrored.push_str(&std::mem::take(&mut statement).written);
                mirrored.push_str(text);
                let end = nested(parser, |parser| statements(parser, mirrored));
                mirrored.push_str(end);
            }
            Token::Semicolon => {
                mirrored.push_str(std::mem::take(&mut statement).as_declaration());
                mirrored.push_str(text);
            }
            token => statement.add(parser, &token, text),
        }
    }
    mirrored.push_str(statement.as_declaration());
}

/// The next token, and how it is written.
fn next<'i>(parser: &mut Parser<'i, '_>) -> Option<(Token<'i>, &'i str)> {
    let start = parser.position();
    let token = parser
        .next_including_whitespace_and_comments()
        .ok()?
        .clone();
    Some((token, parser.slice_from(start)))
}

/// Reads what is in the block that was just opened; returns its last bracket, or nothing if the style sheet ends before it.
fn nested<'i>(parser: &mut Parser<'i, '_>, read: impl FnOnce(&mut Parser<'i, '_>)) -> &'i str {
    let read = |parser: &mut Parser<'i, '_>| {
        read(parser);
        Ok::<SourcePosition, ParseError<'i, ()>>(parser.position())
    };
    // What is read here is never an error.
    let end = parser.parse_nested_block(read);
    end.map_or("", |end| parser.slice_from(end))
}

/// A statement that is a declaration, or the selector of a rule.
#[derive(Default)]
struct Statement {
    written: String,
    swapped: String,
}

impl Statement {
    fn add(&mut self, parser: &mut Parser<'_, '_>, token: &Token<'_>, text: &str) {
        self.written.push_str(text);
        match token {
            Token::Ident(_) => self.swapped.push_str(&swapped(text)),
            _ => self.swapped.push_str(text),
        }
        if matches!(
            token,
            Token::Function(_)
                | Token::ParenthesisBlock
                | Token::SquareBracketBlock
                | Token::CurlyBracketBlock
        ) {
            let end = nested(parser, |parser| {
                while let Some((token, text)) = next(parser) {
                    self.add(parser, &token, text);
                }
            });
            self.written.push_str(end);
            self.swapped.push_str(end);
        }
    }

    fn as_declaration(&self) -> &str {
        let property = self.written.trim_start();
        match NAMING.iter().any(|name| property.starts_with(name)) {
            true => &self.written,
            false => &self.swapped,
        }
    }
}

/// `margin-left` as `margin-right`.
fn swapped(name: &str) -> String {
    let words = name.split('-').map(|word| match word {
        "left" => "right",
        "right" => "left",
        word => word,
    });
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::mirror;

    #[test]
    fn left_and_right_are_exchanged_as_words() {
        assert_eq!(
            mirror(".x{margin-left:1em;text-align:right;float:leftover}"),
            ".x{margin-right:1em;text-align:left;float:leftover}"
        );
        assert_eq!(
            mirror("@media print{a{b{left:0}float:right}}"),
            "@media print{a{b{right:0}float:left}}"
        );
        assert_eq!(
            mirror("a{background:linear-gradient(to left,red,blue)}"),
            "a{background:linear-gradient(to right,red,blue)}"
        );
    }

    #[test]
    fn names_strings_and_addresses_keep_their_left_and_right() {
        for css in [
            ".left .right[title=\"left\"]{color:red}",
            "a{background:url(left.svg)}",
            "a{background:URL( \"left.svg\" )}",
            "a::before{content:\"left; } right\"}",
            "a{grid-area:left;grid-template-areas:\"left right\"}",
            "a{animation-name:left}",
            "/* left; { right */a{color:red}",
            "@import \"left.css\";",
        ] {
            assert_eq!(mirror(css), css);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_exchanged_twice_is_as_before(css in "([-a-d:;{}()\\[\\]\"'/*\\\\ é]|left|right|url\\()*") {
            proptest::prop_assert_eq!(mirror(&mirror(&css)), css);
        }
    }
}
