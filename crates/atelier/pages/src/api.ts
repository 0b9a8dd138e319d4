// The server's answers as types, and one function for each of its addresses. Offsets are UTF-16 code units of texts with `\n`.
import { keyOfPages, keyOfViews } from "./keys";
import { wellFormed } from "./well-formed";

export type Path = (string | number)[];
export type Value = string | Value[] | Fields;
/** A record in its order. */
export type Fields = { fields: [string, Value][] };
export type Change = { set: Path; value: Value } | { remove: Path } | { insert: Path; value: Value } | { move: Path; to: number };

export type Kind = { kind: string; label: string; folder: string };
export type Section = { path: string; title: string };
export type Format = { name: string; label: string };
export type Site = {
  title: string;
  lang: string;
  languages: string[];
  version: number;
  can_print: boolean;
  kinds: Kind[];
  sections: Section[];
  formats: Format[];
  target: string;
  is_site: boolean;
};

export type State = "draft" | "errors" | "warnings" | "overdue" | "changed";
export type Sort = "title" | "review" | "path";
export type Row = {
  path: string;
  title: string;
  kind: string;
  section: string;
  lang: string;
  draft: boolean;
  changed: boolean;
  /** No reader has seen it yet. */
  unseen?: boolean;
  errors: number;
  warnings: number;
  reviewed: string | null;
  due: string | null;
  overdue: boolean;
  maintainer: string | null;
  address: string | null;
};
export type Todo = {
  what: "errors" | "reviews" | "counters" | "translations" | "undefined";
  count: number;
  state?: State;
  path?: string;
  label: string;
};
export type Desk = {
  version: number;
  /** Whether the counts are of this version; otherwise its check is under way. */
  checked: boolean;
  /** Whether that check ended in a mistake of guichet's own. */
  check_failed: boolean;
  total: number;
  counts: { all: number } & Record<State, number>;
  rows: Row[];
  todo: Todo[];
};
export type DeskQuery = { q?: string; kind?: string; section?: string; state?: State | ""; sort?: Sort; from?: number; count?: number };

export type Widget =
  | "text" | "long" | "markdown" | "date" | "period" | "yesno" | "choice" | "number" | "hours" | "phone" | "price" | "email" | "url"
  | "address" | "coordinates" | "organization" | "topic" | "campaign" | "page" | "file" | "image" | "formats" | "colour" | "language"
  | "record" | "map" | "checks" | "words" | "organization-kind";
export type Group = "main" | "look" | "routes" | "facts" | "review" | "print" | "more";
export type Choice = { value: string; label: string };
/** A rule of guichet: what it finds, what it is about, and how severe it usually is. */
export type RuleName = Choice & { part: "writing" | "sheets" | "rest"; usual: string };
/** Of values by names: what names and values are called; the names that there are, and what each value may be. */
export type Named = { name: string; value: string; names?: RuleName[]; values?: Choice[] };
export type FieldSpec = {
  name: string;
  /** The name that this file would write. */
  shown: string;
  label: string;
  help: string;
  /** A value that it may have. */
  example?: string;
  widget: Widget;
  list: boolean;
  optional: boolean;
  choices?: Choice[];
  fields?: FieldSpec[];
  shorthand?: string;
  named?: Named;
  /** It may be one text, or one in each language: a record of them by their codes. */
  localized?: boolean;
  group: Group;
};

export type Severity = "error" | "warning";
export type Edit = { from: number; to: number; insert: string };
export type Mend = { words: string; edits?: Edit[]; file?: string; id: string };
export type Diag = {
  code: string;
  severity: Severity;
  message: string;
  help: string | null;
  path: string;
  /** It points into this file. */
  here: boolean;
  from: number;
  to: number;
  line: number;
  field: Path | null;
  mends: Mend[];
};
export type SheetLink = { format: string; label: string; path: string; /** The site publishes it. */ asked?: boolean };
export type Held = {
  version: number;
  /** Only where changes were sent. */
  text?: string;
  /** Where the Markdown begins. */
  body: number;
  values: Fields;
  /** The first two hundred: errors, then warnings, in the order of the text. */
  diagnostics: Diag[];
  /** How many there are besides. */
  more: { errors: number; warnings: number };
  address: string | null;
  sheets: SheetLink[];
  title: string;
  kind: string;
};
export type Translation = { lang: string; path: string; title: string };
export type Page = Held & {
  path: string;
  text: string;
  /** The fingerprint of the file; none if it is new. */
  base: string | null;
  lang: string;
  english: boolean;
  form: FieldSpec[];
  translations: Translation[];
  local: string | null;
};

