// Choosing by typing: a field, and below it the list of what was found.
import { useEffect, useRef, useState } from "preact/hooks";
import { Field, Thumb } from "../../parts";
import { t } from "../../words";
import type { EditorFound } from "../types";

interface ChooseProps {
  label: string;
  help?: string;
  error?: string | null;
  /** What was typed. */
  typed: string;
  onType: (typed: string) => void;
  onChoose: (found: EditorFound) => void;
  search: (query: string) => Promise<EditorFound[]>;
  /** Says what was chosen or typed, where that is not to be looked for. */
  note: string | null;
  focus?: boolean;
  /** Where what was found can be seen. */
  picture?: ((src: string) => string | null) | undefined;
}

/** Pause after a letter before asking, in milliseconds. */
const PAUSE = 120;

export function Choose({ label, help, error, typed, onType, onChoose, search, note, focus = false, picture }: ChooseProps) {
  const [answer, setAnswer] = useState<{ query: string; found: EditorFound[] }>({ query: "", found: [] });
  const [chosen, setActive] = useState(-1);
  // Enter before the answer has come takes the first when it does.
  const isHasty = useRef(false);
  const [said, say] = useState("");
  const query = typed.trim();
  const list = note === null ? answer.found : [];
  const active = chosen < list.length ? chosen : -1;
  useEffect(() => {
    if (note !== null) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const found = await search(query).catch(() => null);
      if (isOver) return;
      setActive(-1);
      setAnswer({ query, found: found ?? [] });
      say(found ? t("editor-found", { count: found.length }) : t("editor-found-failed"));
      if (isHasty.current && found?.[0]) onChoose(found[0]);
      isHasty.current = false;
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [query, note]);
  const choose = (index: number) => {
    const found = list[index];
    if (found) onChoose(found);
  };
  const onKeyDown = (id: string) => (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.length > 0) {
      event.preventDefault();
      const next = active < 0 && step < 0 ? list.length - 1 : (active + step + list.length) % list.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && note === null && query) {
      if (active < 0 && answer.query !== query) isHasty.current = true;
      else if (list.length === 0) return;
      else choose(Math.max(active, 0));
      event.preventDefault();
    }
  };
  return (
    <Field label={label} help={help} error={error} says>
      {(field) => (
        <>
          <input
            {...field}
            autofocus={focus}
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            aria-autocomplete="list"
            aria-expanded={list.length > 0}
            aria-controls={`${field.id}-list`}
            aria-activedescendant={active >= 0 ? `${field.id}-${active}` : undefined}
            value={typed}
            onInput={(event) => {
              isHasty.current = false;
              onType(event.currentTarget.value);
            }}
            onKeyDown={onKeyDown(field.id)}
          />
          <p class="help" role="status" id={`${field.id}-said`}>
            {note ?? said}
          </p>
          <ul class="md-found" role="listbox" id={`${field.id}-list`} aria-label={label} hidden={list.length === 0}>
            {list.map((found, index) => (
              <li key={found.value} id={`${field.id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(index)}>
                {picture && <Thumb src={picture(found.value)} />}
                <span>{found.title || found.value}</span>
                {found.detail && <small>{found.detail}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
