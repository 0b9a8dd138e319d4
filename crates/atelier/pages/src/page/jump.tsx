// The parts of the form, and the text: one press away, however long the form is.
import type { FieldSpec } from "../api";
import { t } from "../words";
import { GROUPS } from "./form/form";

function show(part: string): void {
  const heading = document.getElementById(`page-part-${part}`);
  heading?.parentElement?.scrollIntoView();
  const first = heading?.parentElement?.querySelector<HTMLElement>("input, textarea, select, [contenteditable=true]");
  first?.focus({ preventScroll: true });
}

export function Jump({ specs, hasText }: { specs: readonly FieldSpec[]; hasText: boolean }) {
  const parts = GROUPS.filter((name) => specs.some(({ group }) => group === name));
  return (
    <nav class="page-jump" aria-label={t("page-parts")}>
      <ul>
        {parts.map((name) => (
          <li key={name}>
            <button type="button" class="quiet" onClick={() => show(name)}>
              {t(`page-short-${name}`)}
            </button>
          </li>
        ))}
        {hasText && (
          <li>
            <button type="button" class="quiet" onClick={() => show("text")}>
              {t("page-text")}
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
