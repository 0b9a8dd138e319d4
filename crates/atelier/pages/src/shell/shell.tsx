import type { FunctionComponent, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, api, type Site, wordsOf } from "../api";
import { announceWith, onSite } from "../live";
import { Notice, Waiting } from "../parts";
import { href, type Route, useRoute, type View } from "../router";
import { SiteContext } from "../site";
import { t } from "../words";

const SETTINGS = "guichet.yaml";

/** The frame around every view. */
export function Shell() {
  const [site, setSite] = useState<Site | null>(null);
  const [error, setError] = useState<unknown>(null);
  const route = useRoute();
  const load = () => {
    api.site().then(
      (found) => {
        setSite(found);
        setError(null);
      },
      (wrong) => setError(wrong),
    );
  };
  useEffect(load, []);
  useEffect(() => onSite(load), []);
  const main = useRef<HTMLElement>(null);
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
      <main id="main" ref={main} tabIndex={-1} class={`view-${route.view}`}>
        {error ? <Unreached error={error} again={load} /> : null}
        {site ? (
          <SiteContext.Provider value={site}>
            <Content route={route} />
          </SiteContext.Provider>
        ) : (
          !error && <Waiting />
        )}
      </main>
      <Status />
    </>
  );
}

function Header({ site, view }: { site: Site | null; view: View }) {
  const links: [View, string][] = [
    ["desk", t("nav-pages")],
    ["settings", t("nav-settings")],
    ["counter", t("nav-counter")],
    ["publish", t("nav-publish")],
    ["bin", t("nav-bin")],
  ];
  return (
    <header>
      <p class="site-title">{site?.title ?? "guichet"}</p>
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

function Content({ route }: { route: Route }): JSX.Element {
  switch (route.view) {
    case "page":
      return <Opened path={route.path} key={route.path} />;
    case "settings":
      return <Opened path={SETTINGS} key={SETTINGS} />;
    default:
      return <p>{route.view}</p>;
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
  return error ? <Unreached error={error} again={load} /> : <Waiting />;
}

/** What did not come, and the way to ask again. */
export function Unreached({ error, again }: { error: unknown; again: () => void }) {
  return (
    <Notice kind="bad">
      <p>{wordsOf(error) ?? t("unreachable")}</p>
      <button type="button" onClick={again}>
        {t("again")}
      </button>
    </Notice>
  );
}

/** Where announcements are shown, for some seconds, and read aloud. */
function Status() {
  const [words, setWords] = useState("");
  useEffect(() => {
    let timer = 0;
    announceWith((said) => {
      clearTimeout(timer);
      setWords(said);
      timer = setTimeout(() => setWords(""), 6000);
    });
  }, []);
  return (
    <div class="status" role="status">
      {words}
    </div>
  );
}
