// What is typed and not saved, kept by the browser: for each page and window, with the fingerprint of the file that it began from.
import type { Change } from "../api";

export type Kept = {
  path: string;
  text: string;
  /** Changes to fields that the server had not made in `text` yet. */
  changes: Change[];
  base: string | null;
  /** When it was kept, in milliseconds. */
  at: number;
};

const PREFIX = "guichet-kept:";

/** This window, for as long as it is open, also after it is loaded again. */
function ownName(): string {
  const known = sessionStorage.getItem("guichet-window");
  if (known) return known;
  const made = Math.random().toString(36).slice(2, 10);
  sessionStorage.setItem("guichet-window", made);
  return made;
}

const keyOf = (path: string, window: string) => `${PREFIX}${window}:${path}`;

/** A lock that a window holds while a page is open in it: two tabs made by duplicating one have the same name, and one lock. */
const lockOf = (path: string, window: string) => `guichet-page:${window}:${path}`;

function read(key: string): Kept | null {
  try {
    const kept: Kept = JSON.parse(localStorage.getItem(key) ?? "null");
    return kept && typeof kept.text === "string" && typeof kept.path === "string" ? kept : null;
  } catch {
    return null;
  }
}

function keys(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "").filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** Keeps what a page says in this window; false if the browser cannot. */
export function keep(kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(kept.path, ownName()), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what this window has kept of a page. */
export function forget(path: string): void {
  try {
    localStorage.removeItem(keyOf(path, ownName()));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** The paths of all pages of which something is kept, each once. The desk shows them. */
export function keptPaths(): string[] {
  const paths = keys().map((key) => key.slice(key.indexOf(":", PREFIX.length) + 1));
  return [...new Set(paths)].sort();
}

/** Calls `hear` each time that another window keeps or forgets something. */
export function onKept(hear: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) hear();
  };
  addEventListener("storage", listen);
  return () => removeEventListener("storage", listen);
}

/** Keeps what this window had kept under another name: what is typed from now on must not replace it. */
function setAside(key: string, kept: Kept): string {
  const aside = keyOf(kept.path, Math.random().toString(36).slice(2, 10));
  try {
    localStorage.setItem(aside, JSON.stringify(kept));
    localStorage.removeItem(key);
    return aside;
  } catch {
    return key;
  }
}

export type Left = { kept: Kept; /** Of another window. */ key: string };

/** What windows that are no longer open have kept of a page, newest first, and whether another window has it open. */
export async function leftBehind(path: string): Promise<{ left: Left[]; elsewhere: boolean }> {
  const own = ownName();
  const held = navigator.locks ? ((await navigator.locks.query()).held ?? []) : [];
  const open = new Set(held.map((lock) => lock.name));
  const windows = keys()
    .filter((key) => key.endsWith(`:${path}`))
    .map((key) => ({ key, window: key.slice(PREFIX.length, key.indexOf(":", PREFIX.length)) }))
    .filter(({ key, window }) => keyOf(path, window) === key);
  const left = windows
    .filter(({ window }) => window === own || !open.has(lockOf(path, window)))
    .flatMap(({ key, window }) => {
      const kept = read(key);
      return kept ? [{ kept, key: window === own ? setAside(key, kept) : key }] : [];
    });
  const others = [...open].filter((name) => name?.startsWith("guichet-page:") && name.endsWith(`:${path}`) && name !== lockOf(path, own));
  return { left: left.sort((a, b) => b.kept.at - a.kept.at), elsewhere: others.length > 0 };
}

/** Throws away what another window has left behind. */
export function throwAway({ key }: Left): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // It is gone already.
  }
}

/** Says to other windows that the page is open in this one, until the function that comes back is called. */
export function openHere(path: string): () => void {
  let close = () => {};
  const closed = new Promise<void>((done) => {
    close = done;
  });
  navigator.locks?.request(lockOf(path, ownName()), { ifAvailable: true }, (lock) => (lock ? closed : undefined)).catch(() => {});
  return close;
}
