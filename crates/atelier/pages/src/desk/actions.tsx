import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { api, preview, type Row } from "../api";
import { useAsked, useDoing } from "../asked";
import { announce } from "../live";
import { Ask, Coming, Dialog, Failure, Field } from "../parts";
import { go, href, pageHref } from "../router";
import { useSite } from "../site";
import { t } from "../words";
import { isSectionText } from "./address";
import { Delete } from "./delete";
import { Move } from "./move";
import { isPage, languageName } from "./rows";

type Doing = "move" | "copy" | "translate" | "delete";
type Props = { row: Row; onClose: () => void };

/** What can be done with a page, each with a sentence on what will happen. */
export function Actions({ row, onClose }: Props) {
  const site = useSite();
  const [doing, setDoing] = useState<Doing | null>(null);
  switch (doing) {
    case "move":
      return <Move row={row} onClose={onClose} />;
    case "copy":
      return <Copy row={row} onClose={onClose} />;
    case "translate":
      return <Translate row={row} onClose={onClose} />;
    case "delete":
      return <Delete rows={[row]} onClose={onClose} onDone={onClose} />;
    default:
  }
  const isOther = !isPage(row);
  const fixed = isSectionText(row.path) || isOther;
  return (
    <Dialog title={row.title} onClose={onClose}>
      <ul class="menu">
        <Entry words={t("act-open")} help={t("act-open-help")} href={pageHref(row.path)} onClick={onClose} />
        {row.address && <Entry words={t("act-see")} help={t("act-see-help")} href={preview(row.address)} tab />}
        {site.can_print && !isOther && <Entry words={t("act-print")} help={t("act-print-help")} href={href("print", { page: row.path })} onClick={onClose} />}
        {!fixed && <Entry words={t("act-copy")} help={t("act-copy-help")} onClick={() => setDoing("copy")} />}
        {!fixed && <Entry words={t("act-move")} help={t("act-move-help")} onClick={() => setDoing("move")} />}
        {site.languages.length > 1 && !isOther && <Entry words={t("act-translate")} help={t("act-translate-help")} onClick={() => setDoing("translate")} />}
        {!isOther && <Entry words={t("act-delete")} help={t("act-delete-help")} onClick={() => setDoing("delete")} />}
      </ul>
      {fixed && <p class="help">{isOther ? t("act-other") : t("act-fixed")}</p>}
    </Dialog>
  );
}

type EntryProps = { words: string; help: ComponentChildren; href?: string; tab?: boolean; onClick?: () => void };

function Entry({ words, help, href: to, tab, onClick }: EntryProps) {
  const inside = (
    <>
      <strong class="block">{words}</strong>
      <span class="help block">{help}</span>
    </>
  );
  return (
    <li>
      {to ? (
        <a href={to} onClick={onClick} target={tab ? "_blank" : undefined}>
          {inside}
        </a>
      ) : (
        <button type="button" class="quiet" onClick={onClick}>
          {inside}
        </button>
      )}
    </li>
  );
}

function Copy({ row, onClose }: Props) {
  const [title, setTitle] = useState(t("copy-of", { title: row.title }));
  const { doing, error, run } = useDoing();
  const make = () => {
    const wanted = title.trim();
    if (!wanted) return;
    run(
      () => api.duplicate(row.path, wanted),
      ({ path }) => {
        onClose();
        announce(t("copied", { title: wanted }));
        go(pageHref(path));
      },
    );
  };
  return (
    <Ask title={t("act-copy")} action={t("copy-make")} onSubmit={make} onClose={onClose} doing={doing} error={error}>
      <Field label={t("copy-title")} error={title.trim() ? null : t("new-name-missing")}>
        {(field) => <input {...field} value={title} onInput={(event) => setTitle(event.currentTarget.value)} autofocus />}
      </Field>
    </Ask>
  );
}

function Translate({ row, onClose }: Props) {
  const site = useSite();
  const asked = useAsked(row.path, (signal) => api.page(row.path, signal));
  const { error, run } = useDoing();
  const others = site.languages.filter((code) => code !== row.lang);
  return (
    <Dialog title={t("translate-title", { title: row.title })} onClose={onClose}>
      <Coming {...asked} />
      {asked.value && (
        <ul class="menu">
          {others.map((code) => {
            const there = asked.value?.translations.find(({ lang }) => lang === code);
            return there ? (
              <Entry key={code} words={languageName(code)} help={t("translate-there", { title: there.title })} href={pageHref(there.path)} onClick={onClose} />
            ) : (
              <Entry
                key={code}
                words={languageName(code)}
                help={t("translate-new")}
                onClick={() =>
                  run(
                    () => api.translate(row.path, code),
                    ({ path }) => {
                      onClose();
                      go(pageHref(path));
                    },
                  )
                }
              />
            );
          })}
        </ul>
      )}
      {error ? <Failure error={error} /> : null}
    </Dialog>
  );
}
