//! The press: worker processes, one for each core at most, started when they are first needed.
//!
//! Threads would be as fast (docs/performance.md), but only a process contains a template that loops without end,
//! overflows the stack or takes all of the memory.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use guichet_wire::{Bounds, Drawing, Job, Plates, Print, TemplateMistake};

use super::worker::Worker;

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

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            memory: 1 << 30,
        }
    }
}

impl Limits {
    /// What a job may take.
    pub(super) fn of(self, job: &Job) -> Bounds {
        let files: u64 = job.files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        let data = job.data.len() as u64;
        Bounds {
            memory: self.memory + 4 * files + 500 * data,
            seconds: seconds(self.time + Duration::from_millis(data / 50)),
        }
    }

    /// What joining so many bytes of PDFs may take: five seconds for each megabyte, and sixteen times the memory.
    pub(super) fn of_joining(self, bytes: u64) -> Bounds {
        Bounds {
            memory: self.memory + 16 * bytes,
            seconds: seconds(self.time + Duration::from_micros(5 * bytes)),
        }
    }
}

/// Whole seconds that are enough for this.
fn seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
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

    /// Has a worker do something. Waits for one while all are busy.
    fn with_worker<T>(
        &self,
        work: impl FnOnce(&mut Worker) -> Result<T, PressError>,
    ) -> Result<T, PressError> {
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
        let done = work(&mut worker);
        // A worker that did not answer is in a state that nobody knows; dropping it ends it.
        let is_sound = matches!(done, Ok(_) | Err(PressError::Mistakes(_)));
        self.put(is_sound.then_some(worker));
        done
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

    /// Draws a page of a job for a screen (from 1), or all of them. It takes as long as setting it in type: no PDF is written, so what
    /// PDF/UA and PDF/A forbid is not found.
    ///
    /// # Errors
    ///
    /// If the template has mistakes, breaks its limits, or nothing draws it.
    fn draw(&self, job: &Job, page: Option<u32>) -> Result<Drawing, PressError>;

    /// Joins finished PDFs in this order. With `duplex`, each begins on the front of a sheet of paper.
    ///
    /// # Errors
    ///
    /// If there is none, one cannot be read, they are too large, or nothing joins them.
    fn join(&self, pdfs: &[Arc<[u8]>], duplex: bool) -> Result<Vec<u8>, PressError>;
}

impl PrintEngine for Press {
    fn plates(&self) -> &Arc<Plates> {
        &self.plates
    }

    fn print(&self, job: &Job) -> Result<Print, PressError> {
        self.with_worker(|worker| worker.print(job, self.limits.of(job)))
    }

    fn draw(&self, job: &Job, page: Option<u32>) -> Result<Drawing, PressError> {
        self.with_worker(|worker| worker.draw(job, page, self.limits.of(job)))
    }

    fn join(&self, pdfs: &[Arc<[u8]>], duplex: bool) -> Result<Vec<u8>, PressError> {
        let bytes = pdfs.iter().map(|pdf| pdf.len() as u64).sum();
        self.with_worker(|worker| worker.join(pdfs, duplex, self.limits.of_joining(bytes)))
    }
}
