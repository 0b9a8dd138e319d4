// Two texts, with the lines that differ.
import { useMemo } from "preact/hooks";
import { t } from "../words";
import { around, lines } from "./diff";

export function Compare({ before, after, label }: { before: string; after: string; label: string }) {
  const parts = useMemo(() => around(lines(before, after)), [before, after]);
  if (before === after) return <p>{t("page-no-difference")}</p>;
  return (
    <div class="page-compare" tabIndex={0} role="region" aria-label={label}>
      {parts.map((part, at) =>
        part.what === "skipped" ? (
          <p key={at} class="muted">
            {t("page-lines-same", { count: part.count })}
          </p>
        ) : part.what === "same" ? (
          <p key={at}>{part.text || "\u00A0"}</p>
        ) : part.what === "gone" ? (
          <del key={at}>
            <span class="sr">{t("page-line-gone")} </span>
            {part.text || "\u00A0"}
          </del>
        ) : (
          <ins key={at}>
            <span class="sr">{t("page-line-new")} </span>
            {part.text || "\u00A0"}
          </ins>
        ),
      )}
    </div>
  );
}
