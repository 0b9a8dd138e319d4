//! One worker process, from the side that asks: requests go in, answers come out, and its end is explained.

use std::io::{BufWriter, Read as _};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use guichet_wire::{
    self as wire, Answer, Bounds, Drawing, Job, JobHead, PagePicture, Plates, Print, Request,
    WORKER,
};

use super::pool::PressError;
use crate::reasons::reason;

/// Set in the environment of workers: the allocator reserves address space by pieces of this many KiB, where it would
/// take a gigabyte at once, which the bound on memory would refuse.
const RESERVE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "65536");

/// How many times its processor time a job may take by the clock. On a machine that does other things too, a sheet waits
/// for its turn, and that is no fault of the sheet.
const PATIENCE: u32 = 20;

/// A process that prints.
pub(super) struct Worker {
    child: Child,
    input: BufWriter<ChildStdin>,
    answers: Receiver<(Answer, Vec<Vec<u8>>)>,
}

impl Worker {
    /// Starts a program as a worker, and gives it its plates.
    pub fn start(program: &std::path::Path, plates: &Plates) -> Result<Self, PressError> {
        let lost = |error: std::io::Error| PressError::NoWorker(reason(&error));
        let mut child = Command::new(program)
            .arg(WORKER)
            .env(RESERVE.0, RESERVE.1)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(lost)?;
        let (Some(input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(PressError::NoWorker(String::new()));
        };
        let (answered, answers) = mpsc::channel();
        let reading = std::thread::Builder::new().spawn(move || {
            while let Ok(answer) = wire::read::<Answer>(&mut output) {
                if answered.send(answer).is_err() {
                    break;
                }
            }
        });
        if let Err(error) = reading {
            // It would never be heard.
            let _ = child.kill();
            let _ = child.wait();
            return Err(lost(error));
        }
        let mut worker = Self {
            child,
            input: BufWriter::new(input),
            answers,
        };
        let paths = plates.files().keys().cloned().collect();
        let blobs: Vec<&[u8]> = plates.files().values().map(|bytes| &**bytes).collect();
        let request = Request::Plates { paths };
        let ready = worker.ask(&request, &blobs, Duration::from_secs(5), 0)?;
        match ready {
            (Answer::Ready, _) => Ok(worker),
            (answer, _) => Err(unexpected(&answer)),
        }
    }

    pub fn print(&mut self, job: &Job, bounds: Bounds) -> Result<Print, PressError> {
        let request = Request::Print(head(job, bounds));
        match self.work(&request, &blobs(job), bounds)? {
            (Answer::Printed(facts), mut blobs) => Ok(Print {
                pdf: blobs.pop().unwrap_or_default(),
                facts,
            }),
            (answer, _) => Err(unexpected(&answer)),
        }
    }

    pub fn draw(
        &mut self,
        job: &Job,
        page: Option<u32>,
        bounds: Bounds,
    ) -> Result<Drawing, PressError> {
        let request = Request::Draw {
            job: head(job, bounds),
            page,
        };
        match self.work(&request, &blobs(job), bounds)? {
            (Answer::Drawn(facts), blobs) => {
                let pictures = (page.unwrap_or(1)..).zip(blobs);
                let pictures = pictures.map(|(page, svg)| PagePicture {
                    page,
                    svg: svg.into(),
                });
                Ok(Drawing {
                    pictures: pictures.collect(),
                    facts,
                })
            }
            (answer, _) => Err(unexpected(&answer)),
        }
    }

    pub fn join(
        &mut self,
        pdfs: &[Arc<[u8]>],
        duplex: bool,
        bounds: Bounds,
    ) -> Result<Vec<u8>, PressError> {
        let blobs: Vec<&[u8]> = pdfs.iter().map(|pdf| &**pdf).collect();
        match self.work(&Request::Join { duplex, bounds }, &blobs, bounds)? {
            (Answer::Joined, mut blobs) => Ok(blobs.pop().unwrap_or_default()),
            (answer, _) => Err(unexpected(&answer)),
        }
    }

    /// Asks for what takes time and memory.
    fn work(
        &mut self,
        request: &Request,
        blobs: &[&[u8]],
        bounds: Bounds,
    ) -> Result<(Answer, Vec<Vec<u8>>), PressError> {
        let time = Duration::from_secs(bounds.seconds);
        match self.ask(request, blobs, time, bounds.memory)? {
            (Answer::Mistakes(mistakes), _) => Err(PressError::Mistakes(mistakes)),
            // A failed allocation in the PDF's compression panics with `MemError`.
            (Answer::Panicked(message), _) if message.contains("MemError") => {
                Err(PressError::TooLarge(bounds.memory))
            }
            (Answer::Panicked(message), _) => Err(PressError::Panicked(message)),
            answer => Ok(answer),
        }
    }

    fn ask(
        &mut self,
        request: &Request,
        blobs: &[&[u8]],
        limit: Duration,
        memory: u64,
    ) -> Result<(Answer, Vec<Vec<u8>>), PressError> {
        if wire::write(&mut self.input, request, blobs).is_err() {
            return Err(self.cause_of_death(limit, memory));
        }
        match self.answers.recv_timeout(limit * PATIENCE) {
            Ok(answer) => Ok(answer),
            Err(RecvTimeoutError::Timeout) => Err(PressError::TooSlow(limit)),
            Err(RecvTimeoutError::Disconnected) => Err(self.cause_of_death(limit, memory)),
        }
    }

    /// Why the process ended, from its last words.
    fn cause_of_death(&mut self, limit: Duration, memory: u64) -> PressError {
        // It may have closed its output without ending.
        let _ = self.child.kill();
        let mut last_words = Vec::new();
        if let Some(stderr) = self.child.stderr.take() {
            let _ = stderr.take(10_000).read_to_end(&mut last_words);
        }
        let last_words = String::from_utf8_lossy(&last_words);
        if last_words.contains("overflowed its stack") {
            PressError::StackOverflow
        } else if last_words.contains("memory allocation") {
            PressError::TooLarge(memory)
        } else {
            match self.child.wait() {
                Ok(status) if has_used_its_time(status) => PressError::TooSlow(limit),
                Ok(status) => PressError::NoWorker(format!("{status} {last_words}")),
                Err(_) => PressError::NoWorker(last_words.into_owned()),
            }
        }
    }
}

fn head(job: &Job, bounds: Bounds) -> JobHead {
    JobHead {
        template: job.template.clone(),
        ident: job.ident.clone(),
        archival: job.archival,
        paths: job.files.iter().map(|(path, _)| path.clone()).collect(),
        bounds,
    }
}

/// The bytes that follow a job's head.
fn blobs(job: &Job) -> Vec<&[u8]> {
    let files = job.files.iter().map(|(_, bytes)| &**bytes);
    std::iter::once(&*job.data).chain(files).collect()
}

fn unexpected(answer: &Answer) -> PressError {
    PressError::NoWorker(format!("{answer:?}"))
}

/// Whether the system ended a process because it had used its processor time.
fn has_used_its_time(status: ExitStatus) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
    }
    #[cfg(not(unix))]
    {
        let _ = status;
        false
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
