// What is typed reaches the server whole, in its order, whatever the server does meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const machine = await load("page/hold.ts");
const { applied } = await load("page/values.ts");

const LINE = "\n---\n";
const textFor = (values, body) => `${JSON.stringify(values)}${LINE}${body}`;
const bodyOf = (text) => text.indexOf(LINE) + LINE.length;
const valuesIn = (text) => JSON.parse(text.slice(0, text.indexOf(LINE)));
const set = (name, value) => ({ set: [name], value });
let version = 0;

/** What the server makes of a request. A value « refused » cannot be written. */
function server({ text, changes }) {
  if (changes.some((change) => change.value === "refused")) return { refused: "it cannot be written" };
  version += 1;
  const at = bodyOf(text);
  const made = changes.length ? textFor(applied(valuesIn(text), changes), text.slice(at)) : text;
  return { held: { version, ...(changes.length ? { text: made } : {}), body: bodyOf(made), values: valuesIn(made), diagnostics: [], address: null, sheets: [], title: "", kind: "page" } };
}

function start(values = { fields: [] }, body = "") {
  const text = textFor(values, body);
  return machine.opened(text, server({ text, changes: [] }).held);
}

/** Sends and answers until there is nothing left to say. */
function settle(hold) {
  for (let round = 0; round < 500; round += 1) {
    const sent = hold.flight ? null : machine.departure(hold);
    if (!sent) {
      assert(machine.isSettled(hold));
      return hold;
    }
    const answer = server(sent);
    hold = answer.held ? machine.arrived(sent.hold, answer.held) : machine.refused(sent.hold, answer.refused);
  }
  throw new Error("it never settles");
}

test("a change to a field and a text typed while it was on its way are both there", () => {
  const sent = machine.departure(machine.edited(start({ fields: [] }, "Un"), [set("title", "A")], "title"));
  const typed = machine.typed(sent.hold, "Un deux");
  assert.equal(machine.departure(typed), null);
  const hold = machine.arrived(typed, server(sent).held);
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "A"]] }, "Un deux"));
  assert.equal(machine.textOf(settle(hold)), textFor({ fields: [["title", "A"]] }, "Un deux"));
});

test("what is typed in one field is one change to what was there before", () => {
  let hold = start({ fields: [["title", "Carte"]] });
  for (const value of ["Cart", "Car", "C", "Co"]) hold = settle(machine.edited(hold, [set("title", value)], "title"));
  hold = settle(machine.edited(hold, [{ remove: ["title"] }], "title"));
  assert.equal(machine.departure(hold), null);
  const sent = machine.departure(machine.edited(hold, [set("title", "Copie")], "title"));
  assert.deepEqual(sent.changes, [set("title", "Copie")]);
  assert.deepEqual(valuesIn(sent.text), { fields: [["title", "Carte"]] });
});

test("what the form shows is what was typed last", () => {
  let hold = start({ fields: [["title", "a"]] });
  hold = machine.edited(hold, [set("title", "ab")], "title");
  const sent = machine.departure(hold);
  hold = machine.edited(sent.hold, [set("title", "abc")], "title");
  hold = machine.arrived(hold, server(sent).held);
  assert.deepEqual(machine.valuesOf(hold), { fields: [["title", "abc"]] });
  assert.equal(machine.textOf(hold), null);
  assert.equal(machine.diagnosticsOf(hold), null);
});

test("steps are taken back, run by run", () => {
  const before = start({ fields: [["title", "a"]] }, "texte");
  let hold = settle(machine.edited(before, [set("title", "b")], "1"));
  hold = settle(machine.edited(hold, [set("title", "c")], "2"));
  hold = settle(machine.typed(hold, "autre texte"));
  hold = settle(machine.undone(hold));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "b"]] }, "autre texte"));
  hold = settle(machine.undone(hold));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "a"]] }, "autre texte"));
  assert(!machine.canUndo(hold));
});

