// What can be done to the text, in words.
import { redo, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import type { EditorState } from "@codemirror/state";
import { t } from "../../words";
import { CALLOUTS, toggleCallout } from "../commands/blocks";
import type { Change } from "../commands/context";
import { insertFootnote, otherEnd } from "../commands/footnotes";
import { setHeading } from "../commands/headings";
import { toggleMark } from "../commands/inline";
import { toggleList } from "../commands/lists";
import { openHelp } from "../dialogs/help";
import { openImage } from "../dialogs/image";
import { openLink } from "../dialogs/link";
import { openCard, openWord } from "../dialogs/pick";
import { openTable } from "../dialogs/table";
import { Bar, type Entry } from "./bar";
import { type Desk, run } from "./desk";
import type { Facts } from "./facts";
import { calloutName } from "./highlight";
import { pastePlain } from "./transfer";

export function Toolbar({ desk, facts }: { desk: Desk; facts: Facts }) {
  const change = (command: (state: EditorState) => Change) => () => void run(desk, command(desk.view.state));
  const again = (command: typeof undo) => () => {
    command(desk.view);
    desk.view.focus();
  };
  const callouts: Entry[] = CALLOUTS.map((name) => ({
    words: calloutName(name),
    isOn: facts.callout === name,
    run: change((state) => toggleCallout(state, name)),
  }));
  const inserts: Entry[] = [
    { words: t("editor-tasks"), run: change((state) => toggleList(state, "task")) },
    { words: t("editor-card"), run: () => openCard(desk) },
    { words: t("editor-table"), run: () => openTable(desk) },
    { words: t("editor-word"), run: () => openWord(desk) },
    { words: t("editor-footnote"), run: change((state) => otherEnd(state) ?? insertFootnote(state)) },
    { words: t("editor-paste-text"), run: () => void pastePlain(desk) },
  ];
  const entries: (Entry | null)[] = [
    { words: t("editor-heading"), isOn: facts.heading === 2, run: change((state) => setHeading(state, 2)) },
    { words: t("editor-subheading"), isOn: facts.heading === 3, run: change((state) => setHeading(state, 3)) },
    null,
    { words: t("editor-bold"), look: "md-strong", isOn: facts.isBold, run: change((state) => toggleMark(state, "strong")) },
    { words: t("editor-italic"), look: "md-emphasis", isOn: facts.isItalic, run: change((state) => toggleMark(state, "emphasis")) },
    null,
    { words: t("editor-bullets"), isOn: facts.list === "bullet", run: change((state) => toggleList(state, "bullet")) },
    { words: t("editor-numbers"), isOn: facts.list === "number", run: change((state) => toggleList(state, "number")) },
    null,
    { words: t("editor-link"), isOn: facts.isLink, run: () => openLink(desk) },
    { words: t("editor-image"), run: () => openImage(desk) },
    { words: t("editor-callout"), isOn: facts.callout !== null, run: () => {}, menu: callouts },
    { words: t("editor-more"), run: () => {}, menu: inserts },
    null,
    { words: t("editor-undo"), why: facts.canUndo ? null : t("editor-undo-nothing"), run: again(undo) },
    { words: t("editor-redo"), why: facts.canRedo ? null : t("editor-redo-nothing"), run: again(redo) },
    { words: t("editor-find"), run: () => void openSearchPanel(desk.view) },
    { words: t("editor-help"), run: () => openHelp(desk) },
  ];
  return <Bar label={t("editor-toolbar")} look="md-toolbar" entries={entries} onLeave={() => desk.view.focus()} />;
}
