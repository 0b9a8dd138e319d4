import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { api } from "../api";
import { SheetSearch } from "../counter/sheets";
import { languageName } from "../desk/rows";
import { announce } from "../live";
import { Mover, focusMover } from "../moving";
import { Failure, Notice } from "../parts";
import { useSite } from "../site";
import { t } from "../words";
import { type Piled, piled, setPiled, takePages } from "./chosen";
import { Print } from "./dialog";

/** Sheets of any number of pages, printed in one go. `page`: one that is to be among them. */
export function PrintView({ page }: { page: string | undefined }) {
  const site = useSite();
  const [pile, setPile] = useState<Piled[]>(piled());
  const [without, setWithout] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [printing, setPrinting] = useState(false);
  const [duplex, setDuplex] = useState(false);
  const change = (how: (before: Piled[]) => Piled[]) => {
    setPiled(how(piled()));
    setPile(piled());
  };
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ to: number; by: "up" | "down" | undefined } | null>(null);
  const move = (from: number, to: number, by?: "up" | "down") => {
    change((before) => {
      const after = [...before];
      after.splice(to, 0, ...after.splice(from, 1));
      return after;
    });
    moved.current = { to, by };
    announce(t("page-moved", { label: pile[from]?.title ?? "", place: to + 1, count: pile.length }));
  };
  useLayoutEffect(() => {
    if (moved.current) focusMover(list.current?.children[moved.current.to], moved.current.by);
    moved.current = null;
  }, [pile]);
  // One after another: each page is asked for its sheets.
  useEffect(() => {
    const wanted = [...takePages(), ...(page ? [{ path: page, title: "" }] : [])];
    const take = async () => {
      for (const { path } of wanted) {
        if (piled().some((one) => one.path === path)) continue;
        const { title, sheets } = await api.page(path);
        const [first] = sheets;
        if (first) change((before) => [...before, { path, title, sheets, sheet: first.path }]);
        else setWithout((before) => [...before, title]);
      }
    };
    take().catch(setError);
  }, [page]);
  if (!site.can_print) {
    return (
      <div class="sheet-of stack">
        <h1>{t("print-title")}</h1>
        <Notice kind="warn">{t("print-cannot")}</Notice>
      </div>
    );
  }
  return (
    <div class="print-view">
      <h1>{t("print-title")}</h1>
      <section class="pile" aria-labelledby="pile-title">
        <h2 id="pile-title">{t("pile", { count: pile.length })}</h2>
        {error ? <Failure error={error} /> : null}
        {without.length > 0 && <Notice kind="warn">{t("pile-without", { titles: without.join(t("publish-and")), count: without.length })}</Notice>}
        {pile.length === 0 && <p class="help">{t("pile-nothing")}</p>}
        <ol ref={list}>
          {pile.map((one, at) => (
            <li key={at}>
              <span>{one.title}</span>
              <label>
                <span class="sr">{t("pile-format", { title: one.title })}</span>
                <select
                  value={one.sheet}
                  onChange={(event) => {
                    const sheet = event.currentTarget.value;
                    change((before) => before.map((each, index) => (index === at ? { ...each, sheet } : each)));
                  }}
                >
                  {one.sheets.map(({ path, label }) => (
                    <option key={path} value={path}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
              <Mover label={one.title} at={at} count={pile.length} move={move} />
              <button type="button" class="quiet" aria-label={t("pile-remove-one", { title: one.title })} onClick={() => change((before) => before.filter((_, index) => index !== at))}>
                {t("pile-remove")}
              </button>
            </li>
          ))}
        </ol>
        {pile.length > 0 && (
          <div class="row">
            <button type="button" class="primary big" onClick={() => setPrinting(true)}>
              {t("pile-print")}
            </button>
            {pile.length > 1 && (
              <label class="row">
                <input type="checkbox" checked={duplex} onChange={(event) => setDuplex(event.currentTarget.checked)} />
                {t("pile-duplex")}
              </label>
            )}
            <button type="button" class="quiet" onClick={() => change(() => [])}>
              {t("pile-empty")}
            </button>
          </div>
        )}
      </section>
      <SheetSearch
        label={t("print-label")}
        hint={t("print-hint")}
        onSheet={(sheet, row, lang) => {
          const sheets = lang === row.lang ? row.sheets : (row.translations.find((one) => one.lang === lang)?.sheets ?? [sheet]);
          const title = lang === site.lang ? row.title : t("pile-language", { title: row.title, language: languageName(lang) });
          change((before) => [...before, { path: row.path, title, sheets, sheet: sheet.path }]);
          announce(t("piled", { title, format: sheet.label }));
        }}
      />
      {printing && <Print sheets={pile.map(({ sheet }) => sheet)} duplex={duplex} title={t("pile", { count: pile.length })} onClose={() => setPrinting(false)} />}
    </div>
  );
}
