//! Leader dots between a word and its price: `Bonnet ........ 3,50 €`. A narrow screen wraps them, and a
//! screen reader reads them out.

use super::PassFindings;
use super::reading::Reading;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for group in reading.groups.iter().filter(|group| group.has_lines()) {
        let leaders = group
            .lines
            .iter()
            .filter(|line| line.is_typed)
            .filter_map(|line| {
                let (from, to) = leader(&source[line.span.clone()])?;
                Some(line.span.start + from..line.span.start + to)
            });
        let leaders: Vec<_> = leaders.collect();
        // Dots on a single line may be a blank to fill in.
        if leaders.len() > 1 {
            for span in leaders {
                found.edit(span, " : ");
            }
        }
    }
}

/// The dots of a line that lead to a number or a word about its price, with the spaces around them.
fn leader(line: &str) -> Option<(usize, usize)> {
    const FEWEST: usize = 4;
    const LONGEST: usize = 30;
    let is_dot = |c: char| matches!(c, '.' | '…' | ' ' | '_' | '\u{a0}');
    let start = line
        .find("...")
        .or_else(|| line.find('…'))
        .or_else(|| line.find("____"))?;
    let words = line[..start].trim_end_matches(is_dot);
    let rest = line[words.len()..].trim_start_matches(is_dot);
    let dots = line[words.len()..line.len() - rest.len()]
        .chars()
        .map(|c| match c {
            '.' | '_' => 1,
            '…' => 3,
            _ => 0,
        })
        .sum::<usize>();
    let is_value = rest.starts_with(|c: char| c.is_ascii_digit())
        || [
            "gratuit",
            "offert",
            "inclus",
            "compris",
            "sur devis",
            "fermé",
        ]
        .iter()
        .any(|word| rest.to_lowercase().starts_with(word));
    let is_last = rest.chars().count() <= LONGEST && !rest.contains("...") && !rest.contains('…');
    let is_named = words.ends_with(|c: char| c.is_alphanumeric() || c == ')');
    (dots >= FEWEST && is_value && is_last && is_named)
        .then_some((words.len(), line.len() - rest.len()))
}
