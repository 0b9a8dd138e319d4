// The file is not what it was when the page was opened: somebody chooses.
import { useState } from "preact/hooks";
import { Dialog } from "../parts";
import { t } from "../words";
import { Compare } from "./compare";

type ConflictProps = { mine: string; theirs: string; keepMine: () => void; takeTheirs: () => void; onClose: () => void };

export function Conflict({ mine, theirs, keepMine, takeTheirs, onClose }: ConflictProps) {
  const [compares, setCompares] = useState(false);
  return (
    <Dialog title={t("page-conflict")} onClose={onClose} wide>
      <div class="stack">
        <p>{t("page-conflict-help")}</p>
        {compares && <Compare before={theirs} after={mine} label={t("page-conflict-compare")} />}
        {compares && <p class="muted">{t("page-conflict-legend")}</p>}
        <div class="actions">
          {!compares && (
            <button type="button" onClick={() => setCompares(true)}>
              {t("page-compare")}
            </button>
          )}
          <button type="button" onClick={takeTheirs}>
            {t("page-take-theirs")}
          </button>
          <button type="button" class="primary" onClick={keepMine}>
            {t("page-keep-mine")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
