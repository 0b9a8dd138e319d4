//! What is said over the pipes: a line of JSON after its length, then the bytes it announces.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{PrintFacts, TemplateMistake};

/// What a worker is asked. The bytes follow: those of each file of a theme; of a job, its data and then its files; or those of each
/// PDF.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Read this theme: paths of its files.
    Plates {
        /// Where each of the files that follow is found.
        paths: Vec<String>,
    },
    /// Print this job.
    Print(JobHead),
    /// Draw its pages for a screen.
    Draw {
        /// The job.
        job: JobHead,
        /// The only page to draw, from 1; all of them without.
        page: Option<u32>,
    },
    /// Join finished PDFs into one.
    Join {
        /// Whether each begins on the front of a sheet of paper.
        duplex: bool,
        /// What it may take.
        bounds: Bounds,
    },
}

/// A [`Job`](crate::Job), whose bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub struct JobHead {
    /// Its template.
    pub template: String,
    /// What identifies the document.
    pub ident: String,
    /// Whether the PDF must be archival.
    pub archival: bool,
    /// Where each of its files is found.
    pub paths: Vec<String>,
    /// What it may take.
    pub bounds: Bounds,
}

/// What a worker may take for one answer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Bounds {
    /// The most memory that the process may map, in bytes.
    pub memory: u64,
    /// The most processor time, in whole seconds.
    pub seconds: u64,
}

/// What a worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// It is ready to print.
    Ready,
    /// The PDF follows.
    Printed(PrintFacts),
    /// The drawing of each page that was asked for follows.
    Drawn(PrintFacts),
    /// The PDF follows.
    Joined,
    /// The template has mistakes, or a PDF cannot be read.
    Mistakes(Vec<TemplateMistake>),
    /// The engine stopped where it never should; the process ends.
    Panicked(String),
}

/// No message is longer: a length beyond is not one of ours.
const LONGEST: u64 = 1 << 32;

/// Writes a message and the bytes that go with it.
///
/// # Errors
///
/// If the pipe is closed or the message cannot be written as JSON.
pub fn write(out: &mut impl Write, message: &impl Serialize, blobs: &[&[u8]]) -> io::Result<()> {
    let message = serde_json::to_vec(message)?;
    out.write_all(&(message.len() as u64).to_le_bytes())?;
    out.write_all(&(blobs.len() as u64).to_le_bytes())?;
    out.write_all(&message)?;
    for blob in blobs {
        out.write_all(&(blob.len() as u64).to_le_bytes())?;
        out.write_all(blob)?;
    }
    out.flush()
}

/// Reads a message and the bytes that go with it. The end of the pipe is an error of kind `UnexpectedEof`.
///
/// # Errors
///
/// If the pipe ends (`UnexpectedEof`), or what comes is no message of this kind.
pub fn read<M: DeserializeOwned>(input: &mut impl Read) -> io::Result<(M, Vec<Vec<u8>>)> {
    let length = read_length(input)?;
    let count = read_length(input)?;
    let message = serde_json::from_slice(&read_bytes(input, length)?)?;
    let blobs: io::Result<Vec<Vec<u8>>> = (0..count)
        .map(|_| {
            let length = read_length(input)?;
            read_bytes(input, length)
        })
        .collect();
    Ok((message, blobs?))
}

fn read_length(input: &mut impl Read) -> io::Result<u64> {
    let mut bytes = [0; 8];
    input.read_exact(&mut bytes)?;
    let length = u64::from_le_bytes(bytes);
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(length)
}

fn read_bytes(input: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}
