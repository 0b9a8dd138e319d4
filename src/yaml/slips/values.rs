//! Reads what follows a key or a bullet.

use std::ops::Range;

use super::below::Below;
use super::scan::{Scanner, closing, colon, is_comment};
use super::{SlipKind, joined, quoted};
use crate::yaml::YamlMistake;

/// Quotation marks that word processors write instead of straight ones.
const CURLY: &[char] = &['“', '”', '„', '‟', '"'];

impl Scanner<'_> {
    /// Reads the value that begins at byte `at` of a line, under a key or bullet in `column`; returns the
    /// index of the next line.
    pub fn value(&mut self, index: usize, column: usize, at: usize) -> usize {
        let end = self.lines[index].end;
        let written = &self.text[at..end];
        let Some(first) = written.chars().next() else {
            return index + 1;
        };
        match first {
            // A comment after an indicator that has no value.
            '#' if matches!(written.as_bytes().get(1), None | Some(b' ' | b'#')) => index + 1,
            '"' | '\'' => self.quotation(index, column, at, first),
            '[' | '{' => self.brackets(index, column, at),
            '|' | '>' if is_block(written) => {
                let next = self.block(index, column);
                if next == index + 1 {
                    self.open = Some(column);
                }
                next
            }
            '*' => self.star(index, column, at),
            '&' if self.is_anchor(written) => index + 1,
            '!' if written.starts_with("!!") => index + 1,
            '-' if written == "-" && self.is_idle_dash(index, column) => {
                self.slip(SlipKind::Space, at..end, String::new());
                index + 1
            }
            '-' if written.starts_with("- ") => self.dash(index, column, at),
            '|' | '>' if announces_text(written) => self.folded(index, column, at),
            '&' | '!' => self.whole(index, column, at, SlipKind::Tag),
            '%' | '@' | '`' | '|' | '>' | ',' | ']' | '}' => {
                self.whole(index, column, at, SlipKind::Mark)
            }
            '?' if matches!(written.as_bytes().get(1), None | Some(b' ' | b'\t')) => {
                self.whole(index, column, at, SlipKind::Mark)
            }
            '“' | '„' | '‟' if is_wrapped(written) => {
                let inner = written.trim_matches(CURLY).trim();
                self.instead(index, column, at..end, SlipKind::CurlyQuotes, quoted(inner))
            }
            _ => self.plain(index, column, at),
        }
    }

    /// Whether a dash after a field means that it is empty: no line is indented below it.
    fn is_idle_dash(&self, index: usize, column: usize) -> bool {
        let below = (index + 1..self.lines.len()).find(|next| {
            let (_, start) = self.beginning(*next);
            start < self.lines[*next].end
        });
        let is_below = below.is_some_and(|next| self.beginning(next).0 > column);
        self.item_text.is_none() && !is_below
    }

    /// The end of a value on its line: where a comment begins, or the line ends.
    fn end_of_value(&self, index: usize, at: usize) -> usize {
        let written = &self.text[at..self.lines[index].end];
        let mut marks = written.match_indices(" #");
        let comment = marks.find(|(mark, _)| is_comment(&written[mark + 1..]));
        let length = comment.map_or(written.len(), |(mark, _)| mark);
        at + written[..length].trim_end().len()
    }

    /// The end of a text that continues in the lines indented below it, and the last of these lines.
    fn extent(&self, index: usize, column: usize, at: usize) -> (usize, usize) {
        let mut end = self.end_of_value(index, at);
        let mut last = index;
        while end == self.lines[last].end && last + 1 < self.lines.len() {
            let (other, start) = self.beginning(last + 1);
            let line = start..self.lines[last + 1].end;
            let is_rest = !line.is_empty()
                && other > column
                && !self.text[start..].starts_with('#')
                && self.key(line).is_none()
                && !self.is_item(last + 1);
            if !is_rest {
                break;
            }
            last += 1;
            end = self.end_of_value(last, start);
        }
        (end, last)
    }

    /// Reads a value as text, to the end of its line, with the lines below that continue it.
    fn whole(&mut self, index: usize, column: usize, at: usize, kind: SlipKind) -> usize {
        let (end, last) = self.extent(index, column, at);
        let text = quoted(&joined(&self.text[at..end]));
        self.instead(last, column, at..end, kind, text)
    }

    /// A dash before the text of a field: an item if the field takes a list; otherwise ambiguous.
    fn dash(&mut self, index: usize, column: usize, at: usize) -> usize {
        if self.item_text.is_none() && self.keys.is_single(&self.names()) {
            let value = at..self.end_of_value(index, at);
            return match self.unsure(index + 1, column, value, YamlMistake::Dash) {
                Below::With(next) | Below::Beside(next) => next,
            };
        }
        let text = format!("\n{}- ", " ".repeat(column + 2));
        self.slip(SlipKind::Bullet, at..at + 2, text);
        index + 1
    }

    /// `> Une aide`: the indicator of a block text, before one that begins on the same line.
    fn folded(&mut self, index: usize, column: usize, at: usize) -> usize {
        let (end, last) = self.extent(index, column, at);
        let text = quoted(&joined(self.text[at + 1..end].trim_start()));
        self.instead(last, column, at..end, SlipKind::Block, text)
    }

    /// Reads `text` in place of a value that ends on its line, and handles what is below it.
    fn instead(
        &mut self,
        index: usize,
        column: usize,
        value: Range<usize>,
        kind: SlipKind,
        text: String,
    ) -> usize {
        let next = match self.below(index + 1, column, value.clone()) {
            Some(Below::With(after)) => return after,
            Some(Below::Beside(after)) => after,
            None => index + 1,
        };
        self.slip(kind, value, text);
        next
    }

    /// Unquoted text, and the lines that continue it.
    fn plain(&mut self, index: usize, column: usize, at: usize) -> usize {
        let mut end = self.end_of_value(index, at);
        let mut next = index + 1;
        let mut last = index;
        while next < self.lines.len() {
            let (other, start) = self.beginning(next);
            let line = start..self.lines[next].end;
            if self.text[line.clone()].starts_with('#') {
                next += 1;
                continue;
            }
            if line.is_empty() || other <= column {
                break;
            }
            match self.below(next, column, at..end) {
                Some(Below::With(after)) => return after,
                Some(Below::Beside(after)) => {
                    next = after;
                    break;
                }
                // A text that a comment ends does not continue.
                None if end < self.lines[last].end || next > last + 1 => break,
                None => {}
            }
            end = self.end_of_value(next, start);
            last = next;
            next += 1;
        }
        let written = &self.text[at..end];
        let kind = if written.contains(" #") || written.starts_with('#') {
            SlipKind::Comment
        } else if written.lines().any(|line| colon(line).is_some()) {
            SlipKind::Colon
        } else {
            return next;
        };
        let text = quoted(&joined(written));
        self.slip(kind, at..end, text);
        next
    }

    /// A text that begins with a straight quotation mark.
    fn quotation(&mut self, index: usize, column: usize, at: usize, mark: char) -> usize {
        let end = self.lines[index].end;
        let written = &self.text[at..end];
        if let Some(close) = closing(written, mark) {
            let rest = written[close + 1..].trim_start();
            let is_comma = matches!(rest, "," | ";");
            if is_comma {
                let comma = end - rest.len()..end;
                self.slip(SlipKind::Comma, comma, String::new());
            }
            let quote = at..at + close + 1;
            if mark == '"' && (is_comma || rest.is_empty() || rest.starts_with('#')) {
                self.escapes(quote.clone());
            }
            if rest.is_empty() || is_comma {
                let end = quote.end;
                return match self.below(index + 1, column, at..end) {
                    Some(Below::With(after) | Below::Beside(after)) => after,
                    None => index + 1,
                };
            }
            if rest.starts_with('#') {
                return index + 1;
            }
            let value = at..self.end_of_value(index, at);
            if let Some(inner) = quotes_inside(&self.text[value.clone()], mark) {
                let text = quoted(inner);
                return self.instead(index, column, value, SlipKind::InnerQuote, text);
            }
            return self.whole(index, column, at, SlipKind::AfterQuote);
        }
        // It may close on a line below.
        let below = self.lines.iter().enumerate().skip(index + 1);
        for (next, line) in below {
            let (other, _) = self.beginning(next);
            if line.is_empty() || other <= column {
                break;
            }
            let before_comment = line.start..self.end_of_value(next, line.start);
            let ends = |part: &Range<usize>| self.text[part.clone()].ends_with(mark);
            if ends(line) || ends(&before_comment) {
                return next + 1;
            }
        }
        let (end, last) = self.extent(index, column, at);
        let written = joined(&self.text[at..end]);
        let inner = written[1..].trim();
        if inner.trim_matches(CURLY).is_empty() {
            return index + 1;
        }
        let bare = inner.trim_end_matches(CURLY).trim_end();
        let (kind, text) = match mark {
            '"' if bare.len() < inner.len() => (SlipKind::CurlyQuotes, quoted(bare)),
            _ => (SlipKind::Quote, quoted(inner)),
        };
        self.instead(last, column, at..end, kind, text)
    }

    /// A backslash between quotation marks that is not a YAML escape: `"C:\dossier"` and `"L\'acte"`.
    fn escapes(&mut self, quote: Range<usize>) {
        let written = &self.text[quote.clone()];
        let inner = &written[1..written.len() - 1];
        if !has_bad_escape(inner) {
            return;
        }
        let meant = inner.replace("\\\"", "\"").replace("\\'", "'");
        self.slip(
            SlipKind::Escape,
            quote,
            quoted(&meant.replace("\\\\", "\\")),
        );
    }

    /// A list or fields between brackets.
    fn brackets(&mut self, index: usize, column: usize, at: usize) -> usize {
        let mut open: Vec<char> = Vec::new();
        let mut next = index;
        let mut from = at;
        loop {
            let line = from..self.lines[next].end;
            let mut quote = None;
            let mut before = ' ';
            let mut characters = self.text[line.clone()].char_indices();
            while let Some((offset, c)) = characters.next() {
                let begins = matches!(before, ' ' | '[' | '{' | ',' | ':' | '\'');
                before = c;
                match (c, quote) {
                    ('\\', Some('"')) => {
                        characters.next();
                    }
                    (c, Some(mark)) if c == mark => quote = None,
                    (_, Some(_)) => {}
                    // Elsewhere it is an apostrophe.
                    ('"' | '\'', None) if begins => quote = Some(c),
                    ('[', None) => open.push(']'),
                    ('{', None) => open.push('}'),
                    (']' | '}', None) => {
                        open.pop();
                    }
                    _ => {}
                }
                if open.is_empty() {
                    let rest = self.text[line.start + offset + 1..line.end].trim_start();
                    if matches!(rest, "," | ";") && next == index {
                        let comma = line.end - rest.len()..line.end;
                        self.slip(SlipKind::Comma, comma, String::new());
                        return next + 1;
                    }
                    let sound = rest.is_empty() || rest.starts_with('#') || next > index;
                    return match sound {
                        true => next + 1,
                        // `[Complet] Atelier` is a text.
                        false => self.whole(index, column, at, SlipKind::Mark),
                    };
                }
            }
            let below = next + 1;
            let goes_on = below < self.lines.len() && {
                let (other, start) = self.beginning(below);
                let rest = start..self.lines[below].end;
                let closes = self.text[rest.clone()].starts_with([']', '}']);
                closes || rest.is_empty() || other > column
            };
            if !goes_on {
                break;
            }
            next = below;
            from = self.lines[next].start;
        }
        let end = self.end_of_value(index, at);
        let closers: String = open.iter().rev().collect();
        if next > index {
            return next + 1;
        }
        let space = if closers.starts_with('}') { " " } else { "" };
        let text = format!("{}{space}{closers}", &self.text[at..end]);
        self.slip(SlipKind::Bracket, at..end, text);
        next + 1
    }

    /// A block text: `|` or `>` and what is indented below it.
    fn block(&self, index: usize, column: usize) -> usize {
        let mut next = index + 1;
        while next < self.lines.len() {
            let (other, start) = self.beginning(next);
            if start < self.lines[next].end && other <= column {
                break;
            }
            next += 1;
        }
        next
    }

    /// `*gratuit*` and `**Gratuit** pour tous`, as in Markdown; an alias, if its anchor exists.
    fn star(&mut self, index: usize, column: usize, at: usize) -> usize {
        let (end, last) = self.extent(index, column, at);
        let written = joined(&self.text[at..end]);
        let name = written.trim_start_matches('*');
        if !name.contains(['*', ' ']) && self.anchors.contains(name) {
            return index + 1;
        }
        let bare = written.replace("**", "");
        let single = bare.strip_prefix('*').and_then(|b| b.strip_suffix('*'));
        let bare = single.filter(|inner| !inner.contains('*')).unwrap_or(&bare);
        if bare.contains('*') || bare.trim().is_empty() {
            return self.whole(index, column, at, SlipKind::Mark);
        }
        let text = quoted(bare.trim());
        self.instead(last, column, at..end, SlipKind::Emphasis, text)
    }

    /// Whether an anchor is used by an alias.
    fn is_anchor(&self, written: &str) -> bool {
        let name = written[1..].split_whitespace().next().unwrap_or_default();
        self.aliases.contains(name)
    }
}