test("what was taken back is made again, until something else is changed", () => {
  let hold = start({ fields: [["title", "a"]] }, "texte");
  hold = settle(machine.edited(hold, [set("title", "b")], "1"));
  hold = settle(machine.edited(hold, [set("title", "c")], "2"));
  assert.equal(machine.lastRun(hold), "2");
  hold = settle(machine.undone(settle(machine.undone(hold))));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "a"]] }, "texte"));
  hold = settle(machine.redone(hold));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "b"]] }, "texte"));
  hold = settle(machine.redone(hold));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "c"]] }, "texte"));
  assert(!machine.canRedo(hold));
  hold = settle(machine.undone(hold));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "b"]] }, "texte"));
  hold = settle(machine.edited(hold, [set("title", "d")], "3"));
  assert(!machine.canRedo(hold));
});

test("a change that cannot be written is said, and the others are made", () => {
  let hold = start();
  hold = machine.edited(hold, [set("title", "A")], "title");
  hold = machine.edited(hold, [set("summary", "refused")], "summary");
  hold = settle(machine.edited(hold, [set("topic", "B")], "topic"));
  assert.equal(machine.textOf(hold), textFor({ fields: [["title", "A"], ["topic", "B"]] }, ""));
  assert.deepEqual(hold.refusals.map(({ change }) => change.set), [["summary"]]);
  hold = settle(machine.edited(hold, [set("summary", "C")], "summary"));
  assert.deepEqual(hold.refusals, []);
});

test("another text in place of all of it is there whatever was on its way", () => {
  const sent = machine.departure(machine.edited(start({ fields: [] }, "Un"), [set("title", "A")], "title"));
  const other = textFor({ fields: [["title", "Z"]] }, "autre");
  let hold = machine.replaced(sent.hold, other);
  hold = settle(machine.arrived(hold, server(sent).held));
  assert.equal(machine.textOf(hold), other);
  assert.equal(hold.body, "autre");
  assert.deepEqual(machine.valuesOf(hold), { fields: [["title", "Z"]] });
});

/** The same numbers each time. */
function random(seed) {
  return () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
}

test("whatever is typed, and however late, lost or refused its answers are, nothing is lost or out of order", () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const next = random(seed);
    const below = (count) => Math.floor(next() * count);
    let hold = start({ fields: [["list", ["a"]]] }, "");
    let values = { fields: [["list", ["a"]]] };
    let body = "";
    let sent = null;
    let run = 0;
    for (let step = 0; step < 60; step += 1) {
      const what = below(8);
      if (what < 2) {
        if (below(3) === 0) run += 1;
        const names = ["title", "summary", "topic"];
        const name = names[run % 3];
        const change = below(5) === 0 ? { remove: [name] } : set(name, `${step}`);
        hold = machine.edited(hold, [change], `${name}-${run}`);
        values = applied(values, [change]);
      } else if (what === 2) {
        body += step;
        hold = machine.typed(hold, body);
      } else if (what === 3) {
        run += 1;
        const change = below(2) ? { insert: ["list", 0], value: `${step}` } : { set: ["list", 0], value: `${step}` };
        hold = machine.edited(hold, [change], `list-${run}`);
        values = applied(values, [change]);
      } else if (what === 4 && below(4) === 0) {
        run += 1;
        hold = machine.edited(hold, [set("never", "refused")], `never-${run}`);
      } else if (!sent) {
        sent = machine.departure(hold);
        if (sent) hold = sent.hold;
      } else if (below(5) === 0) {
        hold = machine.lost(hold);
        sent = null;
      } else {
        const answer = server(sent);
        hold = answer.held ? machine.arrived(hold, answer.held) : machine.refused(hold, answer.refused);
        sent = null;
      }
      const shown = machine.valuesOf(hold).fields.filter(([name]) => name !== "never");
      assert.deepEqual(new Map(shown), new Map(values.fields), `seed ${seed}, step ${step}`);
    }
    hold = settle(sent ? machine.lost(hold) : hold);
    const text = machine.textOf(hold);
    assert.equal(text.slice(bodyOf(text)), body, `seed ${seed}`);
    assert.deepEqual(new Map(valuesIn(text).fields), new Map(values.fields), `seed ${seed}`);
  }
});
