// Names that the editor chooses, each with what it stands for: topics, campaigns, words of a glossary, exceptions.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Fields, FieldSpec, Value } from "../../api";
import { useOwnId } from "../../own-id";
import { t } from "../../words";
import { keyOf } from "../places";
import { asFields, isFields, once, plainText } from "../values";
import { folded } from "./choices";
import { newRun, orNothing, useForm, useTyped, type WidgetProps } from "./context";
import { DropButton, Group, Raw, useSaid, type FieldProps } from "./field";
import { ByLanguage, LanguagesField } from "./languages";
import { RecordFields } from "./record";
import { useRemoved } from "./removed";
import { WidgetOf, isLocalized } from "./widgets";

/** More records than this are folded. */
const MANY = 5;

export function MapField(props: FieldProps) {
  const { spec, path, value, level } = props;
  const form = useForm();
  const [isNew, setNew] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const self = useRef<HTMLDivElement>(null);
  const all = asFields(value);
  const record = once(all ?? { fields: [] });
  const removed = useRemoved((before) => record.fields.length < before);
  const isThere = added !== null && record.fields.some(([name]) => name === added);
  useLayoutEffect(() => {
    if (!isThere || added === null || !self.current) return;
    const field = self.current.querySelector(`[data-field="${CSS.escape(keyOf([...path, added]))}"]`);
    const inputs = field?.querySelectorAll<HTMLElement>("input, textarea, select") ?? [];
    // Its name is written already, where it is not one of those there are.
    (inputs[spec.named?.names ? 0 : 1] ?? inputs[0])?.focus();
    setAdded(null);
  }, [isThere]);
  if (!all) return <Raw {...props} />;
  const write = (fields: Fields["fields"], run = newRun()) => form.edit(path, fields.length || path.length === 0 ? { fields } : undefined, run);
  const isRecords = (spec.fields ?? []).length > 1;
  const isFolded = isRecords && record.fields.length > MANY;
  return (
    <Group {...props}>
      <div ref={self}>
        <ol class="page-map">
          {record.fields.map(([name, inner], at) => {
            const entry = (
              <Entry
                {...{ spec, path, level }}
                name={name}
                value={inner}
                rename={(to, run) => {
                  // A name that is there already would be one of two.
                  if (to && !record.fields.some(([other]) => other === to)) write(all.fields.map((one) => (one[0] === name ? [to, one[1]] : one)), run);
                }}
                remove={() => {
                  const run = newRun();
                  write(all.fields.filter(([other]) => other !== name), run);
                  removed.say(name, run, record.fields.length, () => form.edit([...path, name], inner));
                }}
              />
            );
            return (
              <li key={at} class={isRecords ? "page-item whole" : "page-item whole pair"}>
                {isFolded ? <Folded {...{ name, value: inner, entry }} isOpen={name === added || form.diagnostics.has(keyOf([...path, name]))} /> : entry}
              </li>
            );
          })}
          {isNew && (
            <li class="page-item whole">
              <NewEntry
                spec={spec}
                taken={record.fields.map(([name]) => name)}
                add={(name) => {
                  setNew(false);
                  setAdded(name);
                  write([...all.fields, [name, ""]]);
                }}
              />
            </li>
          )}
        </ol>
        {removed.note}
        {!isNew && (
          <button type="button" class="page-list-add" onClick={() => setNew(true)}>
            {t("page-add-item", { label: spec.named?.name ?? spec.label })}
          </button>
        )}
      </div>
    </Group>
  );
}

/** One of many, in one line until one opens it. */
function Folded({ name, value, entry, isOpen: first }: { name: string; value: Value; entry: preact.ComponentChild; isOpen: boolean }) {
  const [isOpen, setOpen] = useState(first);
  const short = isFields(value) ? plainText(value.fields[0]?.[1]) : plainText(value);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{name}</strong> <span class="muted">{short}</span>
      </summary>
      {isOpen && entry}
    </details>
  );
}

/** In place of a plainer word: that a word which guichet finds too hard is meant. */
const MEANT = ["non", "no", "faux", "false"];

type EntryProps = {
  spec: FieldSpec;
  path: FieldProps["path"];
  level: number;
  name: string;
  value: Value;
  rename: (to: string, run: string) => void;
  remove: () => void;
};

