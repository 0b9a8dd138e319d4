// What is typed, and what the server has made of it: a state and functions from one state to the next, without clocks or requests.
//
// The truth is the whole text: its front (the fields, which only the server writes) and its body (the Markdown, which is typed
// here). Changes to fields stay beside the front that they are made to for as long as one edits the same field, so that a text
// does not depend on how its words were typed. One request is in flight at a time. What is typed meanwhile waits, in its order.
import type { Change, Diag, Fields, Held, Path } from "../api";
import { applied, withoutNulls } from "./values";

/** A change, and what it belongs to: changes of one run follow one another in one field. */
type Pending = { change: Change; run: string };

type Flight = { front: string; body: string; changes: readonly Pending[] };

/** A change that could not be written into the text, and why. */
export type Refusal = { change: Change; message: string };

export type Hold = {
  front: string;
  body: string;
  /** To be made to `front`. */
  changes: readonly Pending[];
  /** The front after all of `changes`, once the server has said it. */
  made: string | null;
  flight: Flight | null;
  /** Whether the server has not seen all of this. */
  stale: boolean;
  /** After a refusal: changes go one by one, to find which it was. */
  careful: boolean;
  answer: Held;
  /** The text that `answer` speaks of. */
  answered: string;
  /** How many of `changes` are in the values of `answer`. */
  included: number;
  refusals: readonly Refusal[];
  /** Why the server did not take the text; none if it did. */
  problem: string | null;
  /** Fronts before each run of changes, oldest first. */
  past: readonly string[];
  /** What was taken back, last first. */
  future: readonly Undone[];
};

/** A front and the changes to it that were taken back. */
type Undone = Pick<Hold, "front" | "changes" | "made">;

const MOST_STEPS = 100;

/** An answer of which each field without a value has an empty one. */
const clean = (held: Held): Held => ({ ...held, values: withoutNulls(held.values) || { fields: [] } });

export function opened(text: string, held: Held): Hold {
  return {
    front: text.slice(0, held.body),
    body: text.slice(held.body),
    changes: [],
    made: null,
    flight: null,
    stale: false,
    careful: false,
    answer: clean(held),
    answered: text,
    included: 0,
    refusals: [],
    problem: null,
    past: [],
    future: [],
  };
}

/** The whole text; `null` while changes to fields are on their way. */
export function textOf(hold: Hold): string | null {
  if (hold.changes.length === 0) return hold.front + hold.body;
  return hold.made === null ? null : hold.made + hold.body;
}

/** Whether the server has seen all of it. */
export const isSettled = (hold: Hold) => !hold.stale && !hold.flight && textOf(hold) !== null;

/** What the fields say, with what the server has not seen yet, and with what it could not write: somebody has typed it. */
export function valuesOf(hold: Hold): Fields {
  const rest = hold.changes.slice(hold.included).map(({ change }) => change);
  const kept = hold.refusals.map(({ change }) => change).filter((change) => "set" in change);
  return rest.length + kept.length ? applied(hold.answer.values, [...rest, ...kept]) : hold.answer.values;
}

/** What is wrong, if it speaks of the text as it is now; otherwise places would be those of another text. */
export function diagnosticsOf(hold: Hold): Diag[] | null {
  return textOf(hold) === hold.answered ? hold.answer.diagnostics : null;
}

const remembered = (hold: Hold) => [...hold.past, hold.front].slice(-MOST_STEPS);

/** Goes on from the front that all changes have made. */
function settledRun(hold: Hold): Hold {
  if (hold.changes.length === 0 || hold.made === null) return hold;
  return { ...hold, past: remembered(hold), front: hold.made, changes: [], made: null, included: 0 };
}

function pathOf(change: Change): Path | null {
  if ("set" in change) return change.set;
  return "remove" in change ? change.remove : null;
}

/** Changes fields. */
export function edited(hold: Hold, changes: readonly Change[], run: string): Hold {
  if (changes.length === 0) return hold;
  const last = hold.changes[hold.changes.length - 1];
  const before = last && last.run !== run ? settledRun(hold) : hold;
  const list = [...before.changes];
  let { included } = before;
  for (const change of changes) {
    const top = list[list.length - 1];
    const path = pathOf(change);
    if (top && top.run === run && path && JSON.stringify(pathOf(top.change)) === JSON.stringify(path)) {
      list[list.length - 1] = { change, run };
      included = Math.min(included, list.length - 1);
    } else list.push({ change, run });
  }
  const touched = changes.map((change) => JSON.stringify(pathOf(change)));
  const refusals = before.refusals.filter((refusal) => !touched.includes(JSON.stringify(pathOf(refusal.change))));
  return { ...before, changes: list, included, made: null, stale: true, refusals, future: [] };
}

/** Types in the Markdown. */
export const typed = (hold: Hold, body: string): Hold => (body === hold.body ? hold : { ...hold, body, stale: true });

