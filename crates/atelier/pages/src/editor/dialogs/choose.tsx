// Choosing by typing: a field, and below it the list of what was found.
import { useEffect, useId, useState } from "preact/hooks";
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
  /** Null where what was typed is not to be looked for: `note` says what it is. */
  search: (query: string) => Promise<EditorFound[]> | null;
  note: string | null;
  focus?: boolean;
}

/** Pause after a letter before asking, in milliseconds. */
const PAUSE = 120;

export function Choose({ label, help, error, typed, onType, onChoose, search, note, focus = false }: ChooseProps) {
  const id = useId();
  const [list, setList] = useState<EditorFound[]>([]);
  const [active, setActive] = useState(-1);
  const [said, say] = useState("");
  useEffect(() => {
    let isOver = false;
    const asked = note === null ? search(typed.trim()) : null;
    // What was chosen needs no list any more.
    if (!asked) setList([]);
    const timer = setTimeout(async () => {
      const found = asked ? await asked.catch(() => null) : [];
      if (isOver) return;
      setActive(-1);
      setList(found ?? []);
      say(!asked ? "" : found ? t("editor-found", { count: found.length }) : t("editor-found-failed"));
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed, note]);
  const choose = (index: number) => {
    const found = list[index];
    if (found) onChoose(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.length > 0) {
      event.preventDefault();
      const next = active < 0 && step < 0 ? list.length - 1 : (active + step + list.length) % list.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && list.length > 0 && typed.trim()) {
      event.preventDefault();
      choose(Math.max(active, 0));
    }
  };
  const described = [help && `${id}-help`, `${id}-said`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        id={id}
        autofocus={focus}
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={list.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {error && (
        <p class="wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="help" role="status" id={`${id}-said`}>
        {note ?? said}
      </p>
      <ul class="md-found" role="listbox" id={`${id}-list`} aria-label={label} hidden={list.length === 0}>
        {list.map((found, index) => (
          <li key={found.value} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(index)}>
            <span>{found.title || found.value}</span>
            {found.detail && <small>{found.detail}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}
