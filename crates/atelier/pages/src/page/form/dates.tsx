// Days and lengths of time.
import { day, t } from "../../words";
import { plainText } from "../values";
import { orNothing, ties, useForm, useTyped, type WidgetProps } from "./context";
import { UNITS, dayOf, periodOf, type Unit } from "./reading";

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Today, where this machine is. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** A day by the browser's calendar. What is written otherwise stays as it is written until it is a day. */
export function DateInput(props: WidgetProps) {
  const { value, commit, spec } = props;
  const text = plainText(value);
  const isDay = text === "" || ISO.test(text);
  const typed = useTyped(text, (written, run) => commit(orNothing(dayOf(written) ?? written), run));
  const now = today();
  return (
    <>
      <div class="row page-date">
        {isDay ? (
          <input
            {...ties(props)}
            type="date"
            value={text}
            onPaste={(event) => {
              const pasted = dayOf(event.clipboardData?.getData("text/plain") ?? "");
              if (!pasted) return;
              event.preventDefault();
              commit(pasted);
            }}
            onChange={(event) => {
              // While a day is only half typed, the browser has none.
              if (event.currentTarget.value || !event.currentTarget.validity.badInput) commit(orNothing(event.currentTarget.value));
            }}
          />
        ) : (
          <input {...ties(props)} {...typed} type="text" autocomplete="off" />
        )}
        {text !== now && (
          <button type="button" aria-label={t("page-today-for", { label: spec.label })} onClick={() => commit(now)}>
            {t("page-today")}
          </button>
        )}
      </div>
      {ISO.test(text) && <p class="muted">{day(text)}</p>}
    </>
  );
}

const FRENCH: Record<Unit, [string, string]> = { days: ["jour", "jours"], weeks: ["semaine", "semaines"], months: ["mois", "mois"], years: ["an", "ans"] };
const ENGLISH: Record<Unit, [string, string]> = { days: ["day", "days"], weeks: ["week", "weeks"], months: ["month", "months"], years: ["year", "years"] };

export function PeriodInput(props: WidgetProps) {
  const { value, commit, spec } = props;
  const { english } = useForm();
  const text = plainText(value);
  const period = periodOf(text);
  const unit = period?.unit ?? "months";
  const write = (count: string, as: Unit) => (count ? `${count} ${(english ? ENGLISH : FRENCH)[as][count === "1" ? 0 : 1]}` : undefined);
  const typed = useTyped(period?.count ?? text, (written, run) => commit(/^\d*$/.test(written) ? write(written, unit) : written, run));
  return (
    <div class="row page-period">
      <input {...ties(props)} {...typed} type="text" inputMode="numeric" autocomplete="off" />
      {(period || text === "") && (
        <select aria-label={t("page-unit-of", { label: spec.label })} value={unit} onChange={(event) => commit(write(period?.count ?? "1", event.currentTarget.value as Unit))}>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {t(`page-unit-${one}`)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
