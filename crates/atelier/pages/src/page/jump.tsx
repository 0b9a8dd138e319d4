// The parts of the form, and the text: one press away, however long the form is.
import type { FieldSpec, Group as GroupName } from "../api";
import { t } from "../words";
import type { FormKind } from "./form/context";
import { GROUPS } from "./form/form";
import { entriesOf } from "./values";

function show(part: string): void {
  const heading = document.getElementById(`page-part-${part}`);
  heading?.parentElement?.scrollIntoView();
  const first = heading?.parentElement?.querySelector<HTMLElement>("input, textarea, select, [contenteditable=true]");
  first?.focus({ preventScroll: true });
}

function shortWords(name: GroupName, kind: FormKind): string {
  if (name === "routes" && kind !== "guide") return t("page-short-contact");
  if (name === "facts" && kind === "settings") return t("page-short-publisher");
  return t(`page-short-${name}`);
}

export function Jump({ specs, kind, hasText }: { specs: readonly FieldSpec[]; kind: FormKind; hasText: boolean }) {
  if (entriesOf(specs)) return null;
  const parts = GROUPS.filter((name) => specs.some(({ group }) => group === name));
  return (
    <nav class="page-jump" aria-label={t("page-parts")}>
      <ul>
        {parts.map((name) => (
          <li key={name}>
            <button type="button" class="quiet" onClick={() => show(name)}>
              {shortWords(name, kind)}
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
