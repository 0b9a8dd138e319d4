// A page that is open: what is typed in it, and what its file says.
import { ApiError, api, wordsOf, type Change, type Page, type Theirs } from "../api";
import { keyOfPages } from "../keys";
import { onServer, onSite } from "../live";
import { wellFormed } from "../well-formed";
import { Courier, PAUSE, isStranger } from "./courier";
import * as machine from "./hold";
import { forget, openHere, type Kept } from "./kept";
import { Keeping } from "./keeping";

export type Saving =
  | { is: "idle" }
  | { is: "waiting" }
  | { is: "failed"; message: string | null };

export class Session {
  readonly path: string;
  /** What the file says, as far as is known. */
  savedText: string;
  base: string | null;
  saving: Saving = { is: "idle" };
  /** The file is not what it was: its text, for the editor to choose. */
  conflict: Theirs | null = null;

  private listeners = new Set<() => void>();
  private saves = false;
  private closed = false;
  private leave: (() => void)[];
  private courier: Courier;
  private keeping: Keeping;

  /** Where the page is, once it has moved. */
  private now: string | null = null;

  constructor(
    readonly page: Page,
    private onReload: () => void,
    private onMoved: (to: string, words: string) => void,
  ) {
    this.path = page.path;
    this.courier = new Courier(page.path, machine.opened(page.text, page), {
      answered: () => {
        this.keeping.soon();
        this.notify();
      },
      refused: (error) => this.follow(error),
      returned: () => {
        // Somebody wanted to save when nobody answered.
        if (this.saving.is === "failed" && this.saving.message === null) setTimeout(() => this.save(), 0);
      },
    });
    this.keeping = new Keeping(page.path, () => this.unsaved(), () => this.notify());
    this.savedText = page.text;
    this.base = page.base;
    const leaving = () => this.letGo();
    const returning = () => {
      if (document.visibilityState === "hidden") return;
      this.courier.lookAgain(0);
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

  get hold(): machine.Hold {
    return this.courier.hold;
  }

  /** Whether the server does not answer, or no longer knows this window. */
  get unreachable(): Courier["unreachable"] {
    return this.courier.unreachable;
  }

  /** Whether the browser has room for what is not saved. */
  get isKept(): boolean {
    return this.keeping.hasRoom;
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

  redo(): void {
    this.to(machine.redone(this.hold));
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
    return this.courier.settled();
  }

  async save(): Promise<void> {
    if (this.saves) return;
    this.saves = true;
    this.saving = { is: "waiting" };
    this.notify();
    try {
      const text = await this.settled();
      // Without an answer, the text is that of the last one, unless a field was changed since.
      const written = text ?? machine.textOf(this.hold);
      if (written === null) throw new ApiError(0, "unreachable", "");
      const known = wellFormed(written);
      if (known !== written) this.replace(known, this.hold.front.length);
      const saved = await api.save({ path: this.path, text: known, base: this.base });
      this.savedText = known;
      this.base = saved.base;
      this.saving = { is: "idle" };
      this.conflict = null;
      this.courier.reached();
    } catch (error) {
      const changed = error instanceof ApiError && error.status === 409 && typeof error.data.text === "string";
      if (changed) this.conflict = { text: String(error.data.text), base: String(error.data.base) };
      if ((error instanceof ApiError && error.status === 0) || isStranger(error)) this.courier.unreached(error);
      this.saving = { is: "failed", message: wordsOf(error) };
      this.follow(error);
    } finally {
      this.saves = false;
      this.keeping.now();
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
    this.keeping.now();
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
    for (const one of this.leave) one();
    this.listeners.clear();
    this.courier.close();
  }

  private to(hold: machine.Hold): void {
    if (hold === this.hold) return;
    this.courier.hold = hold;
    if (this.saving.is === "failed") this.saving = { is: "idle" };
    this.keeping.soon();
    this.courier.schedule(PAUSE);
    this.notify();
  }

  private siteChanged(version: number, files: readonly string[]): void {
    if (files.includes(this.path)) this.lookAtFile();
    else if (files.length && version > this.hold.answer.version) this.courier.lookAgain(PAUSE);
  }

  /** Looks whether another program has changed the file. */
  private async lookAtFile(): Promise<void> {
    if (this.saves || this.closed) return;
    let now: Page;
    try {
      now = await api.page(this.path);
    } catch (error) {
      // Where it is gone, saving says so.
      this.follow(error);
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
      this.courier.hold = machine.typedFile(this.hold, now.text);
      this.courier.schedule(0);
      this.onReload();
    } else this.conflict = { text: now.text, base: now.base };
    this.keeping.now();
    this.notify();
  }

  /** Goes where the page has moved, with what is typed: the browser keeps it there. */
  private follow(error: unknown): void {
    if (this.closed || this.now !== null || !(error instanceof ApiError) || error.code !== "moved") return;
    this.now = String(error.data.to);
    forget(this.path);
    this.keeping.now();
    this.onMoved(this.now, error.message);
  }

  /** What the browser is to keep; nothing if the file says it. */
  private unsaved(): Kept | null {
    if (!this.isDirty) return null;
    const text = machine.textOf(this.hold);
    const { front, body, changes, refusals } = this.hold;
    const unmade = [...(text === null ? changes : []), ...refusals].map(({ change }) => change);
    return { path: this.now ?? this.path, base: this.base, at: Date.now(), text: text ?? front + body, changes: unmade };
  }

  /** Keeps what is here, and lets the site be what its files say. */
  private letGo(): void {
    this.keeping.now();
    const headers = { "content-type": "application/json", "x-guichet": keyOfPages() };
    const body = JSON.stringify({ path: this.path, text: null });
    fetch("/api/hold", { method: "POST", headers, body, keepalive: true }).catch(() => {});
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