function Entry({ spec, path, level, name, value, rename, remove }: EntryProps) {
  const form = useForm();
  const place = [...path, name];
  const { id, described, invalid, below } = useSaid(place);
  const typed = useTyped(name, rename);
  const inner = spec.fields ?? [];
  const words = spec.named ?? { name: t("page-map-name"), value: t("page-map-value") };
  const rule = words.names?.find((one) => folded(one.value) === folded(name));
  const label = rule?.label ?? name;
  // One field stands for the value itself.
  const [only] = inner;
  const single: FieldSpec = { ...(inner.length === 1 && only ? only : spec), widget: inner.length === 1 && only ? only.widget : spec.choices ? "choice" : "text", list: false, label: name, ...(spec.choices && inner.length !== 1 ? { choices: spec.choices } : {}) };
  const commit: WidgetProps["commit"] = (to, run) => form.edit(place, to ?? "", run);
  const isMeant = spec.name === "jargon" && MEANT.includes(folded(plainText(value)));
  const record = inner.length > 1 ? asFields(value, spec.shorthand) : null;
  return (
    <div class="page-item-body" role="group" aria-label={label} data-field={keyOf(place)}>
      {rule ? (
        <div class="page-label">
          <span>{label}</span>
          <DropButton label={label} drop={remove} />
        </div>
      ) : (
        <div class="field">
          <div class="page-label">
            <label for={`${id}-name`}>{words.name}</label>
            <DropButton label={name} drop={remove} />
          </div>
          <input id={`${id}-name`} type="text" spellcheck={false} autocomplete="off" {...typed} />
        </div>
      )}
      {inner.length === 0 && isFields(value) && isLocalized(single, value) ? (
        <LanguagesField spec={{ ...single, label: words.value, help: "" }} siblings={[]} path={place} value={value} level={level + 1} />
      ) : record ? (
        <RecordFields specs={inner} shorthand={spec.shorthand} record={record} path={place} level={level + 2} always={() => true} />
      ) : (
        <div class="field">
          {isMeant ? <span class="page-label">{words.value}</span> : <label for={id}>{inner.length === 1 && only ? only.label : words.value}</label>}
          {!isMeant && <WidgetOf {...{ spec: single, siblings: inner, path: place, value: orNothing(plainText(value)), id, described, invalid, commit }} />}
          {isMeant && <p class="muted">{t("page-meant-none")}</p>}
          <ByLanguage spec={single} siblings={[]} path={place} value={value} level={level + 1} />
        </div>
      )}
      {spec.name === "jargon" && (
        <label class="page-meant">
          <input type="checkbox" checked={isMeant} onChange={(event) => commit(event.currentTarget.checked ? (form.english ? "no" : "non") : undefined, newRun())} />
          {t("page-meant", { word: name })}
        </label>
      )}
      {below}
    </div>
  );
}

function NewEntry({ spec, taken, add }: { spec: FieldSpec; taken: readonly string[]; add: (name: string) => void }) {
  const [name, setName] = useState("");
  const isTaken = taken.includes(name.trim());
  const done = () => name.trim() && !isTaken && add(name.trim());
  const id = useOwnId();
  const first = useRef<HTMLElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const { names } = spec.named ?? {};
  const ties = { id, value: name, "aria-invalid": isTaken || undefined, "aria-describedby": `${id}-taken` };
  return (
    <div class="field">
      <label for={id}>{spec.named?.name ?? t("page-map-name")}</label>
      <div class="row page-date">
        {names ? (
          <select {...ties} ref={first as preact.RefObject<HTMLSelectElement>} onChange={(event) => setName(event.currentTarget.value)}>
            <option value="">{t("page-not-said")}</option>
            {names
              .filter((rule) => !taken.some((one) => folded(one) === folded(rule.value)))
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        ) : (
          <input
            {...ties}
            type="text"
            autocomplete="off"
            spellcheck={false}
            ref={first as preact.RefObject<HTMLInputElement>}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              done();
            }}
          />
        )}
        <button type="button" aria-label={t("page-add-item", { label: spec.named?.name ?? spec.label })} onClick={done}>
          {t("page-map-add")}
        </button>
      </div>
      <p class="wrong" id={`${id}-taken`}>
        {isTaken ? t("page-map-taken") : ""}
      </p>
    </div>
  );
}
