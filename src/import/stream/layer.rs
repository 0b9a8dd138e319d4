//! What a stream is, from its first bytes: packed, a tar, or a text.

use std::io::{self, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::{MOST_LAYERS, bzip2, tar};
use crate::files::open_file;

/// How many of the bytes decide what a file is: a block of a tar.
const HEAD: usize = 512;

/// How much is unpacked of what is only looked at.
const MOST_UNPACKED: u64 = 16 * 1024 * 1024;

/// The first bytes of a stream, and what follows them: the error, if it ends with one.
pub fn head_of<'r>(mut reader: Box<dyn Read + 'r>) -> (Vec<u8>, Box<dyn Read + 'r>) {
    let mut head = Vec::with_capacity(HEAD);
    match reader.by_ref().take(HEAD as u64).read_to_end(&mut head) {
        Ok(_) => (head, reader),
        Err(error) => (head, Box::new(BrokenStream(Some(error)))),
    }
}

/// The end of a stream that breaks off.
struct BrokenStream(Option<io::Error>);

impl Read for BrokenStream {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// A stream by what its first bytes say that it is.
pub enum StreamLayer<'r> {
    /// Something packed, which this unpacks.
    Packed(Box<dyn Read + 'r>),
    /// A tar.
    Tar(Box<dyn Read + 'r>),
    /// Neither.
    Text(Box<dyn Read + 'r>),
}

impl<'r> StreamLayer<'r> {
    /// Looks at a stream; nothing of it is lost.
    pub fn of(reader: Box<dyn Read + 'r>) -> Self {
        let (head, rest) = head_of(reader);
        let is_gzip = head.starts_with(&[0x1f, 0x8b]);
        let is_bzip2 = matches!(head.as_slice(), [b'B', b'Z', b'h', b'1'..=b'9', ..]);
        let is_tar = tar::is_header(&head);
        let whole = Cursor::new(head).chain(rest);
        if is_gzip {
            Self::Packed(Box::new(MultiGzDecoder::new(whole)))
        } else if is_bzip2 {
            Self::Packed(Box::new(bzip2::ParallelBzip2::new(whole)))
        } else if is_tar {
            Self::Tar(Box::new(whole))
        } else {
            Self::Text(Box::new(whole))
        }
    }
}

/// The beginning of the text in a file, whatever it is packed in: of a tar, the beginning of its first file. What comes before an error
/// counts.
///
/// # Errors
///
/// If it cannot be opened, or breaks off before its text.
pub fn head(source: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut reader: Box<dyn Read> = Box::new(open_file(source)?);
    let mut text = Vec::new();
    for _ in 0..MOST_LAYERS {
        let read = match StreamLayer::of(reader) {
            StreamLayer::Packed(inner) => {
                reader = Box::new(inner.take(MOST_UNPACKED));
                continue;
            }
            StreamLayer::Tar(inner) => tar::each_file(inner, &mut |file| {
                file.take(most).read_to_end(&mut text)?;
                // The others are not looked at.
                match text.is_empty() {
                    true => Ok(()),
                    false => Err(io::ErrorKind::Interrupted.into()),
                }
            }),
            StreamLayer::Text(inner) => inner.take(most).read_to_end(&mut text).map(|_| ()),
        };
        return match text.is_empty() {
            true => read.map(|()| text),
            false => Ok(text),
        };
    }
    Err(io::ErrorKind::Unsupported.into())
}
