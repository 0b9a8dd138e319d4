//! A process that prints what it is asked to: whatever a template does to it (an endless loop, a panic, an overflow of
//! the stack, all of the memory), the process that asked goes on.

use std::any::Any;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use guichet_wire::{self as wire, Answer, Bounds, Job, JobHead, Plates, Request};

use crate::engine::Engine;
use crate::error::EngineError;
use crate::join::join;

/// Typst nests deeper than the 2 MiB that threads have by default; its own bounds on nesting fit in this.
const STACK: usize = 64 << 20;

/// Prints what standard input asks for, and answers on standard output, until the input ends.
///
/// # Errors
///
/// If the system allows no thread, or nobody reads the answers.
pub fn work() -> io::Result<()> {
    let (asked, requests) = mpsc::channel();
    // The input ends with the process that asked, perhaps during a print that would never end.
    std::thread::Builder::new().spawn(move || {
        let mut input = io::stdin().lock();
        while let Ok(message) = wire::read::<Request>(&mut input) {
            if asked.send(message).is_err() {
                break;
            }
        }
        std::process::exit(0);
    })?;
    // Typst shares its work among the threads of this pool. A worker has one: there is a process for each core.
    let one_thread = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .stack_size(STACK)
        .build()
        .map_err(io::Error::other)?;
    one_thread.install(move || answer(requests))
}

fn answer(requests: Receiver<(Request, Vec<Vec<u8>>)>) -> io::Result<()> {
    let mut engine = Engine::new(&Plates::default());
    let mut out = io::stdout().lock();
    for (request, blobs) in requests {
        match request {
            Request::Plates { paths } => {
                let blobs = blobs.into_iter().map(Into::into);
                let files: BTreeMap<_, _> = paths.into_iter().zip(blobs).collect();
                engine = Engine::new(&Plates::new(files));
                wire::write(&mut out, &Answer::Ready, &[])?;
            }
            Request::Print(head) => {
                bound(head.bounds);
                let job = job(head, blobs);
                reply(&mut out, || {
                    let print = engine.print(&job)?;
                    Ok((Answer::Printed(print.facts), vec![print.pdf.into()]))
                })?;
            }
            Request::Draw { job: head, page } => {
                bound(head.bounds);
                let job = job(head, blobs);
                reply(&mut out, || {
                    let drawing = engine.draw(&job, page)?;
                    let pictures = drawing.pictures.into_iter().map(|picture| picture.svg);
                    Ok((Answer::Drawn(drawing.facts), pictures.collect()))
                })?;
            }
            Request::Join { duplex, bounds } => {
                bound(bounds);
                reply(&mut out, || {
                    let pdf = join(blobs, duplex)?;
                    Ok((Answer::Joined, vec![pdf.into()]))
                })?;
            }
        }
    }
    Ok(())
}

fn job(head: JobHead, blobs: Vec<Vec<u8>>) -> Job {
    let mut blobs = blobs.into_iter();
    Job {
        template: head.template,
        data: blobs.next().unwrap_or_default(),
        files: head.paths.into_iter().zip(blobs.map(Into::into)).collect(),
        ident: head.ident,
        archival: head.archival,
    }
}

/// What work gives: an answer, and the bytes that follow it.
type Reply = Result<(Answer, Vec<Arc<[u8]>>), EngineError>;

/// Works, and writes what comes of it. After a panic the engine's state is not known: the process says why, and ends.
fn reply(out: &mut impl io::Write, work: impl FnOnce() -> Reply) -> io::Result<()> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok((answer, blobs))) => {
            let blobs: Vec<&[u8]> = blobs.iter().map(|bytes| &**bytes).collect();
            wire::write(out, &answer, &blobs)
        }
        Ok(Err(error)) => wire::write(out, &Answer::Mistakes(error.mistakes), &[]),
        Err(panic) => {
            wire::write(out, &Answer::Panicked(message(&*panic)), &[])?;
            out.flush()?;
            std::process::exit(1);
        }
    }
}

fn bound(bounds: Bounds) {
    bound_memory(bounds.memory);
    bound_time(bounds.seconds);
}

/// What a panic said.
fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_default()
}

/// Bounds what the process may map. Where the system has no such bound, none is set.
fn bound_memory(bytes: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let maximum = getrlimit(Resource::As).maximum;
        let current = maximum.map_or(bytes, |maximum| bytes.min(maximum));
        let _ = setrlimit(
            Resource::As,
            Rlimit {
                current: Some(current),
                maximum,
            },
        );
    }
    #[cfg(not(unix))]
    let _ = bytes;
}

/// Bounds the processor time that the process may take from now on: the system ends it then. Where the system has no
/// such bound, none is set.
fn bound_time(seconds: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        use rustix::time::{ClockId, clock_gettime};
        let taken = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
        let bound = u64::try_from(taken)
            .unwrap_or_default()
            .saturating_add(1)
            .saturating_add(seconds);
        let maximum = getrlimit(Resource::Cpu).maximum;
        let _ = setrlimit(
            Resource::Cpu,
            Rlimit {
                current: Some(maximum.map_or(bound, |maximum| bound.min(maximum))),
                maximum,
            },
        );
        // The signal that ends it would otherwise leave a picture of its memory on disk, where a system keeps these.
        let _ = setrlimit(
            Resource::Core,
            Rlimit {
                current: Some(0),
                maximum: getrlimit(Resource::Core).maximum,
            },
        );
    }
    #[cfg(not(unix))]
    let _ = seconds;
}
