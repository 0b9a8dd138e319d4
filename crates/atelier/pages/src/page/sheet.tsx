// A sheet as it will be printed: images of its pages, each in place of the last once it is there.
import { useEffect, useRef, useState } from "preact/hooks";
import { sheetImage, type SheetLink } from "../api";
import { Notice } from "../parts";
import { t } from "../words";

/** How long one waits for the next change before a sheet is made again. */
const PAUSE = 120;

type Shown = { sheet: string; pages: string[] };

async function said(answer: Response): Promise<string> {
  try {
    return String((await answer.json()).error);
  } catch {
    return "";
  }
}

/** Images of all pages of a sheet, when all of them can be shown. */
async function load(path: string, signal: AbortSignal): Promise<string[]> {
  const page = async (at: number) => {
    const answer = await fetch(sheetImage(path, at), { signal, cache: "no-store" });
    if (!answer.ok) throw new Error(await said(answer));
    const url = URL.createObjectURL(await answer.blob());
    const image = new Image();
    image.src = url;
    await image.decode().catch(() => {});
    return { url, count: Number(answer.headers.get("x-pages")) || 1 };
  };
  const first = await page(0);
  const rest = await Promise.all(Array.from({ length: first.count - 1 }, (_, at) => page(at + 1)));
  return [first, ...rest].map(({ url }) => url);
}

const drop = (urls: readonly string[]) => urls.forEach((url) => URL.revokeObjectURL(url));

type SheetProps = {
  sheets: readonly SheetLink[];
  version: number;
  canPrint: boolean;
  chosen: string | null;
  onChoose: (path: string) => void;
  onPrint: (path: string) => void;
};

/** Those that the site publishes come first. */
const inTurn = (sheets: readonly SheetLink[]) => [...sheets].sort((a, b) => Number(a.asked === false) - Number(b.asked === false));

export function Sheet({ sheets: all, version, canPrint, chosen, onChoose, onPrint }: SheetProps) {
  const sheets = inTurn(all);
  const sheet = sheets.find(({ path }) => path === chosen) ?? sheets[0];
  const [shown, setShown] = useState<Shown | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const held = useRef<string[]>([]);
  const path = sheet?.path;
  useEffect(() => {
    if (!path || !canPrint) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () =>
        load(path, stop.signal).then(
          (pages) => {
            if (stop.signal.aborted) return drop(pages);
            drop(held.current);
            held.current = pages;
            setShown({ sheet: path, pages });
            setWrong(null);
          },
          (error) => !stop.signal.aborted && setWrong(error instanceof Error && !(error instanceof TypeError) ? error.message : ""),
        ),
      shown?.sheet === path ? PAUSE : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path, version, canPrint]);
  useEffect(() => () => drop(held.current), []);

  if (!canPrint) return <Notice kind="plain">{t("page-cannot-print")}</Notice>;
  if (!sheet) return <Notice kind="plain">{t("page-no-sheet")}</Notice>;
  const isOld = shown !== null && shown.sheet !== sheet.path;
  return (
    <div class="page-sheet">
      <div class="row">
        {sheets.length > 1 ? (
          <label>
            {t("page-format")}{" "}
            <select value={sheet.path} onChange={(event) => onChoose(event.currentTarget.value)}>
              {sheets.map((one) => (
                <option key={one.path} value={one.path}>
                  {one.label}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <span>{sheet.label}</span>
        )}
        <button type="button" onClick={() => onPrint(sheet.path)}>
          {t("page-print-this")}
        </button>
      </div>
      {wrong !== null && <Notice kind="bad">{wrong || t("page-sheet-failed")}</Notice>}
      {shown === null && wrong === null && (
        <p class="waiting" role="status">
          {t("page-sheet-waiting")}
        </p>
      )}
      {shown && (
        <div class={isOld ? "page-sheets old" : "page-sheets"} tabIndex={0} role="region" aria-label={t("page-sheet-region", { label: sheet.label })}>
          {shown.pages.map((url, at) => (
            <img key={at} src={url} alt={t("page-sheet-page", { number: at + 1, count: shown.pages.length })} />
          ))}
        </div>
      )}
    </div>
  );
}
