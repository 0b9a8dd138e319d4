//! Bytes that a fuzzer makes up, for one of the readers in `tests/targets`: `FUZZ_TARGET` names it.
#![no_main]

#[path = "../../tests/targets/mod.rs"]
mod targets;

use std::sync::OnceLock;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static TARGET: OnceLock<fn(&[u8])> = OnceLock::new();
    let target = TARGET.get_or_init(|| {
        let wanted = std::env::var("FUZZ_TARGET").unwrap_or_default();
        let found = targets::ALL.iter().find(|(name, _)| *name == wanted);
        match found {
            Some((_, target)) => *target,
            None => {
                let names: Vec<&str> = targets::ALL.iter().map(|(name, _)| *name).collect();
                panic!("FUZZ_TARGET is one of {}", names.join(", "))
            }
        }
    });
    target(bytes);
});
