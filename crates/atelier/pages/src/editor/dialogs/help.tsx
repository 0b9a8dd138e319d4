// What can be done with the keyboard, and how Markdown is written.
import { Dialog } from "../../parts";
import { t } from "../../words";
import type { Desk } from "../view/desk";

export function openHelp(desk: Desk): void {
  desk.open(<Help onClose={desk.close} />);
}

function Help({ onClose }: { onClose: () => void }) {
  const keys: [string, string][] = [
    [t("editor-key-enter"), t("editor-help-enter")],
    [t("editor-key-shift-enter"), t("editor-help-break")],
    [t("editor-key-tab"), t("editor-help-tab")],
    [t("editor-key-escape-tab"), t("editor-help-leave")],
    [t("editor-key-bold"), t("editor-help-bold")],
    [t("editor-key-link"), t("editor-help-link")],
    [t("editor-key-undo"), t("editor-help-undo")],
    [t("editor-key-find"), t("editor-help-find")],
    [t("editor-key-plain"), t("editor-help-plain")],
    [t("editor-key-problem"), t("editor-help-problem")],
    [t("editor-key-mend"), t("editor-help-mend")],
    [t("editor-key-toolbar"), t("editor-help-toolbar")],
  ];
  const marks: [string, string][] = [
    ["## ", t("editor-heading")],
    ["### ", t("editor-subheading")],
    ["**…**", t("editor-bold")],
    ["*…*", t("editor-italic")],
    ["- ", t("editor-bullets")],
    ["1. ", t("editor-numbers")],
    ["- [ ] ", t("editor-tasks")],
    ["[…", t("editor-help-bracket")],
  ];
  return (
    <Dialog title={t("editor-help")} onClose={onClose}>
      <div class="stack md-help-list">
        <h3>{t("editor-help-keys")}</h3>
        <Terms list={keys} />
        <h3>{t("editor-help-marks")}</h3>
        <p>{t("editor-help-marks-why")}</p>
        <Terms list={marks} />
      </div>
    </Dialog>
  );
}

function Terms({ list }: { list: [string, string][] }) {
  return (
    <dl>
      {list.map(([term, words]) => (
        <div key={term}>
          <dt>
            <kbd>{term}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
