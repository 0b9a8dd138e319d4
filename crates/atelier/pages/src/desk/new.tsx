import { useState } from "preact/hooks";
import { api } from "../api";
import { useDoing } from "../asked";
import { Ask, Field } from "../parts";
import { go, pageHref } from "../router";
import { sectionsOf, useSite } from "../site";
import { t } from "../words";
import { languageName } from "./rows";

/** What a kind of page is for; nothing for one that these pages do not know. */
function meant(kind: string): string | null {
  switch (kind) {
    case "guide":
      return t("kind-guide");
    case "article":
      return t("kind-article");
    case "organization":
      return t("kind-organization");
    case "page":
      return t("kind-page");
    default:
      return null;
  }
}

/** Makes a page: what it is, its title, where it goes. */
export function NewPage({ kind: first, section: there, onClose }: { kind: string; section: string; onClose: () => void }) {
  const site = useSite();
  const [kind, setKind] = useState(first || (site.kinds[0]?.kind ?? ""));
  const [title, setTitle] = useState("");
  const [section, setSection] = useState(there);
  const [lang, setLang] = useState(site.lang);
  const [missing, setMissing] = useState(false);
  const { doing, error, run } = useDoing();
  const sections = sectionsOf(site, kind);
  const folder = sections.find(({ path }) => path === section)?.path ?? site.kinds.find((one) => one.kind === kind)?.folder;
  const make = () => {
    if (!title.trim()) {
      setMissing(true);
      return;
    }
    run(
      () => api.create({ kind, title: title.trim(), ...(folder ? { section: folder } : {}), ...(lang === site.lang ? {} : { lang }) }),
      ({ path }) => {
        onClose();
        go(pageHref(path));
      },
    );
  };
  return (
    <Ask title={t("new-title")} action={t("new-make")} onSubmit={make} onClose={onClose} wide doing={doing} error={error}>
      <fieldset class="kinds">
        <legend>{t("new-kind")}</legend>
        {site.kinds.map((one) => (
          <label key={one.kind} class={one.kind === kind ? "kind on" : "kind"}>
            <input type="radio" name="kind" value={one.kind} checked={one.kind === kind} onChange={() => setKind(one.kind)} />
            <span>
              <strong>{one.label}</strong>
              <span class="help block">{meant(one.kind)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={t("new-name")} help={t("new-name-help")} error={missing && !title.trim() ? t("new-name-missing") : null}>
        {(field) => <input {...field} value={title} onInput={(event) => setTitle(event.currentTarget.value)} autocomplete="off" autofocus />}
      </Field>
      <div class="row">
        {sections.length > 1 && (
          <Field label={t("filter-section")}>
            {(field) => (
              <select {...field} value={folder} onChange={(event) => setSection(event.currentTarget.value)}>
                {sections.map(({ path, title: name }) => (
                  <option key={path} value={path}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {site.languages.length > 1 && (
          <Field label={t("new-language")}>
            {(field) => (
              <select {...field} value={lang} onChange={(event) => setLang(event.currentTarget.value)}>
                {site.languages.map((code) => (
                  <option key={code} value={code}>
                    {languageName(code)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <p class="help">{t("new-draft")}</p>
    </Ask>
  );
}
