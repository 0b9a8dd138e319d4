//! Project → published folder: assembles, checks, renders every output in parallel, publishes.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::checks::{self, Outcome, RenderingRules, Scope};
use crate::diagnostics::{Diagnostic, Severity};
use crate::images::Studio;
use crate::model::values::Date;
use crate::outputs::{Content, Printing, Renderer, Weight, encoded, is_compressed};
use crate::press::PrintShop;
use crate::project::Project;
use crate::publish::{Comparison, PublishChanges, PublishError, Published, Staging};
use crate::site::{Extent, Output, OutputPath, Site};

/// How a site is built: `BuildOptions::on(day).with_drafts(true)`.
#[derive(Default, Clone, Copy)]
#[non_exhaustive]
pub struct BuildOptions<'o> {
    /// Whether to publish drafts.
    pub drafts: bool,
    /// Whether a warning counts as an error.
    pub strict: bool,
    /// Whether to add plain texts and messages, whatever the configuration says.
    pub texts: bool,
    /// The day on which the site is published.
    pub day: Date,
    /// Which rules to run.
    pub scope: Scope,
    /// Only the outputs of one shard.
    pub shard: Option<Shard>,
    /// Prints the sheets; without it, the site has no sheets.
    pub print_shop: Option<&'o PrintShop>,
    /// Makes the images; without it, they are made and not cached.
    pub studio: Option<&'o Arc<Studio>>,
    /// Called after each output, with the total number.
    pub progress: Option<&'o (dyn Fn(usize) + Sync)>,
}

impl<'o> BuildOptions<'o> {
    /// Everything but drafts and sheets, on a day, with every rule.
    pub fn on(day: Date) -> Self {
        Self {
            day,
            ..Self::default()
        }
    }

    /// With drafts, or without.
    pub fn with_drafts(self, drafts: bool) -> Self {
        Self { drafts, ..self }
    }

    /// With warnings as errors, or not.
    pub fn with_strict(self, strict: bool) -> Self {
        Self { strict, ..self }
    }

    /// With plain texts and messages whatever the configuration says, or as it says.
    pub fn with_texts(self, texts: bool) -> Self {
        Self { texts, ..self }
    }

    /// With the rules of this scope.
    pub fn with_scope(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    /// With the outputs of one shard only.
    pub fn with_shard(self, shard: Option<Shard>) -> Self {
        Self { shard, ..self }
    }

    /// With sheets, which this prints; without them where there is none.
    pub fn with_print_shop(self, print_shop: Option<&'o PrintShop>) -> Self {
        Self { print_shop, ..self }
    }

    /// With images made by this, which may keep them.
    pub fn with_studio(self, studio: &'o Arc<Studio>) -> Self {
        let studio = Some(studio);
        Self { studio, ..self }
    }

    /// With a call after each output, which is given the total number.
    pub fn with_progress(self, progress: &'o (dyn Fn(usize) + Sync)) -> Self {
        let progress = Some(progress);
        Self { progress, ..self }
    }

    /// Whether to print sheets.
    pub fn prints(&self) -> bool {
        self.print_shop.is_some()
    }
}

/// One of several machines that share a build: it renders the outputs assigned to it by path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    index: u64,
    count: u64,
}

impl Shard {
    /// Reads `3/8`: the third of eight.
    pub fn parse(text: &str) -> Option<Self> {
        let (index, count) = text.split_once('/')?;
        let (index, count): (u64, u64) = (index.parse().ok()?, count.parse().ok()?);
        (1..=count)
            .contains(&index)
            .then_some(Self { index, count })
    }

    /// Whether an output belongs to this shard. Paths are distributed by their BLAKE3 hash, the same on every
    /// machine.
    fn holds(self, path: &OutputPath) -> bool {
        let hash = blake3::hash(path.as_str().as_bytes());
        let head = hash.as_bytes().iter().take(8);
        let number = head.fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        number % self.count == self.index - 1
    }
}

/// What a build found and did.
#[non_exhaustive]
pub struct Report {
    /// Everything that is wrong, sorted, with its severity on this site; nothing that is switched off.
    pub diagnostics: Vec<(Severity, Diagnostic)>,
    /// How many HTML pages the site has.
    pub pages: usize,
    /// How many files in total.
    pub outputs: usize,
    /// The heaviest page.
    pub heaviest: Option<Weight>,
    /// What was written, unless errors prevented publishing.
    pub published: Option<Published>,
}

