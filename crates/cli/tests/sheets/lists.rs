//! The pages that list the sheets of a site.

use crate::site::TestSite;

/// If one page would be too long a list of all sheets, each section has a list of its own, in parts.
#[test]
fn a_large_site_lists_its_sheets_section_by_section() {
    let site = TestSite::new(&[("guichet.yaml", "titre: Essai\n")]);
    for number in 0..101 {
        let text = format!("---\ntitre: Guide {number}\n---\n\nUn texte.\n");
        site.write(&format!("content/guides/g{number}.md"), &text);
    }
    let run = site.run(&["build"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let read = |path: &str| std::fs::read_to_string(site.path(&format!("public/{path}"))).unwrap();
    let all = read("fiches.html");
    assert!(all.contains("href=\"guides/fiches.html\""), "{all}");
    assert!(all.contains("href=\"guides/fiches.zip\""), "{all}");
    assert!(!all.contains("-a4.pdf"));
    assert_eq!(read("guides/fiches.html").matches("-a4.pdf").count(), 100);
    assert_eq!(read("guides/fiches-2.html").matches("-a4.pdf").count(), 1);
}
