import type { FunctionComponent, JSX } from "preact";
import { useEffect, useErrorBoundary, useRef, useState } from "preact/hooks";
import { ApiError, api, type Site } from "../api";
import { Bin } from "../bin/bin";
import { Counter } from "../counter/counter";
import { Desk } from "../desk/desk";
import { SETTINGS } from "../files";
import { type Announcement, announceWith, onServer, useChanges } from "../live";
import { Failure, Notice, Waiting } from "../parts";
import { PrintView } from "../print/print";
import { Publish } from "../publish/publish";
import { href, type Route, useRoute, type View } from "../router";
import { SiteContext } from "../site";
import { Start } from "../start/start";
import { t } from "../words";

/** The frame around every view. */
export function Shell() {
  const [site, setSite] = useState<Site | null>(null);
  const [error, setError] = useState<unknown>(null);
  const route = useRoute();
  const load = () => {
    api.site().then(
      (found) => {
        // What depends on the site is drawn again only if it differs.
        setSite((before) => (before && JSON.stringify({ ...before, version: found.version }) === JSON.stringify(found) ? before : found));
        setError(null);
      },
      (wrong) => setError(wrong),
    );
  };
  useEffect(load, []);
  useChanges(load, 500);
  const main = useRef<HTMLElement>(null);
  const place = `${route.view} ${route.path}`;
  const before = useRef(place);
  useEffect(() => {
    document.title = [titleOf(route), site?.title].filter(Boolean).join(" · ");
    if (before.current === place) return;
    before.current = place;
    // What is read aloud next is the view that one has gone to.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [place, site?.title]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t("skip")}
      </a>
      <Header site={site} view={route.view} />
      <Gone />
      <main id="main" ref={main} tabIndex={-1} class={`view-${route.view}`}>
        {error ? <Failure error={error} again={load} /> : null}
        {site ? (
          <SiteContext.Provider value={site}>
            {site.is_site ? <Content route={route} /> : <Start onDone={load} />}
          </SiteContext.Provider>
        ) : (
          !error && <Waiting />
        )}
      </main>
      <Status />
    </>
  );
}

/** What the window is called. A page names itself. */
function titleOf({ view, path }: Route): string {
  switch (view) {
    case "page":
      return path.split("/").pop() ?? path;
    case "settings":
      return t("nav-settings");
    case "bin":
      return t("nav-bin");
    case "publish":
      return t("nav-publish");
    case "counter":
      return t("nav-counter");
    case "print":
      return t("nav-print");
    default:
      return t("nav-pages");
  }
}

function Header({ site, view }: { site: Site | null; view: View }) {
  const links: [View, string][] = [
    ["desk", t("nav-pages")],
    ["counter", t("nav-counter")],
    ["print", t("nav-print")],
    ["publish", t("nav-publish")],
    ["settings", t("nav-settings")],
    ["bin", t("nav-bin")],
  ];
  return (
    <header>
      <p class="site-title">{site?.title || "guichet"}</p>
      {site?.is_site && (
        <nav aria-label={t("nav")}>
          <ul>
            {links.map(([to, words]) => (
              <li key={to}>
                <a href={href(to)} aria-current={view === to || (to === "desk" && view === "page") ? "page" : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

/** The view that the address names. A mistake in it leaves the frame in place. */
function Content({ route }: { route: Route }) {
  const [error, reset] = useErrorBoundary((wrong) => console.error(wrong));
  const place = `${route.view} ${route.path}`;
  useEffect(reset, [place]);
  if (!error) return <Named route={route} />;
  return (
    <Notice kind="bad">
      <p>{t("broken")}</p>
      <button type="button" onClick={() => location.reload()}>
        {t("broken-reload")}
      </button>
    </Notice>
  );
}

function Named({ route }: { route: Route }): JSX.Element {
  switch (route.view) {
    case "page":
      return <Opened path={route.path} key={route.path} />;
    case "settings":
      return <Opened path={SETTINGS} key={SETTINGS} />;
    case "bin":
      return <Bin />;
    case "publish":
      return <Publish />;
    case "counter":
      return <Counter />;
    case "print":
      return <PrintView page={route.query.page} />;
    default:
      return <Desk query={route.query} />;
  }
}

type PageProps = { path: string };
/** The view of a page, whose script is loaded with the first page that is opened. */
function Opened({ path }: PageProps) {
  const [view, setView] = useState<{ of: FunctionComponent<PageProps> } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = () => {
    import("../page/index").then(
      ({ PageView }) => setView({ of: PageView }),
      () => setError(new ApiError(0, "unreachable", "")),
    );
  };
  useEffect(load, []);
  if (view) return <view.of path={path} />;
  return error ? <Failure error={error} again={load} /> : <Waiting />;
}

/** How long the server may be gone before it is said, in milliseconds. */
const PATIENCE = 1500;

/** Says that the server is gone, while it is. */
function Gone() {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let timer = 0;
    return onServer((there) => {
      clearTimeout(timer);
      if (there) setGone(false);
      else timer = setTimeout(() => setGone(true), PATIENCE);
    });
  }, []);
  return (
    <div class="gone" role="alert">
      {gone && t("gone")}
    </div>
  );
}

/** How long an announcement stays, in milliseconds: long enough to be read, and to reach its link. */
const SHOWN = 12_000;

/** Where announcements are shown for some seconds, and read aloud. */
function Status() {
  const [said, setSaid] = useState<Announcement | null>(null);
  useEffect(() => {
    let timer = 0;
    let since = 0;
    announceWith((announcement) => {
      clearTimeout(timer);
      setSaid(announcement);
      since = Date.now();
      timer = setTimeout(() => setSaid(null), SHOWN);
    });
    // In another view it is old news, unless what it tells has led there.
    const leave = () => Date.now() - since > 500 && setSaid(null);
    addEventListener("hashchange", leave);
    return () => removeEventListener("hashchange", leave);
  }, []);
  return (
    <div class="status" role="status">
      {said && (
        <>
          {said.words} {said.link && <a href={said.link.href}>{said.link.words}</a>}
        </>
      )}
    </div>
  );
}
