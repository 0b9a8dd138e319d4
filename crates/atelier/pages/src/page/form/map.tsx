// Names that the editor chooses, each with what it stands for: topics, campaigns, checks.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Fields, FieldSpec, Value } from "../../api";
import { useOwnId } from "../../own-id";
import { t } from "../../words";
import { keyOf } from "../places";
import { asFields, isFields, once, plainText } from "../values";
import { newRun, orNothing, useForm, useTyped, type WidgetProps } from "./context";
import { DropButton, Group, Raw, useSaid, type FieldProps } from "./field";
import { ByLanguage, LanguagesField } from "./languages";
import { RecordFields } from "./record";
import { WidgetOf, isLocalized } from "./widgets";

export function MapField(props: FieldProps) {
  const { spec, path, value, level } = props;
  const form = useForm();
  const [isNew, setNew] = useState(false);
  const all = asFields(value);
  if (!all) return <Raw {...props} />;
  const record = once(all);
  const write = (fields: Fields["fields"], run = newRun()) => form.edit(path, fields.length ? { fields } : undefined, run);
  return (
    <Group {...props}>
      <ol class="page-map">
        {record.fields.map(([name, inner], at) => (
          <li key={at} class="page-item whole">
            <Entry
              {...{ spec, path, level }}
              name={name}
              value={inner}
              rename={(to, run) => {
                // A name that is there already would be one of two.
                if (to && !record.fields.some(([other]) => other === to)) write(all.fields.map((one) => (one[0] === name ? [to, one[1]] : one)), run);
              }}
              remove={() => write(all.fields.filter(([other]) => other !== name))}
            />
          </li>
        ))}
        {isNew && (
          <li class="page-item whole">
            <NewEntry
              spec={spec}
              taken={record.fields.map(([name]) => name)}
              add={(name) => {
                setNew(false);
                write([...all.fields, [name, ""]]);
              }}
            />
          </li>
        )}
      </ol>
      {!isNew && (
        <button type="button" class="page-list-add" onClick={() => setNew(true)}>
          {t("page-add-item", { label: spec.label })}
        </button>
      )}
    </Group>
  );
}

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
  const { id, described, invalid, below } = useSaid(place, "");
  const typed = useTyped(name, rename);
  const inner = spec.fields ?? [];
  // One field stands for the value itself.
  const [only] = inner;
  const single: FieldSpec = { ...(inner.length === 1 && only ? only : spec), widget: inner.length === 1 && only ? only.widget : spec.choices ? "choice" : "text", list: false, label: name, ...(spec.choices && inner.length !== 1 ? { choices: spec.choices } : {}) };
  const commit: WidgetProps["commit"] = (to, run) => form.edit(place, to ?? "", run);
  return (
    <div class="page-item-body" role="group" aria-label={name} data-field={keyOf(place)}>
      <div class="field">
        <div class="page-label">
          <label for={`${id}-name`}>{t("page-map-name")}</label>
          <DropButton label={name} drop={remove} />
        </div>
        <input id={`${id}-name`} type="text" spellcheck={false} autocomplete="off" {...typed} />
      </div>
      {inner.length === 0 && isFields(value) && isLocalized(single, value) ? (
        <LanguagesField spec={{ ...single, label: t("page-map-value") }} siblings={[]} path={place} value={value} level={level + 1} />
      ) : isFields(value) || (inner.length > 1 && value === "") ? (
        <RecordFields specs={inner} record={isFields(value) ? value : { fields: [] }} path={place} level={level + 2} always={() => true} />
      ) : (
        <div class="field">
          <label for={id}>{inner.length === 1 && only ? only.label : t("page-map-value")}</label>
          <WidgetOf {...{ spec: single, siblings: inner, path: place, value: orNothing(plainText(value)), id, described, invalid, commit }} />
          <ByLanguage spec={single} siblings={[]} path={place} value={value} level={level + 1} />
        </div>
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
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <div class="field">
      <label for={id}>{t("page-map-name")}</label>
      <div class="row page-date">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={name}
          aria-invalid={isTaken || undefined}
          aria-describedby={`${id}-taken`}
          ref={input}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            done();
          }}
        />
        <button type="button" aria-label={t("page-add-item", { label: spec.label })} onClick={done}>
          {t("page-map-add")}
        </button>
      </div>
      <p class="wrong" id={`${id}-taken`}>
        {isTaken ? t("page-map-taken") : ""}
      </p>
    </div>
  );
}
