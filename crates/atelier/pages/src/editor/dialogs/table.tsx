// How many rows and columns a new table has.
import { useState } from "preact/hooks";
import { Ask, Field } from "../../parts";
import { t } from "../../words";
import { insertTable } from "../commands/tables";
import { type Desk, run } from "../view/desk";

const MOST = { rows: 50, columns: 8 };

export function openTable(desk: Desk): void {
  desk.open(<TableForm desk={desk} />);
}

function within(text: string, most: number): number | null {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= most ? count : null;
}

function TableForm({ desk }: { desk: Desk }) {
  const [rows, setRows] = useState("3");
  const [columns, setColumns] = useState("2");
  const wrong = { rows: within(rows, MOST.rows) === null, columns: within(columns, MOST.columns) === null };
  const submit = () => {
    const [down, across] = [within(rows, MOST.rows), within(columns, MOST.columns)];
    if (!down || !across) return;
    desk.close();
    run(desk, insertTable(desk.view.state, down, across, (column) => t("editor-table-heading", { column })));
  };
  return (
    <Ask title={t("editor-table-title")} action={t("editor-insert")} onSubmit={submit} onClose={desk.close}>
      <p>{t("editor-table-help")}</p>
      <Field label={t("editor-table-columns")} error={wrong.columns ? t("editor-table-wrong", { most: MOST.columns }) : null}>
        {(props) => <input {...props} autofocus type="number" min={1} max={MOST.columns} value={columns} onFocus={(event) => event.currentTarget.select()} onInput={(event) => setColumns(event.currentTarget.value)} />}
      </Field>
      <Field label={t("editor-table-rows")} help={t("editor-table-rows-help")} error={wrong.rows ? t("editor-table-wrong", { most: MOST.rows }) : null}>
        {(props) => <input {...props} type="number" min={1} max={MOST.rows} value={rows} onInput={(event) => setRows(event.currentTarget.value)} />}
      </Field>
    </Ask>
  );
}
