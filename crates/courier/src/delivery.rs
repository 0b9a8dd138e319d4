//! A delivery: from a published folder to a host.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::CourierError;
use crate::connection::PatientConnection;
use crate::host::RemoteHost;
use crate::local::LocalSite;
use crate::lock::{self, LockOwner};
use crate::plan::{Listings, Plan, SendTask, folder_of, folders_of, folders_to_list};
use crate::records::{OWN_FOLDER, RemoteRecords};
use crate::remote::{RemoteFile, RemoteSite};

/// How a delivery is made.
pub struct DeliveryOptions<'o> {
    /// Who publishes.
    pub owner: LockOwner,
    /// How many connections are used at once, at most.
    pub connections: usize,
    /// Whether only to say what would be done.
    pub dry: bool,
    /// How long to wait before each new try after a connection was cut.
    pub patience: &'o [Duration],
    /// Told now and then how far it is.
    pub progress: Option<&'o (dyn Fn(Progress) + Sync)>,
}

/// How many connections are used at once: hosts that are shared allow few.
const CONNECTIONS: usize = 4;

/// A minute in all.
const PATIENCE: &[Duration] = &[
    Duration::from_secs(1),
    Duration::from_secs(3),
    Duration::from_secs(8),
    Duration::from_secs(20),
    Duration::from_secs(30),
];

impl DeliveryOptions<'_> {
    /// As much at once as hosts allow, and patience for a minute.
    pub fn of(owner: LockOwner) -> Self {
        Self {
            owner,
            connections: CONNECTIONS,
            dry: false,
            patience: PATIENCE,
            progress: None,
        }
    }
}

/// How far a delivery is, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Sent.
    pub sent: u64,
    /// To be sent.
    pub total: u64,
}

/// What a delivery did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivered {
    /// The paths of the files that were sent, sorted.
    pub sent: Vec<String>,
    /// Their bytes.
    pub bytes: u64,
    /// How many were there already.
    pub spared: usize,
    /// The paths of the files that were deleted, sorted.
    pub deleted: Vec<String>,
}

/// The name of the list that earlier ways of publishing left with the files of a site, as `guichet build` writes it.
const BUILT: &str = ".guichet";

/// What that may weigh.
const LARGEST_BUILT: u64 = 64 << 20;

/// Names of other people's files that are told.
const MOST_TOLD: usize = 5;

/// Makes a host's folder the published one.
///
/// # Errors
///
/// If the host refuses, is cut off for longer than there is patience, or holds what guichet must not touch. What was sent stays, and the
/// next delivery goes on from there.
pub fn deliver(
    local: &LocalSite,
    host: &dyn RemoteHost,
    options: &DeliveryOptions<'_>,
) -> Result<Delivered, CourierError> {
    let mut connection = PatientConnection::new(host, options.patience);
    let mut courier = Courier {
        local,
        host,
        options,
    };
    let mut records = courier.records(&mut connection)?;
    let mut plan = courier.plan(&mut connection, &records.site)?;
    if options.dry {
        return Ok(told(&plan));
    }
    if plan.is_empty()
        && records.are_there()
        && connection.run(|folder| Ok(records.are_alone(folder)?))?
    {
        return Ok(told(&plan));
    }
    connection.run(|folder| lock::take(folder, &options.owner))?;
    // Another publisher may have been at work until now.
    let head = connection.run(|folder| RemoteRecords::head_there(folder))?;
    if !records.is_of(head.as_deref()) {
        records = courier.records(&mut connection)?;
        plan = courier.plan(&mut connection, &records.site)?;
    }
    let done = courier.carry_out(&mut connection, &mut records, &plan);
    let done = done.and_then(|()| connection.run(|folder| Ok(records.sweep(folder)?)));
    let released = connection.run(|folder| lock::release(folder));
    done?;
    released?;
    Ok(told(&plan))
}

fn told(plan: &Plan) -> Delivered {
    Delivered {
        sent: plan.send.iter().map(|task| task.path.clone()).collect(),
        bytes: plan.send.iter().map(|task| task.after.size).sum(),
        spared: plan.spared,
        deleted: plan.gone.clone(),
    }
}

struct Courier<'c> {
    local: &'c LocalSite,
    host: &'c dyn RemoteHost,
    options: &'c DeliveryOptions<'c>,
}

