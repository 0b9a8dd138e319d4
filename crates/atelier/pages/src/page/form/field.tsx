// One field: its name, what it is for, its widget, and what is wrong with it.
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { FieldSpec, Path, Value } from "../../api";
import { useOwnId } from "../../own-id";
import { t } from "../../words";
import { goToField, keyOf } from "../places";
import { asFields, asItems, isEmpty, isFields, plainText, specAt, timesAt } from "../values";
import { newRun, useForm, type WidgetProps } from "./context";
import { ChecksField } from "./checks";
import { ByLanguage, LanguagesField } from "./languages";
import { ListField } from "./list";
import { MapField } from "./map";
import { FEW, RecordFields } from "./record";
import { LISTS, WidgetOf, hasLongForm, isLocalized, isRecord, isShown } from "./widgets";
import { Wrong } from "./wrong";

export type FieldProps = {
  spec: FieldSpec;
  siblings: readonly FieldSpec[];
  path: Path;
  value: Value | undefined;
  /** The level of its heading, where it has one. */
  level: number;
  /** Takes a field away that is empty, where it was asked for. */
  onDrop?: (() => void) | undefined;
};

export function FieldView(props: FieldProps) {
  const { spec, value } = props;
  if (spec.widget === "map") return <MapField {...props} />;
  if (spec.widget === "checks") return <ChecksField {...props} />;
  if (spec.list && !LISTS.has(spec.widget)) return <ListField {...props} />;
  if (isRecord(spec)) return <RecordField {...props} />;
  if (hasLongForm(spec)) return <EitherField {...props} />;
  if (isFields(value) && isLocalized(spec, value)) return <LanguagesField {...props} value={value} />;
  return isShown(spec, value) ? <Single {...props} /> : <Raw {...props} />;
}

/** What is said of a field, and the names by which it is described. */
export function useSaid(path: Path, spec?: FieldSpec) {
  const id = useOwnId();
  const form = useForm();
  const diagnostics = form.diagnostics.get(keyOf(path)) ?? [];
  const refusals = form.refusals.filter(({ change }) => "set" in change && keyOf(change.set) === keyOf(path));
  const times = timesAt(form.values, path, form.specs);
  const names = [spec && hasHelp(spec) && `${id}-help`, times > 1 && `${id}-times`, ...diagnostics.map((_, at) => `${id}-wrong-${at}`), ...refusals.map((_, at) => `${id}-refused-${at}`)].filter(Boolean);
  return {
    id,
    described: names.length ? names.join(" ") : undefined,
    invalid: refusals.length > 0 || diagnostics.some(({ severity }) => severity === "error"),
    below: (
      <>
        {times > 1 && (
          <p class="page-twice" id={`${id}-times`}>
            {holdsMany(specAt(form.specs, path)) ? t("page-twice-list", { count: times }) : t("page-twice", { count: times })}
          </p>
        )}
        {diagnostics.map((diag, at) => (
          <Wrong key={`${diag.code}-${diag.from}-${at}`} diag={diag} id={`${id}-wrong-${at}`} />
        ))}
        {refusals.map(({ message }, at) => (
          <div class="page-wrong error" key={at}>
            <p id={`${id}-refused-${at}`}>{t("page-refused", { message })}</p>
            <button type="button" onClick={() => form.showInFile(path)}>
              {t("page-show-in-file")}
            </button>
          </div>
        ))}
      </>
    ),
  };
}

/** Whether what is written twice may be read together. */
const holdsMany = (spec: FieldSpec | undefined) => !!spec && (spec.list || spec.widget === "record");

const hasHelp = ({ help, example }: FieldSpec) => !!(help || example);

/** What a field is for, and a value that it may have. What is between backticks is to be typed as it stands. */
export function Help({ id, spec }: { id: string; spec: FieldSpec }) {
  if (!hasHelp(spec)) return null;
  return (
    <p class="help" id={`${id}-help`}>
      {spec.help.split("`").map((part, at) => (at % 2 ? <code key={at}>{part}</code> : part))}
      {spec.example && (
        <>
          {" "}
          {t("page-example")} <code>{spec.example}</code>
        </>
      )}
    </p>
  );
}

/** Whether a label must be a text beside its widget, because the widget is several inputs. */
const isSeveral = (spec: FieldSpec) => spec.widget === "formats";

