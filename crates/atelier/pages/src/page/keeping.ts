// Keeps in the browser what an open page says and its file does not, a moment after each change.
import { forget, keep, type Kept } from "./kept";

const PAUSE = 100;

export class Keeping {
  /** Whether the browser has room for it. */
  hasRoom = true;

  private timer: number | undefined;

  /** `kept`: what to keep now; nothing if the file says it all. */
  constructor(
    private path: string,
    private kept: () => Kept | null,
    private changed: () => void,
  ) {}

  soon(): void {
    this.timer ??= setTimeout(() => this.now(), PAUSE);
  }

  now(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const kept = this.kept();
    if (!kept) {
      forget(this.path);
      return;
    }
    const hasRoom = keep(kept);
    if (hasRoom === this.hasRoom) return;
    this.hasRoom = hasRoom;
    this.changed();
  }
}
