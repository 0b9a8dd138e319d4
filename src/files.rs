//! Reading the files of a folder: of bounded size, and nothing but regular files. A text is read as UTF-8, or from
//! another encoding if that is certain.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::encoding::{self, Encoding};
use crate::invisible;
use crate::reasons::reason;

/// The folder of a site's pages.
pub const CONTENT: &str = "content";

/// The largest text that guichet reads: the longest fiche of the official guide has 231 124 characters.
pub const LARGEST_TEXT: usize = 2 * 1024 * 1024;

/// The largest other file that is read, including images: 512 MB.
pub const LARGEST_FILE: u64 = 512 * 1024 * 1024;

/// Extensions of images.
pub const IMAGES: &[&str] = &["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Extensions of other files that pages offer: documents, sound, video. Nothing that a browser would run.
pub const PUBLISHED: &[&str] = &[
    "csv", "docx", "epub", "geojson", "gpx", "ics", "mp3", "mp4", "odp", "ods", "odt", "ogg",
    "opus", "pdf", "rtf", "txt", "vcf", "webm", "xlsx", "zip",
];

/// Whether an address ends as that of an image does, in any case of letters.
pub fn names_image(address: &str) -> bool {
    ends_in(address, &[IMAGES])
}

/// Whether an address ends as that of a page, or of a file that pages offer, does, in any case of letters.
pub fn names_file(address: &str) -> bool {
    ends_in(address, &[&["md", "html", "htm"], IMAGES, PUBLISHED])
}

/// Whether a word is the extension of a file that pages show or offer, in any case of letters: `PDF`.
pub fn is_extension(word: &str) -> bool {
    is_one_of(word, &[IMAGES, PUBLISHED])
}

fn ends_in(address: &str, endings: &[&[&str]]) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    is_one_of(ending, endings)
}

fn is_one_of(ending: &str, endings: &[&[&str]]) -> bool {
    let mut known = endings.iter().copied().flatten();
    known.any(|known| known.eq_ignore_ascii_case(ending))
}

/// A path in Unicode's NFC form: macOS decomposes « é » in file names, and keyboards do not.
pub fn normal(path: &str) -> Cow<'_, str> {
    if path.is_ascii() || is_nfc(path) {
        Cow::Borrowed(path)
    } else {
        Cow::Owned(path.nfc().collect())
    }
}

thread_local! {
    /// Files are read into one buffer per thread: their text is copied once, to its final place.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Reads a text file of the site: of bounded size, in UTF-8, without NUL bytes, with `\n` line ends and
/// without invisible characters.
///
/// # Errors
///
/// If it cannot be read, is too large, or is not in UTF-8: a diagnostic for its editor.
pub fn read_text(path: &Path, shown: &str) -> Result<TextFile, Diagnostic> {
    with_bytes(path, shown, |bytes| text_file(shown, bytes))
}

/// Reads an editor's text like [`read_text`]; also one in another encoding, if that is certain, with the
/// advice to save it in UTF-8.
///
/// # Errors
///
/// As [`read_text`], if its encoding is not certain either.
pub fn read_written(
    path: &Path,
    shown: &str,
) -> Result<(TextFile, Option<Diagnostic>), Diagnostic> {
    with_bytes(path, shown, |bytes| match text_file(shown, bytes) {
        Err(refused) if refused.code == Code::InvalidUtf8 => match encoding::decode(bytes) {
            Some((text, encoding)) if text.len() <= LARGEST_TEXT => {
                text_file(shown, text.as_bytes()).map(|file| in_another(file, encoding))
            }
            _ => Err(refused),
        },
        read => read.map(|file| (file, None)),
    })
}

/// A file read from another encoding, and its diagnostic.
fn in_another(file: TextFile, encoding: Encoding) -> (TextFile, Option<Diagnostic>) {
    let letters = |c: &char| !c.is_ascii() && c.is_alphabetic();
    let letter = file.text.find(|c: char| letters(&c));
    let at = letter.or_else(|| file.text.find(|c: char| !c.is_ascii()));
    let at = at.unwrap_or_default();
    let length = file.text[at..].chars().next().map_or(0, char::len_utf8);
    let place = Place {
        file: Arc::new(TextFile::new(file.path.clone(), Arc::clone(&file.text))),
        span: at..at + length,
    };
    let remark = Diagnostic::new(Code::AsMeant, Location::Place(place))
        .with("cause", "encoding")
        .with("written", encoding.name())
        .help("help-encoding")
        .fixes([]);
    (file, Some(remark))
}

fn with_bytes<T>(
    path: &Path,
    shown: &str,
    read: impl FnOnce(&[u8]) -> Result<T, Diagnostic>,
) -> Result<T, Diagnostic> {
    BUFFER.with_borrow_mut(|buffer| {
        let at = |code| Diagnostic::new(code, Location::File(shown.to_owned()));
        buffer.resize(LARGEST_TEXT + 1, 0);
        match open_file(path).and_then(|mut file| fill(&mut file, buffer)) {
            Err(error) => Err(at(Code::Unreadable).with("reason", reason(&error))),
            Ok(length) if length > LARGEST_TEXT => {
                Err(at(Code::FileTooLarge).with("limit", (LARGEST_TEXT / 1024).to_string()))
            }
            Ok(length) => read(&buffer[..length]),
        }
    })
}

/// Opens a file for reading. Refuses anything but regular files: a named pipe would block, and a device may
/// never end.
///
/// # Errors
///
/// If it cannot be opened, or is not a file.
pub fn open_file(path: &Path) -> std::io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.open(path)?;
    match file.metadata()?.file_type() {
        kind if kind.is_file() => Ok(file),
        kind if kind.is_dir() => Err(ErrorKind::IsADirectory.into()),
        _ => Err(ErrorKind::InvalidInput.into()),
    }
}

/// All bytes of a file, if there are at most `most`.
///
/// # Errors
///
/// If it cannot be read, is not a file, or is larger.
pub fn read_file(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_file(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Reads into the buffer until the file or the buffer ends; returns how much was read.
fn fill(file: &mut File, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match file.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

fn text_file(shown: &str, bytes: &[u8]) -> Result<TextFile, Diagnostic> {
    // Validates several times faster than the standard library, which then says where an invalid text is
    // wrong.
    let text = match simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes)) {
        Ok(text) => text,
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            return Err(located(Code::InvalidUtf8, shown, text, error.valid_up_to()));
        }
    };
    if let Some(at) = text.find('\0') {
        return Err(located(Code::NulByte, shown, text.to_owned(), at));
    }
    Ok(TextFile::new(shown, as_read(text)))
}

/// A text as guichet reads it: with `\n` line ends, and without a byte order mark or other invisible
/// characters.
pub fn as_read(written: &str) -> Cow<'_, str> {
    if !written.contains('\r') {
        return invisible::read(written);
    }
    let text = written.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(invisible::read(&text).into_owned())
}

/// A diagnostic about one byte of a text that was read.
pub(crate) fn located(code: Code, shown: &str, text: String, at: usize) -> Diagnostic {
    let file = Arc::new(TextFile::new(shown, text));
    let place = Place {
        file,
        span: at..at + 1,
    };
    Diagnostic::new(code, Location::Place(place))
}
