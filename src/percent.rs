//! Percent-encoding of addresses (RFC 3986, 2.1). Each set of encoded characters has its name here.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What the path of an address does not hold as it is: all but letters, digits, `/` and the signs that RFC 3986
/// (3.3) allows there. A colon, which it allows too, would make a scheme of the first folder of a relative path.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b'@');

/// What would end the path of a written address, or begin an encoded character in it.
pub const END_OF_PATH: &AsciiSet = &AsciiSet::EMPTY.add(b'%').add(b'#').add(b'?');

/// What would end a Markdown destination in angle brackets, or hide its end.
pub const ANGLE_BRACKETS: &AsciiSet = &AsciiSet::EMPTY.add(b'<').add(b'>').add(b'\\');

/// What people type in an address although it ends one in most texts.
pub const BLANK: &AsciiSet = &AsciiSet::EMPTY.add(b' ').add(b'"');

/// A second `#` within a fragment.
pub const HASH: &AsciiSet = &AsciiSet::EMPTY.add(b'#');

/// What an IRI does not hold (RFC 3987, 2.2), of what people type in an address.
pub const NOT_IN_IRI: &AsciiSet = &AsciiSet::EMPTY.add(b'{').add(b'}').add(b'|').add(b'^');

/// What would end the text of a GitHub workflow command.
pub const COMMAND_DATA: &AsciiSet = &AsciiSet::EMPTY.add(b'%').add(b'\r').add(b'\n');

/// What would end a property of a GitHub workflow command.
pub const COMMAND_PROPERTY: &AsciiSet = &COMMAND_DATA.add(b':').add(b',');

/// The path of an address, encoded as browsers send it.
pub fn encode_path(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// `text` with the characters of `set` encoded, and all others, accented letters too, as they are: for addresses
/// that people read.
pub fn encode_only<'t>(text: &'t str, set: &'static AsciiSet) -> Cow<'t, str> {
    let mut out = String::new();
    let mut rest = text;
    // The library encodes all but ASCII, whatever the set.
    while !rest.is_empty() {
        let ascii = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
        let (plain, after) = rest.split_at(ascii);
        let others = after.find(|c: char| c.is_ascii()).unwrap_or(after.len());
        out.extend(utf8_percent_encode(plain, set));
        out.push_str(&after[..others]);
        rest = &after[others..];
    }
    match out == text {
        true => Cow::Borrowed(text),
        false => Cow::Owned(out),
    }
}

/// Undoes percent-encoding, which editors use for blanks and accents in paths. A `%` without two hexadecimal
/// digits is itself; text whose bytes would not be UTF-8 comes back as it is.
pub fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_encoded_path_is_that_of_an_address_and_decodes_to_itself(path in any::<String>()) {
            let encoded = encode_path(&path);
            let is_sound = |c: char| c.is_ascii_graphic() && !"\"#<>?[\\]^`{|}:*".contains(c);
            prop_assert!(encoded.chars().all(is_sound), "{}", encoded);
            prop_assert_eq!(decode(&encoded), path);
        }

        #[test]
        fn only_the_characters_of_the_set_are_encoded(text in "[a-zé%#?<> ]{0,12}") {
            let expected = text.replace('%', "%25").replace('#', "%23").replace('?', "%3F");
            let encoded = encode_only(&text, END_OF_PATH);
            prop_assert_eq!(&*encoded, &expected);
            prop_assert_eq!(&*decode(&encoded), &*text);
        }
    }

    #[test]
    fn what_is_not_encoded_is_left_as_it_is() {
        for text in ["100%", "100 %", "a%2", "%zz", "%+5", "%C3", "été%E9"] {
            assert_eq!(decode(text), text);
        }
        assert_eq!(decode("d%C3%A9c%c3%a8s%20%zz"), "décès %zz");
    }
}
