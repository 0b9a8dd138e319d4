// Lists: items that are added, removed and moved.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FieldSpec, Path, Value, Widget } from "../../api";
import { Mover } from "../../moving";
import { t } from "../../words";
import { keyOf } from "../places";
import { asFields, asItems, isEmpty, isFields, moved, plainText, valueAt, withoutItem } from "../values";
import { newRun, useForm, type WidgetProps } from "./context";
import { Group, useSaid, type FieldProps } from "./field";
import { RecordFields } from "./record";
import { useRemoved } from "./removed";
import { WidgetOf, hasLongForm, isRecord, isShown } from "./widgets";

/** Widgets that take all the width there is. */
const TALL: ReadonlySet<Widget> = new Set(["long", "markdown", "address", "hours", "file", "image"]);

const isWhole = (spec: FieldSpec) => isRecord(spec) || hasLongForm(spec);

export function ListField(props: FieldProps) {
  const { spec, path, value, level } = props;
  const form = useForm();
  const items = asItems(value);
  // An item that somebody wants to write is not in the file until something is in it.
  const [isNew, setNew] = useState(items.length === 0);
  const count = items.length + (isNew ? 1 : 0);
  const self = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ item: number; button?: string } | null>(null);
  const [said, setSaid] = useState("");
  const removed = useRemoved((before) => items.length < before);
  const newest = useRef(form.values);
  newest.current = form.values;
  const length = useRef(items.length);
  useLayoutEffect(() => {
    // The new one is in the file now.
    if (isNew && items.length > length.current) setNew(false);
    length.current = items.length;
  }, [items.length]);
  useLayoutEffect(() => {
    if (!focus) return;
    const item = self.current?.querySelectorAll<HTMLElement>(":scope > ol > li")[focus.item];
    const buttons = focus.button ? [...(item?.querySelectorAll<HTMLButtonElement>(":scope > .page-item-actions button") ?? [])].filter((one) => !one.disabled) : [];
    const target = buttons.find((one) => one.dataset.does === focus.button) ?? buttons[0] ?? item?.querySelector<HTMLElement>("input, textarea, select, button");
    (target ?? self.current?.querySelector<HTMLElement>(":scope > .page-list-add"))?.focus();
    setFocus(null);
  }, [focus]);

  const move = (from: number, to: number, by?: "up" | "down") => {
    if (to < 0 || to >= items.length) return;
    form.change(moved(form.values, form.specs, path, from, to));
    setFocus({ item: to, button: by ?? "up" });
    setSaid(t("page-moved", { label: spec.label, place: to + 1, count: items.length }));
  };
  const remove = (at: number) => {
    if (at >= items.length) setNew(false);
    else {
      const item = items[at] ?? "";
      const run = form.change(withoutItem(form.values, form.specs, path, at));
      removed.say(spec.label, run, items.length, () => form.change([{ insert: [...path, Math.min(at, asItems(valueAt(newest.current, path, form.specs)).length)], value: item }]));
    }
    setFocus({ item: Math.min(at, count - 2) });
  };
  /** An item of which nothing is left goes when one leaves it. */
  const left = (at: number) => {
    if (at < items.length && (isEmpty(items[at]) || plainText(items[at]).trim() === "")) form.change(withoutItem(form.values, form.specs, path, at));
  };
  return (
    <Group {...props}>
      <div class="page-list" ref={self}>
        <ol>
          {Array.from({ length: count }, (_, at) => (
            <li
              key={at}
              class={isWhole(spec) ? "page-item whole" : TALL.has(spec.widget) ? "page-item tall" : "page-item"}
              onFocusOut={(event) => {
                if (!event.currentTarget.contains(event.relatedTarget as Node | null)) left(at);
              }}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown") || (event.target as Element).getAttribute("role") === "combobox") return;
                event.preventDefault();
                event.stopPropagation();
                move(at, at + (event.key === "ArrowUp" ? -1 : 1), event.key === "ArrowUp" ? "up" : "down");
              }}
            >
              <Item spec={spec} siblings={props.siblings} path={[...path, at]} value={items[at]} level={level + 1} number={at + 1} count={count} />
              <div class="page-item-actions">
                {at < items.length && <Mover label={spec.label} at={at} count={items.length} move={move} />}
                {(at < items.length || items.length > 0) && (
                  <button type="button" class="quiet" data-does="remove" aria-label={t("page-remove-item", { label: spec.label, number: at + 1 })} onClick={() => remove(at)}>
                    {t("page-remove")}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ol>
        <p class="sr" role="status">
          {said}
        </p>
        {removed.note}
        {!isNew && (
          <button
            type="button"
            class="page-list-add"
            onClick={() => {
              setNew(true);
              setFocus({ item: items.length });
            }}
          >
            {t("page-add-item", { label: spec.label })}
          </button>
        )}
      </div>
    </Group>
  );
}

type ItemProps = { spec: FieldSpec; siblings: readonly FieldSpec[]; path: Path; value: Value | undefined; level: number; number: number; count: number };

function Item({ spec, siblings, path, value, level, number, count }: ItemProps) {
  const form = useForm();
  const [wants, setWants] = useState(false);
  const label = t("page-item", { label: spec.label, number, count });
  const { id, described, invalid, below } = useSaid(path);
  const commit: WidgetProps["commit"] = (to, run) => {
    if (to !== undefined || value !== undefined) form.edit(path, to ?? "", run);
  };
  const isLong = isRecord(spec) || (hasLongForm(spec) && (isFields(value) || wants));
  const record = isLong ? asFields(value, spec.shorthand ?? (isFields(value) ? undefined : spec.fields?.[0]?.name)) : null;
  return (
    <div class="page-item-body" role="group" aria-label={label} data-field={keyOf(path)} aria-describedby={isLong ? described : undefined}>
      {record ? (
        <RecordFields specs={spec.fields ?? []} shorthand={spec.shorthand} record={record} path={path} level={level} />
      ) : isShown(spec, value) && !isLong ? (
        <>
          <WidgetOf {...{ spec, siblings, path, value, id, described, invalid, commit }} label={label} />
          {hasLongForm(spec) && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                setWants(true);
                const [first] = spec.fields ?? [];
                if (first && !isEmpty(value)) form.edit(path, { fields: [[spec.shorthand ?? first.name, plainText(value)]] }, newRun());
              }}
            >
              {t("page-long-form", { fields: (spec.fields ?? []).slice(1).map((one) => one.label.toLowerCase()).join(", ") })}
            </button>
          )}
        </>
      ) : (
        <>
          <p class="page-raw">{plainText(value)}</p>
          <button type="button" onClick={() => form.showInFile(path)}>
            {t("page-show-in-file")}
          </button>
        </>
      )}
      {below}
    </div>
  );
}
