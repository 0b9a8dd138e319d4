//! The press: worker processes, one for each core at most, started when they are first needed.
//!
//! Threads would be as fast (docs/performance.md), but only a process contains a template that loops without end,
//! overflows the stack or takes all of the memory.

use std::io::{BufWriter, Read as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use guichet_wire::{self as wire, Answer, Job, Plates, Print, Request, TemplateMistake, WORKER};

use crate::reasons::reason;

/// Set in the environment of workers: the allocator reserves address space by pieces of this many KiB, where it would
/// take a gigabyte at once, which the bound on memory would refuse.
const RESERVE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "65536");

/// Why a job was not printed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PressError {
    /// The template has mistakes.
    #[error("the template has mistakes: {}", .0.iter().map(|mistake| &*mistake.message).collect::<Vec<_>>().join("; "))]
    Mistakes(Vec<TemplateMistake>),
    /// It took more processor time than this.
    #[error("it took longer than {0:?}")]
    TooSlow(Duration),
    /// It needed more memory than this, in bytes.
    #[error("it needed more than {0} bytes of memory")]
    TooLarge(u64),
    /// It nested too deep.
    #[error("it is nested too deeply")]
    StackOverflow,
    /// The engine stopped where it never should.
    #[error("the engine panicked: {0}")]
    Panicked(String),
    /// No worker could be started or spoken to.
    #[error("no worker can be started or reached: {0}")]
    NoWorker(String),
}

/// What a job may take. Its own figures grow with it: a sheet takes 10 ms, a binder of a whole site minutes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How much processor time any job may take, rounded up to seconds; each 50 000 bytes of its data add one. Where the
    /// system does not count it, and for a worker that does nothing at all, twenty times as much by the clock.
    pub time: Duration,
    /// How many bytes any job may map; its files add four times their size (they are decoded), each byte of its data
    /// 500.
    pub memory: u64,
}

/// How many times its processor time a job may take by the clock. On a machine that does other things too, a sheet waits
/// for its turn, and that is no fault of the sheet.
const PATIENCE: u32 = 20;

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            memory: 1 << 30,
        }
    }
}

impl Limits {
    fn time_of(self, job: &Job) -> Duration {
        self.time + Duration::from_millis(job.data.len() as u64 / 50)
    }

    fn memory_of(self, job: &Job) -> u64 {
        let files: u64 = job.files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        self.memory + 4 * files + 500 * job.data.len() as u64
    }
}

/// Prints jobs with the plates of one theme, several at a time.
pub struct Press {
    plates: Arc<Plates>,
    program: PathBuf,
    limits: Limits,
    crew: Mutex<Crew>,
    freed: Condvar,
}

struct Crew {
    idle: Vec<Worker>,
    busy: usize,
    /// How many there may be: fewer, once the system has refused to start one.
    capacity: usize,
}

impl Press {
    /// A press that starts `program` (guichet itself) as its workers. Nothing is started yet.
    pub fn new(plates: Arc<Plates>, program: PathBuf, limits: Limits) -> Self {
        let cores = std::thread::available_parallelism();
        Self {
            plates,
            program,
            limits,
            crew: Mutex::new(Crew {
                idle: Vec::new(),
                busy: 0,
                capacity: cores.map_or(1, std::num::NonZero::get),
            }),
            freed: Condvar::new(),
        }
    }

    /// The program that is running, as a worker is started from it: still the same file where it has been replaced on
    /// disk in the meantime.
    pub fn this_program() -> PathBuf {
        let running = PathBuf::from("/proc/self/exe");
        if running.exists() {
            return running;
        }
        std::env::current_exe().unwrap_or_else(|_| PathBuf::from("guichet"))
    }

    /// An idle worker; `None` where one may be started.
    fn take(&self) -> Option<Worker> {
        let mut crew = self.lock();
        while crew.idle.is_empty() && crew.busy >= crew.capacity {
            crew = self
                .freed
                .wait(crew)
                .unwrap_or_else(PoisonError::into_inner);
        }
        crew.busy += 1;
        crew.idle.pop()
    }

    /// Whether there are other workers than the one that could not be started: no more of them are then started.
    fn goes_on_with_others(&self) -> bool {
        let mut crew = self.lock();
        crew.busy -= 1;
        let others = crew.busy + crew.idle.len();
        if others > 0 {
            crew.capacity = others;
        }
        drop(crew);
        self.freed.notify_one();
        others > 0
    }

    fn put(&self, worker: Option<Worker>) {
        let mut crew = self.lock();
        crew.busy -= 1;
        crew.idle.extend(worker);
        drop(crew);
        self.freed.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, Crew> {
        self.crew.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What prints jobs: [`Press`].
pub trait PrintEngine: Send + Sync {
    /// What it prints with.
    fn plates(&self) -> &Arc<Plates>;

    /// Prints a job.
    ///
    /// # Errors
    ///
    /// If the template has mistakes, breaks its limits, or nothing prints it.
    fn print(&self, job: &Job) -> Result<Print, PressError>;
}

impl PrintEngine for Press {
    fn plates(&self) -> &Arc<Plates> {
        &self.plates
    }

    /// Waits for a worker while all are busy.
    fn print(&self, job: &Job) -> Result<Print, PressError> {
        let mut worker = loop {
            if let Some(worker) = self.take() {
                break worker;
            }
            match Worker::start(&self.program, &self.plates) {
                Ok(worker) => break worker,
                Err(error) if !self.goes_on_with_others() => return Err(error),
                Err(_) => {}
            }
        };
        let printed = worker.print(job, self.limits);
        // A worker that did not answer is in a state that nobody knows; dropping it ends it.
        let is_sound = matches!(printed, Ok(_) | Err(PressError::Mistakes(_)));
        self.put(is_sound.then_some(worker));
        printed
    }
}

struct Worker {
    child: Child,
    input: BufWriter<ChildStdin>,
    answers: Receiver<(Answer, Vec<Vec<u8>>)>,
}

impl Worker {
    fn start(program: &std::path::Path, plates: &Plates) -> Result<Self, PressError> {
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
            (answer, _) => Err(PressError::NoWorker(format!("{answer:?}"))),
        }
    }

    fn print(&mut self, job: &Job, limits: Limits) -> Result<Print, PressError> {
        let memory = limits.memory_of(job);
        let time = limits.time_of(job);
        let request = Request::Job {
            template: job.template.clone(),
            ident: job.ident.clone(),
            archival: job.archival,
            paths: job.files.iter().map(|(path, _)| path.clone()).collect(),
            memory,
            seconds: time.as_secs() + u64::from(time.subsec_nanos() > 0),
        };
        let files = job.files.iter().map(|(_, bytes)| &**bytes);
        let blobs: Vec<&[u8]> = std::iter::once(&*job.data).chain(files).collect();
        match self.ask(&request, &blobs, time, memory)? {
            (Answer::Printed(facts), mut blobs) => Ok(Print {
                pdf: blobs.pop().unwrap_or_default(),
                facts,
            }),
            (Answer::Mistakes(mistakes), _) => Err(PressError::Mistakes(mistakes)),
            // A failed allocation in the PDF's compression panics with `MemError`.
            (Answer::Panicked(message), _) if message.contains("MemError") => {
                Err(PressError::TooLarge(memory))
            }
            (Answer::Panicked(message), _) => Err(PressError::Panicked(message)),
            (Answer::Ready, _) => Err(PressError::NoWorker("ready".to_owned())),
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
