//! A mistake of guichet's own in one piece of work ends that piece alone.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a piece of work gives; `None` if it ended in a mistake of guichet's own, which has been printed where the
/// workshop was started. What it was working on may be half done.
pub(crate) fn survived<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
