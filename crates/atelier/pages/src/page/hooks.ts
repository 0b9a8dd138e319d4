// What an open page hears: its session, the width of the window, keys.
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Page } from "../api";
import { announce } from "../live";
import { go, pageHref } from "../router";
import { t } from "../words";
import { Session } from "./session";

const NARROW = "(max-width: 899px)";

/** Goes to where a page has moved, and says so. */
function follow(to: string, words: string): void {
  go(pageHref(to), true);
  announce(words);
}

/** A session, and this component again each time that something in it changes. */
export function useSession(page: Page): Session {
  const [session] = useState(() => new Session(page, () => announce(t("page-reloaded")), follow));
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stop = session.subscribe(() => again(undefined));
    return () => {
      stop();
      session.close();
    };
  }, [session]);
  return session;
}

/** Whether there is room for one panel only. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const read = () => setNarrow(query.matches);
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return isNarrow;
}

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;

/** Saves on Ctrl+S, takes back on Ctrl+Z and makes again on Ctrl+Y or Ctrl+Shift+Z, where that is not for a field; the function that comes back does so for keys of a frame. */
export function useKeys(session: Session, save: () => void, canUndo: boolean): (event: KeyboardEvent) => void {
  const newest = useRef({ save, canUndo });
  newest.current = { save, canUndo };
  const keys = useRef((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = `${event.shiftKey ? "shift+" : ""}${event.key.toLowerCase()}`;
    const isForForm = newest.current.canUndo && !isTyping(event.target);
    if (key === "s") newest.current.save();
    else if (key === "z" && isForForm) session.undo();
    else if ((key === "y" || key === "shift+z") && isForForm) session.redo();
    else return;
    event.preventDefault();
  }).current;
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      // What the browser keeps need not hold anybody back.
      if (session.isDirty && !session.isKept) event.preventDefault();
    };
    addEventListener("keydown", keys);
    addEventListener("beforeunload", leave);
    return () => {
      removeEventListener("keydown", keys);
      removeEventListener("beforeunload", leave);
    };
  }, [session]);
  return keys;
}