function Single({ spec, siblings, path, value, level, onDrop }: FieldProps) {
  const form = useForm();
  const { id, described, invalid, below } = useSaid(path, spec);
  const commit: WidgetProps["commit"] = (to, run) => form.edit(path, to, run);
  return (
    <div class="field" data-field={keyOf(path)}>
      <div class="page-label">
        {isSeveral(spec) ? (
          <span id={`${id}-label`}>{spec.label}</span>
        ) : (
          <label for={id}>{spec.label}</label>
        )}
        <Required spec={spec} />
        {onDrop && <DropButton label={spec.label} drop={onDrop} />}
      </div>
      <Help id={id} spec={spec} />
      <WidgetOf {...{ spec, siblings, path, value, id, described, invalid, commit }} />
      {spec.localized && <ByLanguage {...{ spec, siblings, path, value, level }} />}
      {below}
    </div>
  );
}

export function Required({ spec }: { spec: FieldSpec }) {
  return spec.optional ? null : <span class="muted">{t("page-required")}</span>;
}

/** Takes away a field that one has asked for and does not need. */
export function DropButton({ label, drop }: { label: string; drop: () => void }) {
  return (
    <button type="button" class="quiet page-drop" aria-label={t("page-remove-of", { label })} onClick={drop}>
      {t("page-remove")}
    </button>
  );
}

/** A group of inputs with a name. */
export function Group({ spec, path, level, onDrop, children, hint }: FieldProps & { children: ComponentChildren; hint?: ComponentChildren }) {
  const { id, described, below } = useSaid(path, spec);
  const Heading = `h${Math.min(level, 6)}` as "h3";
  return (
    <div class="page-group" role="group" data-field={keyOf(path)} aria-labelledby={`${id}-label`} aria-describedby={described}>
      <div class="page-label">
        <Heading id={`${id}-label`}>{spec.label}</Heading>
        <Required spec={spec} />
        {onDrop && <DropButton label={spec.label} drop={onDrop} />}
      </div>
      <Help id={id} spec={spec} />
      {hint}
      {below}
      {children}
    </div>
  );
}

/** A record that stands alone. */
function RecordField(props: FieldProps) {
  const { spec, path, value, level } = props;
  const record = asFields(value, spec.shorthand);
  if (!record) return <Raw {...props} />;
  const inner = spec.fields ?? [];
  return (
    <Group {...props}>
      <RecordFields specs={inner} shorthand={spec.shorthand} record={record} path={path} level={level + 1} {...(inner.length <= FEW ? { always: () => true } : {})} />
    </Group>
  );
}

/** A text, or fields in its place: an organization of the directory or a name and an address; one amount or an amount and its case. */
function EitherField(props: FieldProps) {
  const { spec, path, value, level } = props;
  const form = useForm();
  const [wants, setWants] = useState(false);
  if (!isFields(value) && !wants) {
    if (!isShown(spec, value)) return <Raw {...props} />;
    return (
      <div>
        <Single {...props} />
        <LongForm {...props} onChoose={() => setWants(true)} />
      </div>
    );
  }
  const record = isFields(value) ? value : { fields: [] };
  return (
    <Group {...props}>
      <RecordFields specs={spec.fields ?? []} record={record} path={path} level={level + 1} />
      <button
        type="button"
        class="quiet"
        onClick={() => {
          setWants(false);
          if (isFields(value)) form.edit(path, value.fields.map(([, inner]) => plainText(inner)).find(Boolean), newRun());
        }}
      >
        {t("page-short-form")}
      </button>
    </Group>
  );
}

/** Writes the text of a field as its first field instead, so that the others can be said. */
function LongForm({ spec, path, value, onChoose }: FieldProps & { onChoose: () => void }) {
  const form = useForm();
  const [first] = spec.fields ?? [];
  return (
    <button
      type="button"
      class="quiet"
      onClick={(event) => {
        onChoose();
        if (first && !isEmpty(value)) form.edit(path, { fields: [[first.name, plainText(value)]] }, newRun());
        const fields = event.currentTarget.closest("form");
        setTimeout(() => fields && goToField(fields, path), 0);
      }}
    >
      {t("page-long-form", { fields: (spec.fields ?? []).map(({ label }) => label.toLowerCase()).join(", ") })}
    </button>
  );
}

/** What the form cannot show otherwise, as it is written. */
export function Raw({ spec, path, value }: FieldProps) {
  const form = useForm();
  const { id, described, below } = useSaid(path, spec);
  return (
    <div class="field" role="group" data-field={keyOf(path)} aria-labelledby={`${id}-label`} aria-describedby={described}>
      <div class="page-label">
        <span id={`${id}-label`}>{spec.label}</span>
      </div>
      <Help id={id} spec={spec} />
      <p class="page-raw">{asItems(value).map(plainText).join(" ; ")}</p>
      <p class="muted">{t("page-raw")}</p>
      {below}
      <div class="row">
        <button type="button" onClick={() => form.showInFile(path)}>
          {t("page-show-in-file")}
        </button>
        <button type="button" onClick={() => form.edit(path, undefined, newRun())}>
          {t("page-write-anew")}
        </button>
      </div>
    </div>
  );
}
