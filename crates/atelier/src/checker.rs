//! Checks the whole site whenever nobody has typed for a while: what an edit breaks on other pages shows on the desk.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use guichet::checks::{self, Scope};
use guichet::diagnostics::{Diagnostic, Severity};
use guichet::live::Snapshot;
use guichet::site::Site;

use crate::stumble::survived;
use crate::workshop::Workshop;

/// Checks of a large site keep every core busy: they wait until nobody waits for a page.
const QUIET: Duration = Duration::from_millis(700);

/// What was wrong with the whole site.
#[derive(Default)]
pub(crate) struct SiteCheck {
    /// The version that was checked.
    pub version: u64,
    /// By the paths of files; what is wrong with the site as a whole has an empty path.
    pub found: BTreeMap<String, Vec<(Severity, Diagnostic)>>,
    /// Whether the check ended in a mistake of guichet's own: what was found is of the one before.
    pub is_stumbled: bool,
}

/// What checks a site, for as long as that is wanted.
pub(crate) type CheckSite = fn(&Site, Scope, &(dyn Fn() -> bool + Sync)) -> Option<Vec<Diagnostic>>;

impl SiteCheck {
    /// What was wrong with a file.
    pub fn of(&self, path: &str) -> &[(Severity, Diagnostic)] {
        self.found.get(path).map_or(&[], Vec::as_slice)
    }
}

/// Checks each state that stays for a while.
pub(crate) fn run(states: &Receiver<Arc<Snapshot>>, workshop: &Workshop, check_site: CheckSite) {
    let mut next = Some(workshop.snapshot());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().ok();
    loop {
        let Some(mut snapshot) = next.take().or_else(|| states.recv().ok()) else {
            return;
        };
        while let Ok(newer) = states.recv_timeout(QUIET) {
            snapshot = newer;
        }
        // A state that somebody waits for is not there yet.
        let begun = workshop.asked.load(Ordering::SeqCst);
        if workshop.snapshot().version != snapshot.version {
            continue;
        }
        let is_wanted = || workshop.asked.load(Ordering::SeqCst) == begun;
        let check = || check_site(&snapshot.site, Scope::All, &is_wanted);
        // Of the cores that assemble states and render pages, it takes one.
        let found = survived(|| match &pool {
            Some(pool) => pool.install(check),
            None => check(),
        });
        let Some(found) = found else {
            // Nobody waits for it any more, and what was found before is better than nothing.
            workshop.set_check(SiteCheck {
                version: snapshot.version,
                found: workshop.check().found.clone(),
                is_stumbled: true,
            });
            continue;
        };
        let Some(found) = found else {
            // What was asked may have changed nothing: then no newer state comes.
            next = Some(workshop.snapshot());
            continue;
        };
        let all = snapshot.found.iter().cloned().chain(found).collect();
        let mut by_file: BTreeMap<String, Vec<(Severity, Diagnostic)>> = BTreeMap::new();
        for (severity, found) in checks::judge(&snapshot.site, all) {
            let path = found.location.path().to_owned();
            by_file.entry(path).or_default().push((severity, found));
        }
        workshop.set_check(SiteCheck {
            version: snapshot.version,
            found: by_file,
            is_stumbled: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc::channel;

    use super::*;
    use crate::keeper::SiteKeeper;
    use crate::workshop::tests::{options, workshop};

    #[test]
    fn a_check_that_stumbles_is_told_and_the_next_one_is_made() {
        static IS_AGAIN: AtomicBool = AtomicBool::new(false);
        let folder = tempfile::tempdir().unwrap();
        let keeper = SiteKeeper::read(&options(folder.path()));
        let workshop = Arc::new(workshop(folder.path(), &keeper, channel().0));
        let (states, to_check) = channel();
        let shared = Arc::clone(&workshop);
        let checker = std::thread::spawn(move || {
            run(&to_check, &shared, |_, _, _| {
                assert!(IS_AGAIN.swap(true, Ordering::SeqCst), "the first check");
                Some(Vec::new())
            });
        });
        let wait = |is_stumbled: bool| {
            while workshop.check().version == 0 || workshop.check().is_stumbled != is_stumbled {
                assert!(!checker.is_finished());
                std::thread::yield_now();
            }
        };
        wait(true);
        states.send(keeper.snapshot()).unwrap();
        wait(false);
    }
}
