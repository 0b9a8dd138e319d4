// What the form understands of days, times and prices, and where it shows what is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { dayOf, hoursText, modeOf, periodOf, timeOf } = await load("page/form/reading.ts");
const { byPlace, placeOf } = await load("page/places.ts");

test("a day is pasted as people write it", () => {
  for (const text of ["2026-11-03", "3/11/2026", " 03.11.2026 ", "2026-11-3"]) assert.equal(dayOf(text), "2026-11-03", text);
  for (const text of ["31/2/2026", "2026-13-01", "demain", "3/11/26", ""]) assert.equal(dayOf(text), null, text);
});

test("a length of time is a number and a unit", () => {
  for (const [text, count, unit] of [["12 mois", "12", "months"], ["60d", "60", "days"], ["2 ans", "2", "years"], ["1 semaine", "1", "weeks"], ["3-months", "3", "months"]]) assert.deepEqual(periodOf(text), { count, unit }, text);
  for (const text of ["un an", "12", "12 lunes", ""]) assert.equal(periodOf(text), null, text);
});

test("a time of day is typed short", () => {
  for (const [text, time] of [["8", "08:00"], ["8h", "08:00"], ["8h30", "08:30"], ["8:30", "08:30"], ["0830", "08:30"], ["830", "08:30"], ["17 h 45", "17:45"], ["24:00", "24:00"]]) assert.equal(timeOf(text), time, text);
  for (const text of ["", "25", "8h75", "midi"]) assert.equal(timeOf(text), null, text);
});

test("hours may be a list or days", () => {
  assert.equal(hoursText("lundi 9h-12h"), "lundi 9h-12h");
  assert.equal(hoursText(["lundi 9h-12h", "mardi 14h-17h"]), "lundi 9h-12h; mardi 14h-17h");
  assert.equal(hoursText({ fields: [["lundi", "9h-12h"], ["mardi", ["9h-12h", "14h-17h"]]] }), "lundi : 9h-12h; mardi : 9h-12h; 14h-17h");
});

test("a price is nothing, an amount or words", () => {
  const expected = { "": "none", gratuit: "free", Gratuite: "free", 0: "free", 25: "amount", "25,50 €": "amount", "1 234,50": "amount", "selon le revenu": "words", "25 € par an": "words" };
  for (const [text, mode] of Object.entries(expected)) assert.equal(modeOf(text), mode, text);
});

const spec = (name, more = {}) => ({ name, shown: name, label: name, help: "", widget: "text", list: false, optional: true, group: "main", ...more });
const SPECS = [
  spec("keywords", { widget: "words", list: true }),
  spec("appeal", { list: true }),
  spec("checks", { widget: "map", fields: [spec("severity", { widget: "choice" })] }),
  spec("channels", { widget: "record", fields: [spec("phone", { widget: "record", list: true, shorthand: "number", fields: [spec("number"), spec("hours", { widget: "hours" })] })] }),
];

test("what is wrong is shown at the nearest field that the form has", () => {
  for (const [path, place] of [
    [["channels", "phone", 0, "number"], ["channels", "phone", 0, "number"]],
    // A single value of a list is its first item.
    [["channels", "phone", "number"], ["channels", "phone", 0, "number"]],
    [["channels", "phone", 1], ["channels", "phone", 1]],
    [["channels", "phone", 1, "colour"], ["channels", "phone", 1]],
    [["channels", "phone", 0, "hours", 1], ["channels", "phone", 0, "hours"]],
    [["keywords", 2], ["keywords"]],
    [["appeal", 1], ["appeal", 1]],
    [["checks", "jargon"], ["checks", "jargon"]],
    [["colour"], []],
  ]) assert.deepEqual(placeOf(SPECS, path), place, JSON.stringify(path));
});

test("diagnostics of other files and of no field are not in the form", () => {
  const diag = (more) => ({ code: "x", here: true, field: ["appeal", 0], ...more });
  const found = byPlace(SPECS, { fields: [["couleur", "x"]] }, [diag({}), diag({ here: false }), diag({ field: null }), diag({ field: ["colour"] }), diag({ field: ["couleur"] }), diag({ code: "y" })]);
  assert.deepEqual([...found].map(([place, list]) => [place, list.map(({ code }) => code)]), [["appeal/0", ["x", "y"]], ["couleur", ["x"]]]);
});
