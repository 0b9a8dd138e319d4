// What guichet says of opening hours, in French and in English, is read back (words.mjs) and compared with opening_hours.js (LGPL-3.0, from
// npm), minute by minute over three years. Whatever is not said whole must be told to be without words.
//
//   GUICHET=target/debug/guichet TZ=UTC node --test tests/hours/*.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
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

const intervals = (value) => new OpeningHours(value, PARIS, { locale: 'en' }).getOpenIntervals(FROM, TO);

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
  const cases = lines('in-words.txt').map((line) => line.split('|').map((part) => part.trim()));
  const entries = understood(cases.map(([text]) => text));
  for (const [index, [text, meaning]] of cases.entries()) {
    const { hours, fr } = entries[index];
    if (!meaning) {
      assert.equal(hours, null, `« ${text} » is read as ${hours}`);
      continue;
    }
    assert.ok(fr, `« ${text} » is not read`);
    compare(entries[index], meaning);
  }
});

test('guichet reads its own words', () => {
  const values = understood(lines('examples.txt')).filter((entry) => entry.fr);
  for (const language of ['fr', 'en']) {
    const again = understood(values.map((entry) => entry[language].join('; ')));
    for (const [index, entry] of again.entries()) {
      if (!entry.fr) continue;
      compare(entry, values[index].hours, [language]);
    }
    const unread = again.filter((entry) => !entry.hours).map((entry) => entry.given);
    assert.ok(unread.length <= values.length / 20, `not read again: ${unread.join('\n')}`);
  }
});