impl Report {
    /// Whether anything prevents publishing.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|(severity, _)| *severity == Severity::Error)
    }
}

/// Builds the site into `out`. If there are errors, every output is still rendered so that all of them are
/// found, and nothing is published.
///
/// # Errors
///
/// If the file system refuses, or guichet may not replace the folder.
pub fn build(
    project: &Project,
    out: &Path,
    options: &BuildOptions<'_>,
) -> Result<Report, PublishError> {
    let (site, found) = assemble(project, options);
    publish(project, &site, found, out, options)
}

/// The site of a project with these options, and what is wrong with it before rendering.
pub fn assemble(project: &Project, options: &BuildOptions<'_>) -> (Site, Vec<Diagnostic>) {
    let (site, mut found) = project.site(Extent {
        drafts: options.drafts,
        sheets: options.prints(),
        texts: options.texts,
        day: options.day,
    });
    found.extend(checks::check(&site, options.scope));
    (site, found)
}

/// Publishes an assembled site in which `found` is wrong.
///
/// # Errors
///
/// If the file system refuses, or guichet may not replace the folder.
pub fn publish(
    project: &Project,
    site: &Site,
    found: Vec<Diagnostic>,
    out: &Path,
    options: &BuildOptions<'_>,
) -> Result<Report, PublishError> {
    if has_error(&judged(site, options, found.clone())) {
        let rendered = render_all(site, options, |_, _| Ok(()))?;
        return Ok(finish(site, options, found, rendered));
    }
    let staging = Staging::begin(&project.root, out)?;
    let rendered = render_all(site, options, |path, content| staging.add(path, content))?;
    let mut report = finish(site, options, found, rendered);
    if !report.has_errors() {
        report.published = Some(staging.commit(site.outputs().map(|(path, _)| path))?);
    }
    Ok(report)
}

/// Does everything that publishing an assembled site into `out` does, except writing there: says what it would change.
///
/// # Errors
///
/// If guichet may not publish there.
pub fn compare(
    site: &Site,
    found: Vec<Diagnostic>,
    out: &Path,
    options: &BuildOptions<'_>,
) -> Result<(Report, PublishChanges), PublishError> {
    let comparison = Comparison::begin(out)?;
    let rendered = render_all(site, options, |path, content| {
        comparison.see(path, content);
        Ok(())
    })?;
    let changes = comparison.finish(site.outputs().map(|(path, _)| path));
    Ok((finish(site, options, found, rendered), changes))
}

/// Does everything that a build does, except publishing.
pub fn check(project: &Project, options: &BuildOptions<'_>) -> Report {
    let (site, found) = assemble(project, options);
    let rendered = render_all(&site, options, |_, _| Ok(())).unwrap_or_default();
    finish(&site, options, found, rendered)
}

/// What was found, with its severity on this site for such a build.
fn judged(
    site: &Site,
    options: &BuildOptions<'_>,
    found: Vec<Diagnostic>,
) -> Vec<(Severity, Diagnostic)> {
    let mut judged = checks::judge(site, found);
    if options.strict {
        for (severity, _) in &mut judged {
            *severity = Severity::Error;
        }
    }
    judged
}

fn has_error(found: &[(Severity, Diagnostic)]) -> bool {
    found
        .iter()
        .any(|(severity, _)| *severity == Severity::Error)
}

#[derive(Default)]
struct RenderedOutputs {
    outcome: Outcome,
    /// How many listed outputs do not exist: sheets that could not be printed, or that were replaced.
    missing: usize,
    /// How many sheets are replacements.
    stand_ins: usize,
}

fn render_all(
    site: &Site,
    options: &BuildOptions<'_>,
    write: impl Fn(&OutputPath, &Content) -> Result<(), PublishError> + Sync,
) -> Result<RenderedOutputs, PublishError> {
    let studio = options.studio.cloned().unwrap_or_default();
    let rendered = render_with(site, options, &studio, write);
    if options.shard.is_none() {
        studio.prune();
    }
    rendered
}

