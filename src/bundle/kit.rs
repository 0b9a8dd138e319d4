//! The kit: the whole site as a zip that runs from a USB stick, with a start page and a list to print.

use std::path::Path;

use super::{Archive, BundleError, Scratch};
use crate::build::{self, BuildOptions, Report};
use crate::outputs::{Renderer, kit_page, kit_readme};
use crate::project::Project;
use crate::site::Site;

/// The folder of the site in the kit.
const FOLDER: &str = "site";

/// Builds the site, with plain texts and messages, and writes the kit to `out`. Returns what the build found;
/// if there are errors, nothing is written.
///
/// # Errors
///
/// If the file system refuses, or the site could not be built there.
pub fn write(
    project: &Project,
    out: &Path,
    options: &BuildOptions<'_>,
) -> Result<Report, BundleError> {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    // A fixed name: the next run replaces what a killed run left behind.
    let folder = out.with_file_name(format!(".{name}.guichet-site"));
    let scratch = Scratch(folder.clone());
    let options = BuildOptions {
        texts: true,
        ..*options
    };
    let (site, found) = build::assemble(project, &options);
    let report = build::publish(project, &site, found, &folder, &options)?;
    if report.published.is_none() {
        return Ok(report);
    }
    let mut archive = Archive::create(out)?;
    let default = site.config.default_language();
    let renderer = Renderer::new(&site);
    for (name, contents) in contents(&site, &options)? {
        archive.add(&name, &contents)?;
    }
    let page = kit_page(&renderer, default, FOLDER)?;
    archive.add(&site.kit_path("address-kit", "html"), &page)?;
    let readme = kit_readme(&site, default, FOLDER);
    archive.add(
        &site.kit_path("address-kit-readme", "txt"),
        readme.as_bytes(),
    )?;
    archive.add_folder(&folder, &format!("{FOLDER}/"))?;
    archive.finish()?;
    drop(scratch);
    Ok(report)
}

/// The list of the kit's contents, to print: one for each language, if sheets are printed.
fn contents(
    site: &Site,
    options: &BuildOptions<'_>,
) -> Result<Vec<(String, Vec<u8>)>, BundleError> {
    let Some(shop) = options.print_shop else {
        return Ok(Vec::new());
    };
    let studio = options.studio.cloned().unwrap_or_default();
    let printer = crate::outputs::sheet::Printer::new(site, shop, &studio);
    let mut lists = Vec::new();
    for language in &site.languages {
        let job = crate::outputs::sheet::prepare_contents(
            site,
            *language,
            FOLDER,
            &shop.coverage,
            &printer,
            &studio,
        );
        let print = shop.press.print(&job)?;
        let name = site.kit_path("address-kit-contents", "pdf");
        let name = match *language == site.config.default_language() {
            true => name,
            false => name.replace(".pdf", &format!("-{language}.pdf")),
        };
        lists.push((name, print.pdf));
    }
    Ok(lists)
}
