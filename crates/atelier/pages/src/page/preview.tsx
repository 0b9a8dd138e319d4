// The page as readers see it, kept in its place while one types.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, preview } from "../api";
import { Choices, Notice } from "../parts";
import { pageHref } from "../router";
import { t } from "../words";
import { morph } from "./morph";

type Width = "phone" | "screen";
const PIXELS: Record<Width, number> = { phone: 360, screen: 1024 };

/** What a link of the preview leads to, for the editor to decide. */
type Lead = { words: string; href?: string };

type PreviewProps = {
  /** Of the page in the site; none if it is on none. */
  address: string | null;
  /** Changes each time that the site does. */
  version: number;
  /** What a key does that is pressed in the preview. */
  onKey: (event: KeyboardEvent) => void;
};

export function Preview({ address, version, onKey }: PreviewProps) {
  const [width, setWidth] = useState<Width>("phone");
  const [lead, setLead] = useState<Lead | null>(null);
  const [room, setRoom] = useState({ width: 400, height: 500 });
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const key = useRef(onKey);
  key.current = onKey;
  const [isLoaded, setLoaded] = useState(false);
  const [isMissing, setMissing] = useState(false);

  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setRoom({ width: entry.contentRect.width, height: entry.contentRect.height }));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [address === null]);

  useEffect(() => {
    setLoaded(false);
    setLead(null);
  }, [address]);

  // One request at a time; what comes late is dropped.
  useEffect(() => {
    if (!address || !isLoaded) return;
    const stop = new AbortController();
    (async () => {
      try {
        const answer = await fetch(preview(address), { signal: stop.signal, cache: "no-store" });
        const html = await answer.text();
        const shown = frame.current?.contentDocument;
        setMissing(!answer.ok);
        if (answer.ok && shown && !stop.signal.aborted) morph(shown, html);
      } catch {
        // What is shown stays. The bar says that the server is gone.
      }
    })();
    return () => stop.abort();
  }, [address, version, isLoaded]);

  if (address === null) {
    return (
      <div class="page-preview">
        <Notice kind="plain">{t("page-no-address")}</Notice>
      </div>
    );
  }

  const follow = async (link: HTMLAnchorElement) => {
    const inside = frame.current?.contentDocument;
    const to = new URL(link.href, inside?.baseURI);
    const here = new URL(preview(address), location.href);
    if (to.origin === here.origin && to.pathname === here.pathname) {
      const target = inside?.getElementById(decodeURIComponent(to.hash.slice(1)));
      target?.scrollIntoView();
      return;
    }
    if (to.origin !== location.origin || !to.pathname.startsWith(preview(""))) {
      setLead({ words: t("page-link-outside", { address: link.getAttribute("href") ?? "" }) });
      return;
    }
    const name = decodeURIComponent(to.pathname.slice(preview("").length));
    const stem = name.split("/").pop()?.replace(/\.html$/, "") ?? name;
    try {
      const { rows } = await api.desk({ q: stem, count: 50 });
      const row = rows.find((one) => one.address === name);
      setLead(row ? { words: t("page-link-inside", { title: row.title }), href: pageHref(row.path) } : { words: t("page-link-file", { address: name }) });
    } catch {
      setLead({ words: t("page-link-file", { address: name }) });
    }
  };

  const listen = () => {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    inside.addEventListener("click", (event) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
      if (!link) return;
      event.preventDefault();
      follow(link);
    });
    inside.addEventListener("submit", (event) => event.preventDefault());
    inside.addEventListener("keydown", (event) => key.current(event));
    setLoaded(true);
  };

  const scale = width === "screen" ? Math.min(1, room.width / PIXELS.screen) : 1;
  const size = { width: `${Math.min(PIXELS[width], room.width / scale)}px`, height: `${room.height / scale}px` };
  return (
    <div class="page-preview">
      <Choices
        label={t("page-width")}
        value={width}
        of={[
          { value: "phone", words: t("page-width-phone") },
          { value: "screen", words: t("page-width-screen") },
        ]}
        onChoose={setWidth}
      />
      {lead && (
        <div class="page-lead" role="status">
          <span>{lead.words}</span>
          {lead.href && (
            <a class="button" href={lead.href}>
              {t("page-link-open")}
            </a>
          )}
          <button type="button" class="quiet" onClick={() => setLead(null)}>
            {t("close")}
          </button>
        </div>
      )}
      {isMissing && <Notice kind="plain">{t("page-no-address")}</Notice>}
      <div class="page-frame" ref={box}>
        <iframe key={address} ref={frame} class={width} src={preview(address)} sandbox="allow-same-origin" title={t("page-preview-title")} style={{ ...size, transform: scale < 1 ? `scale(${scale})` : "none" }} onLoad={listen} />
      </div>
    </div>
  );
}
