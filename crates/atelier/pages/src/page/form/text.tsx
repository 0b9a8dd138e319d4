// Widgets of one text.
import { plainText } from "../values";
import { orNothing, rowsFor, ties, useTyped, type WidgetProps } from "./context";

/** What keyboards on screens offer. */
const KEYS: Record<string, "numeric" | "tel" | "email" | "url"> = { number: "numeric", phone: "tel", email: "email", url: "url" };

/** One line. Browsers keep their own checks for themselves: guichet says what is wrong with a text. */
export function TextInput(props: WidgetProps) {
  const { spec, value, commit } = props;
  const typed = useTyped(plainText(value), (text, run) => commit(orNothing(text), run));
  return <input {...ties(props)} {...typed} type="text" inputMode={KEYS[spec.widget]} spellcheck={false} autocomplete="off" />;
}

/** A sentence: one line of a file, of which all is seen. */
export function SentenceInput(props: WidgetProps) {
  const { value, commit } = props;
  const typed = useTyped(plainText(value), (text, run) => commit(orNothing(text.replace(/\s*\n\s*/g, " ")), run));
  return (
    <textarea
      {...ties(props)}
      {...typed}
      class="page-sentence"
      rows={rowsFor(typed.value, 50, 1)}
      spellcheck
      onKeyDown={(event) => {
        if (event.key === "Enter") event.preventDefault();
      }}
    />
  );
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
