//! Sheets as pictures for a screen, and what is kept of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use guichet::images::Studio;
use guichet::outputs::sheet::Printer;
use guichet::press::{
    Drawing, Job, Limits, Plates, Press, PressError, Print, PrintEngine, PrintShop,
};
use guichet::site::{PageOrder, Site};

use crate::common::{assembled, program, sample};
use crate::site::TestSite;

/// A press that counts what it draws and prints.
struct CountingPress {
    press: Press,
    drawings: Arc<AtomicUsize>,
    prints: Arc<AtomicUsize>,
}

impl PrintEngine for CountingPress {
    fn plates(&self) -> &Arc<Plates> {
        self.press.plates()
    }

    fn print(&self, job: &Job) -> Result<Print, PressError> {
        self.prints.fetch_add(1, Ordering::Relaxed);
        self.press.print(job)
    }

    fn draw(&self, job: &Job, page: Option<u32>) -> Result<Drawing, PressError> {
        self.drawings.fetch_add(1, Ordering::Relaxed);
        self.press.draw(job, page)
    }

    fn join(&self, pdfs: &[Arc<[u8]>], duplex: bool) -> Result<Vec<u8>, PressError> {
        self.press.join(pdfs, duplex)
    }
}

struct CountedShop {
    shop: PrintShop,
    drawings: Arc<AtomicUsize>,
    prints: Arc<AtomicUsize>,
}

impl CountedShop {
    fn of(site: &Site) -> Self {
        let plates = Arc::clone(&site.theme.plates);
        let (drawings, prints) = (Arc::default(), Arc::default());
        let press = CountingPress {
            press: Press::new(plates, program(), Limits::default()),
            drawings: Arc::clone(&drawings),
            prints: Arc::clone(&prints),
        };
        Self {
            shop: PrintShop::with(Box::new(press), None),
            drawings,
            prints,
        }
    }

    /// How many drawings and prints the press was asked for.
    fn counts(&self) -> (usize, usize) {
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        (count(&self.drawings), count(&self.prints))
    }
}

/// The pictures of each sheet are those of the pages of its PDF, with the same complaints. Only a printer's copy needs a print.
#[test]
fn pictures_show_what_is_printed() {
    let site = sample();
    let studio = Studio::default();
    let counted = CountedShop::of(&site);
    let printer = Printer::new(&site, &counted.shop, &studio);
    let (reading, printing): (Vec<_>, Vec<_>) = site
        .sheets()
        .partition(|sheet| sheet.order == PageOrder::Reading);
    for sheets in [&reading, &printing] {
        for sheet in sheets.iter() {
            let drawn = printer.pictures(*sheet, None);
            let pages: Vec<u32> = drawn.pictures.iter().map(|picture| picture.page).collect();
            assert_eq!(pages, Vec::from_iter(1..=drawn.pages), "{sheet:?}");
            for picture in &drawn.pictures {
                let svg = std::str::from_utf8(&picture.svg).unwrap();
                let svg = roxmltree::Document::parse(svg).unwrap();
                assert_eq!(svg.root_element().tag_name().name(), "svg");
                let is_script = |node: roxmltree::Node<'_, '_>| node.tag_name().name() == "script";
                assert!(!svg.descendants().any(is_script), "{sheet:?}");
            }
            assert!(drawn.diagnostics.is_empty(), "{sheet:?}");
        }
        if sheets.as_ptr() == reading.as_ptr() {
            assert_eq!(counted.counts(), (reading.len(), 0));
        }
    }
    assert!(!printing.is_empty());
    for sheet in reading.iter().chain(&printing) {
        let pdf = printer.copy(*sheet).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        assert!(printer.complaints_of(*sheet).is_empty());
        let pages = guichet::outputs::Printing::facts(&printer, *sheet).map(|facts| facts.pages);
        assert_eq!(pages, Some(printer.pictures(*sheet, Some(1)).pages));
    }
}

/// What has been drawn is drawn again only when the text has changed, also for another site of the same theme.
#[test]
fn a_picture_is_drawn_once() {
    let guide = |title: &str, text: &str| {
        let text = format!("---\ntitre: {title}\nfiches: [a4]\n---\n\n{text}\n");
        let site = TestSite::new(&[("content/guides/un.md", &text)]);
        assembled(&site)
    };
    let site = guide("Un", &"Un texte. ".repeat(1000));
    let counted = CountedShop::of(&site);
    let studio = Studio::default();
    let drawn = |site: &Site, page| {
        let sheet = site.sheets().next().unwrap();
        Printer::new(site, &counted.shop, &studio).pictures(sheet, page)
    };
    let all = drawn(&site, None);
    assert!(all.pages > 1);
    let second = drawn(&site, Some(2));
    assert_eq!(second.pictures, all.pictures[1..2]);
    assert_eq!(second.pages, all.pages);
    assert!(drawn(&site, Some(all.pages + 1)).pictures.is_empty());
    assert_eq!(counted.counts(), (1, 0));
    let changed = guide("Deux", "Un texte.");
    assert_eq!(drawn(&changed, Some(1)).pages, 1);
    assert_eq!(drawn(&changed, Some(1)).pictures.len(), 1);
    assert_eq!(drawn(&site, None).pictures, all.pictures);
    assert_eq!(counted.counts(), (2, 0));
}

/// A sheet that does not fit is shown as far as it goes, and the press says so; one that cannot be set in type is not looked into.
#[test]
fn pictures_come_with_what_is_wrong() {
    let text = "Le mardi, la permanence a répondu à douze personnes.\n\n".repeat(150);
    let article = format!("---\ntitre: Long\ndate: 2026-09-01\nfiches: [tract]\n---\n\n{text}");
    let site = assembled_anyway(&TestSite::new(&[("content/articles/long.md", &article)]));
    let counted = CountedShop::of(&site);
    let studio = Studio::default();
    let printer = Printer::new(&site, &counted.shop, &studio);
    let mut sheets = site.sheets();
    let sheet = sheets.find(|sheet| sheet.format.name() == "tract");
    let sheet = sheet.unwrap().to_read();
    let drawn = printer.pictures(sheet, Some(1));
    assert_eq!(drawn.pictures.len(), 1);
    let found = drawn.diagnostics.iter().map(|found| found.code.name());
    assert_eq!(found.collect::<Vec<_>>(), ["does-not-fit"]);
    let site = TestSite::new(&[
        (
            "content/guides/un.md",
            "---\ntitre: Un\nfiches: [a4]\n---\n\nUn texte.\n",
        ),
        ("themes/default/sheets/a4.typ", "Une ligne.\n\n#panic()\n"),
    ]);
    let site = assembled_anyway(&site);
    let counted = CountedShop::of(&site);
    let printer = Printer::new(&site, &counted.shop, &studio);
    let drawn = printer.pictures(site.sheets().next().unwrap(), None);
    assert_eq!((drawn.pages, drawn.pictures.len()), (0, 0));
    let found = drawn.diagnostics.iter().map(|found| found.code.name());
    assert_eq!(found.collect::<Vec<_>>(), ["template-error"]);
    assert_eq!(counted.counts(), (1, 0));
}

fn assembled_anyway(site: &TestSite) -> Site {
    let project = guichet::project::Project::read(&site.path(""));
    project.site(guichet::site::Extent::default()).0
}
