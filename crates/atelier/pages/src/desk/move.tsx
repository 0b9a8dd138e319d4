import { useState } from "preact/hooks";
import { api, type Row } from "../api";
import { useAsked, useDoing } from "../asked";
import { announce } from "../live";
import { Dialog, Failure, Field, Notice, Waiting } from "../parts";
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
  const sections = site.sections.some(({ path }) => path === before.folder) ? site.sections : [{ path: before.folder, title: before.folder }, ...site.sections];
  return (
    <Dialog title={t("move-title", { title: row.title })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!differs || refused) return;
          run(
            () => api.rename(row.path, to, false),
            ({ address }) => {
              onClose();
              announce(t("moved", { address: address[1] }));
            },
          );
        }}
      >
        <div class="stack">
          <Field label={t("move-name")} help={t("move-name-help")} error={slug(name) ? null : t("move-name-missing")}>
            {(field) => <input {...field} value={name} onInput={(event) => setName(event.currentTarget.value)} autocomplete="off" spellcheck={false} autofocus />}
          </Field>
          <Field label={t("filter-section")}>
            {(field) => (
              <select {...field} value={folder} onChange={(event) => setFolder(event.currentTarget.value)}>
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
                <p>{t("move-address", { address: value.address[1] })}</p>
                <p>{t("move-former", { address: value.address[0] })}</p>
                <p>{t("move-files", { count: value.files.filter((file) => file !== value.path).length })}</p>
                <ul class="list">
                  {value.files
                    .filter((file) => file !== value.path)
                    .slice(0, 8)
                    .map((file) => (
                      <li key={file}>{file}</li>
                    ))}
                </ul>
              </Notice>
            )}
          </div>
          {error ? <Failure error={error} /> : null}
        </div>
        <div class="actions">
          <button type="button" onClick={onClose}>
            {t("cancel")}
          </button>
          {differs && value && !refused && (
            <button class="primary" aria-disabled={doing || pending}>
              {t("move-do")}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
