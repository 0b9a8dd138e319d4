// What has just been taken out of the form, and the way back.
import { useState } from "preact/hooks";
import { t } from "../../words";
import { useForm } from "./context";

type Removed = { label: string; run: string; before: number; again: () => void };

/**
 * `say` shows that something is gone, for as long as `isGone` says so of how many there were before: `note` has the button that puts it
 * back. The file is as it was before, if nothing else has been changed since; otherwise `again` writes it anew.
 */
export function useRemoved(isGone: (before: number) => boolean) {
  const form = useForm();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const isShown = removed !== null && isGone(removed.before);
  return {
    say: (label: string, run: string, before: number, again: () => void) => setRemoved({ label, run, before, again }),
    note: (
      <div class="page-removed row" role="status">
        {isShown && (
          <>
            <span>{t("page-removed", { label: removed.label })}</span>
            <button
              type="button"
              onClick={() => {
                if (!form.takeBack(removed.run)) removed.again();
                setRemoved(null);
              }}
            >
              {t("page-put-in-again")}
            </button>
          </>
        )}
      </div>
    ),
  };
}
