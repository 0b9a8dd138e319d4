import { useEffect, useRef, useState } from "preact/hooks";
import { printed, sheetPdf } from "../api";
import { useAsked } from "../asked";
import { Dialog, Failure, Notice } from "../parts";
import { t } from "../words";

/** Shows sheets as one PDF and opens the browser's print dialogue on it. Where a browser lets only its own viewer do that, it says so. */
export function Print({ sheets, duplex = false, title, onClose }: { sheets: string[]; /** On both sides of the paper. */ duplex?: boolean; title: string; onClose: () => void }) {
  const { value: pdf, error, again } = useAsked(sheets.join("\n"), (signal) => printed(sheets, duplex, signal));
  const [address, setAddress] = useState("");
  useEffect(() => {
    if (!pdf) return;
    if (sheets.length === 1 && sheets[0]) {
      setAddress(sheetPdf(sheets[0]));
      return;
    }
    const made = URL.createObjectURL(pdf);
    setAddress(made);
    // A tab that has been opened on it keeps what it shows.
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isOwn, setOwn] = useState(false);
  const hasViewer = navigator.pdfViewerEnabled !== false;
  const print = () => {
    const inside = frame.current?.contentWindow;
    try {
      inside?.focus();
      inside?.print();
    } catch {
      // In some versions of Firefox, its viewer is of another origin. It has its own button.
      setOwn(true);
    }
  };
  return (
    <Dialog title={title} onClose={onClose} wide>
      <div class="print-dialog">
        {error ? <Failure error={error} again={again} /> : null}
        {!address && !error && <p role="status">{t("print-preparing")}</p>}
        {address && (
          <>
            <div class="row">
              {hasViewer && !isOwn && (
                <button type="button" class="primary" onClick={print}>
                  {t("print-do")}
                </button>
              )}
              <a class="button" href={address} target="_blank">
                {t("print-tab")}
              </a>
            </div>
            {isOwn && <Notice kind="plain">{t("print-own")}</Notice>}
            {hasViewer ? <iframe ref={frame} src={address} title={title} onLoad={print} /> : <p>{t("print-no-viewer")}</p>}
          </>
        )}
      </div>
    </Dialog>
  );
}
