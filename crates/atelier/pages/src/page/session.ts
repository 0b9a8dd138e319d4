// A page that is open: sends what is typed, saves it, and keeps it in the browser until it is saved.
import { ApiError, api, wordsOf, type Change, type Held, type Page, type Theirs } from "../api";
import { onServer, onSite } from "../live";
import * as machine from "./hold";
import { forget, keep, openHere, type Kept } from "./kept";

export type Saving =
  | { is: "idle" }
  | { is: "waiting" }
  | { is: "failed"; message: string | null };

/** How long one waits after a key for the next one before anything is sent. */
const PAUSE = 10;
const RETRIES = [500, 1000, 2000, 4000];

export class Session {
  readonly path: string;
  hold: machine.Hold;
  /** What the file says, as far as is known. */
  savedText: string;
  base: string | null;
  saving: Saving = { is: "idle" };
  /** The file is not what it was: its text, for the editor to choose. */
  conflict: Theirs | null = null;
  /** Whether the server does not answer, or no longer knows this window. */
  unreachable: "no" | "gone" | "session" = "no";
  /** Whether the browser has room for what is not saved. */
  isKept = true;

  private listeners = new Set<() => void>();
  private timer: number | undefined;
  private tries = 0;
  private waiting: (() => void)[] = [];
  private saves = false;
  private closed = false;
  private leave: (() => void)[];

