import { useState } from "preact/hooks";
import { api, type Row } from "../api";
import { useAsked, useDoing } from "../asked";
import { announce } from "../live";
import { Ask, Failure, Field, Notice, Waiting } from "../parts";
import { useSite } from "../site";
import { t } from "../words";
import { partsOf, slug } from "./address";

/** Gives a page another name or section. What changes with it is shown while one types. */
export function Move({ row, onClose }: { row: Row; onClose: () => void }) {
  const site = useSite();
  const before = partsOf(row.path);
  const [name, setName] = useState(before.name);
  const [folder, setFolder] = useState(before.folder);
  const to = `${folder}/${slug(name)}${before.rest}`;
  const differs = to !== row.path && slug(name) !== "";
  const { value, error: refused, pending } = useAsked(differs ? to : "", async (signal) => (differs ? api.rename(row.path, to, true, signal) : null), { delay: 200 });
  const { doing, error, run } = useDoing();
  // The page itself changes too: it keeps its former address.
  const others = value?.files.filter((file) => file !== row.path && file !== value.path) ?? [];
  const sections = site.sections.map(({ path, title }) => ({ path: path.replace(/\/$/, ""), title }));
  const move = () =>
    run(
      () => api.rename(row.path, to, false),
      () => {
        onClose();
        announce(t("moved", { title: row.title }));
      },
    );
  return (
    <Ask title={t("move-title", { title: row.title })} action={t("move-do")} onSubmit={move} onClose={onClose} can={differs && value !== null && !refused} doing={doing || pending} error={error}>
      <Field label={t("move-name")} help={t("move-name-help")} error={slug(name) ? null : t("move-name-missing")}>
        {(field) => <input {...field} value={name} onInput={(event) => setName(event.currentTarget.value)} autocomplete="off" spellcheck={false} autofocus />}
      </Field>
      <Field label={t("filter-section")}>
        {(field) => (
          <select {...field} value={folder} onChange={(event) => setFolder(event.currentTarget.value)}>
            {!sections.some(({ path }) => path === before.folder) && <option value={before.folder}>{before.folder}</option>}
            {sections.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div aria-live="polite">
        {!differs && <p class="help">{t("move-same")}</p>}
        {differs && refused && !pending ? <Failure error={refused} /> : null}
        {differs && !value && !refused && <Waiting />}
        {differs && value && !refused && (
          <Notice kind="plain">
            <p>{t("move-file", { path: value.path })}</p>
            {value.address && <p>{t("move-former", { address: value.address })}</p>}
            {value.moves.length > 1 && <p>{t("move-more", { count: value.moves.length - 1 })}</p>}
            <p>{t("move-files", { count: others.length })}</p>
            <Files paths={others} />
            {value.unsaved.length > 0 && (
              <>
                <p>{t("move-unsaved")}</p>
                <Files paths={value.unsaved} />
              </>
            )}
            {value.left.length > 0 && (
              <>
                <p>{t("move-left", { count: value.left.length })}</p>
                <Files paths={value.left} />
              </>
            )}
          </Notice>
        )}
      </div>
    </Ask>
  );
}

/** How many files are named at most. */
const NAMED = 8;

function Files({ paths }: { paths: string[] }) {
  return (
    <ul class="list">
      {paths.slice(0, NAMED).map((path) => (
        <li key={path}>{path}</li>
      ))}
      {paths.length > NAMED && <li>{t("and-more", { count: paths.length - NAMED })}</li>}
    </ul>
  );
}
