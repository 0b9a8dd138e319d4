// Opening hours: in words, with what guichet understands of them, or in a grid of the week that writes the words.
import { useEffect, useState } from "preact/hooks";
import { ApiError, api, wordsOf, type Hours, type Week } from "../../api";
import { t } from "../../words";
import { orNothing, rowsFor, ties, useTyped, type WidgetProps } from "./context";
import { hoursText, timeOf } from "./reading";

const PAUSE = 250;
const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;

/** A week as the grid has it; `holidays`: it is closed on public holidays. */
type Grid = { week: Week; holidays: boolean };

type Understood = { of: string; hours: Hours | null; wrong: string | null };

function useUnderstood(text: string): Understood | null {
  const [understood, setUnderstood] = useState<Understood | null>(null);
  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setUnderstood({ of: text, hours: await api.readHours(text, stop.signal), wrong: null });
      } catch (error) {
        // Without an answer, nothing is said of them.
        if (error instanceof ApiError && error.status === 422) setUnderstood({ of: text, hours: null, wrong: wordsOf(error) });
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return text === "" ? null : understood;
}

export function HoursInput(props: WidgetProps) {
  const { id, value, commit, spec } = props;
  const text = hoursText(value);
  const typed = useTyped(text, (written, run) => commit(orNothing(written), run));
  const understood = useUnderstood(text);
  const [grid, setGrid] = useState<Grid | null>(null);
  const isPlain = text === "" || !!understood?.hours?.week;
  const isCurrent = understood?.of === text;
  return (
    <div class="page-hours">
      <textarea {...ties(props)} {...typed} rows={rowsFor(typed.value, 50, 1)} spellcheck={false} />
      <p class={understood?.wrong && isCurrent ? "wrong" : "muted"} role="status">
        {understood?.hours && isCurrent ? t("page-hours-understood", { hours: understood.hours.said }) : ""}
        {understood?.wrong && isCurrent && !props.invalid ? understood.wrong : ""}
      </p>
      {isPlain ? (
        <button
          type="button"
          aria-expanded={grid !== null}
          aria-controls={`${id}-week`}
          aria-label={grid ? t("page-hours-week-close-of", { label: spec.label }) : t("page-hours-week-of", { label: spec.label })}
          onClick={() => setGrid(grid ? null : { week: understood?.hours?.week ?? DAYS.map(() => []), holidays: understood?.hours?.holidays ?? false })}
        >
          {grid ? t("page-hours-week-close") : t("page-hours-week")}
        </button>
      ) : (
        understood?.hours && isCurrent && <p class="muted">{t("page-hours-no-week")}</p>
      )}
      {grid && isPlain && <WeekGrid id={`${id}-week`} grid={grid} onChange={setGrid} commit={(words) => commit(orNothing(words), `${id}-week`)} />}
    </div>
  );
}

/** A time of day, which browsers would show in the way of their own language. */
function TimeInput({ label, value, commit }: { label: string; value: string; commit: (time: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const done = () => {
    const time = typed === null ? null : timeOf(typed);
    setTyped(null);
    if (time && time !== value) commit(time);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      autocomplete="off"
      aria-label={label}
      aria-invalid={(typed !== null && typed !== "" && timeOf(typed) === null) || undefined}
      value={typed ?? value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
      }}
    />
  );
}

function WeekGrid({ id, grid, onChange, commit }: { id: string; grid: Grid; onChange: (grid: Grid) => void; commit: (words: string) => void }) {
  const { week, holidays } = grid;
  const [wrong, setWrong] = useState("");
  const write = async (next: Grid) => {
    onChange(next);
    if (next.week.every((spans) => spans.length === 0)) {
      setWrong("");
      commit("");
      return;
    }
    try {
      commit((await api.writeHours(next.week, next.holidays)).words);
      setWrong("");
    } catch (error) {
      setWrong(wordsOf(error) ?? t("unreachable"));
    }
  };
  const set = (day: number, spans: Week[number]) => write({ ...grid, week: week.map((old, at) => (at === day ? spans : old)) });
  const above = (day: number) => week[day - 1] ?? [];
  return (
    <div id={id} class="page-week">
      {DAYS.map((name, day) => {
        const spans = week[day] ?? [];
        const label = t(`page-day-${name}`);
        return (
          <fieldset key={name}>
            <legend>{label}</legend>
            <div class="row">
              {spans.length === 0 && <span class="muted">{t("page-closed")}</span>}
              {spans.map(([from, to], at) => {
                const put = (span: [string, string]) => set(day, spans.map((old, other) => (other === at ? span : old)));
                return (
                  <span class="page-span" key={at}>
                    <TimeInput label={t("page-opens", { day: label })} value={from} commit={(time) => put([time, to])} />
                    –
                    <TimeInput label={t("page-closes", { day: label })} value={to} commit={(time) => put([from, time])} />
                  </span>
                );
              })}
              {spans.length < 2 && (
                <button type="button" class="quiet" aria-label={t("page-open-add-on", { day: label })} onClick={() => set(day, [...spans, spans.length ? ["14:00", "17:00"] : ["09:00", "12:00"]])}>
                  {t("page-open-add")}
                </button>
              )}
              {day > 0 && above(day).length > 0 && JSON.stringify(above(day)) !== JSON.stringify(spans) && (
                <button type="button" class="quiet" aria-label={t("page-as-above-on", { day: label })} onClick={() => set(day, above(day))}>
                  {t("page-as-above")}
                </button>
              )}
              {spans.length > 0 && (
                <button type="button" class="quiet" aria-label={t("page-open-remove-on", { day: label })} onClick={() => set(day, spans.slice(0, -1))}>
                  {t("page-open-remove")}
                </button>
              )}
            </div>
          </fieldset>
        );
      })}
      <label class="page-meant">
        <input type="checkbox" checked={holidays} onChange={(event) => write({ ...grid, holidays: event.currentTarget.checked })} />
        {t("page-holidays")}
      </label>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </div>
  );
}
