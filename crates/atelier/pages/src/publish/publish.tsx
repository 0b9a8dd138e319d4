import { useState } from "preact/hooks";
import { ApiError, api, type Changed, type Publishing, preview, type SheetChange } from "../api";
import { useAsked, useDoing } from "../asked";
import { called } from "../files";
import { announce, useChanges } from "../live";
import { Failure, Notice } from "../parts";
import { href, pageHref } from "../router";
import { t } from "../words";

/** What changes for readers when the site is published, and the button that does it. */
export function Publish() {
  const { value, error, pending, again } = useAsked("publish", (signal) => api.publish(true, signal));
  const publishing = useDoing();
  const [done, setDone] = useState<{ target: string; parts: string } | null>(null);
  useChanges(again, 1000);
  const publish = (password?: string) =>
    publishing.run(
      () => api.publish(false, undefined, password),
      ({ target }) => {
        setDone({ target, parts: value ? changes(value) : "" });
        announce(t("published-short"));
        again();
      },
    );
  return (
    <div class="sheet-of stack">
      <h1>{t("publish-title")}</h1>
      {done && (
        <Notice kind="good">
          <p>
            <strong>{t("published", { target: done.target })}</strong>
          </p>
          {done.parts && <p>{t("published-summary", { parts: done.parts })}</p>}
        </Notice>
      )}
      {publishing.error ? <Failure error={publishing.error} /> : null}
      {wantsPassword(publishing.error) && <Password doing={publishing.doing} onGiven={publish} />}
      {error ? <Failure error={error} again={again} /> : null}
      {!value && !error && (
        <p role="status" class="waiting">
          {t("publish-comparing")}
        </p>
      )}
      {value && <Compared of={value} doing={publishing.doing} stale={pending} onPublish={() => publish()} isDone={!!done} />}
    </div>
  );
}

const wantsPassword = (error: unknown) => error instanceof ApiError && error.code === "password";

/** What the host asks for; it is kept nowhere. */
function Password({ doing, onGiven }: { doing: boolean; onGiven: (password: string) => void }) {
  const [password, setPassword] = useState("");
  const give = (event: Event) => {
    event.preventDefault();
    if (password && !doing) onGiven(password);
  };
  return (
    <form onSubmit={give}>
      <label for="host-password">{t("publish-password-label")}</label>
      <input id="host-password" type="password" autocomplete="current-password" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      <button type="submit" aria-disabled={doing}>
        {t("publish-do")}
      </button>
    </form>
  );
}

/** All changes in one line; nothing if there is none. */
function changes(of: Publishing): string {
  const parts = [
    of.new.length && t("publish-new", { count: of.new.length }),
    of.changed.length && t("publish-changed", { count: of.changed.length }),
    of.gone.length && t("publish-gone", { count: of.gone.length }),
    of.sheets.length && t("publish-sheets", { count: of.sheets.length }),
  ].filter((part): part is string => !!part);
  return parts.join(t("publish-and"));
}

type Props = { of: Publishing; doing: boolean; stale: boolean; isDone: boolean; onPublish: () => void };

function Compared({ of, doing, stale, isDone, onPublish }: Props) {
  const { errors, warnings } = of;
  const parts = changes(of);
  const desk = useAsked("drafts", (signal) => api.desk({ count: 0 }, signal));
  useChanges(desk.again, 1000);
  const drafts = desk.value?.counts.draft ?? 0;
  return (
    <>
      {errors > 0 ? (
        <Errors of={of} />
      ) : (
        <div class="publish-do">
          <div>
            {parts ? <p>{t("publish-summary", { parts })}</p> : !isDone && !of.unsent && <p>{t("publish-nothing")}</p>}
            {of.unsent && <p>{t("publish-unsent", { target: of.target })}</p>}
            <p class="help">{t("publish-target", { target: of.target })}</p>
            {warnings > 0 && (
              <p class="help">
                {t("publish-warnings", { count: warnings })} <a href={href("desk", { state: "warnings" })}>{t("publish-warnings-see")}</a>
              </p>
            )}
            {drafts > 0 && (
              <p class="help">
                {t("publish-drafts", { count: drafts })} <a href={href("desk", { state: "draft" })}>{t("publish-drafts-see")}</a>
              </p>
            )}
          </div>
          <button type="button" class={parts || of.unsent ? "primary big" : "big"} aria-disabled={doing || stale} onClick={doing ? undefined : onPublish}>
            {doing ? t("publishing") : parts || of.unsent ? t("publish-do") : t("publish-again")}
          </button>
        </div>
      )}
      <Pages title={t("publish-new", { count: of.new.length })} pages={of.new} />
      <Pages title={t("publish-changed", { count: of.changed.length })} pages={of.changed} />
      <Pages title={t("publish-gone", { count: of.gone.length })} pages={of.gone} gone />
      <Sheets sheets={of.sheets} />
    </>
  );
}

/** Files that can be opened here: a picture cannot. */
const TEXT = /\.(?:md|markdown|ya?ml)$/i;

/** What prevents publishing, with the pages to open. */
function Errors({ of }: { of: Publishing }) {
  return (
    <Notice kind="bad">
      <p>
        <strong>{t("publish-errors", { count: of.errors })}</strong>
      </p>
      <ul class="list">
        {of.found.slice(0, 50).map(({ path, title, line, message }) => (
          <li key={`${path} ${line} ${message}`}>
            {TEXT.test(path) ? <a href={pageHref(path)}>{called(path, title)}</a> : path} <span class="block">{message}</span>
          </li>
        ))}
      </ul>
      {of.errors > 50 && <a href={href("desk", { state: "errors" })}>{t("publish-errors-all")}</a>}
    </Notice>
  );
}

/** How many lines of a list are shown before one asks for all. */
const SHOWN = 20;

function Pages({ title, pages, gone = false }: { title: string; pages: Changed[]; gone?: boolean }) {
  const [all, setAll] = useState(false);
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="list">
        {(all ? pages : pages.slice(0, SHOWN)).map((page) => (
          <li key={page.address}>
            {gone ? (
              page.title || page.address
            ) : (
              <a href={preview(page.address)} target="_blank">
                {page.title || page.address}
              </a>
            )}
          </li>
        ))}
      </ul>
      {!all && pages.length > SHOWN && (
        <button type="button" onClick={() => setAll(true)}>
          {t("show-all", { count: pages.length })}
        </button>
      )}
    </section>
  );
}

function Sheets({ sheets }: { sheets: SheetChange[] }) {
  const [all, setAll] = useState(false);
  if (sheets.length === 0) return null;
  const titles = [...new Set(sheets.map(({ title }) => title))];
  return (
    <section>
      <h2>{t("publish-sheets", { count: sheets.length })}</h2>
      {sheets.some(({ what }) => what !== "new") && <p class="help">{t("publish-sheets-help")}</p>}
      <ul class="list">
        {(all ? titles : titles.slice(0, SHOWN)).map((title) => (
          <li key={title}>
            {title}
            <span class="help block">
              {sheets
                .filter((sheet) => sheet.title === title)
                .map(({ format, what }) => t(`sheet-${what}`, { format }))
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
      {!all && titles.length > SHOWN && (
        <button type="button" onClick={() => setAll(true)}>
          {t("show-all", { count: titles.length })}
        </button>
      )}
    </section>
  );
}