export type Saved = { base: string; version: number };
/** What an error `changed` says of the file. */
export type Theirs = { text: string; base: string };
export type Renamed = {
  path: string;
  moves: [string, string][];
  /** Whose links follow. */
  files: string[];
  /** With links that only a person can change. */
  left: string[];
  /** With changes that a window has not saved: until it does, nothing is renamed. */
  unsaved: string[];
  /** Before. */
  address: string | null;
};
export type PageLink = { path: string; title: string };
export type Binned = { name: string; path: string; title: string; deleted: string };
export type Version = { name: string; saved: string; size: number };
export type Completing = "page" | "organization" | "topic" | "campaign" | "word" | "file" | "image" | "office" | "organization-kind" | "language";
export type Found = { value: string; title: string; detail: string };
export type Uploaded = { src: string; path: string; width: number; height: number; size: number };
export type Week = [string, string][][];
/** `holidays`: it is closed on public holidays. */
export type Hours = { osm: string; said: string; week: Week | null; holidays: boolean };

export type CounterRow = {
  title: string;
  lang: string;
  path: string;
  address: string | null;
  summary: string;
  sheets: SheetLink[];
  translations: { lang: string; name: string; title: string; sheets: SheetLink[] }[];
};

export type Changed = { title: string; address: string };
export type SheetChange = { title: string; format: string; path: string; what: "new" | "changed" | "gone" };
/** `title`: of its page, if its file is one. */
export type Problem = { path: string; title: string | null; line: number | null; message: string };
export type Publishing = {
  errors: number;
  /** The errors. */
  found: Problem[];
  warnings: number;
  new: Changed[];
  changed: Changed[];
  gone: Changed[];
  sheets: SheetChange[];
  target: string;
  /** What was built last has not arrived at the host. */
  unsent?: boolean;
  published?: boolean;
};
export type SiteEvent = { version: number; files: string[] };

/** What the server refused, or that it did not answer. `message` is for people, in the language of the tool. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** `unreachable` if no answer came. */
    readonly code: string,
    message: string,
    readonly data: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** What an error says to people. One that is no answer has no words: `null`. An aborted request is no error at all. */
export function wordsOf(error: unknown): string | null {
  return error instanceof ApiError && error.message ? error.message : null;
}

type Query = Record<string, string | number | undefined>;

function address(path: string, query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return pairs.length ? `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}` : path;
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    const headers = { ...request.headers, "x-guichet": keyOfPages() };
    answer = await fetch(url, { ...request, headers, cache: "no-store" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "unreachable", "");
  }
  if (answer.ok) return answer;
  let data: Record<string, unknown> = {};
  try {
    data = await answer.json();
  } catch {
    // Not one of the server's own answers.
  }
  const word = (value: unknown, otherwise: string) => (typeof value === "string" ? value : otherwise);
  throw new ApiError(answer.status, word(data.code, answer.status === 403 ? "session" : "failed"), word(data.error, ""), data);
}

async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await ask(address(path, query), { signal: signal ?? null })).json();
}

/** What JSON is made of: the server reads no halves of letters, in texts or in names. */
function readable(_: string, value: unknown): unknown {
  return typeof value === "string" ? wellFormed(value) : value;
}

function send(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body, readable), signal: signal ?? null });
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return (await send(path, body, signal)).json();
}

