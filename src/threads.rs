//! How many threads work is shared by: those of the cores, or one where the system allows no more.
//!
//! Containers and shared hosts bound the threads of a user. Libraries take it for granted that a thread can be made, and panic where it
//! cannot, so that it is tried before they are asked.

/// How many threads a build may have for each core: those that render, twice as many that prepare sheets, a worker with three, and the one that
/// reads its answers.
const OF_A_CORE: usize = 7;

/// No more than this many are tried: whoever may have so many may have more.
const MOST_TRIED: usize = 32;

/// Makes the pool that work is shared in; without threads of its own where the system does not allow as many as are needed.
pub fn prepare() {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let builder = rayon::ThreadPoolBuilder::new();
    let builder = match allowed((OF_A_CORE * cores).min(MOST_TRIED)) {
        true => builder,
        false => builder.num_threads(1).use_current_thread(),
    };
    // Where there is one already, as in tests, that one is used.
    let _ = builder.build_global();
}

/// Whether this many threads can be made at once, besides those that there are.
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
