// Where one is, as the fragment of the address says: `#/page/content/guides/carte.md`, `#/?q=carte`.
import { useEffect, useState } from "preact/hooks";

export type View = "desk" | "page" | "settings" | "bin" | "publish" | "counter" | "print";
export type Route = { view: View; /** Of the page. */ path: string; query: Record<string, string> };

const NAMES: Record<string, View> = {
  "": "desk",
  page: "page",
  reglages: "settings",
  corbeille: "bin",
  publier: "publish",
  comptoir: "counter",
  imprimer: "print",
};
const WORDS = Object.fromEntries(Object.entries(NAMES).map(([word, view]) => [view, word])) as Record<View, string>;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a fragment names; the desk if it is nothing known. */
export function parse(fragment: string): Route {
  const [, where = "", asked = ""] = /^#?\/?([^?]*)\??(.*)$/.exec(fragment) ?? [];
  const [word = "", ...rest] = where.split("/");
  const view = Object.hasOwn(NAMES, word) ? (NAMES[word] ?? "desk") : "desk";
  return { view, path: rest.map(decoded).join("/"), query: Object.fromEntries(new URLSearchParams(asked)) };
}

export function href(view: View, query: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return `#/${WORDS[view]}${pairs.length ? `?${new URLSearchParams(pairs)}` : ""}`;
}

/** The address of a page, and in it of a field or place if one is named. */
export function pageHref(path: string, query: Record<string, string> = {}): string {
  const asked = Object.keys(query).length ? `?${new URLSearchParams(query)}` : "";
  return `#/page/${path.split("/").map(encodeURIComponent).join("/")}${asked}`;
}

/** Goes there; `replace` leaves no step to come back to. */
export function go(fragment: string, replace = false): void {
  if (!replace) {
    location.hash = fragment;
    return;
  }
  history.replaceState(history.state, "", fragment);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parse(location.hash));
  useEffect(() => {
    const read = () => setRoute(parse(location.hash));
    addEventListener("hashchange", read);
    // It may have changed since this was first drawn.
    read();
    return () => removeEventListener("hashchange", read);
  }, []);
  return route;
}
