// A text of the site in each of its languages.
import type { Fields, FieldSpec } from "../../api";
import { useSite } from "../../site";
import { language, t } from "../../words";
import { plainText } from "../values";
import { newRun, useForm } from "./context";
import { Group, type FieldProps } from "./field";
import { RecordFields } from "./record";

const names = new Intl.DisplayNames(language, { type: "language" });

/** Fields for the languages of the site, and for others that the file has. */
function useLanguages(spec: FieldSpec, value: Fields): FieldSpec[] {
  const codes = [...new Set([...useSite().languages, ...value.fields.map(([code]) => code)])];
  return codes.map((code) => ({ name: code, shown: code, label: names.of(code) ?? code, help: "", widget: spec.widget, list: false, optional: true, group: "more" }));
}

export function LanguagesField(props: FieldProps & { value: Fields }) {
  const { spec, path, value, level } = props;
  const form = useForm();
  const specs = useLanguages(spec, value);
  const [first, ...others] = value.fields.filter(([, text]) => plainText(text));
  return (
    <Group {...props}>
      <RecordFields specs={specs} record={value} path={path} level={level + 1} always={() => true} />
      {others.length === 0 && (
        <button type="button" class="quiet" onClick={() => form.edit(path, first && plainText(first[1]), newRun())}>
          {t("page-one-language")}
        </button>
      )}
    </Group>
  );
}

/** Writes the one text of a field as that of the site’s language, so that the others can be said. */
export function ByLanguage({ spec, path, value }: FieldProps) {
  const form = useForm();
  const site = useSite();
  const [own] = site.languages;
  if (!spec.localized || site.languages.length < 2 || !own || !plainText(value)) return null;
  return (
    <button type="button" class="quiet" onClick={() => form.edit(path, { fields: [[own, plainText(value)]] }, newRun())}>
      {t("page-by-language")}
    </button>
  );
}
