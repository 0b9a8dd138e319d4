// What guichet says of opening hours, in French and in English, is read back (words.mjs) and compared with opening_hours.js (LGPL-3.0, from
// npm), minute by minute over three years. Whatever is not said whole must be told to be without words.
//
//   GUICHET=target/debug/guichet TZ=UTC node --test tests/hours/*.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { collected } from './collect.mjs';
import { minutes, read } from './words.mjs';

// Local times are compared: no hour may be missing in March.
process.env.TZ = 'UTC';
const OpeningHours = createRequire(new URL('../browser/package.json', import.meta.url))('opening_hours');
const GUICHET = process.env.GUICHET ?? new URL('../../target/debug/guichet', import.meta.url).pathname;

// School holidays are known to the library until 2026.
const FROM = new Date(2024, 0, 1), TO = new Date(2026, 11, 31), DAY = 864e5;
const PARIS = { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France', country: 'France' } };
const PERHAPS = 'Specified as open end. Closing time was guessed.';

// Values of which the library's intervals contradict its own states, asked minute by minute.
const INTERVALS_WRONG = new Set(['2024 00:00-24:00']);

// Values that the library refuses, and that mean only one thing: years from one to the same.
const REFUSED = new Set(['2014-2014']);

const known = new Map();

function intervals(value) {
  if (!known.has(value)) known.set(value, new OpeningHours(value, PARIS, { locale: 'en' }).getOpenIntervals(FROM, TO));
  return known.get(value);
}

function dates(value) {
  const found = new Set();
  for (const [from, to] of intervals(value)) for (let at = from.getTime(); at < to; at += DAY) found.add(at);
  return found;
}

function calendar() {
  const publicHolidays = dates('PH'), schoolHolidays = dates('SH');
  return Array.from({ length: (TO - FROM) / DAY }, (_, index) => {
    const date = new Date(2024, 0, 1 + index);
    const year = date.getFullYear(), month = date.getMonth(), weekday = (date.getDay() + 6) % 7;
    const thursday = new Date(year, month, date.getDate() + 3 - weekday);
    const week = 1 + Math.floor((thursday - new Date(thursday.getFullYear(), 0, 1)) / (7 * DAY));
    const length = new Date(year, month + 1, 0).getDate();
    return {
      year, month: month + 1, day: date.getDate(), weekday, length, week,
      publicHoliday: publicHolidays.has(date.getTime()), schoolHoliday: schoolHolidays.has(date.getTime()),
    };
  });
}

const DAYS = calendar();
const lines = (name) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

function understood(texts) {
  let out;
  try {
    out = execFileSync(GUICHET, ['hours', '--format', 'json', '--', ...texts], { maxBuffer: 1e8 });
  } catch (error) {
    // Some are not understood: that is its exit status.
    out = error.stdout;
  }
  return out.toString().trim().split('\n').map((line) => JSON.parse(line));
}

// Numbers for states; 0 is closed.
function numbering() {
  const numbers = new Map();
  return (kind, comment) => {
    // Comments are typeset.
    const key = `${kind}|${(comment ?? '').replace(/[^\p{L}\p{N}]/gu, '')}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key);
  };
}

function wanted(value, states) {
  const comments = [...value.matchAll(/"([^"]*)"/g)].map((found) => found[1].trim());
  const out = new Uint16Array(DAYS.length * 1440);
  for (const [from, to, unknown, said] of intervals(value)) {
    // The names of holidays are comments of the library's own.
    const comment = comments.find((comment) => comment === said?.trim());
    const state = said === PERHAPS ? states('perhaps') : states(unknown ? 'unknown' : 'open', comment);
    out.fill(state, (from - FROM) / 6e4, (to - FROM) / 6e4);
  }
  return out;
}

// Fails where the words, in either language, come to other minutes than the value.
function compare(entry, value, languages = ['fr', 'en']) {
  const states = numbering();
  const want = wanted(value, states);
  for (const language of languages) {
    const words = entry[language];
    const got = minutes(read(words, language), DAYS, states);
    // What is left of the night before the first day is unknown to the words.
    const differs = got.findIndex((state, at) => at >= 1440 && state !== want[at]);
    const at = new Date(FROM.getTime() + differs * 6e4).toString().slice(0, 21);
    assert.equal(differs, -1, `« ${entry.given} » is said as « ${words.join(' / ')} », which is wrong on ${at}`);
  }
}

test('what is said of opening hours is what opening_hours.js makes of them', () => {
  let said = 0;
  for (const entry of understood([...lines('strings.txt'), ...lines('examples.txt')])) {
    if (!entry.fr || INTERVALS_WRONG.has(entry.given) || REFUSED.has(entry.given)) continue;
    compare(entry, entry.hours);
    said += 1;
  }
  assert.ok(said > 400, `${said} values are said in words`);
});

test('hours in words are read as they are meant, or not at all', () => {
  const cases = lines('in-words.txt').map((line) => line.split('|').map((part) => part.trim().replaceAll('⏎', '\n')));
  const entries = understood(cases.map(([text]) => text));
  const remedies = [];
  let read = 0;
  for (const [index, [text, meaning, remedy]] of cases.entries()) {
    const entry = entries[index];
    if (meaning.startsWith('–')) {
      const part = meaning.slice(1).trim();
      assert.equal(entry.hours, null, `« ${text} » is read as ${entry.hours}`);
      assert.ok(`${entry.unread} ${entry.unread_part ?? ''}`.includes(part), `of « ${text} », “${entry.unread}” (${entry.unread_part}) is told`);
      if (remedy) remedies.push(remedy);
      continue;
    }
    assert.ok(entry.fr, `« ${text} » is not read: ${entry.unread}`);
    compare(entry, meaning);
    read += 1;
  }
  for (const { given, fr, unread } of understood(remedies)) assert.ok(fr, `« ${given} », written instead, is not read: ${unread}`);
  assert.ok(read >= 300, `${read} phrases are read`);
  // What is said of them is read again, and means the same.
  again(entries.map((entry, index) => ({ entry, meaning: cases[index][1] })).filter(({ entry }) => entry.fr));
});

test('what the messages propose is read', () => {
  const examples = [];
  for (const language of ['fr', 'en']) {
    const messages = readFileSync(new URL(`../../src/messages/${language}.ftl`, import.meta.url), 'utf8');
    const [found] = /^bad-hours =[^]*?(?=^\S)/m.exec(messages.replace(/^bad-hours = \{[^}]*(?:\{[^}]*\}[^}]*)*\}\n/m, 'bad-hours =\n'));
    for (const [, , quoted] of found.matchAll(/(«\s?|“)([^»”]*\d[^»”]*?)(?=\s?»|”)/g)) examples.push(quoted);
  }
  assert.ok(examples.length >= 14, `${examples.length} examples`);
  for (const { given, fr, unread } of understood(examples)) assert.ok(fr, `« ${given} » is not read: ${unread}`);
});

test('all hours in the repository are said as opening_hours.js understands them', () => {
  const counts = {};
  for (const [place, values] of Object.entries(collected(GUICHET))) {
    const entries = understood(values);
    const said = entries.filter((entry) => entry.fr);
    for (const entry of said) compare(entry, entry.hours);
    again(said.map((entry) => ({ entry, meaning: entry.hours })));
    counts[place] = `${said.length} of ${values.length}`;
    assert.ok(said.length > 10, `${place}: ${counts[place]}`);
  }
  console.log(counts);
});

// Fails where what guichet says of hours, read by guichet, means something else, or too often cannot be read.
function again(said) {
  for (const language of ['fr', 'en']) {
    const entries = understood(said.map(({ entry }) => entry[language].join('; ')));
    const unread = [];
    for (const [index, entry] of entries.entries()) {
      // The same rules have the same words, which were compared.
      if (entry.fr && entry.hours !== said[index].entry.hours) compare(entry, said[index].meaning, [language]);
      else if (entry.fr) continue;
      else unread.push(`${entry.given}: ${entry.unread}`);
    }
    assert.ok(unread.length <= said.length / 20, `not read again: ${unread.join('\n')}`);
  }
}

test('guichet reads its own words', () => {
  again(understood(lines('examples.txt')).filter((entry) => entry.fr).map((entry) => ({ entry, meaning: entry.hours })));
});