/** Puts another text in place of all of it. Changes that the server has not made are dropped with the text they were for. */
export function replaced(hold: Hold, text: string, body: number | null = null): Hold {
  if (text === textOf(hold)) return hold;
  const start = body ?? 0;
  return {
    ...settledRun(hold),
    past: remembered(settledRun(hold)),
    future: [],
    front: text.slice(0, start),
    body: text.slice(start),
    changes: [],
    included: 0,
    made: null,
    stale: true,
    refusals: [],
  };
}

/** Types in the whole file, of which nobody knows yet where its body begins. */
export function typedFile(hold: Hold, text: string): Hold {
  return text === textOf(hold) ? hold : { ...replaced(hold, text), past: [] };
}

export const canUndo = (hold: Hold) => hold.changes.length > 0 || hold.past.length > 0;

/** Takes the last run of changes to fields back. */
export function undone(hold: Hold): Hold {
  const { made, changes } = hold;
  const future = [...hold.future, { front: hold.front, changes, made }];
  const back = { ...hold, changes: [], included: 0, made: null, stale: true, refusals: [], future };
  if (hold.changes.length > 0) return back;
  const front = hold.past[hold.past.length - 1];
  return front === undefined ? hold : { ...back, front, past: hold.past.slice(0, -1) };
}

export const canRedo = (hold: Hold) => hold.future.length > 0;

/** Makes again what was taken back last. */
export function redone(hold: Hold): Hold {
  const next = hold.future[hold.future.length - 1];
  if (!next) return hold;
  const past = next.front === hold.front ? hold.past : remembered(hold);
  return { ...hold, ...next, past, included: 0, stale: true, refusals: [], future: hold.future.slice(0, -1) };
}

/** The run of the last change, as long as it is the last. */
export const lastRun = (hold: Hold) => hold.changes[hold.changes.length - 1]?.run;

/** Asks for another look, because other files of the site have changed. */
export const outdated = (hold: Hold): Hold => ({ ...hold, stale: true });

/** What to send now, and the state while it is on its way; nothing while another request is, or if there is nothing new. */
export function departure(hold: Hold): { hold: Hold; text: string; changes: Change[] } | null {
  if (hold.flight || !hold.stale) return null;
  // What has been made already need not be made again.
  const now = settledRun(hold);
  const sent = now.careful ? now.changes.slice(0, 1) : now.changes;
  const flight = { front: now.front, body: now.body, changes: sent };
  return { hold: { ...now, flight }, text: now.front + now.body, changes: sent.map(({ change }) => change) };
}

/** The front of a text that the server has changed fields in. */
function frontOf(text: string, held: Held, body: string): string {
  return text.endsWith(body) ? text.slice(0, text.length - body.length) : text.slice(0, held.body);
}

/** The server has answered what was sent. */
export function arrived(hold: Hold, held: Held): Hold {
  const flight = hold.flight;
  if (!flight) return hold;
  const count = flight.changes.length;
  let common = 0;
  while (common < count && hold.changes[common] === flight.changes[common]) common += 1;
  const answered = held.text ?? flight.front + flight.body;
  const next: Hold = { ...hold, flight: null, answer: clean(held), answered, included: common, problem: null, made: null };
  const sameFront = hold.front === flight.front;
  if (!sameFront) {
    // It answers a text that is no longer there. The values are those of that text until the next answer.
    return { ...next, included: 0, stale: true };
  }
  const sameBody = hold.body === flight.body;
  if (count === 0) {
    const text = hold.front + hold.body;
    const split = sameBody ? { front: text.slice(0, held.body), body: text.slice(held.body) } : {};
    return { ...next, ...split, stale: !sameBody || hold.changes.length > 0 };
  }
  if (common < count) return { ...next, stale: true };
  const front = frontOf(answered, held, flight.body);
  const rest = hold.changes.slice(count);
  if (rest.length === 0) {
    // A body that the change itself has moved: what was before it belongs to the fields now.
    const body = sameBody ? answered.slice(front.length) : hold.body;
    return { ...next, made: front, body, stale: !sameBody, careful: false };
  }
  const sameRun = rest[0]?.run === flight.changes[count - 1]?.run;
  if (sameRun && !hold.careful) return { ...next, stale: true };
  return { ...next, past: remembered(hold), front, changes: rest, included: 0, stale: true };
}

/** The server refuses what was sent. */
export function refused(hold: Hold, message: string): Hold {
  const flight = hold.flight;
  if (!flight) return hold;
  const next: Hold = { ...hold, flight: null };
  const [first, ...others] = flight.changes;
  if (!first) {
    const moved = hold.front !== flight.front || hold.body !== flight.body || hold.changes.length > 0;
    return { ...next, problem: message, stale: moved };
  }
  if (others.length > 0) return { ...next, careful: true, stale: true };
  // Only this one was sent. It may have been replaced meanwhile by what was typed after it.
  if (hold.changes[0] !== first) return { ...next, stale: true };
  const rest = hold.changes.slice(1);
  return {
    ...next,
    changes: rest,
    included: Math.max(0, hold.included - 1),
    careful: rest.length > 0,
    refusals: [...hold.refusals, { change: first.change, message }],
    stale: true,
  };
}

/** No answer came: everything is as before, to be sent again. */
export const lost = (hold: Hold): Hold => ({ ...hold, flight: null, stale: true });
