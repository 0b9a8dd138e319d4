import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { api, wordsOf, type Diag, type Mend, type Page, type Path } from "../api";
import { announce } from "../live";
import { Dialog, Notice } from "../parts";
import { Print } from "../print/dialog";
import { go, pageHref, useRoute } from "../router";
import { useSite } from "../site";
import { moment, t } from "../words";
import { Bar } from "./bar";
import { Conflict } from "./conflict";
import { FormContext, newRun, type Form } from "./form/context";
import { FormView } from "./form/form";
import * as machine from "./hold";
import { Jump } from "./jump";
import { throwAway, type Left } from "./kept";
import { LeftNotice } from "./left";
import { byPlace, goToField, placeOf } from "./places";
import { Preview } from "./preview";
import { Problems, inOrder } from "./problems";
import { Session } from "./session";
import { Sheet } from "./sheet";
import { Tabs, type Tab } from "./tabs";
import { TextPane, type Opened } from "./text";
import { edit as changesFor, valueAt } from "./values";
import { Versions } from "./versions";

const SETTINGS = "guichet.yaml";
const NARROW = "(max-width: 899px)";

type Panel = "write" | "page" | "sheet" | "problems" | "versions";
type OpenProps = { page: Page; left: Left[]; elsewhere: boolean };

/** A session, and this component again each time that something in it changes. */
function useSession(page: Page): Session {
  const [session] = useState(() => new Session(page, () => announce(t("page-reloaded"))));
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stop = session.subscribe(() => again(undefined));
    return () => {
      stop();
      session.close();
    };
  }, [session]);
  return session;
}

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const read = () => setNarrow(query.matches);
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return isNarrow;
}

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;

