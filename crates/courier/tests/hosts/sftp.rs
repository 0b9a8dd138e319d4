//! OpenSSH's SFTP.

use std::fs;

use guichet_courier::hosts::{SftpHost, SshAccess};
use guichet_courier::{CourierError, HostError};

use crate::common::{delivered, files_in, is_delivered, options, site};
use crate::sshd::Sshd;

fn host(server: &Sshd, access: SshAccess) -> SftpHost {
    fs::create_dir_all(server.path("www")).unwrap();
    let folder = server.path("www");
    SftpHost::new("localhost", server.port, folder.to_str().unwrap(), access).unwrap()
}

#[test]
fn a_site_is_delivered() {
    let server = Sshd::start("internal-sftp");
    let host = host(&server, server.access());
    is_delivered(&host, &server.path("www"));
}

#[test]
fn only_a_host_that_is_known_is_trusted() {
    let server = Sshd::start("internal-sftp");
    let refusal = |access: SshAccess| {
        let refused = delivered(&site("un"), &host(&server, access), &options());
        match refused {
            Err(CourierError::Host(error)) => error,
            other => panic!("{other:?}"),
        }
    };
    let stranger = SshAccess {
        fingerprint: Some("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU".to_owned()),
        ..server.access()
    };
    assert!(matches!(refusal(stranger), HostError::Impostor { .. }));
    // Nobody has ever met it.
    let known_hosts = Some(server.path("known"));
    let unknown = SshAccess {
        fingerprint: None,
        known_hosts,
        ..server.access()
    };
    fs::write(server.path("known"), "").unwrap();
    let HostError::Untrusted { fingerprint, .. } = refusal(unknown.clone()) else {
        panic!("trusted");
    };
    assert_eq!(Some(fingerprint), server.access().fingerprint);
    // Once `ssh` has met it, it is known.
    let key = fs::read_to_string(server.path("host.pub")).unwrap();
    let line = format!("[localhost]:{} {key}", server.port);
    fs::write(server.path("known"), line).unwrap();
    delivered(&site("un"), &host(&server, unknown.clone()), &options()).unwrap();
    // A host whose key is another than the one that was met.
    let key = fs::read_to_string(server.path("stranger.pub")).unwrap();
    let line = format!("[localhost]:{} {key}", server.port);
    fs::write(server.path("known"), line).unwrap();
    assert!(matches!(refusal(unknown), HostError::Impostor { .. }));
    // A user who is not let in.
    let nobody = SshAccess {
        keys: vec![server.path("stranger"), server.path("missing")],
        ..server.access()
    };
    assert!(matches!(refusal(nobody), HostError::NotLetIn { .. }));
}

/// A server without OpenSSH's extension does not rename over what is there: nothing that readers see is touched.
#[test]
fn a_host_that_cannot_replace_is_refused() {
    let mut server = Sshd::start("internal-sftp");
    let before = site("un");
    delivered(&before, &host(&server, server.access()), &options()).unwrap();
    server.restart("internal-sftp -P posix-rename,rename");
    let refused = delivered(&site("deux"), &host(&server, server.access()), &options());
    assert!(
        matches!(
            refused,
            Err(CourierError::Host(HostError::CannotReplace(_)))
        ),
        "{refused:?}"
    );
    assert_eq!(files_in(&server.path("www")), before);
}

#[test]
fn what_a_host_refuses_is_told() {
    let server = Sshd::start("internal-sftp -P mkdir");
    let refused = delivered(&site("un"), &host(&server, server.access()), &options());
    assert!(
        matches!(refused, Err(CourierError::Host(HostError::Refused(..)))),
        "{refused:?}"
    );
    assert!(files_in(&server.path("www")).is_empty());
}

#[test]
fn nobody_answers() {
    let server = Sshd::start("internal-sftp");
    let (access, port) = (server.access(), server.port);
    drop(server);
    let host = SftpHost::new("localhost", port, "", access).unwrap();
    let refused = delivered(&site("un"), &host, &options());
    assert!(
        matches!(refused, Err(CourierError::Host(HostError::Unreachable(..)))),
        "{refused:?}"
    );
}
