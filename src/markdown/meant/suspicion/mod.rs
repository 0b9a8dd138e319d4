//! Whether a text may contain a mark that was meant otherwise than Markdown reads it. Most contain none and
//! are read no further. This runs on every text of a site; it looks at the first letters of each line and at
//! the bytes that such marks have in common.

mod inline;
mod lines;
mod shapes;

/// Whether such a mark may be present. A false alarm costs a second reading; a mark that is missed stays as
/// typed.
pub fn suspects(text: &str) -> bool {
    inline::suspects(text) || lines::suspects(text)
}
