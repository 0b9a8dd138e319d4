// What there is to say above a page: that it is open elsewhere, what was kept of it, what has just been replaced.
import type { Page } from "../api";
import { Notice } from "../parts";
import { t } from "../words";
import { throwAway, type Left } from "./kept";
import { LeftNotice } from "./left";
import type { Session } from "./session";

/** A text that another one has replaced, which can be put back. */
export type Before = { words: string; text: string };

type NoticesProps = {
  page: Page;
  session: Session;
  elsewhere: boolean;
  left: readonly Left[];
  setLeft: (left: Left[]) => void;
  before: Before | null;
  setBefore: (before: Before | null) => void;
};

export function Notices({ page, session, elsewhere, left, setLeft, before, setBefore }: NoticesProps) {
  const drop = (gone: Left) => {
    throwAway(gone);
    setLeft(left.filter((other) => other !== gone));
  };
  const { problem } = session.hold;
  return (
    <div class="page-notices">
      {elsewhere && <Notice kind="warn">{t("page-elsewhere")}</Notice>}
      {left.map((one) => (
        <LeftNotice
          key={one.key}
          page={page}
          left={one}
          resume={() => {
            session.resume(one.kept);
            drop(one);
          }}
          drop={() => drop(one)}
        />
      ))}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {before && (
        <Notice kind="plain">
          <p>{before.words}</p>
          <div class="row">
            <button
              type="button"
              onClick={() => {
                session.replace(before.text);
                setBefore(null);
              }}
            >
              {t("page-put-back")}
            </button>
            <button type="button" class="quiet" onClick={() => setBefore(null)}>
              {t("close")}
            </button>
          </div>
        </Notice>
      )}
    </div>
  );
}
