//! Decides how many threads share the work: one per core, or one in total if the system allows no more.
//!
//! Containers and shared hosts limit the threads of a user. Libraries assume that threads can be created and
//! panic if they cannot, so this tries it first.

/// The most threads of a build per core: those that render, twice as many that prepare sheets, a worker with
/// three, and the one that reads its answers.
const OF_A_CORE: usize = 7;

/// Tries at most this many: a user who may have that many may have more.
const MOST_TRIED: usize = 32;

/// Creates the pool that shares the work; without threads of its own if the system does not allow as many as
/// needed.
pub fn prepare() {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let builder = rayon::ThreadPoolBuilder::new();
    let builder = match allowed((OF_A_CORE * cores).min(MOST_TRIED)) {
        true => builder,
        false => builder.num_threads(1).use_current_thread(),
    };
    // If there is one already, as in tests, it is used.
    let _ = builder.build_global();
}

/// Whether this many threads can be created at once, besides the existing ones.
pub fn allowed(count: usize) -> bool {
    let made = std::thread::scope(|scope| {
        let mut made = Vec::with_capacity(count);
        for _ in 0..count {
            let thread = std::thread::Builder::new().stack_size(64 * 1024);
            match thread.spawn_scoped(scope, std::thread::park) {
                Ok(thread) => made.push(thread),
                Err(_) => break,
            }
        }
        for thread in &made {
            thread.thread().unpark();
        }
        made.len()
    });
    made == count
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_few_threads_can_be_made_and_end() {
        assert!((0..20).all(|_| super::allowed(4)));
    }
}
