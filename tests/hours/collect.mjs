// Every value of opening hours in the repository: in the sample site, the small sites of the tests, the documents, what the import of the national
// directory makes of its test data, and hours in the prose of the official fiches. A new file joins by itself.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;
const PLACES = ['content', 'docs', 'tests/suite', 'tests/remedies', 'tests/spellings', 'tests/sheets', 'crates/cli/src/skeleton', 'crates/cli/tests/imports'];

function* files(folder, extension) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path, extension);
    else if (entry.isFile() && extension.test(entry.name)) yield path;
  }
}

// `horaires: …`, between quotation marks or not.
function* written(text) {
  for (const [, value] of text.matchAll(/^[\s-]*(?:horaires|hours):[ \t]+(\S.*)$/gm)) {
    const quoted = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$|^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(value);
    if (quoted) yield (quoted[1] ?? quoted[2]).replace(/\\"/g, '"').replace(/''/g, "'");
    else yield value.replace(/\s+#.*$/, '').trim();
  }
}

function* imported(guichet) {
  const folder = join(ROOT, 'crates/cli/tests/imports/annuaire');
  for (const source of files(folder, /\.(json|csv)$/)) {
    const site = mkdtempSync(join(tmpdir(), 'guichet-hours-'));
    mkdirSync(join(site, 'content'));
    writeFileSync(join(site, 'guichet.yaml'), 'title: Hours\n');
    try {
      execFileSync(guichet, ['import', 'annuaire', source, '--commune', '35360', '--site', site], { stdio: 'ignore' });
    } catch {
      // Some are cut or of another form, on purpose.
    }
    for (const page of files(site, /\.md$/)) yield* written(readFileSync(page, 'utf8'));
    rmSync(site, { recursive: true });
  }
}

// What stands between a day of the week and the end of the line of text, if it has hours.
function* prose() {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-fiches-'));
  execFileSync('tar', ['-xJf', join(ROOT, 'tests/corpus/service-public.tar.xz'), '-C', folder]);
  const days = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
  const hours = new RegExp(`(?:du |les |le |de )?(?:${days})[^<>]{0,120}\\d ?h(?: ?\\d\\d)?[^<>]{0,60}`, 'giu');
  for (const fiche of files(folder, /\.xml$/))
    for (const [value] of readFileSync(fiche, 'utf8').matchAll(hours)) yield value.replace(/\s+/g, ' ').trim();
  rmSync(folder, { recursive: true });
}

/** The values, each once, by where they come from. */
export function collected(guichet) {
  const places = PLACES.flatMap((place) => [...files(join(ROOT, place), /\.(md|yaml)$/)]);
  const once = (values) => [...new Set(values)];
  return {
    written: once(places.flatMap((path) => [...written(readFileSync(path, 'utf8'))])),
    imported: once([...imported(guichet)]),
    prose: once([...prose()]),
  };
}
