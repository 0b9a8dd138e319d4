import { useState } from "preact/hooks";
import { api } from "../api";
import { useDoing } from "../asked";
import { Failure, Field } from "../parts";
import { t } from "../words";

/** Makes a site of a folder that is none yet: who publishes it, where, and how to reach them by telephone. */
export function Start({ onDone }: { onDone: () => void }) {
  const [publisher, setPublisher] = useState("");
  const [place, setPlace] = useState("");
  const [phone, setPhone] = useState("");
  const [tried, setTried] = useState(false);
  const { doing, error, run } = useDoing();
  const make = () => {
    setTried(true);
    if (publisher.trim()) run(() => api.start({ publisher: publisher.trim(), place: place.trim(), phone: phone.trim() }), onDone);
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
        <Field label={t("start-publisher")} help={t("start-publisher-help")} error={tried && !publisher.trim() ? t("start-publisher-missing") : null}>
          {(field) => <input {...field} value={publisher} onInput={(event) => setPublisher(event.currentTarget.value)} autocomplete="organization" />}
        </Field>
        <Field label={t("start-place")} help={t("start-place-help")}>
          {(field) => <input {...field} value={place} onInput={(event) => setPlace(event.currentTarget.value)} autocomplete="address-level2" />}
        </Field>
        <Field label={t("start-phone")} help={t("start-phone-help")}>
          {(field) => <input {...field} type="tel" value={phone} onInput={(event) => setPhone(event.currentTarget.value)} autocomplete="tel" />}
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
