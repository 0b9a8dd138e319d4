// What guichet checks, and how severe each mistake is on this site.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { RuleName } from "../../api";
import { t } from "../../words";
import { keyOf } from "../places";
import { asFields, once, plainText } from "../values";
import { folded } from "./choices";
import { newRun, useForm } from "./context";
import { Group, Raw, useSaid, type FieldProps } from "./field";

const PARTS = ["rest", "writing", "sheets"] as const;

export function ChecksField(props: FieldProps) {
  const { spec, path, value, level } = props;
  const record = asFields(value);
  if (!record) return <Raw {...props} />;
  const { names = [] } = spec.named ?? {};
  const written = once(record).fields;
  const of = (rule: RuleName) => written.find(([name]) => folded(name) === folded(rule.value));
  const unknown = written.filter(([name]) => !names.some((rule) => folded(rule.value) === folded(name)));
  return (
    <Group {...props}>
      {PARTS.map((part) => {
        const own = names.filter((rule) => rule.part === part);
        return (
          <Part key={part} words={t(`page-checks-${part}`, { count: own.length })} count={own.filter(of).length}>
            {own.map((rule) => (
              <Check key={rule.value} {...{ spec, rule }} path={[...path, of(rule)?.[0] ?? rule.value]} level={plainText(of(rule)?.[1])} />
            ))}
          </Part>
        );
      })}
      {unknown.map(([name, inner]) => (
        <Raw key={name} spec={{ ...spec, label: name, help: t("page-unknown-field") }} siblings={[]} path={[...path, name]} value={inner} level={level + 1} />
      ))}
    </Group>
  );
}

/** Rules about the same thing; open at first where the site has chosen something. */
function Part({ words, count, children }: { words: string; count: number; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(count > 0);
  return (
    <details class="page-checks-part" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words}
        {count > 0 && <span class="muted"> {t("page-checks-changed", { count })}</span>}
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

function Check({ spec, rule, path, level }: { spec: FieldProps["spec"]; rule: RuleName; path: FieldProps["path"]; level: string }) {
  const form = useForm();
  const { id, described, invalid, below } = useSaid(path);
  const { values = [] } = spec.named ?? {};
  const named = values.find((one) => folded(one.value) === folded(level));
  const usual = values.find((one) => one.value === rule.usual)?.label ?? rule.usual;
  return (
    <li class="page-check" data-field={keyOf(path)}>
      <label for={id}>{rule.label}</label>
      <select
        id={id}
        aria-describedby={described}
        aria-invalid={invalid || undefined}
        class={level ? "changed" : ""}
        value={named?.value ?? level}
        onChange={(event) => form.edit(path, event.currentTarget.value || undefined, newRun())}
      >
        <option value="">{t("page-checks-usual", { level: usual })}</option>
        {values.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {level && !named && <option value={level}>{level}</option>}
      </select>
      {below}
    </li>
  );
}
