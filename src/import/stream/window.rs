//! The part of a stream that is in memory: the record at hand, and what has been read beyond it.

use std::io::{self, Read};

use super::LARGEST_RECORD;

/// How much is read at once.
const CHUNK: usize = 256 * 1024;

/// A part of a stream.
pub struct StreamWindow<R> {
    reader: R,
    bytes: Vec<u8>,
    /// Where the record at hand begins.
    start: Option<usize>,
    /// Whether a record was longer than a record may be.
    pub overlong: bool,
}

impl<R: Read> StreamWindow<R> {
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            bytes: Vec::with_capacity(2 * CHUNK),
            start: None,
            overlong: false,
        }
    }

    /// What has been read.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Keeps what follows from here, as the beginning of a record.
    pub fn open(&mut self, at: usize) {
        self.start = Some(at);
    }

    /// Keeps no more than the record at hand needs: it was none.
    pub fn forget(&mut self) {
        self.start = None;
    }

    /// The record that ends before this position; `None` if it was too long.
    pub fn close(&mut self, end: usize) -> Option<&[u8]> {
        let start = self.start.take()?;
        self.bytes.get(start..end)
    }

    /// Reads on, and forgets what is before the record at hand: returns where in [`bytes`](Self::bytes) the new ones begin; `None` at the
    /// end.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    pub fn advance(&mut self) -> io::Result<Option<usize>> {
        let start = self.start.unwrap_or(self.bytes.len());
        if self.bytes.len() - start > LARGEST_RECORD {
            self.overlong = true;
            self.start = None;
            self.bytes.clear();
        } else {
            self.bytes.drain(..start);
            self.start = self.start.map(|_| 0);
        }
        let before = self.bytes.len();
        self.bytes.resize(before + CHUNK, 0);
        loop {
            let room = self.bytes.get_mut(before..).unwrap_or_default();
            match self.reader.read(room) {
                Ok(read) => {
                    self.bytes.truncate(before + read);
                    return Ok((read > 0).then_some(before));
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.bytes.truncate(before);
                    return Err(error);
                }
            }
        }
    }
}
