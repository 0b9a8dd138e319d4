// The names of files, of which the addresses of pages are made.

/** The parts of `content/guides/carte.en.md`: the folder, the name, the language with its dot. */
export function partsOf(path: string): { folder: string; name: string; rest: string } {
  const [, folder = "", name = "", rest = ".md"] = /^(.*)\/([^/]*?)((?:\.[a-z]{2,3}(?:-[a-z]+)?)?\.md)$/i.exec(path) ?? [];
  return { folder, name, rest };
}

/** What can stand in an address: `Carte d’identité` → `carte-d-identite`. */
export function slug(text: string): string {
  return text
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Whether a page is the text of its section, whose file is always called so. */
export const isSectionText = (path: string) => /(^|\/)_index(\.[a-z-]+)?\.md$/.test(path);
