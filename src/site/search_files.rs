//! The files of a search: how many there are, and their names.

/// One file of the search of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchFile {
    /// The script of the page.
    Script,
    /// The file of each word, and how letters are compared.
    Index,
    /// Words, with the pages that contain them.
    Words(u32),
    /// Titles, addresses and summaries of pages.
    Pages(u32),
    /// Words sorted by their first letters, for spelling correction.
    Starts(u32),
    /// Words sorted by their last letters, likewise.
    Ends(u32),
}

impl SearchFile {
    /// Its name, under which the script asks for it.
    pub fn name(self) -> String {
        match self {
            Self::Script => "search".to_owned(),
            Self::Index => "i".to_owned(),
            Self::Words(n) => format!("w{n}"),
            Self::Pages(n) => format!("p{n}"),
            Self::Starts(n) => format!("s{n}"),
            Self::Ends(n) => format!("e{n}"),
        }
    }
}

/// How many pages one file describes: of the first results, hardly two are in the same file, and each brings
/// the others of its file along.
pub const PAGES_A_FILE: usize = 8;

/// How many files the search of a language takes: known from the number of its pages and words alone, so that
/// a site can be listed without reading its texts again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchPlan {
    /// Files of words.
    pub words: u32,
    /// Files of pages.
    pub pages: u32,
    /// Files for spelling correction, of each of the two kinds.
    pub spelling: u32,
}

impl SearchPlan {
    /// The counts for this many pages with this many words in all.
    ///
    /// The number of distinct words grows with the square root of the total (Heaps' law), the number of their
    /// occurrences linearly: files of words are then 1 to 3 KB long, as measured on guides of 30 to 10 000
    /// pages.
    pub fn of(pages: usize, words: usize) -> Self {
        let root = words.isqrt();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).max(1);
        Self {
            words: number(words.div_ceil(5000) + root.div_ceil(20)),
            pages: number(pages.div_ceil(PAGES_A_FILE)),
            spelling: number(root.div_ceil(40)),
        }
    }

    /// Its files.
    pub fn files(self) -> impl Iterator<Item = SearchFile> {
        let single = [SearchFile::Script, SearchFile::Index];
        let words = (0..self.words).map(SearchFile::Words);
        let pages = (0..self.pages).map(SearchFile::Pages);
        let starts = (0..self.spelling).map(SearchFile::Starts);
        let ends = (0..self.spelling).map(SearchFile::Ends);
        single
            .into_iter()
            .chain(words)
            .chain(pages)
            .chain(starts)
            .chain(ends)
    }
}
