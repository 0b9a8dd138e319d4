// A link: to a page or file of the site, or to an address.
import { useState } from "preact/hooks";
import { Ask, Field } from "../../parts";
import { t } from "../../words";
import { address, linkAt, removeLink, setLink } from "../commands/links";
import { type Desk, run } from "../view/desk";
import { Choose } from "./choose";

export function openLink(desk: Desk): void {
  const { state } = desk.view;
  const { main } = state.selection;
  const found = linkAt(state);
  const text = found?.text ?? state.sliceDoc(main.from, main.to).replace(/\s*\n\s*/g, " ").trim();
  desk.open(<LinkForm desk={desk} text={text} href={found?.href ?? ""} isThere={found !== null} />);
}

function LinkForm({ desk, text: first, href: before, isThere }: { desk: Desk; text: string; href: string; isThere: boolean }) {
  const [text, setText] = useState(first);
  const [typed, setTyped] = useState(before);
  const [chosen, setChosen] = useState<string | null>(before || null);
  const [error, setError] = useState<string | null>(null);
  const search = (query: string) => {
    const { complete } = desk.options;
    return Promise.all([complete("page", query), complete("file", query)]).then((lists) => lists.flat());
  };
  const href = chosen ?? address(typed);
  const submit = () => {
    if (!href) return setError(t("editor-link-needed"));
    desk.close();
    run(desk, setLink(desk.view.state, text.trim(), href));
  };
  const remove = () => {
    desk.close();
    run(desk, removeLink(desk.view.state));
  };
  return (
    <Ask
      title={isThere ? t("editor-link-change") : t("editor-link-title")}
      action={isThere ? t("editor-change") : t("editor-insert")}
      onSubmit={submit}
      onClose={desk.close}
      other={isThere ? { words: t("editor-link-remove"), run: remove } : null}
    >
      <Choose
        label={t("editor-link-to")}
        help={t("editor-link-to-help")}
        error={error}
        typed={typed}
        focus
        search={search}
        note={href && t("editor-chosen", { value: href })}
        onType={(value) => {
          setTyped(value);
          setChosen(null);
          setError(null);
        }}
        onChoose={({ value, title }) => {
          setChosen(value);
          setTyped(title || value);
          setError(null);
          if (!text) setText(title);
        }}
      />
      <Field label={t("editor-link-text")} help={t("editor-link-text-help")}>
        {(props) => <input {...props} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
      </Field>
    </Ask>
  );
}
