import { useState } from "preact/hooks";
import type { Row } from "../api";
import { go, href } from "../router";
import { useSite } from "../site";
import { t } from "../words";
import { choosePages } from "../print/chosen";
import { Delete } from "./delete";

/** What can be done with the pages that are ticked. */
export function Chosen({ rows, onDone }: { rows: Row[]; onDone: () => void }) {
  const site = useSite();
  const [deleting, setDeleting] = useState(false);
  return (
    <section class="chosen-bar" aria-label={t("chosen-title")}>
      <p role="status">{t("chosen", { count: rows.length })}</p>
      {site.can_print && (
        <button
          type="button"
          onClick={() => {
            choosePages(rows);
            go(href("print"));
          }}
        >
          {t("chosen-print")}
        </button>
      )}
      <button type="button" class="danger" onClick={() => setDeleting(true)}>
        {t("delete-do")}
      </button>
      <button type="button" class="quiet" onClick={onDone}>
        {t("chosen-none")}
      </button>
      {deleting && (
        <Delete
          rows={rows}
          onClose={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false);
            onDone();
          }}
        />
      )}
    </section>
  );
}