fn render_with(
    site: &Site,
    options: &BuildOptions<'_>,
    studio: &Arc<Studio>,
    write: impl Fn(&OutputPath, &Content) -> Result<(), PublishError> + Sync,
) -> Result<RenderedOutputs, PublishError> {
    if let Some(shop) = options.print_shop {
        let printer = crate::outputs::sheet::Printer::new(site, shop, studio);
        // A thread that waits for a worker frees its core for it. With twice as many threads as workers, no
        // worker waits for its next sheet.
        let count = rayon::current_num_threads();
        let threads = rayon::ThreadPoolBuilder::new().num_threads(2 * count);
        let render = || render_each(site, options, studio, Some(&printer), &write);
        // If there is one thread, the system may not allow more (`threads.rs`).
        if count == 1 {
            return render();
        }
        return match threads.build() {
            Ok(threads) => threads.install(render),
            Err(_) => render(),
        };
    }
    render_each(site, options, studio, None, write)
}

fn render_each(
    site: &Site,
    options: &BuildOptions<'_>,
    studio: &Arc<Studio>,
    printing: Option<&dyn Printing>,
    write: impl Fn(&OutputPath, &Content) -> Result<(), PublishError> + Sync,
) -> Result<RenderedOutputs, PublishError> {
    let renderer = Renderer::new(site).with_studio(studio);
    let renderer = match printing {
        Some(printing) => renderer.with_printing(printing),
        None => renderer,
    };
    renderer.prepare(site.outputs().map(|(_, output)| output));
    let rules = RenderingRules::begin(&renderer, printing, options.shard.is_none());
    let outputs: Vec<(&OutputPath, &Output)> = site
        .outputs()
        .filter(|(path, _)| options.shard.is_none_or(|shard| shard.holds(path)))
        .collect();
    let missing = AtomicUsize::new(0);
    let stand_ins = AtomicUsize::new(0);
    outputs.par_iter().try_for_each(|(path, output)| {
        rules.before(output);
        match renderer.render(path, output) {
            Ok(content) => {
                let is_stand_in = is_stand_in(site, output);
                match content {
                    Content::Missing if is_stand_in => {}
                    Content::Missing => {
                        missing.fetch_add(1, Ordering::Relaxed);
                    }
                    _ if is_stand_in => {
                        stand_ins.fetch_add(1, Ordering::Relaxed);
                    }
                    _ => {}
                }
                rules.after(path, output, &content);
                if !matches!(content, Content::Missing) {
                    write(path, &content)?;
                }
                if let Content::Bytes(bytes) = &content {
                    write_encoded(site, path, bytes, &write)?;
                }
            }
            Err(diagnostic) => rules.add([diagnostic]),
        }
        if let Some(progress) = options.progress {
            progress(outputs.len());
        }
        Ok(())
    })?;
    Ok(RenderedOutputs {
        outcome: rules.finish(),
        missing: missing.into_inner(),
        stand_ins: stand_ins.into_inner(),
    })
}

/// Whether an output exists only in place of a sheet that does not fit.
fn is_stand_in(site: &Site, output: &Output) -> bool {
    output.sheet().is_some_and(|sheet| !site.asks_for(sheet))
}

/// Writes a text in the configured encodings, beside the plain one.
fn write_encoded(
    site: &Site,
    path: &OutputPath,
    bytes: &[u8],
    write: impl Fn(&OutputPath, &Content) -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    if !is_compressed(path.as_str()) {
        return Ok(());
    }
    for encoding in &site.config.precompressed {
        let beside = OutputPath::new(format!("{path}.{}", encoding.value.ending()));
        if let (Some(beside), Some(bytes)) = (beside, encoded(bytes, encoding.value)) {
            write(&beside, &Content::Bytes(bytes))?;
        }
    }
    Ok(())
}

fn finish(
    site: &Site,
    options: &BuildOptions<'_>,
    mut found: Vec<Diagnostic>,
    rendered: RenderedOutputs,
) -> Report {
    found.extend(rendered.outcome.found);
    // A shard does not see what the others render.
    if options.shard.is_none() {
        checks::check_found(site, options.scope, options.prints(), &mut found);
    }
    let outputs = || site.outputs();
    // Of a sheet and its replacement, the site has one.
    let asked = outputs().filter(|(_, output)| !is_stand_in(site, output));
    Report {
        diagnostics: judged(site, options, found),
        pages: outputs().filter(|(_, output)| output.is_page()).count(),
        outputs: (asked.count() + rendered.stand_ins).saturating_sub(rendered.missing),
        heaviest: rendered.outcome.heaviest,
        published: None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
