// Mends of diagnostics: in this text, or in another file after it was said.
import { useState } from "preact/hooks";
import { api, wordsOf, type Diag, type Edit, type Mend } from "../api";
import { SETTINGS } from "../files";
import { announce } from "../live";
import { Dialog, Notice } from "../parts";
import { pageHref } from "../router";
import { t } from "../words";
import type { Session } from "./session";

/** The same mend in newer diagnostics, where its places are those of the text as it is now. */
export function again(now: readonly Diag[], diag: Diag, mend: Mend): Mend | undefined {
  const mends = now.filter((one) => one.here && one.code === diag.code).flatMap((one) => one.mends);
  return mends.find((one) => one.id === mend.id && one.words === mend.words) ?? mends.find((one) => one.words === mend.words);
}

/** A text with edits, and where its body begins then. */
export function spliced(text: string, edits: readonly Edit[], body: number): { text: string; body: number } {
  const last = [...edits].sort((a, b) => b.from - a.from);
  const before = edits.filter(({ to }) => to <= body);
  return {
    text: last.reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text),
    body: before.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), body),
  };
}

/** Says which file a mend changes, before it does. */
export function MendElsewhere({ mend, path, session, onClose }: { mend: Mend; path: string; session: Session; onClose: () => void }) {
  const [wrong, setWrong] = useState("");
  const run = async () => {
    try {
      const text = await session.settled();
      if (text === null) throw new Error("no answer");
      const done = await api.mend({ path, text, id: mend.id, version: session.hold.answer.version });
      const words = done.path === SETTINGS ? t("page-mended-settings") : t("page-mended-file", { path: done.path });
      announce(words, { words: t("page-link-open"), href: pageHref(done.path) });
      onClose();
    } catch (error) {
      setWrong(wordsOf(error) ?? t("unreachable"));
    }
  };
  return (
    <Dialog title={mend.words} onClose={onClose}>
      <p>{mend.file === SETTINGS ? t("page-mend-settings") : t("page-mend-file", { path: mend.file ?? "" })}</p>
      {wrong && <Notice kind="bad">{wrong}</Notice>}
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t("page-cancel")}
        </button>
        <button type="button" class="primary" onClick={run}>
          {mend.words}
        </button>
      </div>
    </Dialog>
  );
}
