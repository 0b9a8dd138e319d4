import type { PageLink } from "../api";
import { called } from "../files";
import { pageHref } from "../router";
import { t } from "../words";

/** How many pages a dialogue names at most. */
const NAMED = 12;

/** Some pages by their titles, to open in tabs of their own. */
export function Linked({ pages }: { pages: PageLink[] }) {
  return (
    <ul class="list">
      {pages.slice(0, NAMED).map(({ path, title }) => (
        <li key={path}>
          <a href={pageHref(path)} target="_blank">
            {called(path, title)}
          </a>
        </li>
      ))}
      {pages.length > NAMED && <li>{t("and-more", { count: pages.length - NAMED })}</li>}
    </ul>
  );
}
