// What the shell knows of the site, for everything below it.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Section, Site } from "./api";

export const SiteContext = createContext<Site | null>(null);

/** The site. Only what the shell shows once it is known may ask. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error("no site yet");
  return site;
}

/** The sections in which pages of a kind are: those of its folder. All, for a kind without one of its own. */
export function sectionsOf(site: Site, kind: string): Section[] {
  const folder = site.kinds.find((one) => one.kind === kind)?.folder;
  if (!folder) return site.sections;
  const others = site.kinds.filter((one) => one.folder.startsWith(`${folder}/`)).map((one) => one.folder);
  const isIn = (path: string, there: string) => path.replace(/\/$/, "") === there || path.startsWith(`${there}/`);
  return site.sections.filter(({ path }) => isIn(path, folder) && !others.some((other) => isIn(path, other)));
}
