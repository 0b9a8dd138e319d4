import { number, t } from "../words";

/** The way through a long list: back, on, and to a number. Nothing if all is shown. */
export function Pager({ page, pages, onGo }: { page: number; pages: number; onGo: (page: number) => void }) {
  if (pages <= 1) return null;
  const to = (there: number) => {
    onGo(there);
    document.querySelector(".rows")?.scrollIntoView({ block: "nearest" });
  };
  return (
    <nav class="pager" aria-label={t("pager")}>
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
