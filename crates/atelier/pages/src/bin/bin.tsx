import { useState } from "preact/hooks";
import { api, type Binned } from "../api";
import { useAsked, useDoing } from "../asked";
import { announce, useChanges } from "../live";
import { Ask, Coming, Failure } from "../parts";
import { pageHref } from "../router";
import { moment, t } from "../words";

/** Pages that were deleted, until the bin is emptied. */
export function Bin() {
  const { value, error, again } = useAsked("bin", () => api.bin());
  const restoring = useDoing();
  const [emptying, setEmptying] = useState(false);
  useChanges(again, 300);
  const restore = ({ name, title }: Binned) =>
    restoring.run(
      () => api.restore(name),
      ({ path }) => {
        announce(t("restored", { title }), { words: t("restored-open"), href: pageHref(path) });
        again();
      },
    );
  const entries = value?.entries ?? [];
  return (
    <div class="sheet-of">
      <div class="desk-head">
        <h1>{t("nav-bin")}</h1>
        {entries.length > 0 && (
          <button type="button" class="danger" onClick={() => setEmptying(true)}>
            {t("bin-empty")}
          </button>
        )}
      </div>
      <p class="help">{t("bin-help")}</p>
      {restoring.error ? <Failure error={restoring.error} /> : null}
      <Coming value={value} error={error} again={again} />
      {value && entries.length === 0 && <p>{t("bin-nothing")}</p>}
      {entries.length > 0 && (
        <ul class="bin">
          {entries.map((entry) => (
            <li key={entry.name}>
              <div>
                <strong class="block">{entry.title || entry.path}</strong>
                <span class="help block">{t("bin-when", { moment: moment(entry.deleted), path: entry.path })}</span>
              </div>
              <button type="button" onClick={() => restore(entry)} aria-label={t("restore-one", { title: entry.title || entry.path })}>
                {t("restore")}
              </button>
            </li>
          ))}
        </ul>
      )}
      {emptying && (
        <Empty
          count={entries.length}
          onClose={() => setEmptying(false)}
          onDone={() => {
            setEmptying(false);
            again();
          }}
        />
      )}
    </div>
  );
}

function Empty({ count, onClose, onDone }: { count: number; onClose: () => void; onDone: () => void }) {
  const { doing, error, run } = useDoing();
  const empty = () =>
    run(api.empty, () => {
      announce(t("emptied"));
      onDone();
    });
  return (
    <Ask title={t("empty-title", { count })} action={t("empty-do")} onSubmit={empty} onClose={onClose} danger doing={doing} error={error}>
      <p>{t("empty-help")}</p>
    </Ask>
  );
}
