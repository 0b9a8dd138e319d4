// Fields of a text as the form needs them, and what a change to one of them is. What editors write short (a text where a record
// belongs, one value where a list does, words with commas) is read as what it stands for; an edit inside of it sets the whole
// in its long form.
import type { Change, Fields, FieldSpec, Path, Value } from "../api";

export const isFields = (value: Value | undefined): value is Fields => typeof value === "object" && !Array.isArray(value);

/** Values without the nothing that is written as no text. */
export function withoutNulls<T extends Value>(value: T | null): T | "" {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item)) as T;
  return isFields(value) ? ({ fields: value.fields.map(([name, inner]) => [name, withoutNulls(inner)]) } as Fields as T) : value;
}

/** Whether nothing is written in it. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isFields(value) && value.fields.length === 0;
}

export const same = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The values of a record's field, which may be written more than once. */
const written = (value: Fields, name: string): Value[] => value.fields.filter(([other]) => other === name).map(([, inner]) => inner);

/** The value of a record's field: where it is written more than once, the first that says something counts. */
export function field(value: Fields, name: string): Value | undefined {
  const all = written(value, name);
  return all.find((one) => one !== "") ?? all[0];
}

/** How often the field at a path is written. */
export function timesAt(root: Fields, path: Path, specs: readonly FieldSpec[]): number {
  const name = path[path.length - 1];
  const around = path.slice(0, -1);
  const record = asFields(valueAt(root, around, specs), specAt(specs, around)?.shorthand);
  return record && typeof name === "string" ? written(record, name).length : 0;
}

/** A record of which each field is there once, with the value that counts. */
export const once = (value: Fields): Fields => ({ fields: [...new Set(value.fields.map(([name]) => name))].map((name) => [name, field(value, name) ?? ""]) });

/** A value as the record that it stands for; `null` if it is none. */
export function asFields(value: Value | undefined, shorthand?: string): Fields | null {
  if (value === undefined || value === "") return { fields: [] };
  if (isFields(value)) return value;
  return typeof value === "string" && shorthand ? { fields: [[shorthand, value]] } : null;
}

