//! The small sites of `tests/suite`, read, checked and published by the library alone. The suite runs the program on
//! all of them; those that it only builds, checks or mends need no program.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::*;
use crate::diagnostics::{self, Code, Format, Reach};
use crate::edit::mend;
use crate::language::Language;
use crate::messages;
use crate::press::{
    Drawing, Job, PagePicture, Plates, PressError, Print, PrintEngine, PrintFacts, PrintShop,
    Remark, TemplateMistake,
};

/// The folders of the cases that print nothing, and the commands of each: `build` if it names none.
fn cases(is_one: impl Fn(&Path, &[String]) -> bool) -> Vec<(PathBuf, Vec<String>)> {
    cases_that(false, is_one)
}

fn cases_that(
    print: bool,
    is_one: impl Fn(&Path, &[String]) -> bool,
) -> Vec<(PathBuf, Vec<String>)> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut cases = Vec::new();
    for entry in fs::read_dir(suite).unwrap() {
        let path = entry.unwrap().path();
        let given = fs::read_to_string(path.join("command")).unwrap_or_else(|_| "build".into());
        let commands: Vec<String> = given.lines().map(|line| line.trim().to_owned()).collect();
        let prints = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("sheet"));
        if path.is_dir() && prints == print && is_one(&path, &commands) {
            cases.push((path, commands));
        }
    }
    assert!(!cases.is_empty());
    cases
}

