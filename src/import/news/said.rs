//! What the blocks of a page say: the parts that they are in, their words without marks, the amounts in which two lines differ.

use std::collections::HashSet;

pub(super) fn without<'l>(lines: &'l [String], others: &[String]) -> Vec<&'l String> {
    let others: HashSet<&String> = others.iter().collect();
    lines.iter().filter(|line| !others.contains(line)).collect()
}

/// The title of a part, if a block begins one.
fn title_of_part(block: &str) -> Option<String> {
    let line = block.strip_prefix("## ")?.lines().next()?;
    let title = line.split(" {").next().unwrap_or(line);
    Some(said(title)).filter(|title| !title.is_empty())
}

pub(super) fn titles(blocks: &[&str]) -> Vec<String> {
    blocks
        .iter()
        .filter_map(|block| title_of_part(block))
        .collect()
}

/// A part of a page: its title, and blocks of it.
pub(super) type NewsPart<'t> = (String, Vec<&'t str>);

/// The wanted blocks, by the part that they are in.
pub(super) fn headed<'t>(
    blocks: &[&'t str],
    is_wanted: impl Fn(&&str) -> bool,
) -> Vec<NewsPart<'t>> {
    let mut parts: Vec<NewsPart<'t>> = vec![(String::new(), Vec::new())];
    for block in blocks {
        if let Some(title) = title_of_part(block) {
            parts.push((title, Vec::new()));
        } else if let (Some((_, wanted)), true) = (parts.last_mut(), is_wanted(block)) {
            wanted.push(block);
        }
    }
    parts.retain(|(_, wanted)| !wanted.is_empty());
    parts
}

/// What a block says, line by line, without its marks and without where its links lead.
pub(super) fn said(block: &str) -> String {
    let mut out = String::with_capacity(block.len());
    let mut rest = block.trim();
    while let Some(at) = rest.find("](") {
        out.push_str(&rest[..at]);
        let target = &rest[at + 2..];
        let mut depth = 1_usize;
        let end = target.find(|letter| {
            match letter {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        rest = end.map_or("", |end| &target[end + 1..]);
    }
    out.push_str(rest);
    out.retain(|letter| !matches!(letter, '[' | ']' | '*' | '\\' | '`' | '#' | '|' | '>'));
    let lines = out.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What differs between two lines, if it is one short run of words with a number, such as an amount.
pub(super) fn values(old: &str, new: &str) -> Option<(String, String)> {
    const LONGEST: usize = 4;
    const CONTEXT: usize = 3;
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let left = old.len().min(new.len()) - same;
    let backwards = old.iter().rev().zip(new.iter().rev()).take(left);
    let same_end = backwards.take_while(|(a, b)| a == b).count();
    let is_number = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_digit());
    // `10 000` and `12 000` differ in their first group only.
    let before = old.iter().take(same).rev().take_while(is_number).count();
    let after = old
        .iter()
        .skip(old.len() - same_end)
        .take_while(is_number)
        .count();
    let shown = |words: &[&str]| {
        let end = words.len() - same_end + after;
        let differing = words.get(same - before..end)?;
        let fits = (1..=LONGEST).contains(&differing.len())
            && differing
                .iter()
                .any(|word| word.contains(|c: char| c.is_ascii_digit()));
        // A unit belongs to its number.
        let ends_in_number = differing.last()?.ends_with(|c: char| c.is_ascii_digit());
        let unit = words
            .get(end)
            .filter(|word| ends_in_number && word.len() <= 12);
        let text = differing
            .iter()
            .chain(unit)
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        let text = text.trim_matches(['.', ',', ';', ':', '(', ')']).to_owned();
        fits.then_some(text).filter(|text| !text.is_empty())
    };
    let values = shown(&old).zip(shown(&new))?;
    (same + same_end >= CONTEXT && values.0 != values.1).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_whole() {
        let told = |old: &str, new: &str| {
            values(
                &format!("il faut payer {old}"),
                &format!("il faut payer {new}"),
            )
        };
        assert_eq!(
            told("10 000 € par an", "12 000 € par an"),
            Some(("10 000 €".into(), "12 000 €".into()))
        );
        assert_eq!(told("(5 €).", "(7 €)."), Some(("5 €".into(), "7 €".into())));
        assert_eq!(told("en mai", "en juin"), None);
        assert_eq!(values("5 €", "7 €"), None, "too little around it");
    }
}
