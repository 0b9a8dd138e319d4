// A toolbar: one stop for Tab, arrows between its buttons, words on each. Menus open from its buttons.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useOwnId } from "../../own-id";

export interface Entry {
  words: string;
  run: () => void;
  /** What it looks like: that of the mark it sets. */
  look?: string;
  /** For what is on or off. */
  isOn?: boolean;
  /** Why it cannot be used now. */
  why?: string | null;
  /** With these, it opens a menu instead. */
  menu?: Entry[];
}

interface BarProps {
  label: string;
  entries: (Entry | null)[];
  /** Escape goes back to the text. */
  onLeave: () => void;
  look: string;
  children?: ComponentChildren;
}

/** Buttons that take the arrow keys, among those of a menu or a bar. */
function step(event: KeyboardEvent, buttons: HTMLElement[], keys: { next: string[]; back: string[] }): HTMLElement | null {
  const here = buttons.indexOf(document.activeElement as HTMLElement);
  const count = buttons.length;
  if (keys.next.includes(event.key)) return buttons[(here + 1) % count] ?? null;
  if (keys.back.includes(event.key)) return buttons[(here - 1 + count) % count] ?? null;
  if (event.key === "Home") return buttons[0] ?? null;
  return event.key === "End" ? (buttons[count - 1] ?? null) : null;
}

/** A null among the entries sets groups apart. */
export function Bar({ label, entries, onLeave, look, children }: BarProps) {
  const self = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const isRtl = () => getComputedStyle(self.current!).direction === "rtl";
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).closest('[role="menu"]')) return;
    if (event.key === "Escape") return onLeave();
    const buttons = [...self.current!.querySelectorAll<HTMLElement>("[data-stop]")];
    const [next, back] = isRtl() ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const target = step(event, buttons, { next: [next], back: [back] });
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  let index = -1;
  return (
    <div
      ref={self}
      class={`md-bar ${look}`}
      role="toolbar"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const buttons = [...self.current!.querySelectorAll("[data-stop]")];
        const at = buttons.indexOf(event.target as HTMLElement);
        if (at >= 0) setStop(at);
      }}
    >
      {children}
      {entries.map((entry) => {
        if (!entry) return <span class="md-apart" aria-hidden="true" />;
        index += 1;
        const tab = index === stop ? 0 : -1;
        return entry.menu ? <Menu key={entry.words} entry={entry} tab={tab} /> : <Button key={entry.words} entry={entry} tab={tab} />;
      })}
    </div>
  );
}

/** The text keeps its selection while a button is pressed. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

function Button({ entry, tab }: { entry: Entry; tab: number }) {
  const { words, run, look, isOn, why } = entry;
  return (
    <button
      type="button"
      data-stop
      class={look}
      tabIndex={tab}
      aria-pressed={isOn}
      aria-disabled={why ? true : undefined}
      title={why || undefined}
      onMouseDown={keepFocus}
      onClick={() => !why && run()}
    >
      {words}
    </button>
  );
}

function Menu({ entry, tab }: { entry: Entry; tab: number }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useOwnId();
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
  useLayoutEffect(() => {
    if (!isOpen) return;
    const found = items();
    found[0]?.focus();
    // Where it would leave the window, it opens to the other side.
    const box = list.current!.getBoundingClientRect();
    list.current!.classList.toggle("md-left", box.right > document.documentElement.clientWidth);
    const onPress = (event: Event) => {
      if (!list.current?.contains(event.target as Node) && !button.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return setOpen(false);
    if (event.key === "Escape") {
      event.stopPropagation();
      return close();
    }
    const found = items();
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.key.toLowerCase() : null;
    const here = found.indexOf(document.activeElement as HTMLElement);
    const named = letter && [...found.slice(here + 1), ...found.slice(0, here + 1)].find((one) => one.textContent?.trim().toLowerCase().startsWith(letter));
    const target = named || step(event, found, { next: ["ArrowDown"], back: ["ArrowUp"] });
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  const isChoice = entry.menu!.some(({ isOn }) => isOn !== undefined);
  return (
    <span class="md-menu">
      <button
        ref={button}
        type="button"
        data-stop
        tabIndex={tab}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        class={entry.isOn ? "md-on" : undefined}
        onMouseDown={keepFocus}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isOpen) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {entry.words}
      </button>
      {isOpen && (
        <div ref={list} id={id} role="menu" aria-label={entry.words} onKeyDown={onKeyDown}>
          {entry.menu!.map(({ words, run, isOn }) => (
            <button
              key={words}
              type="button"
              role={isChoice ? "menuitemcheckbox" : "menuitem"}
              aria-checked={isChoice ? Boolean(isOn) : undefined}
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                run();
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