/// On 25 November 2026, as in the suite.
fn options<'o>(scope: Scope) -> BuildOptions<'o> {
    BuildOptions::on(Date(jiff::civil::date(2026, 11, 25))).with_scope(scope)
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// Whether a text is the expected one, in which `[..]` is any part of a line.
fn is_like(text: &str, expected: &str) -> bool {
    let is_line = |line: &str, expected: &str| match expected.split_once("[..]") {
        Some((first, others)) => line.strip_prefix(first).is_some_and(|mut rest| {
            others.split("[..]").all(|part| {
                let found = rest.split_once(part);
                rest = found.map_or("", |(_, after)| after);
                found.is_some()
            }) && line.ends_with(others.rsplit("[..]").next().unwrap_or_default())
        }),
        None => line == expected,
    };
    let (lines, expected): (Vec<_>, Vec<_>) = (text.lines().collect(), expected.lines().collect());
    lines.len() == expected.len() && lines.iter().zip(expected).all(|(l, e)| is_line(l, e))
}

/// What differs between what is said of a site and what its case expects of the first command.
fn compare_messages(case: &Path, report: &Report, reach: &Reach) -> Option<String> {
    let expected = fs::read_to_string(case.join("expected/messages.txt")).unwrap();
    let status = expected.find("\n[").map_or(expected.len(), |end| end + 1);
    let expected = &expected[..status];
    let expected = expected.replace(" pèse …", " pèse [..]");
    let french = messages::of(Language::french());
    let found = report.diagnostics.iter();
    let found: Vec<_> = found.map(|(severity, found)| (*severity, found)).collect();
    let format = Format::Text { colour: false };
    let printed = plain(&diagnostics::print(&found, &french, format, reach));
    // Below the diagnostics there are only lines of the command's own, among them how many there are.
    let own = expected.split("\n\n").last().unwrap_or_default();
    let findings = expected.strip_suffix(own).unwrap_or_default();
    let count = diagnostics::summary(&found, &french).map(|count| plain(&count));
    let is_counted = count.as_deref().is_none_or(|count| own.contains(count));
    let is_same = is_like(&printed, findings) && is_counted;
    (!is_same).then(|| format!("{}\n{printed}{count:?}\n{expected}", case.display()))
}

type SaysOfJob = fn(&Plates, &Job) -> Result<Vec<Remark>, PressError>;

/// Prints every job on one page of these bytes, but for what its function says of it.
struct Proofs {
    plates: Arc<Plates>,
    print: SaysOfJob,
}

const PROOF: &[u8] = b"%PDF-1.7 proof";

impl PrintEngine for Proofs {
    fn plates(&self) -> &Arc<Plates> {
        &self.plates
    }

    fn print(&self, job: &Job) -> Result<Print, PressError> {
        let facts = PrintFacts {
            pages: 1,
            bytes: PROOF.len() as u64,
            remarks: (self.print)(&self.plates, job)?,
            warnings: warnings(&self.plates, job),
        };
        let pdf = PROOF.to_vec();
        Ok(Print { pdf, facts })
    }

    fn draw(&self, job: &Job, page: Option<u32>) -> Result<Drawing, PressError> {
        let facts = PrintFacts {
            bytes: 0,
            ..self.print(job)?.facts
        };
        let picture = PagePicture {
            page: 1,
            svg: PROOF.into(),
        };
        let is_asked = page.is_none_or(|page| page == 1);
        Ok(Drawing {
            pictures: is_asked.then_some(picture).into_iter().collect(),
            facts,
        })
    }

    fn join(&self, pdfs: &[Arc<[u8]>], _: bool) -> Result<Vec<u8>, PressError> {
        Ok(pdfs.concat())
    }
}

/// As Typst warns: of a family of fonts that there is not.
fn warnings(plates: &Plates, job: &Job) -> Vec<TemplateMistake> {
    let template = plates.files().get(&job.template);
    let template = String::from_utf8_lossy(template.map_or(&[], |bytes| bytes));
    let missing = "(\"Comic Sans MS\", \"Atkinson Hyperlegible Next\")";
    let found = template.find(missing).map(|start| TemplateMistake {
        file: Some(job.template.clone()),
        span: start..start + missing.len(),
        message: "unknown font family: comic sans ms".to_owned(),
    });
    found.into_iter().collect()
}

/// What the press has to say of the cases of the suite: some texts are longer than their paper, one template asks for what
/// is not there, and one stops at an animal.
fn proof(plates: &Plates, job: &Job) -> Result<Vec<Remark>, PressError> {
    let mistake = |span, message: &str| {
        let mistake = TemplateMistake {
            file: Some(job.template.clone()),
            span,
            message: message.to_owned(),
        };
        Err(PressError::Mistakes(vec![mistake]))
    };
    let template = plates.files().get(&job.template);
    let template = String::from_utf8_lossy(template.map_or(&[], |bytes| bytes));
    let data = String::from_utf8_lossy(&job.data);
    let asked = "data.nothing";
    if let Some(start) = template.find(asked) {
        let message = "dictionary does not contain key \"nothing\"";
        return mistake(start + "data.".len()..start + asked.len(), message);
    }
    let animal = "pangolin";
    if template.contains(animal) && data.contains(animal) {
        return mistake(0..0, "maximum function call depth exceeded");
    }
    let room = match &*job.template {
        "sheets/tract.typ" => 6_000,
        "sheets/leaflet.typ" => 9_000,
        "sheets/carte-de-poche.typ" => 2_000,
        _ => usize::MAX,
    };
    let remark = || Remark {
        name: "does-not-fit".to_owned(),
        values: vec![("what".to_owned(), "two-sides".to_owned())],
    };
    Ok((data.len() > room).then(remark).into_iter().collect())
}

/// What a reader sees of a page: its style sheet and the note of its weight have tests of their own.
fn seen(page: &str) -> &str {
    let main = page.split_once("<main").map(|(_, after)| after);
    let main = main.and_then(|main| main.split_once("</main>"));
    main.map_or(page, |(main, _)| main)
}

/// What differs between a published folder and what its case expects.
fn compare_files(case: &Path, folder: &Path) -> Vec<String> {
    let below = |folder: &Path| -> Vec<String> {
        let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        let files = entries
            .flatten()
            .filter(|entry| entry.file_type().is_file());
        let path = |entry: walkdir::DirEntry| entry.path().strip_prefix(folder).unwrap().to_owned();
        files.map(|file| path(file).display().to_string()).collect()
    };
    let expected = fs::read_to_string(case.join("expected/files.txt")).unwrap();
    let mut expected: Vec<&str> = expected.lines().collect();
    expected.sort_unstable();
    let mut published = below(folder);
    published.retain(|path| path != ".guichet");
    published.sort_unstable();
    let mut wrong = Vec::new();
    if published != expected {
        wrong.push(format!("{}: {published:?}\n{expected:?}", case.display()));
    }
    for path in below(&case.join("expected/public")) {
        let given = fs::read_to_string(case.join("expected/public").join(&path));
        let made = fs::read_to_string(folder.join(&path));
        let (Ok(given), Ok(made)) = (given, made) else {
            continue;
        };
        // Of other files a case shows what it can, and of a linked file no weight.
        let given = plain(seen(&given)).replace(", …", ", [..]");
        if path.ends_with(".html") && !is_like(&plain(seen(&made)), &given) {
            wrong.push(format!("{}: {path}", case.display()));
        }
    }
    wrong
}

#[test]
fn small_sites_are_published_as_expected() {
    let wrong = |(case, _): (PathBuf, Vec<String>)| {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        let report = build(&Project::read(&case), &out, &options(Scope::Publishing)).unwrap();
        let mut wrong = compare_files(&case, &out);
        wrong.extend(compare_messages(&case, &report, &Reach::Few));
        wrong
    };
    let cases = cases(|_, commands| commands == ["build"]);
    let wrong: Vec<String> = cases.into_par_iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn small_sites_are_checked_as_expected() {
    let is_check = |_: &Path, commands: &[String]| {
        let first = commands.first().map(String::as_str);
        matches!(first, Some("check" | "check --all"))
    };
    let wrong = cases(is_check).into_iter().filter_map(|(case, commands)| {
        let report = check(&Project::read(&case), &options(Scope::default()));
        let reach = match commands[0].ends_with("--all") {
            true => Reach::All,
            false => Reach::Few,
        };
        compare_messages(&case, &report, &reach)
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What becomes of sheets before and after they are printed: which there are, which take the place of others, what is said.
#[test]
fn sites_with_sheets_are_published_as_expected() {
    let wrong = |(case, _): (PathBuf, Vec<String>)| {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        let project = Project::read(&case);
        let plates = Arc::clone(&project.theme.plates);
        let press = Box::new(Proofs {
            plates,
            print: proof,
        });
        let shop = PrintShop::with(press, None);
        let options = options(Scope::Publishing).with_print_shop(Some(&shop));
        let report = build(&project, &out, &options).unwrap();
        let mut wrong = match report.published {
            Some(_) => compare_files(&case, &out),
            None => Vec::new(),
        };
        // How many pages a sheet has, only the press knows.
        wrong.retain(|wrong| !wrong.contains(".html"));
        wrong.extend(compare_messages(&case, &report, &Reach::Few));
        wrong
    };
    let cases = cases_that(true, |_, commands| commands[0] == "build");
    let wrong: Vec<String> = cases.into_par_iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Copies the files of a case over those of a site.
fn put(from: &Path, site: &Path) {
    for entry in WalkDir::new(from).into_iter().flatten() {
        let path = entry.path().strip_prefix(from).unwrap();
        let to = site.join(path.display().to_string().trim_end_matches(".deleted"));
        if path.starts_with("mended") || !entry.file_type().is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        match entry.path().extension().is_some_and(|end| end == "deleted") {
            true => fs::remove_file(to).unwrap(),
            false => fs::copy(entry.path(), to).map(|_| ()).unwrap(),
        }
    }
}

/// `check --fix` reads a site again until there is nothing left to mend.
#[test]
fn small_sites_are_mended_as_expected() {
    let is_mended = |case: &Path, commands: &[String]| {
        let only_reads = |line: &String| line.starts_with("check") || line.starts_with("build");
        let fixes = commands.iter().any(|line| line.contains("--fix"));
        case.join("expected/site").is_dir() && fixes && commands.iter().all(only_reads)
    };
    let wrong = |(case, _): (PathBuf, Vec<String>)| {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(&case, root);
        for _ in 0..10 {
            let options = options(Scope::All).with_drafts(true);
            let (site, found) = assemble(&Project::read(root), &options);
            if mend(root, &checks::judge(&site, found)).unwrap().is_empty() {
                break;
            }
        }
        let expected = case.join("expected/site");
        let files = WalkDir::new(&expected).into_iter().flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        let wrong = files.filter_map(|entry| {
            let path = entry.path().strip_prefix(&expected).unwrap();
            let [made, given] = [&*root.join(path), entry.path()].map(fs::read_to_string);
            // The suite does not compare how lines end.
            let [made, given] = [made, given].map(|text| text.unwrap().replace("\r\n", "\n"));
            let is_same = made == given;
            (!is_same).then(|| format!("{}: {}\n{made}", case.display(), path.display()))
        });
        wrong.collect::<Vec<String>>()
    };
    let wrong: Vec<String> = cases(is_mended).into_par_iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// `tests/remedies.rs` follows each remedy with the program, and looks for other mistakes.
#[test]
fn each_rule_finds_its_mistake_until_it_is_corrected() {
    let remedies = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/remedies");
    let wrong = |code: &Code| -> Option<String> {
        let case = remedies.join(code.name());
        let is_special = ["command", "links", "large", "remedy"];
        let is_special = is_special.iter().any(|name| case.join(name).exists());
        let prints = code.is_of_sheets() || *code == Code::DuplicateSheet;
        if is_special || prints || !case.is_dir() {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(&remedies.join("base"), root);
        put(&case, root);
        let found = || check(&Project::read(root), &options(Scope::All)).diagnostics;
        let has = |found: &[(Severity, Diagnostic)]| found.iter().any(|(_, f)| f.code == *code);
        let before = found();
        let mended = case.join("mended");
        if mended.is_dir() {
            put(&mended, root);
        } else {
            mend(root, &before).unwrap();
        }
        match (has(&before), has(&found())) {
            (true, false) => None,
            (false, _) => Some(format!("{}: not found", code.name())),
            (true, true) => Some(format!("{}: still there", code.name())),
        }
    };
    let wrong: Vec<String> = Code::ALL.par_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_second_build_keeps_nothing_of_what_the_first_had_more() {
    let folder = tempfile::tempdir().unwrap();
    let (root, out) = (folder.path(), folder.path().join("public"));
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("guichet.yaml"), "titre: Essai\n").unwrap();
    let page = |name: &str| root.join("content").join(name);
    for name in ["a.md", "b.md"] {
        fs::write(page(name), format!("---\ntitre: {name}\n---\nUn mot.\n")).unwrap();
    }
    let publish = || build(&Project::read(root), &out, &options(Scope::Publishing)).unwrap();
    publish();
    fs::write(out.join("theirs.txt"), "À garder.").unwrap();
    fs::remove_file(page("b.md")).unwrap();
    publish();
    // What the marker lists is what the next build may remove.
    let marker = fs::read_to_string(out.join(".guichet")).unwrap();
    let listed = ["a.html", "b.html", "theirs.txt"];
    assert_eq!(
        listed.map(|name| out.join(name).exists()),
        [true, false, true]
    );
    assert_eq!(
        listed.map(|name| marker.contains(name)),
        [true, false, false]
    );
}
