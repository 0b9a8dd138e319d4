// The sheets to be printed together. They stay while one looks for others elsewhere.
import type { SheetLink } from "../api";

/** A page with the sheets that it has, and the one of them that is to be printed. */
export type Piled = { path: string; title: string; sheets: SheetLink[]; sheet: string };

let pile: Piled[] = [];
let wanted: { path: string; title: string }[] = [];

export const piled = () => pile;
export function setPiled(after: Piled[]): void {
  pile = after;
}

/** Says which pages the print view is to take. */
export function choosePages(pages: { path: string; title: string }[]): void {
  wanted = pages.map(({ path, title }) => ({ path, title }));
}

/** The pages that were chosen, once. */
export function takePages(): { path: string; title: string }[] {
  const taken = wanted;
  wanted = [];
  return taken;
}
