import { useEffect, useRef, useState } from "preact/hooks";
import { api, type CounterRow, type SheetLink } from "../api";
import { useAsked } from "../asked";
import { Failure } from "../parts";
import { useSite } from "../site";
import { t } from "../words";
import { languageName } from "../desk/rows";

/** From how many letters on something is looked for. */
const LETTERS = 3;

type Props = {
  label: string;
  /** Said below the field once something was found. */
  hint: string;
  /** Whether one types here at once. */
  isFirst?: boolean;
  onSheet: (sheet: SheetLink, row: CounterRow, lang: string) => void;
};

/**
 * Finds sheets by the title of their page. With the keyboard alone: one types; Enter takes the first sheet; the arrows lead to the others; any letter leads back
 * to the field.
 */
export function SheetSearch({ label, hint, isFirst = false, onSheet }: Props) {
  const [q, setQ] = useState("");
  const enough = q.trim().length >= LETTERS;
  const key = enough ? q.trim() : "";
  const { value, error, pending, again } = useAsked(key, async (signal) => (key ? api.counter(key, undefined, signal) : { rows: [] }), { delay: 80 });
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = enough ? (value?.rows ?? []) : [];
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, []);
  // Enter, typed before the answer was there.
  const entered = useRef(false);
  useEffect(() => {
    if (pending || !entered.current) return;
    entered.current = false;
    list.current?.querySelector("button")?.click();
  }, [pending]);
  const buttons = (row: Element | undefined) => [...(row?.querySelectorAll("button") ?? [])];

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const lines = [...(list.current?.children ?? [])];
    const at = lines.findIndex((line) => line.contains(target));
    const column = buttons(lines[at]).indexOf(target as HTMLButtonElement);
    const to = (line: number, place: number) => {
      event.preventDefault();
      const there = buttons(lines[line]);
      (there[Math.min(place, there.length - 1)] ?? field.current)?.focus();
    };
    const back = getComputedStyle(target).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const on = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key === "ArrowDown") to(Math.min(at + 1, lines.length - 1), Math.max(column, 0));
    else if (event.key === "ArrowUp") to(at - 1, Math.max(column, 0));
    else if (event.key === on && column >= 0) to(at, column + 1);
    else if (event.key === back && column > 0) to(at, column - 1);
    else if (event.key === "Enter" && at < 0) {
      event.preventDefault();
      if (pending) entered.current = true;
      else buttons(lines[0])[0]?.click();
    } else if (event.key === "Escape") {
      setQ("");
      field.current?.focus();
    } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey) field.current?.focus();
  };

  return (
    <div class="sheet-search" onKeyDown={onKeyDown}>
      <label class="field">
        <span>{label}</span>
        <input ref={field} type="search" value={q} autocomplete="off" spellcheck={false} onInput={(event) => {
            entered.current = false;
            setQ(event.currentTarget.value);
          }}
        />
      </label>
      <p role="status" class="help">
        {!enough ? t("counter-letters") : pending && !value ? t("waiting") : rows.length === 0 && !pending ? t("counter-nothing", { q: key }) : `${t("counter-found", { count: rows.length })} ${rows.length > 0 ? hint : ""}`}
      </p>
      {error && enough ? <Failure error={error} again={again} /> : null}
      <ul class="sheet-rows" ref={list} aria-busy={pending}>
        {rows.map((row, index) => (
          <Found key={row.path} row={row} isFirst={index === 0} onSheet={onSheet} />
        ))}
      </ul>
    </div>
  );
}

/** A page that was found, with a button for each of its sheets: first those that the site publishes, the others when one asks for them. */
function Found({ row, isFirst, onSheet }: { row: CounterRow; isFirst: boolean; onSheet: Props["onSheet"] }) {
  const site = useSite();
  const [all, setAll] = useState(false);
  const languages = [{ lang: row.lang, title: row.title, sheets: row.sheets }, ...row.translations].filter(({ sheets }) => sheets.length > 0);
  const isAsked = languages.some(({ sheets }) => sheets.some(({ asked }) => asked !== false));
  const shown = (sheets: SheetLink[]) => (all || !isAsked ? sheets : sheets.filter(({ asked }) => asked !== false));
  const more = languages.some(({ sheets }) => shown(sheets).length < sheets.length);
  let isLeading = isFirst;
  return (
    <li>
      <h2 lang={row.lang}>{row.title}</h2>
      {languages.length === 0 && <p class="help">{t("counter-no-sheets")}</p>}
      {languages.map(({ lang, title, sheets }) =>
        shown(sheets).length === 0 ? null : (
          <div class="row" role="group" aria-label={t("sheets-of", { title, language: languageName(lang) })} key={lang}>
            {(languages.length > 1 || lang !== site.lang) && <span class="sheet-language">{languageName(lang)}</span>}
            {shown(sheets).map((sheet) => {
              const leads = isLeading;
              isLeading = false;
              return (
                <button type="button" key={sheet.path} class={leads ? "primary" : ""} onClick={() => onSheet(sheet, row, lang)}>
                  {sheet.label}
                </button>
              );
            })}
          </div>
        ),
      )}
      {more && (
        <div>
          <button type="button" class="quiet small" aria-label={t("counter-more-of", { title: row.title })} onClick={() => setAll(true)}>
            {t("counter-more")}
          </button>
        </div>
      )}
    </li>
  );
}
