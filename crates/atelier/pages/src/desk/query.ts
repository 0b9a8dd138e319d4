// What is looked for on the desk: it stands in the address, so that going back and forth keeps it.
import type { DeskQuery, Sort, State } from "../api";
import { href } from "../router";

export const STATES: State[] = ["errors", "warnings", "overdue", "draft", "changed"];
export const SORTS: Sort[] = ["title", "review", "path"];
/** How many pages one sees at a time. */
export const COUNT = 50;

/** What the list shows. `page` counts from 1. */
export type Search = { q: string; kind: string; section: string; state: State | ""; sort: Sort; page: number };

export function searchOf(query: Record<string, string>): Search {
  const one = <T extends string>(known: T[], value: string | undefined): T | undefined => known.find((each) => each === value);
  return {
    q: query.q ?? "",
    kind: query.kind ?? "",
    section: query.section ?? "",
    state: one(STATES, query.state) ?? "",
    sort: one(SORTS, query.sort) ?? "title",
    page: Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1),
  };
}

export function addressOf({ q, kind, section, state, sort, page }: Search): string {
  return href("desk", { q, kind, section, state, sort: sort === "title" ? "" : sort, page: page > 1 ? String(page) : "" });
}

export function asked({ page, ...rest }: Search): DeskQuery {
  return { ...rest, from: (page - 1) * COUNT, count: COUNT };
}
