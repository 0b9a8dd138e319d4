// The published sample site: its pages, and what stands in each of them.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const published = process.env.SITE ?? join(root, "public");

/** Every file below a folder, by its path relative to it, sorted. */
export function files(folder, below = folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path, below) : [relative(below, path)];
    });
}

export const pages = files(published).filter((path) => path.endsWith(".html"));

export function read(path) {
  return readFileSync(join(published, path), "utf8");
}

/** The file and the anchor that an address on a page leads to; nothing for addresses elsewhere. */
export function target(page, href) {
  if (/^[a-z]+:/i.test(href)) return null;
  const [path, anchor] = href.split("#");
  const file = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  return { file, anchor };
}

export function links(html) {
  const unescape = (text) => text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((match) => unescape(match[1]));
}
