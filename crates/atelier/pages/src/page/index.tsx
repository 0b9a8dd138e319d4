import { Notice } from "../parts";

/** A page with its form, its text and its previews. */
export function PageView({ path }: { path: string }) {
  return <Notice kind="plain">{path}</Notice>;
}
