//! Sorted words cut into a number of files fixed before the words were known: the first word of each file
//! says what it contains.

use rayon::prelude::*;

/// Files, and where each begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelves {
    /// What each file holds.
    pub files: Vec<String>,
    /// For each file, the shortest text that sorts after all words of earlier files and not after its own.
    pub bounds: Vec<String>,
}

/// Cuts `words`, which are sorted, into `count` runs of about equal size, each written by `write`.
pub fn cut<W>(
    words: &[W],
    count: usize,
    word: impl Fn(&W) -> &str,
    size: impl Fn(&W) -> usize,
    write: impl Fn(&[W]) -> String + Sync + Send,
) -> Shelves
where
    W: Sync,
{
    let count = count.max(1);
    let total: usize = words.iter().map(&size).sum::<usize>().max(1);
    let mut runs: Vec<&[W]> = Vec::with_capacity(count);
    let (mut begin, mut seen) = (0, 0);
    for (at, item) in words.iter().enumerate() {
        // A run ends when it has its share of the total, and never between two words that sort alike.
        let is_new = at > begin && word(&words[at - 1]) != word(item);
        while runs.len() + 1 < count
            && seen * count >= total * (runs.len() + 1)
            && at > begin
            && is_new
        {
            runs.push(&words[begin..at]);
            begin = at;
        }
        seen += size(item);
    }
    runs.push(&words[begin..]);
    runs.resize(count, &[]);
    let mut bounds: Vec<String> = Vec::with_capacity(count);
    let mut before = "";
    for run in &runs {
        bounds.push(run.first().map_or_else(
            // Sorts after every word: nothing is looked up in an empty file.
            || "\u{ffff}".to_owned(),
            |first| bound(before, word(first)),
        ));
        before = run.last().map_or(before, |last| word(last));
    }
    let files = runs.into_par_iter().map(write).collect();
    Shelves { files, bounds }
}

/// The shortest prefix of `word` that sorts after `before`; empty if nothing precedes it.
fn bound(before: &str, word: &str) -> String {
    if before.is_empty() {
        return String::new();
    }
    let same = before
        .chars()
        .zip(word.chars())
        .take_while(|(a, b)| a == b)
        .count();
    word.chars().take(same + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_by_the_bounds() {
        let words = [
            "aide",
            "aider",
            "carte",
            "cartes",
            "permis",
            "permission",
            "zone",
        ];
        for count in 1..12 {
            let shelves = cut(&words, count, |word| word, |_| 1, |run| run.join(" "));
            assert_eq!(shelves.files.len(), count);
            assert_eq!(shelves.bounds.len(), count);
            for word in words {
                let at = shelves.bounds.iter().rposition(|bound| **bound <= *word);
                let file = &shelves.files[at.unwrap()];
                assert!(
                    file.split(' ').any(|other| other == word),
                    "{word} in {file:?}"
                );
            }
        }
    }

    #[test]
    fn what_sorts_alike_stays_together() {
        let words = ["aide", "carte", "carte", "carte", "zone"];
        for count in 1..6 {
            let shelves = cut(&words, count, |word| word, |_| 1, |run| run.join(" "));
            let with_it = shelves.files.iter().filter(|file| file.contains("carte"));
            assert_eq!(with_it.count(), 1, "{:?}", shelves.files);
        }
    }

    #[test]
    fn no_words_still_make_the_files_that_were_announced() {
        let shelves = cut(&[] as &[&str], 3, |word| word, |_| 1, |run| run.join(" "));
        assert_eq!(shelves.files, ["", "", ""]);
    }
}
