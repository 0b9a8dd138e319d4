// Widgets that choose among a few values.
import type { Choice } from "../../api";
import { useSite } from "../../site";
import { t } from "../../words";
import { plainText, wordsFrom, asItems } from "../values";
import { orNothing, ties, useForm, useTyped, type WidgetProps } from "./context";

/** Names as they are compared: without accents, capitals and marks. */
export const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s_-]+/g, " ").trim();

/** One of a few values; another that the file has stays choosable. */
export function ChoiceInput(props: WidgetProps) {
  const { spec, value, commit } = props;
  const text = plainText(value);
  const choices = spec.choices ?? [];
  const found = choices.find((choice) => choice.value === text) ?? choices.find((choice) => folded(choice.value) === folded(text));
  return (
    <select {...ties(props)} value={found?.value ?? text} onChange={(event) => commit(orNothing(event.currentTarget.value))}>
      {(spec.optional || text === "") && <option value="">{t("page-not-said")}</option>}
      {choices.map(({ value: one, label }) => (
        <option key={one} value={one}>
          {label}
        </option>
      ))}
      {text !== "" && !found && <option value={text}>{text}</option>}
    </select>
  );
}

const YES = ["oui", "yes", "true", "vrai"];
const NO = ["non", "no", "false", "faux"];

export function YesNoInput(props: WidgetProps) {
  const { spec, value, commit } = props;
  const { english } = useForm();
  const [yes, no] = english ? ["yes", "no"] : ["oui", "non"];
  const text = plainText(value);
  const said = YES.includes(folded(text)) ? "yes" : NO.includes(folded(text)) ? "no" : text;
  const write = (answer: string) => commit(answer === "yes" ? yes : answer === "no" ? no : orNothing(answer));
  return (
    <select {...ties(props)} value={said} onChange={(event) => write(event.currentTarget.value)}>
      {(spec.optional || text === "") && <option value="">{t("page-not-said")}</option>}
      <option value="yes">{t("page-yes")}</option>
      <option value="no">{t("page-no")}</option>
      {said !== "" && said !== "yes" && said !== "no" && <option value={said}>{said}</option>}
    </select>
  );
}

/** One of the site's languages, or of those that the field names. */
export function LanguageInput(props: WidgetProps) {
  const site = useSite();
  const names = new Intl.DisplayNames(document.documentElement.lang || "fr", { type: "language" });
  const choices = props.spec.choices ?? site.languages.map((code): Choice => ({ value: code, label: names.of(code) ?? code }));
  return <ChoiceInput {...props} spec={{ ...props.spec, choices }} />;
}

/** Which sheets are printed. */
export function FormatsInput({ spec, value, id, described, invalid, commit }: WidgetProps) {
  const site = useSite();
  const { kind } = useForm();
  const choices = spec.choices ?? site.formats.map(({ name, label }): Choice => ({ value: name, label }));
  const written = asItems(value).flatMap((item) => (typeof item === "string" ? wordsFrom(item) : []));
  const namesOf = ({ value: one, label }: Choice) => [one, label, ...site.formats.filter((format) => format.label === label).map(({ name }) => name)].map(folded);
  const of = (choice: Choice) => written.find((one) => namesOf(choice).includes(folded(one)));
  const unknown = written.filter((one) => !choices.some((choice) => of(choice) === one));
  const toggle = (choice: Choice, on: boolean) => {
    const had = of(choice);
    const next = on ? [...written, choice.value] : written.filter((one) => one !== had);
    commit(next.length ? next : undefined);
  };
  return (
    <>
      <div class="page-checks" id={id} role="group" aria-labelledby={`${id}-label`} aria-describedby={described} aria-invalid={invalid || undefined}>
        {[...choices, ...unknown.map((one) => ({ value: one, label: one }))].map((choice) => (
          <label key={choice.value}>
            <input type="checkbox" checked={of(choice) !== undefined} onChange={(event) => toggle(choice, event.currentTarget.checked)} />
            {choice.label}
          </label>
        ))}
      </div>
      {written.length === 0 && kind !== "settings" && <p class="muted">{t("page-formats-usual")}</p>}
    </>
  );
}

/** A list of words between commas. */
export function WordsInput(props: WidgetProps) {
  const { value, commit } = props;
  const typed = useTyped(asItems(value).map(plainText).join(", "), (text, run) => {
    const words = wordsFrom(text);
    commit(words.length ? words : undefined, run);
  });
  return <input {...ties(props)} {...typed} type="text" autocomplete="off" spellcheck />;
}

const NUMBER = /^#[0-9a-f]{6}$/i;

/** A colour by its name or number, or as the browser lets one choose it. */
export function ColourInput(props: WidgetProps) {
  const { spec, value, commit, id } = props;
  const typed = useTyped(plainText(value), (text, run) => commit(orNothing(text), run));
  return (
    <div class="row page-colour">
      <input {...ties(props)} {...typed} type="text" list={spec.choices && `${id}-names`} autocomplete="off" spellcheck={false} />
      {spec.choices && (
        <datalist id={`${id}-names`}>
          {spec.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </datalist>
      )}
      <input
        type="color"
        aria-label={t("page-choose-of", { label: spec.label })}
        value={NUMBER.test(typed.value) ? typed.value : "#000000"}
        onInput={(event) => commit(event.currentTarget.value, `${id}-colour`)}
      />
    </div>
  );
}
