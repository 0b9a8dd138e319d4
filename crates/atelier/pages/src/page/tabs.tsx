// Panels of which one is shown at a time (WAI-ARIA: tabs).
import { useRef } from "preact/hooks";

export type Tab<T extends string> = { name: T; words: string };

type TabsProps<T extends string> = { label: string; of: Tab<T>[]; value: T; panel: (name: T) => string; onChoose: (name: T) => void };

export function Tabs<T extends string>({ label, of, value, panel, onChoose }: TabsProps<T>) {
  const self = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = of.findIndex(({ name }) => name === value);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: of.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = of[(to + of.length) % of.length];
    if (!next) return;
    onChoose(next.name);
    self.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <div class="page-tabs" role="tablist" aria-label={label} ref={self} onKeyDown={move}>
      {of.map(({ name, words }) => (
        <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={name === value} aria-controls={name === value ? panel(name) : undefined} tabIndex={name === value ? 0 : -1} onClick={() => onChoose(name)}>
          {words}
        </button>
      ))}
    </div>
  );
}
