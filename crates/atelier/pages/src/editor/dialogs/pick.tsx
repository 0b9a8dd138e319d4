// Choosing one thing of the site: an organization for its card, a word of the glossary.
import { useState } from "preact/hooks";
import { Field } from "../../parts";
import { t } from "../../words";
import { insertCard } from "../commands/blocks";
import { setWord } from "../commands/links";
import type { EditorFound } from "../types";
import { type Desk, run } from "../view/desk";
import { Choose } from "./choose";
import { Form } from "./form";

export function openCard(desk: Desk): void {
  desk.open(<CardForm desk={desk} />);
}

function CardForm({ desk }: { desk: Desk }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<EditorFound | null>(null);
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    if (!chosen) return setError(t("editor-card-needed"));
    desk.close();
    run(desk, insertCard(desk.view.state, chosen.value));
  };
  return (
    <Form title={t("editor-card-title")} action={t("editor-insert")} onSubmit={submit} onClose={desk.close}>
      <p>{t("editor-card-help")}</p>
      <Choose
        label={t("editor-card-which")}
        error={error}
        typed={typed}
        focus
        search={(query) => desk.options.complete("organization", query)}
        note={chosen && t("editor-chosen", { value: chosen.title || chosen.value })}
        onType={(value) => {
          setTyped(value);
          setChosen(null);
          setError(null);
        }}
        onChoose={(found) => {
          setChosen(found);
          setTyped(found.title || found.value);
          setError(null);
        }}
      />
    </Form>
  );
}

export function openWord(desk: Desk): void {
  const { state } = desk.view;
  const { main } = state.selection;
  const word = main.empty ? state.wordAt(main.head) : main;
  if (word && main.empty) desk.view.dispatch({ selection: { anchor: word.from, head: word.to } });
  desk.open(<WordForm desk={desk} text={word ? state.sliceDoc(word.from, word.to).trim() : ""} />);
}

function WordForm({ desk, text: first }: { desk: Desk; text: string }) {
  const [text, setText] = useState(first);
  const [typed, setTyped] = useState(first);
  const [chosen, setChosen] = useState<EditorFound | null>(null);
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    if (!chosen) return setError(t("editor-word-needed"));
    desk.close();
    run(desk, setWord(desk.view.state, text.trim() || chosen.title, chosen.value));
  };
  return (
    <Form title={t("editor-word-title")} action={t("editor-insert")} onSubmit={submit} onClose={desk.close}>
      <p>{t("editor-word-help")}</p>
      <Choose
        label={t("editor-word-which")}
        error={error}
        typed={typed}
        focus
        search={(query) => desk.options.complete("word", query)}
        note={chosen && t("editor-chosen", { value: chosen.title || chosen.value })}
        onType={(value) => {
          setTyped(value);
          setChosen(null);
          setError(null);
        }}
        onChoose={(found) => {
          setChosen(found);
          setTyped(found.title || found.value);
          setError(null);
          if (!text) setText(found.title);
        }}
      />
      <Field label={t("editor-word-text")}>{(props) => <input {...props} value={text} onInput={(event) => setText(event.currentTarget.value)} />}</Field>
    </Form>
  );
}
