// What people call a file of the site.
import { t } from "./words";

/** The file of the settings. */
export const SETTINGS = "guichet.yaml";

/** The title of a file's page; of the settings their name, and of another file its path. */
export const called = (path: string, title?: string | null) => title || (path === SETTINGS ? t("page-settings") : path);
