//! The state of a site between two changes.

use std::path::Path;
use std::sync::Arc;

use crate::cache::Cache;
use crate::checks::{self, Scope};
use crate::diagnostics::{Diagnostic, Severity};
use crate::images::Studio;
use crate::outputs::sheet::Printer;
use crate::outputs::{Content, OutputIndex, Printing as _, Renderer};
use crate::percent::decode;
use crate::press::PrintShop;
use crate::project::Project;
use crate::site::{Extent, Output, OutputPath, Site};

/// The state of a site between two changes.
pub struct Snapshot {
    /// The site.
    pub site: Site,
    /// What reading and assembling found wrong.
    pub found: Vec<Diagnostic>,
    /// Larger than that of any state before, also of an earlier run.
    pub version: u64,
    /// The content of its search, computed at the first search.
    found_by_search: Arc<OutputIndex>,
    /// Its images, as they are asked for.
    pub studio: Arc<Studio>,
    /// Prints sheets as they are asked for, where there is a press.
    pub print_shop: Option<Arc<PrintShop>>,
}

impl Snapshot {
    /// The current site of a folder. Keeps the images and the press of the state before; the press as long as the theme
    /// does not change.
    pub fn take(
        project: &Project,
        extent: Extent,
        press: Option<&Path>,
        before: Option<&Self>,
    ) -> Self {
        let (site, found) = project.site(extent);
        let print_shop = press.map(|press| {
            let plates = &site.theme.plates;
            let before = before.and_then(|before| before.print_shop.as_ref());
            let same = before.filter(|shop| shop.press.plates().hash() == plates.hash());
            let open = || Arc::new(PrintShop::open(plates, press.to_owned(), None));
            same.map_or_else(open, Arc::clone)
        });
        Self {
            found_by_search: Arc::new(OutputIndex::new(&site)),
            studio: before.map_or_else(
                || {
                    let cache = Cache::open_existing(&project.root);
                    Arc::new(Studio::new(Some(Arc::new(cache))))
                },
                |before| Arc::clone(&before.studio),
            ),
            site,
            found,
            version: before.map_or_else(version_at_start, |before| before.version + 1),
            print_shop,
        }
    }

    /// Everything that is wrong with the site, without advice on writing: reading every text again after each edit
    /// would keep people waiting.
    pub fn diagnostics(&self) -> Vec<(Severity, Diagnostic)> {
        let mut found = self.found.clone();
        found.extend(checks::check(&self.site, Scope::Publishing));
        checks::judge(&self.site, found)
    }

    /// What is at an address: `/`, `/guides/`, `/guides/carte%20d.html`. The file system is never consulted.
    pub fn at(&self, address: &str) -> Option<(OutputPath, &Output)> {
        let path = site_path(address)?;
        let output = self.site.output(&path)?;
        Some((path, output))
    }

    /// The address of the sheet that replaces one that does not fit: pages do not wait for their sheets, and link to
    /// the requested format. Prints the sheet to know it.
    pub fn stand_in(&self, output: &Output) -> Option<String> {
        let asked = output.sheet()?;
        self.site.stand_in(asked)?;
        let shop = self.print_shop.as_ref()?;
        let printer = Printer::new(&self.site, shop, &self.studio);
        let settled = printer.settled(asked).filter(|sheet| *sheet != asked)?;
        Some(format!("/{}", self.site.sheet_path(settled)?.encoded()))
    }

    /// The content of an output. A page waits neither for its sheets nor for its images: it does not give the length of
    /// its sheets, and its weight excludes images not made yet.
    ///
    /// # Errors
    ///
    /// What is wrong with a template, or with a sheet that cannot be printed.
    pub fn render(&self, path: &OutputPath, output: &Output) -> Result<Content, Diagnostic> {
        let renderer = Renderer::new(&self.site)
            .with_search(&self.found_by_search)
            .with_studio(&self.studio)
            .without_waiting();
        if let Some(shop) = self.print_shop.as_ref().filter(|_| output.is_printed()) {
            let printer = Printer::new(&self.site, shop, &self.studio);
            let content = renderer.with_printing(&printer).render(path, output)?;
            let missing = output
                .sheet()
                .filter(|_| matches!(content, Content::Missing));
            let complaint = missing.and_then(|sheet| printer.diagnostics(sheet).into_iter().next());
            return complaint.map_or(Ok(content), Err);
        }
        renderer.render(path, output)
    }
}

/// The path on the site for an address: decoded, with `index.html` at the end of a folder. `None` if it is
/// not a path of an output.
fn site_path(address: &str) -> Option<OutputPath> {
    let decoded = decode(address);
    let path = decoded.strip_prefix('/')?;
    let index = if path.is_empty() || path.ends_with('/') {
        "index.html"
    } else {
        ""
    };
    OutputPath::new(format!("{path}{index}"))
}

/// Versions differ between runs, so that a browser left open reloads when the program restarts.
fn version_at_start() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |time| u64::try_from(time.as_millis()).unwrap_or(0))
}
