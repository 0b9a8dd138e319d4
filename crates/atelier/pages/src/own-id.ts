// Names by which labels and descriptions find their elements. Preact's `useId` counts anew in each tree that is rendered: the editor has three beside that of
// the page, and a label of one would name an input of another.
import { useState } from "preact/hooks";

let last = 0;

/** A name that no other element of the document has. */
export function useOwnId(): string {
  const [id] = useState(() => `id-${(last += 1)}`);
  return id;
}
