import { useEffect, useRef } from "preact/hooks";
import type { Row } from "../api";
import { pageHref } from "../router";
import { useSite } from "../site";
import { day, t } from "../words";

type Props = {
  rows: Row[];
  chosen: Map<string, Row>;
  /** The paths of pages that are not saved. */
  kept: ReadonlySet<string>;
  onChoose: (chosen: Map<string, Row>) => void;
  onAct: (row: Row) => void;
  /** The arrows leave the list, downwards (1) or upwards (-1): whether there are pages further on, or will be. */
  onLeave: (step: 1 | -1) => "gone" | "end" | "waiting";
};

/** The pages that were found. The arrows lead from title to title, and on to the next fifty. */
export function Rows({ rows, chosen, kept, onChoose, onAct, onLeave }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const next = useRef<"first" | "last" | null>(null);
  const titles = () => [...(body.current?.querySelectorAll<HTMLElement>("th a") ?? [])];
  useEffect(() => {
    if (next.current) titles().at(next.current === "first" ? 0 : -1)?.focus();
    next.current = null;
  }, [rows]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const all = titles();
    const at = all.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const to = all[at + step];
    if (to) {
      to.focus();
      return;
    }
    const left = onLeave(step);
    if (left === "gone") next.current = step === 1 ? "first" : "last";
    else if (left === "end" && step === -1) document.querySelector<HTMLElement>(".filters input")?.focus();
  };
  const choose = (some: Row[], on: boolean) => {
    const after = new Map(chosen);
    for (const row of some) on ? after.set(row.path, row) : after.delete(row.path);
    onChoose(after);
  };
  const all = rows.every(({ path }) => chosen.has(path));
  return (
    <table class="rows" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="tick">
            <Tick words={t("choose-all")} on={all} onChange={(on) => choose(rows, on)} />
          </th>
          {[t("column-title"), t("column-place"), t("column-state"), t("column-review"), t("column-keeper")].map((words) => (
            <th role="columnheader" scope="col" key={words}>
              {words}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span class="sr">{t("column-actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <Line key={row.path} row={row} isKept={kept.has(row.path)} isChosen={chosen.has(row.path)} onChoose={(on) => choose([row], on)} onAct={() => onAct(row)} />
        ))}
      </tbody>
    </table>
  );
}

/** A box to tick, with words for those who do not see what it stands beside. */
function Tick({ words, on, onChange }: { words: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="sr">{words}</span>
    </label>
  );
}

function Line({ row, isKept, isChosen, onChoose, onAct }: { row: Row; isKept: boolean; isChosen: boolean; onChoose: (on: boolean) => void; onAct: () => void }) {
  const site = useSite();
  const kind = site.kinds.find((one) => one.kind === row.kind)?.label ?? otherKind(row.kind);
  const section = site.sections.find(({ path }) => path.replace(/\/$/, "") === row.section)?.title ?? row.section.replace(/^content\/?/, "");
  return (
    <tr role="row" class={isChosen ? "chosen" : ""}>
      <td role="cell" class="tick">
        <Tick words={t("choose", { title: row.title })} on={isChosen} onChange={onChoose} />
      </td>
      <th role="rowheader" scope="row">
        <a href={pageHref(row.path)} lang={row.lang}>
          {row.title}
        </a>
        {row.lang !== site.lang && (
          <>
            {" "}
            <span class="badge">{languageName(row.lang)}</span>
          </>
        )}
      </th>
      <td role="cell">
        {kind}
        {section && section !== kind && <span class="muted block">{section}</span>}
      </td>
      <td role="cell">
        <States row={row} isKept={isKept} isPage={isPage(row)} />
      </td>
      <td role="cell" class="review">
        {isPage(row) && <Review row={row} />}
      </td>
      <td role="cell">{row.maintainer ?? (isPage(row) && <span class="muted">{t("no-keeper")}</span>)}</td>
      <td role="cell" class="act">
        <button type="button" onClick={onAct} aria-label={t("actions-of", { title: row.title })}>
          {t("actions")}
        </button>
      </td>
    </tr>
  );
}

/** Whether it is a page that readers open, not a file that adds to others. */
export const isPage = (row: Row) => !!row.address;

/** What a file is of which one makes none here. */
function otherKind(kind: string): string {
  switch (kind) {
    case "legal":
      return t("kind-other-legal");
    case "local":
      return t("kind-other-local");
    case "words":
      return t("kind-other-words");
    default:
      return t("kind-other");
  }
}

/** What a page is at, in words. */
function States({ row, isKept, isPage: isOne }: { row: Row; isKept: boolean; isPage: boolean }) {
  return (
    <ul class="states">
      {isKept && <li class="badge warn">{t("state-unsaved")}</li>}
      {row.errors > 0 && <li class="badge bad">{t("state-errors", { count: row.errors })}</li>}
      {row.warnings > 0 && <li class="badge warn">{t("state-warnings", { count: row.warnings })}</li>}
      {row.draft && <li class="badge">{t("state-draft")}</li>}
      {isOne && !row.draft && row.unseen && <li class="badge">{t("state-unseen")}</li>}
      {isOne && !row.draft && !row.unseen && row.changed && <li class="badge">{t("state-changed")}</li>}
      {isOne && !row.draft && !row.unseen && !row.changed && <li class="badge good">{t("state-published")}</li>}
    </ul>
  );
}

function Review({ row }: { row: Row }) {
  if (!row.reviewed && !row.due) return <span class="muted">{t("never-reviewed")}</span>;
  return (
    <>
      {row.due && (row.overdue ? <strong class="block overdue">{t("due-since", { day: day(row.due, true) })}</strong> : <span class="block">{t("due", { day: day(row.due, true) })}</span>)}
      {row.reviewed && <span class="block muted">{t("reviewed", { day: day(row.reviewed, true) })}</span>}
    </>
  );
}

/** The name of a language in the language of the tool. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