impl Courier<'_> {
    /// What is recorded on the host. A folder without a record must be empty, or hold what `guichet build` made and somebody copied there.
    fn records(
        &mut self,
        connection: &mut PatientConnection<'_>,
    ) -> Result<RemoteRecords, CourierError> {
        let mut records = connection.run(|folder| RemoteRecords::read(folder))?;
        if records.are_there() {
            return Ok(records);
        }
        let there = connection.run(|folder| Ok(folder.list("")?))?;
        if there.iter().any(|entry| entry.name == BUILT) {
            let built = connection.run(|folder| Ok(folder.read(BUILT, LARGEST_BUILT)?))?;
            let built = String::from_utf8(built.unwrap_or_default()).unwrap_or_default();
            let listed = built.lines().skip(1).chain([BUILT]);
            let listed = listed.map(|path| format!("? {path}\n"));
            let read = records.site.add(&listed.collect::<String>());
            read.ok_or_else(|| CourierError::Unread(BUILT.to_owned()))?;
            return Ok(records);
        }
        let others = there.into_iter().map(|entry| entry.name);
        let mut others: Vec<String> = others.filter(|name| name != OWN_FOLDER).collect();
        others.sort_unstable();
        others.truncate(MOST_TOLD);
        match others.is_empty() {
            true => Ok(records),
            false => Err(CourierError::NotOurs(others)),
        }
    }

    fn plan(
        &mut self,
        connection: &mut PatientConnection<'_>,
        remote: &RemoteSite,
    ) -> Result<Plan, CourierError> {
        let mut listings = Listings::new();
        for path in folders_to_list(self.local, remote) {
            let entries = connection.run(|folder| Ok(folder.list(&path)?))?;
            let entries = entries.into_iter().map(|entry| (entry.name, entry.size));
            listings.insert(path, entries.collect());
        }
        Plan::of(self.local, remote, &listings)
    }

    fn carry_out(
        &mut self,
        connection: &mut PatientConnection<'_>,
        records: &mut RemoteRecords,
        plan: &Plan,
    ) -> Result<(), CourierError> {
        if plan.is_empty() && records.are_there() {
            return Ok(());
        }
        let kept = records.count();
        let mut lines: BTreeMap<String, Option<RemoteFile>> = plan
            .found
            .iter()
            .map(|(path, content)| (path.clone(), Some(RemoteFile::There(*content))))
            .collect();
        let sending = plan.send.iter().map(|task| {
            let (before, after) = (task.before, task.after);
            (
                task.path.clone(),
                Some(RemoteFile::Sending { before, after }),
            )
        });
        lines.extend(sending);
        // Of what somebody copied there, nothing was written down yet.
        let leaving = plan.gone.iter().filter_map(|path| {
            let state = records.site.files.get(path)?;
            Some((path.clone(), Some(*state)))
        });
        lines.extend(leaving);
        let parts: Vec<String> = parts_left(&records.site, plan).collect();
        let there = records.site.files.iter();
        let there = there.filter(|(_, state)| matches!(state, RemoteFile::There(_)));
        let folders = folders_of(there.map(|(path, _)| path)).into_iter();
        let folders: BTreeSet<String> = folders.map(str::to_owned).collect();
        // What is guichet's is written down before it is there.
        connection.run(|folder| Ok(records.write(folder, kept, &lines)?))?;

        let needed = plan.send.iter().map(|task| &task.path);
        for path in folders_of(needed) {
            if !folders.contains(path) {
                connection.run(|folder| Ok(folder.make_folder(path)?))?;
            }
        }
        for part in parts {
            connection.run(|folder| Ok(folder.remove(&part)?))?;
        }
        self.send(connection, plan)?;

        for task in &plan.send {
            lines.insert(task.path.clone(), Some(RemoteFile::There(task.after)));
        }
        let leaving = plan
            .gone
            .iter()
            .map(|path| (path.clone(), Some(RemoteFile::Leaving)));
        lines.extend(leaving);
        connection.run(|folder| Ok(records.write(folder, kept, &lines)?))?;
        if !plan.gone.is_empty() {
            let delete = |connection: &mut PatientConnection<'_>, path: &String| {
                connection.run(|folder| Ok(folder.remove(path)?))
            };
            self.each(connection, &plan.gone, &delete)?;
            self.remove_empty_folders(connection, plan)?;
            lines.extend(plan.gone.iter().map(|path| (path.clone(), None)));
            connection.run(|folder| Ok(records.write(folder, kept, &lines)?))?;
        }
        connection.run(|folder| Ok(records.tidy(folder)?))
    }

    /// Sends the files of a plan, turn by turn.
    fn send(
        &self,
        connection: &mut PatientConnection<'_>,
        plan: &Plan,
    ) -> Result<(), CourierError> {
        let sent = AtomicU64::new(0);
        let total = plan.send.iter().map(|task| task.after.size).sum();
        let send = |connection: &mut PatientConnection<'_>, task: &&SendTask| {
            let Some(expected) = self.local.files.get(&task.path) else {
                return Ok(());
            };
            connection.run(|folder| {
                let mut file = self.local.open(&task.path, expected)?;
                let part = part_path(&task.path);
                Ok(folder.put(&task.path, &part, expected.size, &mut file)?)
            })?;
            let sent = sent.fetch_add(task.after.size, Ordering::Relaxed) + task.after.size;
            if let Some(progress) = self.options.progress {
                progress(Progress { sent, total });
            }
            Ok(())
        };
        for turn in plan.turns() {
            self.each(connection, &turn, &send)?;
        }
        Ok(())
    }

    /// Deletes the folders that only files that are gone were in.
    fn remove_empty_folders(
        &self,
        connection: &mut PatientConnection<'_>,
        plan: &Plan,
    ) -> Result<(), CourierError> {
        let kept = folders_of(self.local.files.keys());
        let gone = folders_of(plan.gone.iter());
        let mut empty: Vec<&str> = gone.difference(&kept).copied().collect();
        // The inner ones first.
        empty.sort_unstable_by_key(|folder| std::cmp::Reverse(folder.len()));
        for path in empty {
            connection.run(|folder| Ok(folder.remove_folder(path)?))?;
        }
        Ok(())
    }

    /// Does something with each, over several connections at once; stops at the first error.
    fn each<T: Sync>(
        &self,
        connection: &mut PatientConnection<'_>,
        tasks: &[T],
        act: &(dyn Fn(&mut PatientConnection<'_>, &T) -> Result<(), CourierError> + Sync),
    ) -> Result<(), CourierError> {
        let next = AtomicUsize::new(0);
        let error = Mutex::new(None);
        let failed = || {
            error
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .is_some()
        };
        let work = |connection: &mut PatientConnection<'_>,
                    beat: &mut dyn FnMut(&mut PatientConnection<'_>)| {
            while !failed() {
                let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) else {
                    return;
                };
                if let Err(found) = act(connection, task) {
                    let mut error = error.lock().unwrap_or_else(PoisonError::into_inner);
                    error.get_or_insert(found);
                }
                beat(connection);
            }
        };
        let helpers = self.options.connections.min(tasks.len()).saturating_sub(1);
        std::thread::scope(|scope| {
            for _ in 0..helpers {
                scope.spawn(|| {
                    let mut connection = PatientConnection::new(self.host, self.options.patience);
                    // A host that allows fewer connections is served by those that it allows.
                    if connection.is_possible() {
                        work(&mut connection, &mut |_| ());
                    }
                });
            }
            let mut said = Instant::now();
            work(connection, &mut |connection| {
                if said.elapsed() >= lock::HEARTBEAT {
                    said = Instant::now();
                    // Whoever cannot say that it is at work finds that out with the next file.
                    let _ = connection.run(|folder| lock::renew(folder, &self.options.owner));
                }
            });
        });
        match error.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }
}

/// What a cut delivery may have left of files that are not sent again.
fn parts_left<'p>(remote: &'p RemoteSite, plan: &'p Plan) -> impl Iterator<Item = String> + 'p {
    let sent: BTreeSet<&str> = plan.send.iter().map(|task| &*task.path).collect();
    let files = remote.files.iter();
    let cut = files.filter(|(_, state)| matches!(state, RemoteFile::Sending { .. }));
    cut.filter(move |(path, _)| !sent.contains(path.as_str()))
        .map(|(path, _)| part_path(path))
}

/// Where a file is written until it is whole.
fn part_path(path: &str) -> String {
    let folder = folder_of(path);
    let slash = if folder.is_empty() { "" } else { "/" };
    let hash = blake3::hash(path.as_bytes()).to_hex();
    format!("{folder}{slash}.guichet-{}.part", &hash[..16])
}
