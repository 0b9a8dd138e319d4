//! A line that is cut at any moment.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_courier::hosts::SftpHost;
use guichet_courier::{CourierError, DeliveryOptions, HostError};

use crate::common::{FileBytes, delivered, files_in, options, site};
use crate::sshd::Sshd;

/// A line to a server, which is cut once some bytes have gone over it.
struct CutLine {
    port: u16,
    left: Arc<AtomicI64>,
}

impl CutLine {
    fn to(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let left = Arc::new(AtomicI64::new(i64::MAX));
        let shared = Arc::clone(&left);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    continue;
                };
                for end in [&client, &server] {
                    end.set_nodelay(true).unwrap();
                }
                for (from, to) in [(&client, &server), (&server, &client)] {
                    let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                    let left = Arc::clone(&shared);
                    std::thread::spawn(move || carry(from, to, &left));
                }
            }
        });
        Self { port, left }
    }

    fn cut_after(&self, bytes: i64) {
        self.left.store(bytes, Ordering::SeqCst);
    }
}

/// Carries bytes until the line is cut.
fn carry(mut from: TcpStream, mut to: TcpStream, left: &AtomicI64) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let before = left.fetch_sub(count as i64, Ordering::SeqCst);
        let whole = usize::try_from(before).unwrap_or(0).min(count);
        if to.write_all(&bytes[..whole]).is_err() || whole < count {
            break;
        }
    }
    for end in [&from, &to] {
        let _ = end.shutdown(Shutdown::Both);
    }
}

/// Fifty cuts, of first publications and of later ones: what readers see is made of whole files, and the next one that is not cut ends right.
#[test]
fn a_cut_line_leaves_whole_files() {
    let server = Sshd::start("internal-sftp");
    let line = CutLine::to(server.port);
    let www = server.path("www");
    fs::create_dir_all(&www).unwrap();
    let folder = www.to_str().unwrap();
    let impatient = DeliveryOptions {
        patience: &[],
        ..options()
    };
    let (mut cuts, mut turn) = (0u32, 0i64);
    let mut versions: Vec<FileBytes> = Vec::new();
    while cuts < 50 {
        turn += 1;
        // Each version has other pages of the same length as before, some new ones, and some that are gone.
        let mut files = site(if turn % 2 == 0 { "pair" } else { "deux" });
        files.insert(
            format!("guides/page-{turn}.html"),
            turn.to_string().into_bytes(),
        );
        versions.push(files.clone());
        // Somewhere in a delivery of some 600 kilobytes: at its beginning more often.
        let after = 2_000 + (turn * 7_919 * turn) % (40_000 + (turn % 5) * 150_000);
        line.cut_after(after);
        let host = SftpHost::new("localhost", line.port, folder, server.access()).unwrap();
        let done = delivered(&files, &host, &impatient);
        match done {
            Ok(_) => assert_eq!(files_in(&www), files),
            Err(CourierError::Host(HostError::Cut(_) | HostError::Unreachable(..))) => cuts += 1,
            Err(error) => panic!("{error:?}"),
        }
        let parts = |path: &str| path.contains(".guichet-");
        for (path, bytes) in files_in(&www).into_iter().filter(|(path, _)| !parts(path)) {
            let is_whole = versions
                .iter()
                .any(|version| version.get(&path) == Some(&bytes));
            assert!(is_whole, "{path} is not whole");
        }
        if turn % 7 == 0 {
            line.cut_after(i64::MAX);
            delivered(&files, &host, &options()).unwrap();
            assert_eq!(files_in(&www), files);
        }
    }
}
