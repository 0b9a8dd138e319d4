// The fields of a record: those that say something, and buttons for the others.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Fields, FieldSpec, Path } from "../../api";
import { t } from "../../words";
import { goToField, keyOf } from "../places";
import { field, isEmpty, once } from "../values";
import { newRun, useForm } from "./context";
import { FieldView, Raw } from "./field";
import { useRemoved } from "./removed";
import { isRecord } from "./widgets";

/** A record with few fields shows them all, unless it is one of many. */
export const FEW = 3;

type RecordProps = {
  specs: readonly FieldSpec[];
  shorthand?: string | undefined;
  record: Fields;
  path: Path;
  level: number;
  /** Shows fields although they are empty. */
  always?: (spec: FieldSpec) => boolean;
};

/** Whether a record is kinds of the same thing, each a list: the ways to do something. */
const areKinds = (specs: readonly FieldSpec[]) => specs.length > 1 && specs.every((spec) => spec.list && spec.widget === "record");

export function RecordFields({ specs, shorthand, record, path, level, always }: RecordProps) {
  const form = useForm();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const kinds = areKinds(specs);
  const hasNeeded = specs.some((spec) => !spec.optional || spec.name === shorthand);
  const isSaid = (spec: FieldSpec) => {
    const key = keyOf([...path, spec.name]);
    // A name without a value is there to be filled in.
    return field(record, spec.name) !== undefined || [...form.diagnostics.keys()].some((one) => one === key || one.startsWith(`${key}/`));
  };
  // A field that was shown stays while one is here, also when it is emptied.
  const seen = useRef(new Set<string>());
  const isShown = (spec: FieldSpec) => {
    if (asked.has(spec.name) || seen.current.has(spec.name) || isSaid(spec)) return true;
    if (always) return always(spec);
    return !kinds && (!spec.optional || spec.name === shorthand || (!hasNeeded && specs.length <= FEW));
  };
  const shown = specs.filter(isShown);
  for (const { name } of shown) seen.current.add(name);
  const others = specs.filter((spec) => !shown.includes(spec));
  const unknown = once(record).fields.filter(([name]) => !specs.some((spec) => spec.name === name));
  const self = useRef<HTMLDivElement>(null);
  const removed = useRemoved((before) => record.fields.length < before);
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wanted && self.current) goToField(self.current, [...path, wanted]);
    setWanted(null);
  }, [wanted]);
  const add = (spec: FieldSpec) => {
    setAsked(new Set([...asked, spec.name]));
    setWanted(spec.name);
  };
  const drop = (spec: FieldSpec) => {
    seen.current.delete(spec.name);
    setAsked(new Set([...asked].filter((name) => name !== spec.name)));
    const value = field(record, spec.name);
    const run = newRun();
    form.edit([...path, spec.name], undefined, run);
    if (!isEmpty(value)) removed.say(spec.label, run, record.fields.length, () => form.edit([...path, spec.name], value));
    self.current?.querySelector<HTMLElement>(":scope > .page-add button, :scope > .page-add summary")?.focus();
  };
  return (
    <div class="page-fields" ref={self}>
      {shown.map((spec) => {
        const isGroup = isRecord(spec);
        const isOptional = spec.optional && spec.name !== shorthand && !always?.(spec) && !spec.list;
        // A text that is emptied goes by itself.
        const canDrop = isOptional && (isGroup || isEmpty(field(record, spec.name)));
        return <FieldView key={spec.name} spec={spec} siblings={specs} path={[...path, spec.name]} value={field(record, spec.name)} level={level} onDrop={canDrop ? () => drop(spec) : undefined} />;
      })}
      {unknown.map(([name, value]) => (
        <Raw key={name} spec={unknownSpec(name)} siblings={specs} path={[...path, name]} value={value} level={level} />
      ))}
      {removed.note}
      <AddFields specs={others} add={add} kinds={kinds} />
    </div>
  );
}

/** A field that the form does not know. */
const unknownSpec = (name: string): FieldSpec => ({ name, shown: name, label: name, help: t("page-unknown-field"), widget: "text", list: false, optional: true, group: "more" });

/** More buttons than this are behind one. */
const MANY = 5;

function AddFields({ specs, add, kinds }: { specs: readonly FieldSpec[]; add: (spec: FieldSpec) => void; kinds: boolean }) {
  if (specs.length === 0) return null;
  const buttons = specs.map((spec) => (
    <button type="button" key={spec.name} class={kinds ? "" : "page-add-one"} title={spec.help.replaceAll("`", "") || undefined} onClick={() => add(spec)}>
      {spec.label}
    </button>
  ));
  if (specs.length <= MANY || kinds) {
    return (
      <div class="page-add row" role="group" aria-label={t("page-add")}>
        <span class="muted" aria-hidden="true">
          {t("page-add")}
        </span>
        {buttons}
      </div>
    );
  }
  return (
    <details class="page-add">
      <summary>{t("page-add-more", { count: specs.length })}</summary>
      <div class="row">{buttons}</div>
    </details>
  );
}