/** A page with its form, its text and its previews. */
export function OpenPage({ page, left: found, elsewhere }: OpenProps) {
  const site = useSite();
  const { query } = useRoute();
  const session = useSession(page);
  const isNarrow = useNarrow();
  const isSettings = page.path === SETTINGS;
  // YAML has fields alone; a list of words has no form.
  const hasText = page.path.endsWith(".md");
  const hasForm = page.form.length > 0;
  const [panel, setPanel] = useState<Panel>(isNarrow ? "write" : "page");
  const [isAside, setAside] = useState(true);
  const [isFile, setFile] = useState(!hasForm);
  const [left, setLeft] = useState(found);
  const [before, setBefore] = useState<{ words: string; text: string } | null>(null);
  const [asks, setAsks] = useState<{ diag: Diag; mend: Mend; wrong: string } | null>(null);
  const [prints, setPrints] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const editor = useRef<Opened | null>(null);
  const wanted = useRef<((editor: Opened) => void) | null>(null);
  const form = useRef<HTMLDivElement>(null);

  const { hold } = session;
  const { answer } = hold;
  const diagnostics = answer.diagnostics;
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
      setAsks({ diag, mend: chosen, wrong: "" });
      return;
    }
    const text = await session.settled();
    const now = session.hold.answer;
    const same = now.diagnostics.filter((one) => one.code === diag.code && one.here).flatMap(({ mends }) => mends);
    const still = same.find((one) => one.id === chosen.id && one.words === chosen.words) ?? same.find((one) => one.words === chosen.words);
    if (text === null || !still?.edits || session.hold.answered !== text) {
      announce(t("page-mend-late"));
      return;
    }
    const edits = still.edits;
    const body = text.length - session.hold.body.length;
    const inBody = edits.every(({ from }) => from >= body);
    if (editor.current && (isFile || inBody)) editor.current.apply(edits);
    else {
      const ordered = [...edits].sort((a, b) => b.from - a.from);
      const made = ordered.reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
      const shift = edits.filter(({ to }) => to <= body).reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
      session.replace(made, body + shift);
    }
    announce(t("page-mended", { words: still.words }));
  };

  const mendElsewhere = async () => {
    if (!asks) return;
    const text = await session.settled();
    try {
      if (text === null) throw new Error();
      const { path } = await api.mend({ path: page.path, text, id: asks.mend.id, version: session.hold.answer.version });
      setAsks(null);
      announce(t("page-mended-file", { path }), { words: t("page-link-open"), href: pageHref(path) });
    } catch (error) {
      setAsks({ ...asks, wrong: wordsOf(error) ?? t("unreachable") });
    }
  };

  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    } else if (event.key.toLowerCase() === "z" && !isFile && !isTyping(event.target)) {
      event.preventDefault();
      session.undo();
    }
  };
  const newestKeys = useRef(keys);
  newestKeys.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => newestKeys.current(event);
    const leave = (event: BeforeUnloadEvent) => {
      // What the browser keeps need not hold anybody back.
      if (session.isDirty && !session.isKept) event.preventDefault();
    };
    addEventListener("keydown", listen);
    addEventListener("beforeunload", leave);
    return () => {
      removeEventListener("keydown", listen);
      removeEventListener("beforeunload", leave);
    };
  }, [session]);

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
      change: (changes) => session.edit(changes, newRun()),
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
    ...(isSettings && sheets.length === 0 ? [] : [{ name: "sheet" as const, words: t("page-tab-sheet") }]),
    { name: "problems", words: t("page-tab-problems", { count: diagnostics.length }) },
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
        {...{ page, session, title, diagnostics, isFile, save }}
        canPrint={site.can_print && sheets.length > 0}
        goFirst={() => first && goTo(first)}
        revert={() => replaceAll(session.savedText, t("page-reverted"))}
        versions={() => showPanel("versions")}
        toggleFile={hasForm ? toggleFile : null}
        showAside={isAside || isNarrow ? null : () => toggleAside(true)}
        print={() => setPrints(sheets.find(({ path }) => path === sheet)?.path ?? sheets[0]?.path ?? null)}
      />
      <div class="page-notices">
        {elsewhere && <Notice kind="warn">{t("page-elsewhere")}</Notice>}
        {left.map((one) => (
          <LeftNotice
            key={one.key}
            page={page}
            left={one}
            resume={() => {
              session.resume(one.kept);
              throwAway(one);
              setLeft(left.filter((other) => other !== one));
            }}
            drop={() => {
              throwAway(one);
              setLeft(left.filter((other) => other !== one));
            }}
          />
        ))}
        {hold.problem && <Notice kind="bad">{hold.problem}</Notice>}
        {before && (
          <Notice kind="plain">
            <p>{before.words}</p>
            <div class="row">
              <button
                type="button"
                onClick={() => {
                  session.replace(before.text);
                  setBefore(null);
                }}
              >
                {t("page-put-back")}
              </button>
              <button type="button" class="quiet" onClick={() => setBefore(null)}>
                {t("close")}
              </button>
            </div>
          </Notice>
        )}
      </div>
      {isNarrow && <Tabs label={t("page-tabs")} of={tabs} value={shown} panel={(name) => `panel-${name}`} onChoose={setPanel} />}
      <div class="page-columns">
        <div ref={form} {...(isNarrow ? panelProps("write") : { class: "page-panel write" })} hidden={!writes}>
          {!isFile && <Jump specs={page.form} kind={kind} />}
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
              {shown === "problems" && <Problems diagnostics={diagnostics} specs={page.form} go={goTo} mend={mend} />}
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
      {asks && (
        <Dialog title={asks.mend.words} onClose={() => setAsks(null)}>
          <p>{t("page-mend-file", { path: asks.mend.file ?? "" })}</p>
          {asks.wrong && <Notice kind="bad">{asks.wrong}</Notice>}
          <div class="actions">
            <button type="button" onClick={() => setAsks(null)}>
              {t("page-cancel")}
            </button>
            <button type="button" class="primary" onClick={mendElsewhere}>
              {asks.mend.words}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
