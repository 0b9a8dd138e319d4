//! Unpacks bzip2 on all cores.
//!
//! The blocks of the format do not depend on each other. Each begins with 48 bits that occur nowhere else but by chance (once in 2⁴⁸
//! places), at any bit of the file. Cut there, a block is a file of its own once it has a head and an end.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use bzip2::read::BzDecoder;

/// The digits of π: a block follows.
const BLOCK: u64 = 0x3141_5926_5359;

/// The digits of its square root: the blocks end, and their checksum follows.
const END: u64 = 0x1772_4538_5090;

/// How many bits these have.
const MARK: usize = 48;

/// Of the 48 bits.
const MASK: u64 = (1 << MARK) - 1;

/// A block holds at most 900 kB after a first compression, which text does not notice; packed, it cannot be much larger.
const LARGEST_PACKED: usize = 2 * 1024 * 1024;

/// What a block of text unpacks to at most, with much room.
const LARGEST_BLOCK: u64 = 16 * 1024 * 1024;

/// More threads would wait for the one that reads.
const MOST_WORKERS: usize = 4;

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

type Unpacked = io::Result<Vec<u8>>;

/// A block as a file, and where to send what is in it.
type BlockJob = (Vec<u8>, Sender<Unpacked>);

/// Unpacks what a reader gives.
pub struct ParallelBzip2<R> {
    blocks: BlockCutter<R>,
    jobs: Sender<BlockJob>,
    /// Those who wait for a job; without any, the reader unpacks by itself.
    workers: usize,
    waiting: VecDeque<Receiver<Unpacked>>,
    unpacked: Vec<u8>,
    at: usize,
    is_over: bool,
}

impl<R: Read> ParallelBzip2<R> {
    pub fn new(reader: R) -> Self {
        let (jobs, queue) = channel::<BlockJob>();
        let queue = Arc::new(Mutex::new(queue));
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let spawned = (0..cores.min(MOST_WORKERS)).map_while(|_| {
            let queue = Arc::clone(&queue);
            let thread = std::thread::Builder::new().name("bzip2".to_owned());
            // It ends with the sender of jobs.
            thread.spawn(move || work(&queue)).ok()
        });
        Self {
            blocks: BlockCutter::new(reader),
            jobs,
            workers: spawned.count(),
            waiting: VecDeque::new(),
            unpacked: Vec::new(),
            at: 0,
            is_over: false,
        }
    }

    /// Gives the workers as many blocks as they can have ready.
    fn fill(&mut self) {
        while self.waiting.len() <= self.workers && !self.is_over {
            let (sender, receiver) = channel();
            match self.blocks.next_block() {
                Ok(Some(block)) => {
                    let job = (block, sender);
                    if self.workers == 0 {
                        let _ = job.1.send(unpacked(&job.0));
                    } else {
                        let _ = self.jobs.send(job);
                    }
                }
                Ok(None) => {
                    self.is_over = true;
                    return;
                }
                Err(error) => {
                    self.is_over = true;
                    let _ = sender.send(Err(error));
                }
            }
            self.waiting.push_back(receiver);
        }
    }
}

impl<R: Read> Read for ParallelBzip2<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            let rest = self.unpacked.get(self.at..).unwrap_or_default();
            let length = rest.len().min(bytes.len());
            if let (Some(from), Some(to)) = (rest.get(..length), bytes.get_mut(..length))
                && length > 0
            {
                to.copy_from_slice(from);
                self.at += length;
                return Ok(length);
            }
            if bytes.is_empty() {
                return Ok(0);
            }
            self.fill();
            let Some(next) = self.waiting.pop_front() else {
                return Ok(0);
            };
            self.unpacked = next.recv().map_err(io::Error::other)??;
            self.at = 0;
        }
    }
}

fn work(queue: &Mutex<Receiver<BlockJob>>) {
    loop {
        let job = match queue.lock() {
            Ok(queue) => queue.recv(),
            Err(_) => return,
        };
        let Ok((block, sender)) = job else {
            return;
        };
        // Nobody waits for it if the reader has stopped.
        let _ = sender.send(unpacked(&block));
    }
}

