// The form of a page: its fields in groups.
import type { Fields, FieldSpec, Group as GroupName } from "../../api";
import { t } from "../../words";
import { entriesOf } from "../values";
import { useForm, type FormKind } from "./context";
import { MapField } from "./map";
import { RecordFields } from "./record";

export const GROUPS: GroupName[] = ["main", "look", "routes", "facts", "review", "print", "more"];

/** What a group is called in a page of this kind. */
export function groupWords(name: GroupName, kind: FormKind): string {
  if (name === "routes" && kind !== "guide") return t("page-group-contact");
  if (name === "facts" && kind === "settings") return t("page-group-publisher");
  return t(`page-group-${name}`);
}

export function FormView() {
  const { specs, values, kind } = useForm();
  const entries = entriesOf(specs);
  if (entries) {
    return (
      <form class="page-form" aria-label={t("page-form")} onSubmit={(event) => event.preventDefault()}>
        <section class="page-part" id="page-part-main">
          <MapField spec={entries} siblings={specs} path={[]} value={values} level={2} />
        </section>
      </form>
    );
  }
  const known = new Set(specs.map(({ name }) => name));
  return (
    <form class="page-form" aria-label={t("page-form")} onSubmit={(event) => event.preventDefault()}>
      {GROUPS.map((name) => {
        const own = specs.filter(({ group }) => group === name);
        const isLast = name === "more";
        const unknown = isLast ? values.fields.filter(([one]) => !known.has(one)) : [];
        if (own.length === 0 && unknown.length === 0) return null;
        const record: Fields = { fields: [...values.fields.filter(([one]) => own.some((spec) => spec.name === one)), ...unknown] };
        return (
          <section key={name} class="page-part" aria-labelledby={`page-part-${name}`}>
            <h2 id={`page-part-${name}`}>{groupWords(name, kind)}</h2>
            <RecordFields specs={own} record={record} path={[]} level={3} always={isAlways(name)} />
          </section>
        );
      })}
    </form>
  );
}

/** In the first group, all is shown; below, what is needed and what holds ways of doing something, which has its own buttons. */
function isAlways(group: GroupName) {
  return (spec: FieldSpec) => group === "main" || !spec.optional || (group === "routes" && !spec.list && spec.widget === "record" && (spec.fields ?? []).every((inner) => inner.list));
}

