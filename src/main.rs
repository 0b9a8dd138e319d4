//! The `guichet` command.

use std::process::ExitCode;

/// Rendering allocates many small strings on several threads: mimalloc makes a build a sixth faster than
/// glibc's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    guichet::cli::run(std::env::args_os())
}
