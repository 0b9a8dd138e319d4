import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Diag, Mend, Page, Path } from "../api";
import { SETTINGS } from "../files";
import { announce } from "../live";
import { Print } from "../print/dialog";
import { go, pageHref, useRoute } from "../router";
import { useSite } from "../site";
import { moment, t } from "../words";
import { Bar } from "./bar";
import { Conflict } from "./conflict";
import { FormContext, newRun, type Form } from "./form/context";
import { FormView } from "./form/form";
import * as machine from "./hold";
import { useKeys, useNarrow, useSession } from "./hooks";
import { Jump } from "./jump";
import type { Left } from "./kept";
import { MendElsewhere, again, spliced } from "./mending";
import { Notices, type Before } from "./notices";
import { byPlace, goToField, placeOf } from "./places";
import { Preview } from "./preview";
import { Problems, inOrder } from "./problems";
import { Sheet } from "./sheet";
import { Tabs, type Tab } from "./tabs";
import { TextPane, type Opened } from "./text";
import { edit as changesFor, valueAt } from "./values";
import { Versions } from "./versions";

type Panel = "write" | "page" | "sheet" | "problems" | "versions";
type OpenProps = { page: Page; left: Left[]; elsewhere: boolean };

/** A page with its form, its text and its previews. */
export function OpenPage({ page, left: found, elsewhere }: OpenProps) {
  const site = useSite();
  const { query } = useRoute();
  const session = useSession(page);
  const isNarrow = useNarrow();
  const isSettings = page.path === SETTINGS;
  // YAML has fields alone; a file of which guichet knows no fields has no form.
  const hasText = page.path.endsWith(".md");
  const hasForm = page.form.length > 0;
  const [panel, setPanel] = useState<Panel>(isNarrow ? "write" : "page");
  const [isAside, setAside] = useState(true);
  const [isFile, setFile] = useState(!hasForm);
  const [left, setLeft] = useState(found);
  const [before, setBefore] = useState<Before | null>(null);
  const [asks, setAsks] = useState<Mend | null>(null);
  const [prints, setPrints] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const editor = useRef<Opened | null>(null);
  const wanted = useRef<((editor: Opened) => void) | null>(null);
  const form = useRef<HTMLDivElement>(null);

  const { hold } = session;
  const { answer } = hold;
  const { diagnostics, more } = answer;
  const shown: Panel = !isNarrow && panel === "write" ? "page" : panel;
  const title = isSettings ? t("page-settings") : answer.title;

  useEffect(() => {
    document.title = [title, site.title].filter(Boolean).join(" · ");
  }, [title, site.title]);

  const save = async () => {
    if (!session.isDirty || session.saving.is === "waiting") return;
    await session.save();
    if (session.saving.is === "idle" && !session.conflict) setBefore(null);
  };

  /** Another text in place of what is here, which can be put back. */
  const replaceAll = (text: string, words: string) => {
    const old = machine.textOf(hold);
    session.replace(text);
    if (old !== null && old !== text) setBefore({ words, text: old });
  };

  const inEditor = (work: (editor: Opened) => void) => {
    if (isNarrow) setPanel("write");
    if (editor.current) work(editor.current);
    else wanted.current = work;
  };

  const inFile = async (work: (editor: Opened) => void) => {
    if (!isFile && (await session.settled()) === null) {
      announce(t("page-not-now"));
      return;
    }
    if (isFile) inEditor(work);
    else {
      wanted.current = work;
      editor.current = null;
      if (isNarrow) setPanel("write");
      setFile(true);
    }
  };

  const toggleFile = async () => {
    if ((await session.settled()) === null) announce(t("page-not-now"));
    else setFile(!isFile);
  };

  const goTo = (diag: Diag) => {
    if (!diag.here) {
      go(diag.path === SETTINGS ? "#/reglages" : pageHref(diag.path));
      return;
    }
    if (isFile) {
      inEditor((one) => one.goTo(diag.from, diag.to));
      return;
    }
    if (isNarrow) setPanel("write");
    const place = diag.field ? placeOf(page.form, diag.field, (one) => valueAt(machine.valuesOf(hold), one, page.form) !== undefined) : [];
    // A panel that was hidden has no focus to give yet.
    setTimeout(() => {
      if (place.length && form.current && goToField(form.current, place)) return;
      if (hasText && diag.from >= answer.body) inEditor((one) => one.goTo(diag.from, diag.to));
      else inFile((one) => one.goTo(diag.from, diag.to));
    }, 0);
  };

  const showInFile = (path: Path) => {
    const diag = diagnostics.find((one) => one.here && one.field && JSON.stringify(one.field).startsWith(JSON.stringify(path).slice(0, -1)));
    const last = [...path].reverse().find((step) => typeof step === "string");
    const shownName = String(last ?? "");
    inFile((one) => {
      const text = machine.textOf(session.hold) ?? "";
      const at = diag ? diag.from : Math.max(0, text.indexOf(`${page.form.find(({ name }) => name === path[0])?.shown ?? shownName}:`));
      one.goTo(at, diag ? diag.to : at);
    });
  };

  /** Makes the edits of a mend in the text as it is now. */
  const mend = async (diag: Diag, chosen: Mend) => {
    if (chosen.file) {
      setAsks(chosen);
      return;
    }
    const text = await session.settled();
    const still = text === session.hold.answered ? again(session.hold.answer.diagnostics, diag, chosen) : undefined;
    if (text === null || !still?.edits) {
      announce(t("page-mend-late"));
      return;
    }
    const edits = still.edits;
    const body = text.length - session.hold.body.length;
    const inBody = edits.every(({ from }) => from >= body);
    if (editor.current && (isFile || inBody)) editor.current.apply(edits);
    else {
      const made = spliced(text, edits, body);
      session.replace(made.text, made.body);
    }
    announce(t("page-mended", { words: still.words }));
  };

  const keys = useKeys(session, save, !isFile);

  useEffect(() => {
    const asked = query.champ;
    if (asked && form.current) goToField(form.current, asked.split("/").map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
  }, [query.champ]);

  // The form is drawn again only when a field has changed, not with each letter of the text.
  const says = JSON.stringify(machine.valuesOf(hold));
  const wrong = JSON.stringify(diagnostics.filter(({ field }) => field).map(({ code, field, message, help, severity, mends }) => [code, field, message, help, severity, mends.map(({ words, id }) => [words, id])]));
  const kind = isSettings ? "settings" : page.kind === "guide" ? "guide" : "other";
  const actions = useRef({ mend, showInFile });
  actions.current = { mend, showInFile };
  const fields = useMemo(() => {
    const context: Form = {
      kind,
      path: page.path,
      lang: page.lang,
      english: page.english,
      specs: page.form,
      values: machine.valuesOf(hold),
      diagnostics: byPlace(page.form, machine.valuesOf(hold), diagnostics),
      refusals: hold.refusals,
      edit: (path, value, run) => session.edit(changesFor(machine.valuesOf(session.hold), page.form, path, value), run ?? newRun()),
      change: (changes) => {
        const run = newRun();
        session.edit(changes, run);
        return run;
      },
      takeBack: (run) => {
        const isLast = machine.lastRun(session.hold) === run;
        if (isLast) session.undo();
        return isLast;
      },
      mend: (diag, chosen) => actions.current.mend(diag, chosen),
      showInFile: (path) => actions.current.showInFile(path),
    };
    return (
      <FormContext.Provider value={context}>
        <FormView />
      </FormContext.Provider>
    );
  }, [says, wrong, hold.refusals, page, kind]);
  const onEditor = (opened: Opened | null) => {
    editor.current = opened;
    if (!opened || !wanted.current) return;
    wanted.current(opened);
    wanted.current = null;
  };

  const sheets = answer.sheets;
  const tabs: Tab<Panel>[] = [
    ...(isNarrow ? [{ name: "write" as const, words: t("page-tab-write") }] : []),
    { name: "page", words: t("page-tab-page") },
    ...(!hasText && sheets.length === 0 ? [] : [{ name: "sheet" as const, words: t("page-tab-sheet") }]),
    { name: "problems", words: t("page-tab-problems", { count: diagnostics.length + more.errors + more.warnings }) },
    { name: "versions", words: t("page-tab-versions") },
  ];
  const toggleAside = (on: boolean) => {
    setAside(on);
    // The button that was pressed is gone; the one that takes it back is elsewhere.
    setTimeout(() => document.getElementById("page-aside-toggle")?.focus(), 0);
  };
  const showPanel = (name: Panel) => {
    setAside(true);
    setPanel(name);
  };
  const first = inOrder(diagnostics)[0];
  const writes = !isNarrow || shown === "write";
  const panelProps = (name: Panel) => ({ id: `panel-${name}`, class: `page-panel ${name}`, role: "tabpanel" as const, "aria-labelledby": `tab-${name}` });

  return (
    <div class={isAside || isNarrow ? "page-view" : "page-view alone"}>
      <Bar
        {...{ page, session, title, diagnostics, more, isFile, save }}
        canPrint={site.can_print && sheets.length > 0}
        goFirst={() => first && goTo(first)}
        revert={() => replaceAll(session.savedText, t("page-reverted"))}
        versions={() => showPanel("versions")}
        toggleFile={hasForm ? toggleFile : null}
        showAside={isAside || isNarrow ? null : () => toggleAside(true)}
        print={() => setPrints(sheets.find(({ path }) => path === sheet)?.path ?? sheets[0]?.path ?? null)}
      />
      <Notices page={page} session={session} elsewhere={elsewhere} left={left} setLeft={setLeft} before={before} setBefore={setBefore} />
      {isNarrow && <Tabs label={t("page-tabs")} of={tabs} value={shown} panel={(name) => `panel-${name}`} onChoose={setPanel} />}
      <div class="page-columns">
        <div ref={form} {...(isNarrow ? panelProps("write") : { class: "page-panel write" })} hidden={!writes}>
          {!isFile && <Jump specs={page.form} kind={kind} hasText={hasText} />}
          {!isFile && fields}
          {(isFile || hasText) && (
            <section class="page-part" aria-labelledby="page-part-text">
              <h2 id="page-part-text">{isFile ? t("page-file-label") : t("page-text")}</h2>
              <TextPane key={isFile ? "file" : "body"} session={session} mode={isFile ? "file" : "body"} lang={page.lang} diagnostics={machine.diagnosticsOf(hold)} mend={mend} onEditor={onEditor} />
            </section>
          )}
        </div>
        {(isAside || isNarrow) && shown !== "write" && (
          <div class="page-aside">
            {!isNarrow && (
              <div class="page-aside-head">
                <Tabs label={t("page-tabs")} of={tabs} value={shown} panel={(name) => `panel-${name}`} onChoose={setPanel} />
                <button type="button" class="quiet" id="page-aside-toggle" onClick={() => toggleAside(false)}>
                  {t("page-aside-hide")}
                </button>
              </div>
            )}
            <div {...panelProps(shown)}>
              {shown === "page" && <Preview address={answer.address ?? (isSettings ? "index.html" : null)} version={answer.version} onKey={keys} />}
              {shown === "sheet" && <Sheet sheets={sheets} version={answer.version} canPrint={site.can_print} chosen={sheet} onChoose={setSheet} onPrint={setPrints} />}
              {shown === "problems" && <Problems diagnostics={diagnostics} more={more} specs={page.form} go={goTo} mend={mend} />}
              {shown === "versions" && (
                <Versions path={page.path} base={session.base} text={machine.textOf(hold) ?? session.savedText} restore={(text, version) => replaceAll(text, t("page-restored", { when: moment(version.saved) }))} />
              )}
            </div>
          </div>
        )}
      </div>
      {session.conflict && (
        <Conflict mine={machine.textOf(hold) ?? hold.front + hold.body} theirs={session.conflict.text} keepMine={() => session.keepMine()} takeTheirs={() => session.takeTheirs()} onClose={() => session.decideLater()} />
      )}
      {prints && <Print sheets={[prints]} title={t("page-print")} onClose={() => setPrints(null)} />}
      {asks && <MendElsewhere mend={asks} path={page.path} session={session} onClose={() => setAsks(null)} />}
    </div>
  );
}
