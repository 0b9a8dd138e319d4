//! Lines above and below the fields of a text: `---`, and what editors write instead.

/// How certain it is that a line means `---`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FenceLine {
    /// Three or more dashes, the long dashes that word processors make of them, or the `...` of YAML; a
    /// comment may follow.
    Sure,
    /// Another line of marks, such as `***`, `+++` or `- - -`: a delimiter if there are fields below or above
    /// it.
    Like,
}

/// What a line is, if it may mean `---`.
pub fn rule(line: &str) -> Option<FenceLine> {
    let first = line.trim_start().chars().next()?;
    if first.is_alphanumeric() {
        return None;
    }
    let bare = line.trim_end();
    let uncommented = bare.split(" #").next().unwrap_or(bare).trim_end();
    if is_dashes(uncommented) && (uncommented == bare || uncommented == "---") || bare == "..." {
        return Some(FenceLine::Sure);
    }
    let bare = bare.trim_start();
    // `---yaml`, and the fence of a code block.
    let marks = bare.trim_end_matches(char::is_alphanumeric);
    let word = bare[marks.len()..].to_lowercase();
    let is_named = matches!(&*word, "yaml" | "yml" | "toml") && !marks.contains(' ');
    if !word.is_empty() && !is_named {
        return None;
    }
    let is_mark = |c: char| match first {
        '-' | '–' | '—' => matches!(c, '-' | '–' | '—'),
        '*' | '_' | '+' | '=' | '~' | '`' => c == first,
        _ => false,
    };
    let least = if first == '-' { 2 } else { 3 };
    let count = marks.chars().filter(|c| is_mark(*c)).count();
    let is_line = marks
        .chars()
        .all(|c| is_mark(c) || c == ' ' || c == '\u{a0}');
    (is_line && count >= least).then_some(FenceLine::Like)
}

fn is_dashes(line: &str) -> bool {
    let long = line.contains(['–', '—']);
    line.chars().all(|c| matches!(c, '-' | '–' | '—')) && (line.len() >= 3 || long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_marks_are_rules() {
        for sure in ["---", "----  ", "—", "–––", "...", "--- # en-tête"] {
            assert_eq!(rule(sure), Some(FenceLine::Sure), "{sure}");
        }
        for like in [
            "- - -", "***", "* * *", "+++", "===", "___", "--", " ---", "---yaml", "```yaml", "```",
        ] {
            assert_eq!(rule(like), Some(FenceLine::Like), "{like}");
        }
        for not in [
            "",
            "-",
            "- a",
            "**",
            "titre: a",
            "--- suite",
            "-yaml-",
            "# ---",
            "..",
            "==",
        ] {
            assert_eq!(rule(not), None, "{not}");
        }
    }
}