export const api = {
  site: (signal?: AbortSignal) => get<Site>("/api/site", {}, signal),
  start: (body: { publisher: string; place: string; phone: string }) => post<unknown>("/api/start", body),
  desk: (query: DeskQuery, signal?: AbortSignal) => get<Desk>("/api/desk", query, signal),

  page: (path: string, signal?: AbortSignal) => get<Page>("/api/page", { path }, signal),
  hold: (body: { path: string; text: string | null; changes?: Change[] }, signal?: AbortSignal) => post<Held>("/api/hold", body, signal),
  mend: (body: { path: string; text: string; id: string; version: number }) => post<{ version: number; path: string }>("/api/mend", body),
  save: (body: { path: string; text: string; base: string | null }) => post<Saved>("/api/save", body),
  versions: (path: string) => get<{ versions: Version[] }>("/api/versions", { path }),
  version: (path: string, name: string) => get<{ text: string }>("/api/version", { path, name }),

  create: (body: { kind: string; title: string; section?: string; lang?: string }) => post<{ path: string }>("/api/new", body),
  duplicate: (path: string, title: string) => post<{ path: string }>("/api/duplicate", { path, title }),
  translate: (path: string, lang: string) => post<{ path: string }>("/api/translate", { path, lang }),
  rename: (path: string, to: string, dry: boolean, signal?: AbortSignal) => post<Renamed>("/api/rename", { path, to, dry }, signal),
  remove: (paths: string[], dry: boolean) => post<{ linked: PageLink[] }>("/api/delete", { paths, dry }),
  bin: () => get<{ entries: Binned[] }>("/api/bin"),
  restore: (name: string) => post<{ path: string }>("/api/restore", { name }),
  empty: () => post<unknown>("/api/empty", {}),

  complete: (what: Completing, q: string, from: string, signal?: AbortSignal) => get<{ found: Found[] }>("/api/complete", { what, q, from }, signal),
  upload: async (from: string, name: string, file: Blob): Promise<Uploaded> => {
    const headers = { "content-type": file.type || "application/octet-stream" };
    return (await ask(address("/api/upload", { from, name }), { method: "POST", headers, body: file })).json();
  },
  paste: (html: string) => post<{ markdown: string }>("/api/paste", { html }),
  readHours: (q: string, signal?: AbortSignal) => get<Hours>("/api/hours", { q }, signal),
  writeHours: (week: Week, holidays: boolean) => post<{ words: string }>("/api/hours", { week, holidays }),

  counter: (q: string, lang: string | undefined, signal?: AbortSignal) => get<{ rows: CounterRow[] }>("/api/counter", { q, lang }, signal),
  publish: (dry: boolean, signal?: AbortSignal, password?: string) => post<Publishing>("/api/publish", { dry, password }, signal),
};

/** An image of the site as its file is, of which `from` says that it is at `src`; none if that is elsewhere. */
export function picture(from: string, src: string): string | null {
  const written = src.replace(/#.*$/, "");
  if (written === "" || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return null;
  const folder = from.startsWith("content/") ? from.split("/").slice(0, -1) : ["content"];
  const steps = written.startsWith("/") ? ["content"] : folder;
  for (const step of written.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return `/image/${keyOfViews()}/${steps.map(encodeURIComponent).join("/")}`;
}

/** An address of the site as readers see it, and one page of a sheet as an image. */
export const preview = (address: string) => `/apercu/${keyOfViews()}/${address.split("/").map(encodeURIComponent).join("/")}`;
export const sheetImage = (path: string, page: number) => `/feuille/${keyOfViews()}/${path.split("/").map(encodeURIComponent).join("/")}?page=${page}`;

/** The PDF of a sheet. */
export const sheetPdf = (path: string) => `/fiche/${keyOfViews()}/${path.split("/").map(encodeURIComponent).join("/")}`;

/** These sheets as one PDF, one after another; on both sides of the paper, none begins on the back of another. */
export async function printed(sheets: string[], duplex: boolean, signal?: AbortSignal): Promise<Blob> {
  const [first] = sheets;
  const alone = sheets.length === 1 && first ? ask(sheetPdf(first), { signal: signal ?? null }) : send("/api/print", { sheets, duplex }, signal);
  return (await alone).blob();
}
