import { useState } from "preact/hooks";
import { api } from "../api";
import { useDoing } from "../asked";
import { Failure, Field } from "../parts";
import { t } from "../words";

const KINDS = ["town", "social", "union", "other"] as const;
type PublisherKind = (typeof KINDS)[number];

/** Makes a site of a folder that is none yet: what it is called, and who publishes it. */
export function Start({ onDone }: { onDone: () => void }) {
  const [title, setTitle] = useState("");
  const [publisher, setPublisher] = useState("");
  const [kind, setKind] = useState<PublisherKind>("town");
  const [tried, setTried] = useState(false);
  const { doing, error, run } = useDoing();
  const make = () => {
    setTried(true);
    if (title.trim() && publisher.trim()) run(() => api.start({ title: title.trim(), publisher: publisher.trim(), publisher_kind: kind }), onDone);
  };
  return (
    <div class="start">
      <h1>{t("start-title")}</h1>
      <p>{t("start-help")}</p>
      <form
        class="stack card"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <fieldset class="kinds">
          <legend>{t("start-kind")}</legend>
          {KINDS.map((one) => (
            <label key={one} class={one === kind ? "kind on" : "kind"}>
              <input type="radio" name="kind" value={one} checked={one === kind} onChange={() => setKind(one)} />
              <span>{t(`start-kind-${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <Field label={t("start-publisher")} help={t(`start-publisher-${kind}`)} error={tried && !publisher.trim() ? t("start-publisher-missing") : null}>
          {(field) => <input {...field} value={publisher} onInput={(event) => setPublisher(event.currentTarget.value)} autocomplete="organization" />}
        </Field>
        <Field label={t("start-name")} help={t("start-name-help")} error={tried && !title.trim() ? t("new-name-missing") : null}>
          {(field) => <input {...field} value={title} onInput={(event) => setTitle(event.currentTarget.value)} autocomplete="off" />}
        </Field>
        {error ? <Failure error={error} /> : null}
        <div class="actions">
          <button class="primary big" aria-disabled={doing}>
            {t("start-make")}
          </button>
        </div>
      </form>
    </div>
  );
}
