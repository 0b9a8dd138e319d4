// What a procedure costs, and what a call costs.
import { t } from "../../words";
import { isFields, plainText } from "../values";
import { orNothing, ties, useForm, useTyped, type WidgetProps } from "./context";
import { modeOf, type Mode } from "./reading";

/** What a call costs, in the words of the page; other languages write their own. */
const CALLS: Record<string, string[]> = {
  fr: ["gratuit", "prix d’un appel ordinaire", "prix d’un appel ordinaire + service payant"],
  en: ["free", "the price of an ordinary call", "the price of an ordinary call, and a paid service"],
};

export function PriceInput(props: WidgetProps) {
  return props.siblings.some(({ widget }) => widget === "phone") ? <CallPrice {...props} /> : <Cost {...props} />;
}

function CallPrice(props: WidgetProps) {
  const { value, commit, spec } = props;
  const { lang } = useForm();
  const text = plainText(value);
  const calls = CALLS[lang] ?? [];
  const typed = useTyped(text, (written, run) => commit(orNothing(written), run));
  return (
    <div class="page-pair">
      {calls.length > 0 && (
        <select aria-label={t("page-price-kind", { label: spec.label })} value={text === "" ? "" : calls.includes(text) ? text : "other"} onChange={(event) => event.currentTarget.value !== "other" && commit(orNothing(event.currentTarget.value))}>
          <option value="">{t("page-not-said")}</option>
          {calls.map((call) => (
            <option key={call} value={call}>
              {call}
            </option>
          ))}
          <option value="other">{t("page-price-other")}</option>
        </select>
      )}
      <input {...ties(props)} {...typed} type="text" autocomplete="off" />
    </div>
  );
}

function Cost(props: WidgetProps) {
  const { value, commit, spec } = props;
  const { english } = useForm();
  const text = isFields(value) ? "" : plainText(value);
  const mode = modeOf(text);
  const typed = useTyped(text, (written, run) => commit(orNothing(written), run));
  return (
    <div class="page-pair">
      <select
        aria-label={t("page-price-kind", { label: spec.label })}
        value={mode}
        onChange={({ currentTarget }) => {
          const to = currentTarget.value as Mode;
          if (to === "free") commit(english ? "free" : "gratuit");
          else if (to === "none") commit(undefined);
          else if (mode === "free" || mode === "none") {
            currentTarget.value = mode;
            currentTarget.parentElement?.querySelector("input")?.focus();
            if (mode === "free") commit(undefined);
          }
        }}
      >
        <option value="none">{t("page-not-said")}</option>
        <option value="free">{t("page-price-free")}</option>
        <option value="amount">{t("page-price-amount")}</option>
        <option value="words">{t("page-price-words")}</option>
      </select>
      <input {...ties(props)} {...typed} type="text" autocomplete="off" placeholder={t("page-price-example")} />
    </div>
  );
}