/// `> Une aide`; before a number the character may be part of the text.
fn announces_text(written: &str) -> bool {
    let rest = written[1..].trim_start();
    written[1..].starts_with(' ') && rest.starts_with(char::is_alphabetic)
}

/// `|`, `>-`, `|2`: a block text follows.
fn is_block(written: &str) -> bool {
    let header = written.split('#').next().unwrap_or_default().trim_end();
    header.len() <= 3 && header[1..].bytes().all(|b| b"+-123456789".contains(&b))
}

/// Whether a text between double quotation marks has a backslash that is not a YAML escape.
fn has_bad_escape(inner: &str) -> bool {
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        let after = &rest[at + 1..];
        let Some(sign) = after.chars().next() else {
            return true;
        };
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let code = &after.as_bytes()[sign.len_utf8()..];
        let is_code =
            digits == 0 || code.len() >= digits && code[..digits].iter().all(u8::is_ascii_hexdigit);
        if !is_code || !(digits > 0 || "0abtnvfre \"/\\N_LP\t".contains(sign)) {
            return true;
        }
        rest = &after[sign.len_utf8()..];
    }
    false
}

/// The text between the quotation marks of `'Demander l'acte'` and of `"Dire "oui" ou non"`, if the marks in
/// it are certainly its own. An apostrophe is between two letters, whether or not the text is closed after
/// it.
fn quotes_inside(written: &str, mark: char) -> Option<&str> {
    let open = written.strip_prefix(mark)?;
    let closed = open.strip_suffix(mark);
    let inner = closed.unwrap_or(open);
    let mut before = ' ';
    let mut characters = inner.chars().peekable();
    let mut is_inside = false;
    while let Some(c) = characters.next() {
        if c == mark {
            let after = characters.peek().copied().unwrap_or(' ');
            let is_sound = match (mark, is_inside) {
                ('\'', _) => before.is_alphabetic() && after.is_alphabetic(),
                (_, false) => !before.is_alphanumeric() && after.is_alphanumeric(),
                (_, true) => !after.is_alphanumeric() && !before.is_whitespace(),
            };
            if !is_sound {
                return None;
            }
            is_inside = mark == '"' && !is_inside;
        }
        before = c;
    }
    let is_whole = closed.is_some() || mark == '\'';
    (is_whole && !is_inside && !inner.trim().is_empty()).then(|| inner.trim())
}

/// Whether a text begins and ends with quotation marks, and has none between them.
fn is_wrapped(written: &str) -> bool {
    let inner = written.trim_matches(CURLY);
    let ends = written.ends_with(['”', '“', '"']);
    ends && !inner.is_empty() && !inner.contains(CURLY)
}
