// What happens while one looks: the site changes, and what has been done is said to those who hear the page.
import type { SiteEvent } from "./api";

type Hear = (event: SiteEvent) => void;
const hearers = new Set<Hear>();
let source: EventSource | null = null;

/** Calls `hear` each time that the site has changed. The browser connects again by itself when the server comes back. */
export function onSite(hear: Hear): () => void {
  hearers.add(hear);
  if (!source) {
    source = new EventSource("/api/events");
    source.onmessage = ({ data }) => {
      const event: SiteEvent = JSON.parse(data);
      for (const one of hearers) one(event);
    };
  }
  return () => hearers.delete(hear);
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
