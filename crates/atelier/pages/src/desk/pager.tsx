import { number, t } from "../words";

type Props = {
  page: number;
  pages: number;
  /** Whether it is in sight however long the list is. */
  stays: boolean;
  onGo: (page: number) => void;
};

/** The way through a long list: back, on, and to a number. Nothing if all is shown. */
export function Pager({ page, pages, stays, onGo }: Props) {
  if (pages <= 1) return null;
  const to = (there: number) => {
    onGo(there);
    document.querySelector(".rows")?.scrollIntoView({ block: "start" });
  };
  return (
    <nav class={stays ? "pager stays" : "pager"} aria-label={t("pager")}>
      {page > 1 && (
        <button type="button" onClick={() => to(page - 1)}>
          {t("pager-back")}
        </button>
      )}
      <label>
        {t("pager-at")}
        <input
          type="number"
          min={1}
          max={pages}
          value={page}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            if (wanted >= 1) to(Math.min(pages, Math.round(wanted)));
          }}
        />
        {t("pager-of", { pages: number(pages) })}
      </label>
      {page < pages && (
        <button type="button" onClick={() => to(page + 1)}>
          {t("pager-on")}
        </button>
      )}
    </nav>
  );
}
