import { useEffect, useRef, useState } from "preact/hooks";
import { api, type Desk as Answer, type Row, type Todo } from "../api";
import { useAsked } from "../asked";
import { useChanges } from "../live";
import { keptPaths, onKept } from "../page/kept";
import { Choices, Coming } from "../parts";
import { go, href, pageHref } from "../router";
import { sectionsOf, useSite } from "../site";
import { number, t } from "../words";
import { Actions } from "./actions";
import { Chosen } from "./chosen";
import { NewPage } from "./new";
import { Pager } from "./pager";
import { addressOf, asked, COUNT, type Search, searchOf, SORTS, STATES } from "./query";
import { Rows } from "./rows";

/** An answer, and which part of the list it is. */
type Shown = Answer & { page: number };

// The last answer is shown at once when one comes back from a page.
let last: { address: string; answer: Shown } | null = null;

/** All pages of the site, and what is to be done today. */
export function Desk({ query }: { query: Record<string, string> }) {
  const search = searchOf(query);
  const address = addressOf(search);
  const { value, error, pending, again } = useAsked<Shown>(address, async (signal) => ({ ...(await api.desk(asked(search), signal)), page: search.page }), {
    delay: 80,
    keep: last?.address === address ? last.answer : null,
  });
  if (value && !pending) last = { address, answer: value };
  useChanges(again, 300, true);

  const kept = useKept();
  const [creating, setCreating] = useState(false);
  const [acting, setActing] = useState<Row | null>(null);
  const [chosen, setChosen] = useState<Map<string, Row>>(new Map());
  const close = () => {
    setActing(null);
    again();
  };
  const results = useRef<HTMLDivElement>(null);
  const look = (change: Partial<Search>) => go(addressOf({ ...search, page: 1, ...change }), true);
  const pages = Math.max(1, Math.ceil((value?.total ?? 0) / COUNT));

  return (
    <div class="desk">
      <div class="desk-head">
        <h1>{t("desk-title")}</h1>
        {value && <Found total={value.total} page={value.page} />}
        {value && !value.checked && <p class="muted">{t("desk-checking")}</p>}
        {value?.check_failed && <p class="muted">{t("desk-check-failed")}</p>}
        <button type="button" class="primary" onClick={() => setCreating(true)}>
          {t("desk-new")}
        </button>
      </div>
      {value && <Today todo={value.todo} kept={kept} />}
      <Filters search={search} look={look} counts={value?.counts} toResults={() => results.current?.querySelector<HTMLElement>("tbody a")?.focus()} />
      <Coming value={value} error={error} again={again} />
      {value && (
        <div ref={results} aria-busy={pending}>
          {value.rows.length > 0 && (
            <Rows
              rows={value.rows}
              chosen={chosen}
              kept={kept}
              onChoose={setChosen}
              onAct={setActing}
              onLeave={(step) => {
                const page = search.page + step;
                const isThere = page >= 1 && page <= pages;
                // A key held down waits for each answer.
                if (pending) return "waiting";
                if (isThere) look({ page });
                return isThere ? "gone" : "end";
              }}
            />
          )}
          <Pager page={search.page} pages={pages} stays={chosen.size === 0} onGo={(page) => look({ page })} />
        </div>
      )}
      {chosen.size > 0 && <Chosen
          rows={[...chosen.values()]} onDone={() => {
            setChosen(new Map());
            again();
          }}
        />}
      {creating && <NewPage kind={search.kind} section={search.section} onClose={() => setCreating(false)} />}
      {acting && <Actions row={acting} onClose={close} />}
    </div>
  );
}

/** The pages of which the browser keeps what was not saved. */
function useKept(): ReadonlySet<string> {
  const [paths, setPaths] = useState(keptPaths);
  useEffect(() => onKept(() => setPaths(keptPaths())), []);
  return new Set(paths);
}

const isOpen = "guichet-today";

/** What is to be done today. */
function Today({ todo, kept }: { todo: Todo[]; kept: ReadonlySet<string> }) {
  const count = todo.length + kept.size;
  if (count === 0) return <p class="muted">{t("today-nothing")}</p>;
  return (
    <details
      class="today"
      open={localStorage.getItem(isOpen) !== "no"}
      onToggle={(event) => localStorage.setItem(isOpen, event.currentTarget.open ? "yes" : "no")}
    >
      <summary>
        <h2>{t("today", { count })}</h2>
      </summary>
      <ul>
        {[...kept].map((path) => (
          <li key={path}>
            <a href={pageHref(path)}>{t("today-unsaved", { name: path.split("/").pop() ?? path })}</a>
          </li>
        ))}
        {todo.map((one) => (
          <li key={`${one.what} ${one.path ?? one.state}`}>
            <a href={one.path ? pageHref(one.path) : href("desk", { state: one.state })}>{one.label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

type FilterProps = { search: Search; look: (change: Partial<Search>) => void; counts: Answer["counts"] | undefined; toResults: () => void };

function Filters({ search, look, counts, toResults }: FilterProps) {
  const site = useSite();
  const sections = sectionsOf(site, search.kind);
  return (
    <div class="filters" role="search">
      <div class="filter-fields">
        <label class="wide">
          <span>{t("search")}</span>
          <input
            type="search"
            value={search.q}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => look({ q: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") {
                event.preventDefault();
                toResults();
              }
            }}
          />
        </label>
        <label>
          <span>{t("filter-kind")}</span>
          <select value={search.kind} onChange={(event) => look({ kind: event.currentTarget.value, section: "" })}>
            <option value="">{t("filter-all-kinds")}</option>
            {site.kinds.map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("filter-section")}</span>
          <select value={search.section} onChange={(event) => look({ section: event.currentTarget.value })}>
            <option value="">{t("filter-all-sections")}</option>
            {sections.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("sort")}</span>
          <select value={search.sort} onChange={(event) => look({ sort: SORTS.find((one) => one === event.currentTarget.value) ?? "title" })}>
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t(`sort-${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="row">
      {counts && (
        <Choices
          label={t("filter-state")}
          value={search.state}
          onChoose={(state) => look({ state })}
          of={[
            { value: "", words: t("filter-all", { count: counts.all }) },
            ...STATES.filter((state) => counts[state] > 0 || search.state === state).map((state) => ({ value: state, words: t(`filter-${state}`, { count: counts[state] }) })),
          ]}
        />
      )}
      {(search.q || search.kind || search.section || search.state) && (
        <button type="button" class="quiet small" onClick={() => look({ q: "", kind: "", section: "", state: "" })}>
          {t("filter-none")}
        </button>
      )}
      </div>
    </div>
  );
}

/** How many pages were found, and which of them are shown. */
function Found({ total, page }: { total: number; page: number }) {
  const from = (page - 1) * COUNT + 1;
  const to = Math.min(total, page * COUNT);
  return (
    <p role="status" class="found">
      {total > COUNT ? t("found-part", { from: number(from), to: number(to), total: number(total) }) : t("found", { count: total })}
    </p>
  );
}
