// What happens while one looks: the site changes, the server goes and comes back, and what has been done is said to those who hear the page.
import { useEffect, useRef } from "preact/hooks";
import type { SiteEvent } from "./api";
import { keyOfViews } from "./keys";

type Hear = (event: SiteEvent) => void;
type Watch = (isThere: boolean) => void;
/** What windows tell each other: what the server has said, whether it is there, who is new, and the version of which those who are new may know. */
type News = { event: SiteEvent } | { isThere: boolean } | { isNew: true } | { version: number };
const hearers = new Set<Hear>();
const watchers = new Set<Watch>();
const NAME = "guichet-events";
let others: BroadcastChannel | null = null;
let source: EventSource | null = null;
let isThere = true;
/** The last version that was heard of. */
let known: number | null = null;
/** Whether nothing has been heard since this window is seen. */
let isNew = true;
/** Gives up the place of the one who listens, or the wait for it. */
let leave: AbortController | null = null;

/** How long after a refused connection the next one is tried, in milliseconds. A lost one the browser tries again by itself. */
const AGAIN = 3000;

function tell(now: boolean): void {
  isThere = now;
  for (const watch of watchers) watch(now);
}

/** Says whether the server is there, to the other windows too. */
function report(now: boolean): void {
  if (now === isThere) return;
  others?.postMessage({ isThere: now } satisfies News);
  tell(now);
}

/** What has happened while nobody looked is not told again: it is only known that something has. */
function compare(version: number): boolean {
  const isMissed = isNew && known !== null && known !== version;
  isNew = false;
  known = version;
  return isMissed;
}

function happened(event: SiteEvent): void {
  const isMissed = compare(event.version);
  for (const hear of hearers) hear(event);
  if (isMissed) tell(true);
}

function listen(): void {
  if (source || !leave) return;
  const mine = new EventSource(`/api/events?cle=${keyOfViews()}`);
  source = mine;
  mine.onopen = () => report(true);
  mine.onmessage = ({ data }) => {
    const event: SiteEvent = JSON.parse(data);
    others?.postMessage({ event } satisfies News);
    happened(event);
  };
  mine.onerror = () => {
    report(false);
    if (mine.readyState !== EventSource.CLOSED) return;
    source = null;
    setTimeout(listen, AGAIN);
  };
}

function heard({ data }: MessageEvent<News>): void {
  if (!leave) return;
  if ("event" in data) happened(data.event);
  else if ("isThere" in data) {
    if (data.isThere !== isThere) tell(data.isThere);
  } else if ("version" in data) {
    if (isNew && compare(data.version)) tell(true);
  } else if (source && known !== null) {
    others?.postMessage({ version: known } satisfies News);
    if (!isThere) others?.postMessage({ isThere } satisfies News);
  }
}

// A browser opens six connections to a machine at most, for all of its windows: one window listens for all that are seen, and when it is closed or hidden another
// takes its place.
function turn(): void {
  if (document.visibilityState === "hidden") {
    leave?.abort();
    leave = null;
    source?.close();
    source = null;
    return;
  }
  if (leave) return;
  const { signal } = (leave = new AbortController());
  isNew = true;
  others?.postMessage({ isNew } satisfies News);
  const serve = () =>
    new Promise<void>((end) => {
      signal.addEventListener("abort", () => end());
      if (signal.aborted) end();
      else listen();
    });
  navigator.locks.request(NAME, { signal }, serve).catch(() => {
    // This window is hidden again before it was its turn.
  });
}

/** Calls `hear` each time that the site has changed. */
export function onSite(hear: Hear): () => void {
  hearers.add(hear);
  if (!others) {
    others = new BroadcastChannel(NAME);
    others.onmessage = heard;
    document.addEventListener("visibilitychange", turn);
    turn();
  }
  return () => hearers.delete(hear);
}

/** Calls `watch` when the server is gone, when it is there again, and when there was news that this window has missed. */
export function onServer(watch: Watch): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/**
 * Does `work` once files have changed and nothing has for `wait` milliseconds, and when some of it may have been missed. `whatever`: also when somebody types what is
 * not saved yet.
 */
export function useChanges(work: () => void, wait: number, whatever = false): void {
  const newest = useRef(work);
  newest.current = work;
  useEffect(() => {
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => newest.current(), wait);
    };
    const stops = [onSite(({ files }) => (files.length > 0 || whatever) && soon()), onServer((there) => there && soon())];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
}

export type Announcement = { words: string; link?: { words: string; href: string } };
type Say = (announcement: Announcement) => void;
let say: Say = () => {};

/** Where announcements are shown. The shell calls it once. */
export function announceWith(show: Say): void {
  say = show;
}

/** Says something in the status region: what has been saved, where it is now. It is shown for a while and read aloud. */
export function announce(words: string, link?: Announcement["link"]): void {
  say(link ? { words, link } : { words });
}
