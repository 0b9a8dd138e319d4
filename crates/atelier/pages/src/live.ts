// What happens while one looks: the site changes, the server goes and comes back, and what has been done is said to those who hear the page.
import { useEffect, useRef } from "preact/hooks";
import type { SiteEvent } from "./api";

type Hear = (event: SiteEvent) => void;
type Watch = (isThere: boolean) => void;
const hearers = new Set<Hear>();
const watchers = new Set<Watch>();
let source: EventSource | null = null;
let isThere = true;
let isStarted = false;
/** The last version that was heard of. */
let known: number | null = null;

/** How long after a refused connection the next one is tried, in milliseconds. A lost one the browser tries again by itself. */
const AGAIN = 3000;

function tell(now: boolean): void {
  isThere = now;
  for (const watch of watchers) watch(now);
}

function listen(): void {
  if (source || document.visibilityState === "hidden") return;
  const mine = new EventSource("/api/events");
  let isFirst = true;
  source = mine;
  mine.onopen = () => {
    if (!isThere) tell(true);
  };
  mine.onmessage = ({ data }) => {
    const event: SiteEvent = JSON.parse(data);
    // What has happened meanwhile is not told again.
    const isMissed = isFirst && known !== null && known !== event.version;
    isFirst = false;
    known = event.version;
    for (const hear of hearers) hear(event);
    if (isMissed) tell(true);
  };
  mine.onerror = () => {
    if (isThere) tell(false);
    if (mine.readyState !== EventSource.CLOSED) return;
    source = null;
    setTimeout(listen, AGAIN);
  };
}

// A browser opens six connections to a machine at most, for all of its windows: those that nobody sees give theirs back.
function turn(): void {
  if (document.visibilityState !== "hidden") listen();
  else {
    source?.close();
    source = null;
  }
}

/** Calls `hear` each time that the site has changed. */
export function onSite(hear: Hear): () => void {
  hearers.add(hear);
  if (!isStarted) {
    isStarted = true;
    document.addEventListener("visibilitychange", turn);
    listen();
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