  constructor(readonly page: Page, private onReload: () => void) {
    this.path = page.path;
    this.hold = machine.opened(page.text, page);
    this.savedText = page.text;
    this.base = page.base;
    const leaving = () => this.letGo();
    const returning = () => {
      if (document.visibilityState === "hidden") return;
      this.hold = machine.outdated(this.hold);
      this.schedule(0);
      this.lookAtFile();
    };
    addEventListener("pagehide", leaving);
    addEventListener("pageshow", returning);
    document.addEventListener("visibilitychange", returning);
    this.leave = [
      openHere(page.path),
      onSite(({ version, files }) => this.siteChanged(version, files)),
      onServer((isThere) => isThere && returning()),
      () => removeEventListener("pagehide", leaving),
      () => removeEventListener("pageshow", returning),
      () => document.removeEventListener("visibilitychange", returning),
    ];
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get isDirty(): boolean {
    const text = machine.textOf(this.hold);
    return text === null || text !== this.savedText || this.hold.refusals.length > 0;
  }

  /** Whether it is a page that has no file yet. */
  get isNew(): boolean {
    return this.base === null;
  }

  edit(changes: readonly Change[], run: string): void {
    this.to(machine.edited(this.hold, changes, run));
  }

  typed(body: string): void {
    this.to(machine.typed(this.hold, body));
  }

  typedFile(text: string): void {
    this.to(machine.typedFile(this.hold, text));
  }

  replace(text: string, body: number | null = null): void {
    this.to(machine.replaced(this.hold, text, body));
  }

  undo(): void {
    this.to(machine.undone(this.hold));
  }

  /** Goes back to what the file says. */
  revert(): void {
    this.replace(this.savedText);
  }

  /** Goes on with what had been kept. */
  resume(kept: Kept): void {
    this.base = kept.base;
    if (kept.text !== machine.textOf(this.hold)) this.replace(kept.text);
    this.edit(kept.changes, "kept");
  }

  /** The text, once the server has seen all of it; `null` if it does not answer. */
  settled(): Promise<string | null> {
    return new Promise((done) => {
      const look = () => {
        if (machine.isSettled(this.hold)) done(machine.textOf(this.hold));
        else if (this.unreachable !== "no" || this.closed) done(null);
        else this.waiting.push(look);
      };
      look();
    });
  }

  async save(): Promise<void> {
    if (this.saves) return;
    this.saves = true;
    this.saving = { is: "waiting" };
    this.notify();
    try {
      const text = await this.settled();
      // Without an answer, the text is that of the last one, unless a field was changed since.
      const known = text ?? machine.textOf(this.hold);
      if (known === null) throw new ApiError(0, "unreachable", "");
      const saved = await api.save({ path: this.path, text: known, base: this.base });
      this.savedText = known;
      this.base = saved.base;
      this.saving = { is: "idle" };
      this.conflict = null;
      this.reached();
    } catch (error) {
      const changed = error instanceof ApiError && error.status === 409 && typeof error.data.text === "string";
      if (changed) this.conflict = { text: String(error.data.text), base: String(error.data.base) };
      if (error instanceof ApiError && error.status === 0) this.unreached("gone");
      if (error instanceof ApiError && error.code === "session") this.unreached("session");
      this.saving = { is: "failed", message: wordsOf(error) };
    } finally {
      this.saves = false;
      this.keepNow();
      this.notify();
    }
  }

  /** Saves what is here over what the file says. */
  keepMine(): Promise<void> {
    if (this.conflict) this.base = this.conflict.base;
    this.conflict = null;
    return this.save();
  }

  /** Puts what the file says in place of what is here. */
  takeTheirs(): void {
    const theirs = this.conflict;
    if (!theirs) return;
    this.conflict = null;
    this.saving = { is: "idle" };
    this.savedText = theirs.text;
    this.base = theirs.base;
    this.replace(theirs.text);
    this.keepNow();
    this.notify();
  }

  /** Closes the dialogue without choosing. Saving asks again. */
  decideLater(): void {
    this.conflict = null;
    this.notify();
  }

  close(): void {
    this.letGo();
    this.closed = true;
    clearTimeout(this.timer);
    for (const one of this.leave) one();
    this.listeners.clear();
    this.wake();
  }

  private to(hold: machine.Hold): void {
    if (hold === this.hold) return;
    this.hold = hold;
    if (this.saving.is === "failed") this.saving = { is: "idle" };
    this.keepSoon();
    this.schedule(PAUSE);
    this.notify();
  }

  private schedule(after: number): void {
    if (this.closed || this.hold.flight) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), after);
  }

  private async send(): Promise<void> {
    const next = this.closed ? null : machine.departure(this.hold);
    if (!next) return;
    this.hold = next.hold;
    try {
      const { text, changes } = next;
      const held: Held = await api.hold({ path: this.path, text, ...(changes.length ? { changes } : {}) });
      if (this.closed) return;
      this.hold = machine.arrived(this.hold, held);
      this.reached();
    } catch (error) {
      if (this.closed) return;
      const said = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.code !== "session";
      if (said) {
        this.hold = machine.refused(this.hold, wordsOf(error) ?? error.code);
        this.reached();
      } else {
        this.hold = machine.lost(this.hold);
        this.unreached(error instanceof ApiError && error.code === "session" ? "session" : "gone");
      }
    }
    if (this.hold.stale) this.schedule(this.unreachable === "no" ? 0 : (RETRIES[Math.min(this.tries, RETRIES.length) - 1] ?? 0));
    this.wake();
    this.keepSoon();
    this.notify();
  }

  private reached(): void {
    const was = this.unreachable;
    this.unreachable = "no";
    this.tries = 0;
    // Somebody wanted to save when nobody answered.
    if (was !== "no" && this.saving.is === "failed" && this.saving.message === null) setTimeout(() => this.save(), 0);
  }

  private unreached(why: "gone" | "session"): void {
    this.unreachable = why;
    this.tries += 1;
    if (!this.hold.flight) {
      this.hold = machine.outdated(this.hold);
      this.schedule(RETRIES[Math.min(this.tries, RETRIES.length) - 1] ?? 0);
    }
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }

  private siteChanged(version: number, files: readonly string[]): void {
    if (files.includes(this.path)) this.lookAtFile();
    else if (files.length && version > this.hold.answer.version) {
      this.hold = machine.outdated(this.hold);
      this.schedule(PAUSE);
    }
  }

  /** Looks whether another program has changed the file. */
  private async lookAtFile(): Promise<void> {
    if (this.saves || this.closed) return;
    let now: Page;
    try {
      now = await api.page(this.path);
    } catch {
      // It may be gone: saving says so.
      return;
    }
    if (this.closed || this.saves || now.base === this.base || now.base === null) return;
    const mine = machine.textOf(this.hold);
    if (mine === now.text) {
      this.savedText = now.text;
      this.base = now.base;
    } else if (!this.isDirty) {
      this.savedText = now.text;
      this.base = now.base;
      this.hold = machine.typedFile(this.hold, now.text);
      this.schedule(0);
      this.onReload();
    } else this.conflict = { text: now.text, base: now.base };
    this.keepNow();
    this.notify();
  }

  private keeping: number | undefined;

  private keepSoon(): void {
    this.keeping ??= setTimeout(() => this.keepNow(), 100);
  }

  private keepNow(): void {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    if (!this.isDirty) {
      forget(this.path);
      return;
    }
    const text = machine.textOf(this.hold);
    const { front, body, changes, refusals } = this.hold;
    const unmade = [...(text === null ? changes : []), ...refusals].map(({ change }) => change);
    const isKept = keep({ path: this.path, base: this.base, at: Date.now(), text: text ?? front + body, changes: unmade });
    if (isKept !== this.isKept) {
      this.isKept = isKept;
      this.notify();
    }
  }

  /** Keeps what is here, and lets the site be what its files say. */
  private letGo(): void {
    this.keepNow();
    const headers = { "content-type": "application/json", "x-guichet": "atelier" };
    const body = JSON.stringify({ path: this.path, text: null });
    fetch("/api/hold", { method: "POST", headers, body, keepalive: true }).catch(() => {});
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
