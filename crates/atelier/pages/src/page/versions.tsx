// Earlier versions of a page: seen, compared with what is there now, and taken back.
import { useState } from "preact/hooks";
import { api, type Version } from "../api";
import { useAsked } from "../asked";
import { Coming } from "../parts";
import { moment, size, t } from "../words";
import { Compare } from "./compare";

type VersionsProps = {
  path: string;
  /** Of the file as it was saved last: another one has more versions. */
  base: string | null;
  text: string;
  restore: (text: string, version: Version) => void;
};

export function Versions({ path, base, text, restore }: VersionsProps) {
  const { value, error, again } = useAsked(`${path} ${base}`, async () => (await api.versions(path)).versions);
  const [open, setOpen] = useState<string | null>(null);
  if (!value || error) return <Coming value={value} error={error} again={again} />;
  if (value.length === 0) return <p>{t("page-no-versions")}</p>;
  return (
    <div class="stack">
      <p class="muted">{t("page-versions-help")}</p>
      <ol class="page-versions">
        {value.map((version) => (
          <li key={version.name}>
            <div class="row">
              <button type="button" class="quiet" aria-expanded={open === version.name} onClick={() => setOpen(open === version.name ? null : version.name)}>
                {moment(version.saved)}
              </button>
              <span class="muted">{size(version.size)}</span>
            </div>
            {open === version.name && <OneVersion path={path} version={version} text={text} restore={restore} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function OneVersion({ path, version, text, restore }: Omit<VersionsProps, "base"> & { version: Version }) {
  const { value, error, again } = useAsked(version.name, async () => (await api.version(path, version.name)).text);
  if (value === null || error) return <Coming value={value !== null} error={error} again={again} />;
  return (
    <div class="stack">
      <p class="muted">{t("page-compare-help")}</p>
      <Compare before={value} after={text} label={t("page-compare-version", { when: moment(version.saved) })} />
      {value !== text && (
        <button type="button" onClick={() => restore(value, version)}>
          {t("page-restore")}
        </button>
      )}
    </div>
  );
}
