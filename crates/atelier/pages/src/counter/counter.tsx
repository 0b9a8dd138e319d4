import { useState } from "preact/hooks";
import type { SheetLink } from "../api";
import { Notice } from "../parts";
import { Print } from "../print/dialog";
import { href } from "../router";
import { useSite } from "../site";
import { t } from "../words";
import { SheetSearch } from "./sheets";

/** For the person at the counter: three letters, and the sheet is printed. */
export function Counter() {
  const site = useSite();
  const [printing, setPrinting] = useState<{ sheet: SheetLink; title: string } | null>(null);
  if (!site.can_print) {
    return (
      <div class="sheet-of stack">
        <h1>{t("nav-counter")}</h1>
        <Notice kind="warn">{t("print-cannot")}</Notice>
      </div>
    );
  }
  return (
    <div class="counter">
      <div class="desk-head">
        <h1>{t("nav-counter")}</h1>
        <a href={href("print")}>{t("counter-several")}</a>
      </div>
      <SheetSearch label={t("counter-label")} hint={t("counter-hint")} isFirst onSheet={(sheet, { title }) => setPrinting({ sheet, title })} />
      {printing && <Print sheets={[printing.sheet.path]} title={t("print-one", { title: printing.title, format: printing.sheet.label })} onClose={() => setPrinting(null)} />}
    </div>
  );
}