/** A value as the list that it stands for. */
export function asItems(value: Value | undefined): Value[] {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

const trimmed = (parts: string[]) => parts.map((part) => part.trim()).filter((part) => part !== "");

/** A list of words, which may be written with commas; `null` if it holds something else. */
export function asWords(value: Value | undefined): string[] | null {
  if (typeof value === "string") return trimmed(value.split(/[,;]/));
  const items = asItems(value);
  return items.every((item): item is string => typeof item === "string") ? items : null;
}

/** Words as somebody types them between commas. */
export const wordsFrom = (typed: string): string[] => trimmed(typed.split(/[,;\n]/));

/** A value in one line, for where the form cannot show it otherwise. */
export function plainText(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(plainText).join(" ; ");
  return value.fields.map(([name, inner]) => `${name} : ${plainText(inner)}`).join(" ; ");
}

/** The spec of the field that a path leads to; none if the form knows no such field. */
export function specAt(specs: readonly FieldSpec[], path: Path): FieldSpec | undefined {
  let found = entriesOf(specs);
  let known: readonly FieldSpec[] | undefined = specs;
  let isName = found !== undefined;
  for (const step of path) {
    if (typeof step === "number") continue;
    if (isName) {
      known = found?.fields;
      isName = false;
      continue;
    }
    found = known?.find(({ name }) => name === step);
    known = found?.fields;
    isName = found !== undefined && isNamed(found);
  }
  return found;
}

/** Whether the names in a field's value are not those of fields. */
export const isNamed = ({ widget }: FieldSpec) => widget === "map" || widget === "checks";

/** The one field of a form whose names are all the editor's own, as in a glossary. */
export function entriesOf(specs: readonly FieldSpec[]): FieldSpec | undefined {
  const [only] = specs;
  return only?.name === "" ? only : undefined;
}

/** The value at a path, through what is written short. */
export function valueAt(root: Value | undefined, path: Path, specs: readonly FieldSpec[]): Value | undefined {
  let value = root;
  path.forEach((step, at) => {
    if (typeof step === "number") value = asItems(value)[step];
    else {
      const record = asFields(value, specAt(specs, path.slice(0, at))?.shorthand);
      value = record ? field(record, step) : undefined;
    }
  });
  return value;
}

/** A record with one field changed; a new one goes after those that come before it in `order`. */
function withField(record: Fields, name: string, value: Value | undefined, order: readonly FieldSpec[] = []): Fields {
  const at = record.fields.findIndex(([other]) => other === name);
  const fields = [...record.fields];
  if (value === undefined) {
    if (at >= 0) fields.splice(at, 1);
  } else if (at >= 0) fields[at] = [name, value];
  else {
    const rank = (one: string) => order.findIndex((spec) => spec.name === one);
    const own = rank(name);
    const before = fields.map(([other]) => rank(other) >= 0 && rank(other) < own).lastIndexOf(true);
    fields.splice(own < 0 ? fields.length : before + 1, 0, [name, value]);
  }
  return { fields };
}

/** A value with what is at the end of a path changed. What is empty without it goes, but items of lists stay. */
function changed(value: Value | undefined, path: Path, at: number, to: Value | undefined, specs: readonly FieldSpec[]): Value | undefined {
  const step = path[at];
  if (step === undefined) return to;
  if (typeof step === "number") {
    const items = [...asItems(value)];
    const item = changed(items[step], path, at + 1, to, specs);
    if (item !== undefined) items[step] = item;
    else if (at + 1 < path.length) items[step] = "";
    else items.splice(step, 1);
    const [only] = items;
    // What was one value and is one stays so.
    if (!Array.isArray(value) && !isEmpty(value) && items.length === 1) return only;
    return items.length ? items : undefined;
  }
  const spec = specAt(specs, path.slice(0, at));
  const record = asFields(value, spec?.shorthand) ?? { fields: [] };
  const inner = changed(field(record, step), path, at + 1, to, specs);
  if (typeof value === "string" && value !== "" && step === spec?.shorthand) return inner;
  const made = withField(record, step, inner, spec?.fields ?? specs);
  const alone = made.fields.length === 1 ? made.fields[0] : undefined;
  if (isEmpty(value) && alone && alone[0] === spec?.shorthand) return alone[1];
  return made.fields.length ? made : undefined;
}

/**
 * How to give the field at `path` a value, or none. `root` is what all fields say now, `specs` the form.
 */
export function edit(root: Fields, specs: readonly FieldSpec[], path: Path, to: Value | undefined): Change[] {
  let value: Value | undefined = root;
  for (let at = 0; at < path.length; at += 1) {
    const step = path[at] as string | number;
    const prefix = path.slice(0, at);
    if (typeof step === "number") {
      if (!Array.isArray(value) && !isEmpty(value)) return whole(prefix, changed(value, path, at, to, specs));
      const items = asItems(value);
      if (step >= items.length) {
        const item = changed(undefined, path, at + 1, to, specs);
        if (item === undefined) return [];
        // « coût: gratuit »: most have one, and nobody writes a list of it.
        const isOnly = items.length === 0 && typeof item === "string" && specAt(specs, prefix)?.widget === "price";
        return isOnly ? [{ set: prefix, value: item }] : [{ insert: [...prefix, items.length], value: item }];
      }
      // An item of which nothing is left stays until one leaves it: what follows it keeps its place.
      if (to === undefined && at + 1 < path.length) {
        const item = changed(items[step], path, at + 1, to, specs);
        if (item === undefined || same(item, items[step])) return [{ set: [...prefix, step], value: "" }];
      }
      value = items[step];
    } else {
      if (value !== undefined && !isFields(value)) return whole(prefix, changed(value, path, at, to, specs));
      value = value && field(value, step);
      if (value === undefined && to !== undefined && at + 1 < path.length && typeof path[at + 1] === "string") {
        return whole([...prefix, step], changed(undefined, path, at + 1, to, specs));
      }
    }
  }
  return whole(path, to);
}

const whole = (path: Path, value: Value | undefined): Change[] => (value === undefined ? [{ remove: path }] : [{ set: path, value }]);

/** How to put an item at the end of the list at `path`. */
export function append(root: Fields, specs: readonly FieldSpec[], path: Path, item: Value): Change[] {
  return edit(root, specs, [...path, asItems(valueAt(root, path, specs)).length], item);
}

/** How to take an item out of the list at `path`, or to put it elsewhere in it. */
export function withoutItem(root: Fields, specs: readonly FieldSpec[], path: Path, index: number): Change[] {
  const value = valueAt(root, path, specs);
  const items = asItems(value);
  if (!Array.isArray(value) || items.length === 1) return edit(root, specs, path, items.length > 1 ? items.filter((_, at) => at !== index) : undefined);
  return [{ remove: [...path, index] }];
}

export function moved(root: Fields, specs: readonly FieldSpec[], path: Path, from: number, to: number): Change[] {
  const length = asItems(valueAt(root, path, specs)).length;
  return from < length && to >= 0 && to < length && from !== to ? [{ move: [...path, from], to }] : [];
}

/** What the fields say after changes, as the server will make them. What has no place in them changes nothing. */
export function applied(root: Fields, changes: readonly Change[]): Fields {
  return changes.reduce<Fields>((fields, change) => (apply(fields, change) as Fields | undefined) ?? { fields: [] }, root);
}

function apply(root: Value, change: Change): Value | undefined {
  if ("set" in change) return at(root, change.set, () => change.value, false);
  if ("remove" in change) return at(root, change.remove, () => undefined, true);
  const path = "insert" in change ? change.insert : change.move;
  const index = path[path.length - 1];
  if (typeof index !== "number") return root;
  return at(
    root,
    path.slice(0, -1),
    (list) => {
      const items = [...asItems(list)];
      if ("insert" in change) items.splice(index, 0, change.value);
      else items.splice(change.to, 0, ...items.splice(index, 1));
      return items;
    },
    false,
  );
}

function at(written: Value | undefined, path: Path, to: (old: Value | undefined) => Value | undefined, prune: boolean): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return to(written);
  const value = written === "" ? undefined : written;
  if (typeof step === "number") {
    if (step === 0 && value !== undefined && !Array.isArray(value)) return at(value, rest, to, prune);
    const items = [...asItems(value)];
    if (step > items.length || (prune && step === items.length)) return value;
    const item = at(items[step], rest, to, prune);
    if (item === undefined) items.splice(step, 1);
    else items[step] = item;
    return prune && items.length === 0 ? undefined : items;
  }
  const record = value === undefined ? { fields: [] } : value;
  if (!isFields(record) || (prune && field(record, step) === undefined)) return value;
  const made = withField(record, step, at(field(record, step), rest, to, prune));
  return prune && made.fields.length === 0 ? undefined : made;
}
