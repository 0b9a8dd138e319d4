import { api, type Row } from "../api";
import { useAsked, useDoing } from "../asked";
import { announce } from "../live";
import { Dialog, Failure, Notice, Waiting } from "../parts";
import { href } from "../router";
import { t } from "../words";
import { Linked } from "./linked";

/** Puts pages into the bin, once it has been said which pages lead to them. */
export function Delete({ rows, onClose, onDone }: { rows: Pick<Row, "path" | "title">[]; onClose: () => void; onDone: () => void }) {
  const paths = rows.map(({ path }) => path);
  const { value, error: unread, again } = useAsked(paths.join("\n"), () => api.remove(paths, true));
  const { doing, error, run } = useDoing();
  const [first] = rows;
  const which = { count: rows.length, title: first?.title ?? "" };
  return (
    <Dialog title={t("delete-title", which)} onClose={onClose}>
      <div class="stack">
        <p>{t("delete-help", { count: rows.length })}</p>
        {unread ? <Failure error={unread} again={again} /> : null}
        {!value && !unread && <Waiting />}
        {value && value.linked.length > 0 && (
          <Notice kind="warn">
            <p>{t("delete-linked", { count: value.linked.length, pages: rows.length })}</p>
            <Linked pages={value.linked} />
          </Notice>
        )}
        {error ? <Failure error={error} /> : null}
      </div>
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t("cancel")}
        </button>
        {value && (
          <button
            type="button"
            class="danger"
            aria-disabled={doing}
            onClick={() =>
              run(
                () => api.remove(paths, false),
                () => {
                  onDone();
                  announce(t("deleted", which), { words: t("deleted-see"), href: href("bin") });
                },
              )
            }
          >
            {t("delete-do")}
          </button>
        )}
      </div>
    </Dialog>
  );
}
