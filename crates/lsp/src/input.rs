//! The messages of a program as they come: those that are not JSON are left out, because the server would end at the
//! first.

use std::io::{BufRead, Read as _};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use serde::de::IgnoredAny;
use tokio::io::{AsyncRead, ReadBuf};
use tokio::sync::mpsc::{Receiver, channel};

/// The largest message that is read: a text, each of its letters escaped.
const LARGEST: u64 = 32 * 1024 * 1024;

/// How many messages wait to be answered before no more are read.
const WAITING: usize = 64;

/// The messages of an input, until it ends or is no longer made of messages.
pub(crate) struct MessageInput {
    coming: Receiver<Vec<u8>>,
    /// The message that is being handed on, and how much of it has been.
    current: Vec<u8>,
    at: usize,
}

impl MessageInput {
    /// Begins to read, in a thread of its own.
    ///
    /// # Errors
    ///
    /// If the system allows no more threads.
    pub fn begin(mut input: impl BufRead + Send + 'static) -> std::io::Result<Self> {
        let (sender, coming) = channel(WAITING);
        let thread = std::thread::Builder::new().name("input".to_owned());
        thread.spawn(move || {
            while let Some(body) = next(&mut input) {
                if serde_json::from_slice::<IgnoredAny>(&body).is_err() {
                    continue;
                }
                let mut message = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
                message.extend(body);
                if sender.blocking_send(message).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self {
            coming,
            current: Vec::new(),
            at: 0,
        })
    }
}

impl AsyncRead for MessageInput {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        let this = self.get_mut();
        if this.at == this.current.len() {
            match ready!(this.coming.poll_recv(context)) {
                Some(message) => this.current = message,
                None => return Poll::Ready(Ok(())),
            }
            this.at = 0;
        }
        let rest = &this.current[this.at..];
        let length = rest.len().min(buffer.remaining());
        buffer.put_slice(&rest[..length]);
        this.at += length;
        Poll::Ready(Ok(()))
    }
}

/// The body of the next message. `None` where there is none, or nobody knows where it ends.
fn next(input: &mut impl BufRead) -> Option<Vec<u8>> {
    const LONGEST_LINE: u64 = 1024;
    let mut length: Option<u64> = None;
    loop {
        let mut line = Vec::new();
        let mut bounded = input.by_ref().take(LONGEST_LINE);
        if bounded.read_until(b'\n', &mut line).ok()? == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        // Empty lines before a message are no end of its head.
        if line.is_empty() && length.is_some() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let length = length.filter(|length| *length <= LARGEST)?;
    let mut body = Vec::new();
    let read = input.by_ref().take(length).read_to_end(&mut body).ok()?;
    (read as u64 == length).then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_end_where_they_say() {
        let mut input: &[u8] =
            b"\r\nContent-Type: x\r\ncontent-length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[]";
        assert_eq!(next(&mut input).as_deref(), Some(&b"{}"[..]));
        // Cut in its middle.
        assert_eq!(next(&mut input), None);
        assert_eq!(next(&mut &b""[..]), None);
        assert_eq!(
            next(&mut &b"Content-Length: 99999999999\r\n\r\n{}"[..]),
            None
        );
    }
}
