// What the parts of a mounted editor share.
import { isolateHistory } from "@codemirror/commands";
import type { TransactionSpec } from "@codemirror/state";
import { type EditorView, type ViewUpdate } from "@codemirror/view";
import type { ComponentChild } from "preact";
import type { Change } from "../commands/context";
import type { EditorOptions } from "../types";

/** A passage that moves with the text around it. */
export interface Place {
  from: number;
  to: number;
}

export interface Desk {
  view: EditorView;
  options: EditorOptions;
  /** Shows a dialogue; `close` ends it and goes back to the text. */
  open: (dialogue: ComponentChild) => void;
  close: () => void;
  /** Passages that wait for what comes later: a paste, an image. */
  places: Set<Place>;
}

/** Makes a change as one undo step and goes back to the text. */
export function run(desk: Desk, change: Change): boolean {
  if (change) desk.view.dispatch(alone(change));
  desk.view.focus();
  return change !== null;
}

/** A change that no other is undone with. */
export function alone(change: TransactionSpec): TransactionSpec {
  return { ...change, annotations: isolateHistory.of("full") };
}

/** Holds a passage until `release`. */
export function hold(desk: Desk, from: number, to: number): { place: Place; release: () => void } {
  const place = { from, to };
  desk.places.add(place);
  return { place, release: () => void desk.places.delete(place) };
}

export function move(places: Set<Place>, update: ViewUpdate): void {
  for (const place of places) {
    place.from = update.changes.mapPos(place.from, -1);
    place.to = Math.max(place.from, update.changes.mapPos(place.to, -1));
  }
}
