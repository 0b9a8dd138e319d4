// What the shell knows of the site, for everything below it.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Site } from "./api";

export const SiteContext = createContext<Site | null>(null);

/** The site. Only what the shell shows once it is known may ask. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error("no site yet");
  return site;
}