fn unpacked(block: &[u8]) -> Unpacked {
    let mut bytes = Vec::with_capacity(1024 * 1024);
    let mut decoder = BzDecoder::new(block).take(LARGEST_BLOCK + 1);
    decoder.read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_BLOCK {
        let most = LARGEST_BLOCK / (1024 * 1024);
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("bzip2: > {most} MB"),
        ));
    }
    Ok(bytes)
}

/// Cuts a file into blocks.
struct BlockCutter<R> {
    reader: R,
    /// What has been read, from the beginning of the block at hand.
    bytes: Vec<u8>,
    /// How many of these bytes have been searched.
    searched: usize,
    /// The last 64 bits that have been searched.
    bits: u64,
    /// The bit at which the block at hand begins.
    start: Option<usize>,
}

impl<R: Read> BlockCutter<R> {
    fn new(reader: R) -> Self {
        Self {
            reader,
            bytes: Vec::new(),
            searched: 0,
            bits: 0,
            start: None,
        }
    }

    /// The next block, as a file of its own; `None` after the last.
    fn next_block(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            while let Some((at, is_block)) = self.next_mark() {
                let before = self.start.take();
                let block = before.map(|from| alone(&self.bytes, from..at)).transpose();
                // What is before the mark is done.
                let done = at / 8;
                self.bytes.drain(..done);
                self.searched -= done;
                self.start = is_block.then_some(at % 8);
                if let Some(block) = block? {
                    return Ok(Some(block));
                }
            }
            if self.start.is_none() {
                // A mark may have begun in the last bytes: 48 bits touch seven of them.
                let done = self.searched.saturating_sub(MARK / 8 + 1);
                self.bytes.drain(..done);
                self.searched -= done;
            } else if self.bytes.len() > LARGEST_PACKED {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "bzip2"));
            }
            let read = (&mut self.reader)
                .take(CHUNK as u64)
                .read_to_end(&mut self.bytes)?;
            if read == 0 {
                return match self.start {
                    // The end of the blocks is missing.
                    Some(_) => Err(io::ErrorKind::UnexpectedEof.into()),
                    None => Ok(None),
                };
            }
        }
    }

    /// The bit at which the next mark begins, and whether it is that of a block.
    fn next_mark(&mut self) -> Option<(usize, bool)> {
        for byte in self.bytes.get(self.searched..)? {
            self.searched += 1;
            self.bits = self.bits << 8 | u64::from(*byte);
            for shift in 0..8 {
                let mark = self.bits >> shift & MASK;
                if mark == BLOCK || mark == END {
                    let at = (self.searched * 8).checked_sub(shift + MARK)?;
                    // A mark is found once.
                    self.bits = 0;
                    return Some((at, mark == BLOCK));
                }
            }
        }
        None
    }
}

/// A block as a file: a head, these bits, an end, and the checksum of all blocks, which is that of the one.
fn alone(bytes: &[u8], bits: std::ops::Range<usize>) -> io::Result<Vec<u8>> {
    const HEAD: &[u8] = b"BZh9";
    let shift = bits.start % 8;
    let whole = bits.len() / 8;
    let mut file = Vec::with_capacity(HEAD.len() + whole + 12);
    file.extend_from_slice(HEAD);
    let from = bytes.get(bits.start / 8..).unwrap_or_default();
    let next = from.iter().skip(1).chain(std::iter::once(&0));
    let mut shifted = from.iter().zip(next).map(|(byte, next)| {
        let pair = u16::from(*byte) << 8 | u16::from(*next);
        (pair << shift >> 8) as u8
    });
    file.extend(shifted.by_ref().take(whole));
    let rest = bits.len() % 8;
    let last = shifted.next().unwrap_or_default() >> (8 - rest).min(7);
    let last = if rest == 0 { 0 } else { last };
    let checksum = file.get(HEAD.len() + 6..HEAD.len() + 10);
    let Some(checksum) = checksum.and_then(|bytes| <[u8; 4]>::try_from(bytes).ok()) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "bzip2"));
    };
    let end = u128::from(last) << MARK | u128::from(END);
    let end = end << 32 | u128::from(u32::from_be_bytes(checksum));
    let used = rest + MARK + 32;
    let filled = used.next_multiple_of(8);
    let end = end << (filled - used) << (128 - filled);
    file.extend(end.to_be_bytes().into_iter().take(filled / 8));
    Ok(file)
}
