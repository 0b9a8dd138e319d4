// Choosing one thing of the site: an organization for its card, a word of the glossary.
import { useState } from "preact/hooks";
import { Ask, Field } from "../../parts";
import { t } from "../../words";
import { insertCard } from "../commands/blocks";
import { setWord } from "../commands/links";
import type { EditorFound, EditorSearch } from "../types";
import { type Desk, run } from "../view/desk";
import { Choose } from "./choose";

type PickProps = {
  desk: Desk;
  what: EditorSearch;
  words: { title: string; help: string; which: string; needed: string };
  /** What the text says now, and what its own field is called; nothing where the text has no words for it. */
  text?: { now: string; label: string };
  onPick: (found: EditorFound, text: string) => void;
};

function Pick({ desk, what, words, text: own, onPick }: PickProps) {
  const [text, setText] = useState(own?.now ?? "");
  const [typed, setTyped] = useState(text);
  const [chosen, setChosen] = useState<EditorFound | null>(null);
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    if (!chosen) return setError(words.needed);
    desk.close();
    onPick(chosen, text.trim() || chosen.title);
  };
  return (
    <Ask title={words.title} action={t("editor-insert")} onSubmit={submit} onClose={desk.close}>
      <p>{words.help}</p>
      <Choose
        label={words.which}
        error={error}
        typed={typed}
        focus
        search={(query) => desk.options.complete(what, query)}
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
      {own && <Field label={own.label}>{(props) => <input {...props} value={text} onInput={(event) => setText(event.currentTarget.value)} />}</Field>}
    </Ask>
  );
}

export function openCard(desk: Desk): void {
  const words = { title: t("editor-card-title"), help: t("editor-card-help"), which: t("editor-card-which"), needed: t("editor-card-needed") };
  desk.open(<Pick desk={desk} what="organization" words={words} onPick={({ value }) => run(desk, insertCard(desk.view.state, value))} />);
}

export function openWord(desk: Desk): void {
  const { state } = desk.view;
  const { main } = state.selection;
  const word = main.empty ? state.wordAt(main.head) : main;
  if (word && main.empty) desk.view.dispatch({ selection: { anchor: word.from, head: word.to } });
  const now = word ? state.sliceDoc(word.from, word.to).trim() : "";
  const words = { title: t("editor-word-title"), help: t("editor-word-help"), which: t("editor-word-which"), needed: t("editor-word-needed") };
  desk.open(<Pick desk={desk} what="word" words={words} text={{ now, label: t("editor-word-text") }} onPick={({ value }, text) => run(desk, setWord(desk.view.state, text, value))} />);
}
