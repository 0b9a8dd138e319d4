// Fields as the form reads them, and the changes that its edits are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { append, applied, asWords, edit, field, moved, once, timesAt, valueAt, withoutItem, withoutNulls } = await load("page/values.ts");

const spec = (name, more = {}) => ({ name, shown: name, label: name, help: "", widget: "text", list: false, optional: true, group: "main", ...more });
const SPECS = [
  spec("title"),
  spec("keywords", { widget: "words", list: true }),
  spec("appeal", { list: true }),
  spec("cost", { widget: "price", list: true }),
  spec("evidence", { widget: "record", list: true, shorthand: "name", fields: [spec("name"), spec("note"), spec("when")] }),
  spec("source", { widget: "record", list: true, shorthand: "name", fields: [spec("name"), spec("date")] }),
  spec("channels", {
    widget: "record",
    fields: [spec("in_person", { widget: "record", list: true, shorthand: "at", fields: [spec("at"), spec("note")] }), spec("phone", { widget: "record", list: true, shorthand: "number", fields: [spec("number"), spec("hours")] })],
  }),
];
const record = (fields) => ({ fields: Object.entries(fields) });
const root = (fields) => record(fields);

test("a field of a record is set alone, and removed when nothing is left in it", () => {
  const values = root({ title: "Carte", channels: record({ phone: [record({ number: "1", hours: "9h-12h" })] }) });
  assert.deepEqual(edit(values, SPECS, ["title"], "La carte"), [{ set: ["title"], value: "La carte" }]);
  assert.deepEqual(edit(values, SPECS, ["title"], undefined), [{ remove: ["title"] }]);
  assert.deepEqual(edit(values, SPECS, ["channels", "phone", 0, "hours"], "10h-12h"), [{ set: ["channels", "phone", 0, "hours"], value: "10h-12h" }]);
  assert.deepEqual(edit(values, SPECS, ["channels", "phone", 0, "hours"], undefined), [{ remove: ["channels", "phone", 0, "hours"] }]);
});

test("within a short form, the whole is set in its long form", () => {
  const values = root({ evidence: ["La carte", record({ name: "Une photo" })], source: "DILA", channels: record({ in_person: "mairie" }) });
  assert.deepEqual(edit(values, SPECS, ["evidence", 0, "name"], "La vieille carte"), [{ set: ["evidence", 0], value: "La vieille carte" }]);
  assert.deepEqual(edit(values, SPECS, ["evidence", 0, "when"], "si elle est volée"), [{ set: ["evidence", 0], value: record({ name: "La carte", when: "si elle est volée" }) }]);
  assert.deepEqual(edit(values, SPECS, ["source", 0, "date"], "2026-01-01"), [{ set: ["source"], value: record({ name: "DILA", date: "2026-01-01" }) }]);
  assert.deepEqual(edit(values, SPECS, ["channels", "in_person", 0, "note"], "au fond"), [{ set: ["channels", "in_person"], value: record({ at: "mairie", note: "au fond" }) }]);
});

test("a field between others takes its place in a record that is written anew", () => {
  const values = root({ source: record({ date: "2026-01-01" }) });
  assert.deepEqual(edit(values, SPECS, ["source", 0, "name"], "DILA"), [{ set: ["source"], value: record({ name: "DILA", date: "2026-01-01" }) }]);
});

test("an item beyond the end of a list is put there, as short as it can be written", () => {
  const values = root({ evidence: ["La carte"] });
  assert.deepEqual(edit(values, SPECS, ["evidence", 1, "name"], "Une photo"), [{ insert: ["evidence", 1], value: "Une photo" }]);
  assert.deepEqual(edit(values, SPECS, ["evidence", 1, "when"], "toujours"), [{ insert: ["evidence", 1], value: record({ when: "toujours" }) }]);
  assert.deepEqual(edit(root({}), SPECS, ["channels", "phone", 0, "hours"], "9h"), [{ set: ["channels"], value: record({ phone: [record({ hours: "9h" })] }) }]);
  assert.deepEqual(append(values, SPECS, ["appeal"], "Écrivez"), [{ insert: ["appeal", 0], value: "Écrivez" }]);
  assert.deepEqual(append(root({ appeal: "Un" }), SPECS, ["appeal"], "Deux"), [{ set: ["appeal"], value: ["Un", "Deux"] }]);
});

test("the only price is no list", () => {
  assert.deepEqual(edit(root({}), SPECS, ["cost", 0], "gratuit"), [{ set: ["cost"], value: "gratuit" }]);
  assert.deepEqual(edit(root({ cost: "gratuit" }), SPECS, ["cost", 1], "25"), [{ set: ["cost"], value: ["gratuit", "25"] }]);
});

