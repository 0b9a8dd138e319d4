// A text with a list of what it may be, which the server finds (WAI-ARIA: combobox with a list).
import { useEffect, useRef, useState } from "preact/hooks";
import { api, picture, type Completing, type Found } from "../../api";
import { Thumb } from "../../parts";
import { t } from "../../words";
import { plainText } from "../values";
import { orNothing, ties, useForm, useTyped, type WidgetProps } from "./context";

const PAUSE = 120;

/** What a value is called, as the site knows it. */
function useName(what: Completing, value: string, from: string): string | null {
  const [name, setName] = useState<{ of: string; is: string | null }>({ of: "", is: null });
  useEffect(() => {
    if (value === "" || value === name.of) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { found } = await api.complete(what, value, from, stop.signal);
        const one = found.find((other) => other.value === value);
        setName({ of: value, is: one ? [one.title, one.detail].filter(Boolean).join(", ") : null });
      } catch {
        // The field says what it says without its name.
      }
    }, 2 * PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [what, value, from]);
  return name.of === value ? name.is : null;
}

export function Combobox(props: WidgetProps & { what: Completing }) {
  const { id, value, commit, what } = props;
  const { path } = useForm();
  const text = plainText(value);
  const { onBlur, onFocus, onInput, value: shown } = useTyped(text, (written, run) => commit(orNothing(written), run));
  const [found, setFound] = useState<Found[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  const name = useName(what, text, path);

  const look = (query: string, pause: number) => {
    clearTimeout(asked.current);
    asked.current = setTimeout(async () => {
      const mine = asked.current;
      try {
        const answer = await api.complete(what, query, path);
        if (mine !== asked.current) return;
        setFound(answer.found);
        setAt(-1);
        setOpen(true);
      } catch {
        setOpen(false);
      }
    }, pause);
  };
  const close = () => {
    clearTimeout(asked.current);
    asked.current = 0;
    setOpen(false);
    setAt(-1);
  };
  const choose = (one: Found) => {
    close();
    onBlur();
    commit(one.value);
    input.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) look(key === "ArrowDown" && event.altKey ? shown : "", 0);
      else if (found.length) setAt((at + (key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + found.length) % found.length);
    } else if (key === "Enter" && isOpen && found[at]) {
      event.preventDefault();
      choose(found[at]);
    } else if (key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  useEffect(() => close, []);
  const active = isOpen && at >= 0 ? `${id}-option-${at}` : undefined;
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div class="page-combobox">
      <div class="row">
        <input
          {...ties(props)}
          ref={input}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active}
          autocomplete="off"
          spellcheck={false}
          value={shown}
          onFocus={onFocus}
          onInput={(event) => {
            onInput(event);
            look(event.currentTarget.value.trim(), PAUSE);
          }}
          onBlur={() => {
            onBlur();
            close();
          }}
          onKeyDown={keys}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("page-choose-of", { label: props.label ?? props.spec.label })}
          onMouseDown={(event) => {
            // The focus stays in the input, which has the list.
            event.preventDefault();
            input.current?.focus();
            if (isOpen) close();
            else look("", 0);
          }}
        >
          {t("page-choose")}
        </button>
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={props.spec.label} hidden={!isOpen}>
        {found.map((one, index) => (
          <li key={one.value} id={`${id}-option-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
            {what === "image" && <Thumb src={picture(path, one.value)} />}
            <span>{one.title}</span>
            <span class="muted">{[one.detail, one.value].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {isOpen && found.length === 0 && <p class="muted">{t("page-none-found")}</p>}
      <p class="sr" role="status">
        {isOpen ? t("page-found", { count: found.length }) : ""}
      </p>
      {name && !isOpen && <p class="muted">{name}</p>}
    </div>
  );
}
