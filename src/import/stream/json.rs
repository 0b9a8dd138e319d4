//! Cuts a JSON text into the values of its lists without parsing it: only strings and depth count.

use std::io::{self, Read};

use memchr::memchr2;

use super::window::StreamWindow;
use super::{RawRecord, RecordSink, StreamFault, StreamReport};

/// A key is compared up to this length.
const LONGEST_KEY: usize = 40;

/// Where in the text the reader is.
#[derive(Default)]
struct JsonPlace {
    depth: usize,
    in_string: bool,
    /// Whether the next byte is escaped.
    escaped: bool,
    /// The depth of the values of the list at hand.
    list: Option<usize>,
    /// Whether the whole is an object.
    is_object: bool,
    /// The last string at the top: a key.
    key: Vec<u8>,
    /// Whether a value of the list that is neither an object nor a list has begun.
    in_scalar: bool,
    /// Whether anything has been read.
    begun: bool,
}

/// Gives each value of the lists; those that are no objects too, which have no fields.
pub fn each_record(
    reader: impl Read,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    let mut window = StreamWindow::new(reader);
    let mut place = JsonPlace::default();
    let read = run(&mut window, &mut place, sink, report);
    if window.overlong {
        report.fault(StreamFault::TooLarge, "> 8 MB");
    }
    read?;
    if place.in_string || place.depth > 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(())
}

fn run<R: Read>(
    window: &mut StreamWindow<R>,
    place: &mut JsonPlace,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    while let Some(mut at) = window.advance()? {
        loop {
            if place.in_string {
                let Some(end) = place.string(window.bytes(), at) else {
                    break;
                };
                at = end;
                continue;
            }
            let Some(byte) = window.bytes().get(at).copied() else {
                break;
            };
            at += 1;
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' | b':' => {}
                b'"' => {
                    place.in_string = true;
                    place.scalar(sink);
                    if place.depth == 1 {
                        place.key.clear();
                    }
                    if place.depth == 0 {
                        report.fault(StreamFault::Trailing, "\"");
                    }
                }
                b'{' | b'[' => place.opens(byte, at - 1, window, sink, report),
                b'}' | b']' => {
                    if place.closes(sink.lines, report)
                        && let Some(record) = window.close(at)
                    {
                        report.lists += usize::from(place.depth == 0);
                        (sink.each)(RawRecord::Json(record));
                    }
                }
                b',' => {
                    place.in_scalar = false;
                    if place.depth == 1 {
                        place.key.clear();
                    }
                }
                byte => {
                    place.scalar(sink);
                    if place.depth == 0 {
                        report.fault(StreamFault::Trailing, String::from_utf8_lossy(&[byte]));
                    }
                }
            }
        }
    }
    Ok(())
}

impl JsonPlace {
    /// Where a string ends; `None` if that has not been read yet.
    fn string(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        if self.escaped && at < bytes.len() {
            self.escaped = false;
            at += 1;
        }
        loop {
            let rest = bytes.get(at..)?;
            let next = memchr2(b'"', b'\\', rest);
            if self.depth == 1 {
                let room = LONGEST_KEY.saturating_sub(self.key.len());
                let said = rest.get(..next.unwrap_or(rest.len())).unwrap_or_default();
                self.key.extend(said.iter().take(room));
            }
            let found = at + next?;
            if bytes.get(found) == Some(&b'"') {
                self.in_string = false;
                return Some(found + 1);
            }
            at = found + 2;
            if at > bytes.len() {
                self.escaped = true;
                return None;
            }
        }
    }

    /// A value of the list that is neither an object nor a list begins, or goes on.
    fn scalar(&mut self, sink: &mut RecordSink<'_>) {
        if self.list == Some(self.depth) && !self.in_scalar {
            self.in_scalar = true;
            (sink.each)(RawRecord::Json(b"0"));
        }
    }

    fn opens<R: Read>(
        &mut self,
        byte: u8,
        at: usize,
        window: &mut StreamWindow<R>,
        sink: &RecordSink<'_>,
        report: &mut StreamReport,
    ) {
        match (self.list, self.depth) {
            (Some(list), depth) if list == depth => window.open(at),
            (Some(_), _) => {}
            (None, 0) => {
                if sink.lines && byte == b'{' {
                    window.open(at);
                } else if self.begun {
                    report.fault(StreamFault::Trailing, String::from_utf8_lossy(&[byte]));
                }
                self.begun = true;
                self.is_object = byte == b'{';
                if byte == b'[' {
                    self.list = Some(1);
                    report.lists += 1;
                }
            }
            (None, 1) if byte == b'[' && self.is_object => {
                let is_list = |name: &&str| name.as_bytes() == self.key;
                if sink.lists.iter().any(is_list) {
                    window.forget();
                    self.list = Some(2);
                    report.lists += 1;
                }
            }
            (None, _) => {}
        }
        self.depth += 1;
        self.in_scalar = false;
    }

    /// Whether what ends is a record: a value of the list, or a whole object where those are records.
    fn closes(&mut self, lines: bool, report: &mut StreamReport) -> bool {
        let Some(depth) = self.depth.checked_sub(1) else {
            report.fault(StreamFault::Trailing, "}");
            return false;
        };
        self.depth = depth;
        self.in_scalar = false;
        match self.list {
            Some(list) if depth == list => true,
            None if lines && depth == 0 => true,
            Some(list) if depth < list => {
                self.list = None;
                self.key.clear();
                false
            }
            _ => false,
        }
    }
}
