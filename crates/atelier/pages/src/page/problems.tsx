// What is to be corrected in a page, with its mends.
import type { Diag, FieldSpec, Held, Mend } from "../api";
import { t } from "../words";
import { placeOf } from "./places";
import { specAt } from "./values";

type ProblemsProps = {
  diagnostics: readonly Diag[];
  more: Held["more"];
  specs: readonly FieldSpec[];
  go: (diag: Diag) => void;
  mend: (diag: Diag, mend: Mend) => void;
};

/** Errors first, each list in the order of the file. */
export const inOrder = (diagnostics: readonly Diag[]) => [...diagnostics].sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning") || a.from - b.from);

function placeWords(diag: Diag, specs: readonly FieldSpec[]): string {
  if (!diag.here) return diag.path;
  const place = diag.field ? placeOf(specs, diag.field) : [];
  const labels = place.flatMap((step, at) => (typeof step === "number" ? [] : [specAt(specs, place.slice(0, at + 1))?.label ?? String(step)]));
  return labels.length ? labels.join(" › ") : t("page-line", { line: diag.line });
}

export function Problems({ diagnostics, more, specs, go, mend }: ProblemsProps) {
  if (diagnostics.length === 0) return <p class="page-fine">{t("page-nothing-wrong")}</p>;
  return (
    <>
      <ol class="page-problems">
        {inOrder(diagnostics).map((diag, at) => (
          <li key={`${diag.code}-${diag.from}-${at}`} class={diag.severity}>
            <p>
              <strong>{diag.severity === "error" ? t("page-error") : t("page-warning")}</strong> {diag.message}
            </p>
            {diag.help && <p class="muted">{diag.help}</p>}
            <div class="row">
              {diag.mends.map((one) => (
                <button type="button" key={one.id + one.words} onClick={() => mend(diag, one)}>
                  {one.words}
                </button>
              ))}
              <button type="button" class="quiet" onClick={() => go(diag)}>
                {t("page-go-to", { place: placeWords(diag, specs) })}
              </button>
            </div>
          </li>
        ))}
      </ol>
      {more.errors + more.warnings > 0 && <p class="page-more">{t("page-more-problems", more)}</p>}
    </>
  );
}
