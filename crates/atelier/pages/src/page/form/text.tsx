// Widgets of one text.
import { plainText } from "../values";
import { orNothing, rowsFor, ties, useTyped, type WidgetProps } from "./context";

type Kind = { inputMode?: "numeric" | "tel" | "email" | "url"; spell?: boolean };

const KINDS: Record<string, Kind> = {
  text: { spell: true },
  number: { inputMode: "numeric" },
  phone: { inputMode: "tel" },
  email: { inputMode: "email" },
  url: { inputMode: "url" },
};

/** One line. Browsers keep their own checks for themselves: guichet says what is wrong with a text. */
export function TextInput(props: WidgetProps) {
  const { spec, value, commit } = props;
  const typed = useTyped(plainText(value), (text, run) => commit(orNothing(text), run));
  const { spell = false, inputMode } = KINDS[spec.widget] ?? {};
  return <input {...ties(props)} {...typed} type="text" inputMode={inputMode} spellcheck={spell} autocomplete="off" />;
}

/** Several lines. */
export function LongInput(props: WidgetProps) {
  const { value, commit } = props;
  const typed = useTyped(plainText(value), (text, run) => commit(orNothing(text), run));
  return <textarea {...ties(props)} {...typed} rows={rowsFor(typed.value)} spellcheck />;
}

/** The lines of an address. */
export function AddressInput(props: WidgetProps) {
  const { value, commit } = props;
  const shown = Array.isArray(value) ? value.map(plainText).join("\n") : plainText(value);
  const typed = useTyped(shown, (text, run) => {
    const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    commit(lines.length > 1 ? lines : lines[0], run);
  });
  return <textarea {...ties(props)} {...typed} rows={Math.max(2, typed.value.split("\n").length)} spellcheck={false} autocomplete="off" />;
}

/** Latitude and longitude. */
export function CoordinatesInput(props: WidgetProps) {
  const { value, commit } = props;
  const shown = Array.isArray(value) ? value.map(plainText).join(", ") : plainText(value);
  const typed = useTyped(shown, (text, run) => commit(orNothing(text), run));
  return <input {...ties(props)} {...typed} type="text" spellcheck={false} autocomplete="off" />;
}
