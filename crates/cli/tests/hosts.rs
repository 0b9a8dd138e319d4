//! Sites published to a host: OpenSSH's server, on this machine alone.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;
#[allow(dead_code)]
#[path = "../../courier/tests/hosts/sshd.rs"]
mod sshd;

use std::fs;
use std::path::Path;

use site::{Run, TestSite};
use sshd::Sshd;

/// A site that is published to a server, and a home folder with the keys of both.
fn published_to(server: &Sshd, home: &Path) -> TestSite {
    let ssh = home.join(".ssh");
    fs::create_dir_all(&ssh).unwrap();
    fs::copy(server.path("user"), ssh.join("id_ed25519")).unwrap();
    fs::create_dir_all(server.path("www")).unwrap();
    let (port, user, folder) = (server.port, server.access().user, server.path("www"));
    let folder = folder.display();
    let settings = format!(
        "titre: Essai\npublication:\n  hôte: localhost\n  port: {port}\n  utilisateur: {user}\n  dossier: {folder}\n"
    );
    TestSite::new(&[
        ("guichet.yaml", settings.as_str()),
        ("content/a.md", "---\ntitre: Un\n---\n\nUn.\n"),
        ("content/b.md", "---\ntitre: Deux\n---\n\nDeux.\n"),
    ])
}

/// Runs the binary as a user with this home folder, and no agent.
fn at_home(site: &TestSite, home: &Path, arguments: &[&str]) -> Run {
    let mut command = site.command(arguments);
    command
        .env("HOME", home)
        .env_remove("SSH_AUTH_SOCK")
        .env_remove("GUICHET_PASSWORD");
    site.run_command(command)
}

#[test]
fn a_site_is_sent_and_then_what_changed() {
    let server = Sshd::start("internal-sftp");
    let home = tempfile::tempdir().unwrap();
    let site = published_to(&server, home.path());
    let run = |arguments: &[&str]| at_home(&site, home.path(), arguments);
    // Nobody has met this host yet: its fingerprint is told, and what to write.
    let unknown = run(&["publish", "--no-sheets"]);
    let fingerprint = server.access().fingerprint.unwrap();
    assert_eq!(unknown.status, Some(1));
    assert!(
        unknown
            .stderr
            .contains(&format!("empreinte: {fingerprint}")),
        "{}",
        unknown.stderr
    );
    let settings = fs::read_to_string(site.path("guichet.yaml")).unwrap();
    site.write(
        "guichet.yaml",
        format!("{settings}  empreinte: {fingerprint}\n"),
    );

    let first = run(&["publish", "--no-sheets"]);
    assert_eq!(first.status, Some(0), "{}", first.stderr);
    assert!(
        first.stderr.contains("Site publié chez localhost"),
        "{}",
        first.stderr
    );
    let online = || fs::read_to_string(server.path("www/a.html")).unwrap();
    assert!(online().contains("Un."));

    site.write("content/a.md", "---\ntitre: Un\n---\n\nMieux.\n");
    fs::remove_file(site.path("content/b.md")).unwrap();
    let dry = run(&["publish", "--no-sheets", "--dry-run"]);
    assert!(
        dry.stdout.contains("> a.html\n") && dry.stdout.contains("- b.html\n"),
        "{}",
        dry.stdout
    );
    assert!(
        !dry.stdout.contains("> index.css") && online().contains("Un."),
        "{}",
        dry.stdout
    );
    let second = run(&["publish", "--no-sheets"]);
    assert_eq!(second.status, Some(0), "{}", second.stderr);
    assert!(online().contains("Mieux.") && !server.path("www/b.html").exists());
    let third = run(&["publish", "--no-sheets"]);
    assert!(
        third.stderr.contains(" : 0 fichier envoyé"),
        "{}",
        third.stderr
    );
}

#[test]
fn somebody_whom_the_host_does_not_know_is_told_so() {
    let server = Sshd::start("internal-sftp");
    let home = tempfile::tempdir().unwrap();
    let site = published_to(&server, home.path());
    fs::remove_dir_all(home.path().join(".ssh")).unwrap();
    let settings = fs::read_to_string(site.path("guichet.yaml")).unwrap();
    let fingerprint = server.access().fingerprint.unwrap();
    site.write(
        "guichet.yaml",
        format!("{settings}  empreinte: {fingerprint}\n"),
    );
    let refused = at_home(&site, home.path(), &["publish", "--no-sheets"]);
    assert_eq!(refused.status, Some(1));
    assert!(
        refused.stderr.contains("GUICHET_PASSWORD"),
        "{}",
        refused.stderr
    );
    assert!(fs::read_dir(server.path("www")).unwrap().next().is_none());
}
