//! A connection that is made anew when it was cut.

use std::time::Duration;

use crate::host::{RemoteFolder, RemoteHost};
use crate::{CourierError, HostError};

/// A connection to a host, made when it is first needed.
pub(crate) struct PatientConnection<'h> {
    host: &'h dyn RemoteHost,
    waits: &'h [Duration],
    open: Option<Box<dyn RemoteFolder + 'h>>,
}

impl<'h> PatientConnection<'h> {
    /// None yet.
    pub fn new(host: &'h dyn RemoteHost, waits: &'h [Duration]) -> Self {
        Self {
            host,
            waits,
            open: None,
        }
    }

    /// Whether a connection can be made now.
    pub fn is_possible(&mut self) -> bool {
        if self.open.is_none() {
            self.open = self.host.connect().ok();
        }
        self.open.is_some()
    }

    /// Does something over the connection; if it is cut, waits and does it again over a new one.
    pub fn run<T>(
        &mut self,
        mut act: impl FnMut(&mut dyn RemoteFolder) -> Result<T, CourierError>,
    ) -> Result<T, CourierError> {
        let mut waits = self.waits.iter();
        loop {
            let done = match &mut self.open {
                Some(open) => act(&mut **open),
                None => match self.host.connect() {
                    Ok(open) => act(&mut **self.open.insert(open)),
                    Err(error) => Err(error.into()),
                },
            };
            match done {
                Err(CourierError::Host(error)) if error.is_passing() => {
                    self.open = None;
                    match waits.next() {
                        Some(wait) => std::thread::sleep(*wait),
                        None => return Err(HostError::into(error)),
                    }
                }
                done => return done,
            }
        }
    }
}
