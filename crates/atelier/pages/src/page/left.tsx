// What had been typed in a page and not saved, when the page is opened again.
import { useState } from "preact/hooks";
import type { Page } from "../api";
import { Notice } from "../parts";
import { moment, t } from "../words";
import { Compare } from "./compare";
import type { Left } from "./kept";

type LeftProps = { page: Page; left: Left; resume: () => void; drop: () => void };

export function LeftNotice({ page, left, resume, drop }: LeftProps) {
  const [compares, setCompares] = useState(false);
  const { kept } = left;
  return (
    <Notice kind="warn">
      <p>
        {t("page-left", { when: moment(new Date(kept.at).toISOString()) })} {kept.base !== page.base && t("page-left-changed")}
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={resume}>
          {t("page-left-resume")}
        </button>
        {kept.text !== page.text && (
          <button type="button" aria-expanded={compares} onClick={() => setCompares(!compares)}>
            {t("page-compare")}
          </button>
        )}
        <button type="button" onClick={drop}>
          {t("page-left-drop")}
        </button>
      </div>
      {compares && <Compare before={page.text} after={kept.text} label={t("page-left-compare")} />}
    </Notice>
  );
}

/** A text of a page that is no longer there: it can be copied. */
export function LeftText({ left }: { left: Left }) {
  return (
    <Notice kind="warn">
      <label for="page-left-text">{t("page-left-gone")}</label>
      <textarea id="page-left-text" readOnly rows={12} value={left.kept.text} />
    </Notice>
  );
}
