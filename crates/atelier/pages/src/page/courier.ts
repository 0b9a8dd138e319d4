// Takes what is typed to the server, one request at a time, and tries again while nobody answers.
import { ApiError, api, wordsOf } from "../api";
import * as machine from "./hold";

/** How long one waits after a key for the next one before anything is sent. */
export const PAUSE = 10;
const RETRIES = [500, 1000, 2000, 4000];

/** What is heard of it: each answer or the lack of one, what is refused, and that somebody answers who had not. */
type Hears = { answered: () => void; refused: (error: ApiError) => void; returned: () => void };

export class Courier {
  /** Whether the server does not answer, or no longer knows this window. */
  unreachable: "no" | "gone" | "session" = "no";

  private timer: number | undefined;
  private tries = 0;
  private waiting: (() => void)[] = [];
  private closed = false;

  constructor(
    private path: string,
    public hold: machine.Hold,
    private hears: Hears,
  ) {}

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

  /** Has the server look again. */
  lookAgain(after: number): void {
    this.hold = machine.outdated(this.hold);
    this.schedule(after);
  }

  schedule(after: number): void {
    if (this.closed || this.hold.flight) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), after);
  }

  /** Somebody has answered. */
  reached(): void {
    const was = this.unreachable;
    this.unreachable = "no";
    this.tries = 0;
    if (was !== "no") this.hears.returned();
  }

  /** Nobody has answered, or not this window. */
  unreached(error: unknown): void {
    this.unreachable = isStranger(error) ? "session" : "gone";
    this.tries += 1;
    if (!this.hold.flight) this.lookAgain(this.retry);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.wake();
  }

  private get retry(): number {
    return RETRIES[Math.min(this.tries, RETRIES.length) - 1] ?? 0;
  }

  private async send(): Promise<void> {
    const next = this.closed ? null : machine.departure(this.hold);
    if (!next) return;
    this.hold = next.hold;
    try {
      const { text, changes } = next;
      const held = await api.hold({ path: this.path, text, ...(changes.length ? { changes } : {}) });
      if (this.closed) return;
      this.hold = machine.arrived(this.hold, held);
      this.reached();
    } catch (error) {
      if (this.closed) return;
      const said = error instanceof ApiError && error.status >= 400 && error.status < 500 && !isStranger(error);
      if (said) {
        this.hold = machine.refused(this.hold, wordsOf(error) ?? error.code);
        this.reached();
        this.hears.refused(error);
      } else {
        this.hold = machine.lost(this.hold);
        this.unreached(error);
      }
    }
    if (this.hold.stale) this.schedule(this.unreachable === "no" ? 0 : this.retry);
    this.wake();
    this.hears.answered();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }
}

/** Whether the server does not know this window. */
export const isStranger = (error: unknown) => error instanceof ApiError && error.code === "session";
