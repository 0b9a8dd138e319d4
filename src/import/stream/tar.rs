//! Reads the files of a tar one after the other, as they come. Names do not matter, so those too long for a header need not be read.

use std::io::{self, Read};

/// Headers and files fill blocks.
const BLOCK: usize = 512;

/// The number in a field of a header: octal digits.
fn number(field: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(field).ok()?;
    let digits = text.trim_matches(|c: char| c == '\0' || c == ' ');
    u64::from_str_radix(digits, 8).ok()
}

/// Whether bytes begin with the header of a file: its checksum says so (POSIX.1-1988, ustar).
pub fn is_header(bytes: &[u8]) -> bool {
    const CHECKSUM: std::ops::Range<usize> = 148..156;
    let Some(header) = bytes.get(..BLOCK) else {
        return false;
    };
    let byte = |(at, byte): (usize, &u8)| match CHECKSUM.contains(&at) {
        true => u64::from(b' '),
        false => u64::from(*byte),
    };
    let sum: u64 = header.iter().enumerate().map(byte).sum();
    header.get(CHECKSUM).and_then(number) == Some(sum) && header.first() != Some(&0)
}

/// Calls `each` with every regular file.
///
/// # Errors
///
/// Those of the stream, and where it is no tar.
pub fn each_file(
    mut reader: impl Read,
    each: &mut dyn FnMut(io::Take<&mut dyn Read>) -> io::Result<()>,
) -> io::Result<()> {
    loop {
        let mut header = Vec::with_capacity(BLOCK);
        reader
            .by_ref()
            .take(BLOCK as u64)
            .read_to_end(&mut header)?;
        if header.iter().all(|byte| *byte == 0) {
            // Two empty blocks end the archive; some writers leave them out.
            return Ok(());
        }
        if header.len() < BLOCK {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let size = header.get(124..136).and_then(number);
        let (true, Some(size)) = (is_header(&header), size) else {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "tar"));
        };
        let filled = size.checked_next_multiple_of(BLOCK as u64).unwrap_or(size);
        let mut left = CountedRead {
            reader: &mut reader,
            read: 0,
        };
        if matches!(header.get(156), Some(b'0' | 0 | b'7')) {
            let stream: &mut dyn Read = &mut left;
            each(stream.take(size))?;
        }
        let rest = filled.saturating_sub(left.read);
        let skipped = io::copy(&mut reader.by_ref().take(rest), &mut io::sink())?;
        if skipped < rest && skipped + filled.saturating_sub(rest) < size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// Counts what has been read.
struct CountedRead<R> {
    reader: R,
    read: u64,
}

impl<R: Read> Read for CountedRead<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(bytes)?;
        self.read += read as u64;
        Ok(read)
    }
}
