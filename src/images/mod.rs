//! Images: what a photograph or a drawing becomes on a page, behind a link and on paper.
//!
//! guichet does not publish an editor's file. A telephone's photograph has 4 MB and reveals where it was
//! taken; a page may weigh 14 600 bytes. So each image is encoded again, as small as its use allows, in two
//! formats: WebP, and one that browsers of 1996 load. Its size and its addresses follow from the header of
//! the file alone, so that a page can be rendered before its images are.
//!
//! `head` reads the header of a file, `recipe` says what is made of it, `decode` reads the pixels and
//! brings them to size, `photo` and `drawing` encode them, `svg` cleans SVG drawings, which `extent`
//! bounds, `whole` examines a file before it is decoded, and `studio` does all this once and caches it.

mod decode;
mod drawing;
mod extent;
mod ground;
mod head;
mod photo;
mod recipe;
mod studio;
mod svg;
mod whole;

pub use head::{ImageHeader, ImageKind, head};
pub use recipe::{Purpose, Recipe, THUMBNAIL_SIDE};
pub use studio::{ImageOrder, MadeImages, Studio};
pub use svg::{Unsafe, head as vector_head, unsafe_parts};

/// Why an image cannot be made from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// The system cannot read it.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// It is not an image, or it is damaged.
    #[error("it is not an image, or it is damaged")]
    NotAnImage,
    /// It has too many pixels to decode.
    #[error("it has more than {MOST_PIXELS} pixels")]
    TooLarge,
    /// Its format is not supported.
    #[error("its format is not supported")]
    Format,
    /// It is truncated.
    #[error("it is truncated")]
    Cut,
}

impl Damage {
    /// The diagnostic for a file, with the path that editors know.
    pub fn diagnostic(&self, shown: &str) -> crate::diagnostics::Diagnostic {
        use crate::diagnostics::{Code, Diagnostic, Location};
        let new = |code| Diagnostic::new(code, Location::File(shown.to_owned()));
        match self {
            Self::Unreadable(reason) => new(Code::Unreadable).with("reason", reason),
            Self::NotAnImage => new(Code::BadImage).with("cause", "damaged"),
            Self::TooLarge => new(Code::BadImage)
                .with("cause", "large")
                .with("limit", (MOST_PIXELS / 1_000_000).to_string())
                .help("help-large"),
            Self::Format => new(Code::BadImage).with("cause", "format"),
            Self::Cut => new(Code::BadImage).with("cause", "cut").help("help-cut"),
        }
    }
}

/// Whether an image can be made from a file, judging by all of it; `name` is the file's.
pub fn can_be_shown(file: &[u8], name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "svg" => svg::clean(file).is_ok(),
        "jpg" | "jpeg" | "png" | "gif" | "webp" => decode::decode(
            file,
            1,
            crate::model::Colour::default(),
            &std::sync::Mutex::new(()),
        )
        .is_ok(),
        _ => false,
    }
}

/// An empty picture in the recipe's format: printers recognise the format by the file name.
pub fn nothing(recipe: &Recipe) -> Vec<u8> {
    let white = image::RgbImage::from_pixel(1, 1, image::Rgb([255; 3]));
    match recipe.ending() {
        "jpg" => photo::encode(white, recipe).0,
        "png" => drawing::encode(&white, recipe).0,
        _ => b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>".to_vec(),
    }
}

/// The most pixels of an image that is decoded. The largest sensors of telephones have 200 million, and give
/// a quarter of that by default.
pub const MOST_PIXELS: u64 = 128_000_000;

/// The largest file that is read: a photograph of [`MOST_PIXELS`] as PNG.
const LARGEST_FILE: u64 = 512 * 1024 * 1024;