test("an item of which nothing is left keeps its place, so that the others keep theirs", () => {
  const values = root({ evidence: ["La carte", record({ name: "Une photo" })] });
  assert.deepEqual(edit(values, SPECS, ["evidence", 1, "name"], undefined), [{ set: ["evidence", 1], value: "" }]);
  assert.deepEqual(edit(values, SPECS, ["evidence", 0, "name"], undefined), [{ set: ["evidence", 0], value: "" }]);
});

test("items are removed and moved", () => {
  const values = root({ evidence: ["a", "b", "c"], appeal: "seul" });
  assert.deepEqual(withoutItem(values, SPECS, ["evidence"], 1), [{ remove: ["evidence", 1] }]);
  assert.deepEqual(withoutItem(values, SPECS, ["appeal"], 0), [{ remove: ["appeal"] }]);
  assert.deepEqual(moved(values, SPECS, ["evidence"], 0, 2), [{ move: ["evidence", 0], to: 2 }]);
  assert.deepEqual(moved(values, SPECS, ["evidence"], 0, 3), []);
});

test("words may be written with commas", () => {
  assert.deepEqual(asWords("logement, aide ; HLM"), ["logement", "aide", "HLM"]);
  assert.deepEqual(asWords(["a", "b"]), ["a", "b"]);
  assert.equal(asWords([record({ a: "b" })]), null);
});

test("what a change makes of the fields is what the form then reads", () => {
  const cases = [
    [root({}), ["title"], "Carte"],
    [root({}), ["channels", "phone", 0, "number"], "01"],
    [root({ channels: record({ phone: "01" }) }), ["channels", "phone", 0, "hours"], "9h"],
    [root({ channels: record({ phone: ["01", "02"] }) }), ["channels", "phone", 1, "hours"], "9h"],
    [root({ channels: record({ phone: record({ number: "01" }) }) }), ["channels", "phone", 0, "hours"], "9h"],
    [root({ channels: record({ phone: record({ number: "01" }) }) }), ["channels", "phone", 1, "hours"], "9h"],
    [root({ evidence: ["a", "b"] }), ["evidence", 2, "name"], "c"],
    [root({ evidence: "a" }), ["evidence", 1, "name"], "c"],
    [root({ appeal: ["a"] }), ["appeal", 0], "b"],
    [root({ appeal: "a" }), ["appeal", 0], "b"],
  ];
  for (const [values, path, value] of cases) {
    const after = applied(values, edit(values, SPECS, path, value));
    assert.equal(valueAt(after, path, SPECS), value, JSON.stringify(path));
    const without = applied(after, edit(after, SPECS, path, undefined));
    assert.equal(valueAt(without, path, SPECS) ?? "", "", `without ${JSON.stringify(path)}`);
  }
});

test("what is empty without a field goes with it", () => {
  const values = root({ title: "x", channels: record({ phone: [record({ number: "01" })] }) });
  assert.deepEqual(applied(values, [{ remove: ["channels", "phone", 0] }]), root({ title: "x" }));
  assert.deepEqual(applied(values, [{ remove: ["channels", "online", 0] }]), values);
});

test("a field without a value is one that is not there yet", () => {
  const values = withoutNulls(root({ title: null, evidence: null, channels: record({ phone: null, in_person: [null, "mairie"] }) }));
  assert.deepEqual(values, root({ title: "", evidence: "", channels: record({ phone: "", in_person: ["", "mairie"] }) }));
  assert.deepEqual(edit(values, SPECS, ["title"], "x"), [{ set: ["title"], value: "x" }]);
  assert.deepEqual(edit(values, SPECS, ["evidence", 0, "name"], "La carte"), [{ insert: ["evidence", 0], value: "La carte" }]);
  assert.deepEqual(edit(values, SPECS, ["channels", "phone", 0, "hours"], "9h"), [{ insert: ["channels", "phone", 0], value: record({ hours: "9h" }) }]);
  assert.deepEqual(edit(values, SPECS, ["channels", "in_person", 0, "at"], "caf"), [{ set: ["channels", "in_person", 0], value: "caf" }]);
  const after = applied(values, [{ insert: ["evidence", 0], value: "La carte" }]);
  assert.deepEqual(valueAt(after, ["evidence"], SPECS), ["La carte"]);
});

test("of a field that is written twice, the first that says something counts", () => {
  const root = { fields: [["title", ""], ["title", "A"], ["title", "B"], ["channels", { fields: [["phone", "39 39"]] }]] };
  assert.equal(field(root, "title"), "A");
  assert.equal(timesAt(root, ["title"], SPECS), 3);
  assert.equal(timesAt(root, ["channels", "phone"], SPECS), 1);
  assert.equal(timesAt(root, ["channels", "phone", 0], SPECS), 0);
  assert.deepEqual(once(root).fields.map(([name, value]) => [name, value]), [["title", "A"], ["channels", root.fields[3][1]]]);
});
