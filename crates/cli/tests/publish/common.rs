//! Sites of many pages.

use crate::site::TestSite;

/// A site of many pages, each with this word in it.
pub fn many_pages(word: &str) -> TestSite {
    let site = TestSite::new(&[]);
    write_pages(&site, word);
    site
}

pub fn write_pages(site: &TestSite, word: &str) {
    for i in 0..150 {
        let text = format!(
            "---\ntitre: Page {i}\nmots-clés: [un, deux]\n---\n\n{}\n",
            format!("{word} ").repeat(300)
        );
        site.write(&format!("content/guides/p{i}.md"), text);
    }
}
