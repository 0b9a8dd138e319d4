// Which widget shows a field, and whether it can show what is written there.
import type { FunctionComponent } from "preact";
import type { FieldSpec, Value, Widget } from "../../api";
import { asItems, isFields, isNamed } from "../values";
import { ChoiceInput, ColourInput, FormatsInput, LanguageInput, WordsInput, YesNoInput } from "./choices";
import { Combobox } from "./combobox";
import type { WidgetProps } from "./context";
import { DateInput, PeriodInput } from "./dates";
import { FileInput } from "./files";
import { HoursInput } from "./hours";
import { PriceInput } from "./price";
import { AddressInput, CoordinatesInput, LongInput, SentenceInput, TextInput } from "./text";

const WIDGETS: Record<Exclude<Widget, "record" | "map" | "checks">, FunctionComponent<WidgetProps>> = {
  text: SentenceInput,
  number: TextInput,
  phone: TextInput,
  email: TextInput,
  url: TextInput,
  long: LongInput,
  markdown: LongInput,
  address: AddressInput,
  coordinates: CoordinatesInput,
  date: DateInput,
  period: PeriodInput,
  yesno: YesNoInput,
  choice: ChoiceInput,
  language: LanguageInput,
  formats: FormatsInput,
  words: WordsInput,
  colour: ColourInput,
  hours: HoursInput,
  price: PriceInput,
  file: FileInput,
  image: FileInput,
  organization: (props) => <Combobox {...props} what="organization" />,
  "organization-kind": (props) => <Combobox {...props} what="organization-kind" />,
  topic: (props) => <Combobox {...props} what="topic" />,
  campaign: (props) => <Combobox {...props} what="campaign" />,
  page: (props) => <Combobox {...props} what="page" />,
};

/** Widgets that show a whole list by themselves. */
export const LISTS: ReadonlySet<Widget> = new Set(["words", "formats"]);

/** Widgets that understand a list or a record in place of their text. */
const LINES: ReadonlySet<Widget> = new Set(["address", "coordinates", "words", "formats"]);

const isText = (value: Value) => typeof value === "string";

/** Whether the widget of a field shows this value, as one of its items. */
export function isShown(spec: FieldSpec, value: Value | undefined): boolean {
  if (value === undefined || isText(value)) return true;
  if (spec.widget === "hours") return true;
  return LINES.has(spec.widget) && Array.isArray(value) && asItems(value).every(isText);
}

/** Whether a field is fields of its own. A file or an image may be one with what is said of it. */
export const isRecord = (spec: FieldSpec) => spec.widget === "record" || ((spec.widget === "image" || spec.widget === "file") && !!spec.fields?.length);

/** Whether a field, shown as one text, may also be written as fields. */
export const hasLongForm = (spec: FieldSpec) => !isRecord(spec) && !isNamed(spec) && !!spec.fields?.length;

/** Whether a value is a text in each of several languages. */
export const isLocalized = (spec: FieldSpec, value: Value | undefined) => (spec.widget === "text" || spec.widget === "long") && !spec.fields?.length && isFields(value) && value.fields.every(([code, text]) => /^[a-z]{2,3}$/.test(code) && isText(text));

export function WidgetOf(props: WidgetProps) {
  const { widget } = props.spec;
  const Known = widget in WIDGETS ? WIDGETS[widget as keyof typeof WIDGETS] : TextInput;
  return <Known {...props} />;
}
