// The parts of the form, and the text: one press away, however long the form is.
import type { FieldSpec, Group as GroupName } from "../api";
import { t } from "../words";
import type { FormKind } from "./form/context";
import { GROUPS } from "./form/form";

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

type JumpProps = { specs: readonly FieldSpec[]; kind: FormKind; /** Whether the whole file is shown in place of the parts. */ isFile: boolean; toggleFile: () => void };

export function Jump({ specs, kind, isFile, toggleFile }: JumpProps) {
  const parts = GROUPS.filter((name) => specs.some(({ group }) => group === name));
  return (
    <nav class="page-jump" aria-label={t("page-parts")}>
      <ul>
        {(isFile ? [] : parts).map((name) => (
          <li key={name}>
            <button type="button" class="quiet" onClick={() => show(name)}>
              {shortWords(name, kind)}
            </button>
          </li>
        ))}
        {kind !== "settings" && !isFile && (
          <li>
            <button type="button" class="quiet" onClick={() => show("text")}>
              {t("page-text")}
            </button>
          </li>
        )}
        <li>
          <button type="button" class={isFile ? "" : "quiet"} onClick={toggleFile}>
            {isFile ? t("page-back-to-fields") : t("page-whole-file")}
          </button>
        </li>
      </ul>
    </nav>
  );
}
