import { api, type Row } from "../api";
import { useAsked, useDoing } from "../asked";
import { announce } from "../live";
import { Ask, Coming, Notice } from "../parts";
import { href } from "../router";
import { t } from "../words";
import { Linked } from "./linked";

/** Puts pages into the bin, once it has been said which pages lead to them. */
export function Delete({ rows, onClose, onDone }: { rows: Pick<Row, "path" | "title">[]; onClose: () => void; onDone: () => void }) {
  const paths = rows.map(({ path }) => path);
  const asked = useAsked(paths.join("\n"), () => api.remove(paths, true));
  const { doing, error, run } = useDoing();
  const linked = asked.value?.linked ?? [];
  const [first] = rows;
  const which = { count: rows.length, title: first?.title ?? "" };
  const remove = () =>
    run(
      () => api.remove(paths, false),
      () => {
        onDone();
        announce(t("deleted", which), { words: t("deleted-see"), href: href("bin") });
      },
    );
  return (
    <Ask title={t("delete-title", which)} action={t("delete-do")} onSubmit={remove} onClose={onClose} danger can={asked.value !== null} doing={doing} error={error}>
      <p>{t("delete-help", { count: rows.length })}</p>
      <Coming {...asked} />
      {linked.length > 0 && (
        <Notice kind="warn">
          <p>{t("delete-linked", { count: linked.length })}</p>
          <Linked pages={linked} />
        </Notice>
      )}
    </Ask>
  );
}
