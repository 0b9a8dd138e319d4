// An image: chosen, sent, described, then put into the text. Files that are no images become links.
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../live";
import { Ask, Field, Notice, Thumb } from "../../parts";
import { t } from "../../words";
import { insertBlock, picture } from "../commands/blocks";
import { link } from "../commands/links";
import type { EditorFound } from "../types";
import { type Desk, alone, hold, run } from "../view/desk";
import { Choose } from "./choose";

const IMAGES = "image/jpeg,image/png,image/webp,image/gif,image/svg+xml";

/** Asks for an image of this machine or of the site. */
export function openImage(desk: Desk): void {
  desk.open(<ImageForm desk={desk} file={null} onEnd={desk.close} />);
}

/** Takes files that were pasted or dropped at a place, one after another. */
export async function takeFiles(desk: Desk, files: File[], at: number): Promise<void> {
  const { place, release } = hold(desk, at, at);
  for (const file of files) {
    const { length } = desk.view.state.doc;
    desk.view.dispatch({ selection: { anchor: Math.min(place.from, length) } });
    if (file.type.startsWith("image/")) await new Promise<void>((end) => desk.open(<ImageForm key={file} desk={desk} file={file} onEnd={end} />));
    else await sendFile(desk, file);
    place.from = place.to = desk.view.state.selection.main.head;
  }
  release();
  desk.close();
}

async function sendFile(desk: Desk, file: File): Promise<void> {
  if (file.type !== "application/pdf") return announce(t("editor-file-refused", { name: file.name }));
  announce(t("editor-sending", { name: file.name }));
  const { head } = desk.view.state.selection.main;
  const { place, release } = hold(desk, head, head);
  try {
    const { src } = await desk.options.upload(file);
    const insert = link(file.name.replace(/\.pdf$/i, ""), src);
    desk.view.dispatch(alone({ changes: { from: place.from, insert }, selection: { anchor: place.from + insert.length }, userEvent: "input.drop" }));
    announce(t("editor-sent", { name: file.name }));
  } catch (error) {
    announce(reason(error));
  }
  release();
}

function reason(error: unknown): string {
  return error instanceof Error && error.message ? error.message : t("editor-sending-failed");
}

interface Sending {
  share: number;
  src: string | null;
  failed: string | null;
}

function ImageForm({ desk, file: given, onEnd }: { desk: Desk; file: File | null; onEnd: () => void }) {
  const [file, setFile] = useState(given);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<EditorFound | null>(null);
  const [sending, setSending] = useState<Sending>({ share: 0, src: null, failed: null });
  const [shown, show] = useState<string | null>(null);
  const [alt, setAlt] = useState("");
  const [caption, setCaption] = useState("");
  const [isDecorative, setDecorative] = useState(false);
  const [isWaiting, wait] = useState(false);
  const [wrong, setWrong] = useState<{ image?: string; alt?: string }>({});
  const stop = useRef<AbortController | null>(null);

  useEffect(() => {
    if (!file) return;
    const address = URL.createObjectURL(file);
    show(address);
    send(file);
    return () => {
      URL.revokeObjectURL(address);
      stop.current?.abort();
    };
  }, [file]);
  const send = async (one: File) => {
    const own = new AbortController();
    stop.current?.abort();
    stop.current = own;
    setSending({ share: 0, src: null, failed: null });
    try {
      const { src } = await desk.options.upload(one, (share) => !own.signal.aborted && setSending({ share, src: null, failed: null }), own.signal);
      if (!own.signal.aborted) setSending({ share: 1, src, failed: null });
    } catch (error) {
      if (!own.signal.aborted) setSending({ share: 0, src: null, failed: reason(error) });
    }
  };
  const src = chosen?.value ?? sending.src;
  const put = (image: string) => {
    onEnd();
    desk.close();
    run(desk, insertBlock(desk.view.state, picture({ src: image, alt: isDecorative ? "" : alt, caption })));
  };
  useEffect(() => {
    if (isWaiting && src) put(src);
    if (sending.failed) wait(false);
  }, [isWaiting, src, sending.failed]);
  const submit = () => {
    const found = {
      ...(!file && !chosen ? { image: t("editor-image-needed") } : {}),
      ...(!isDecorative && !alt.trim() ? { alt: t("editor-image-alt-needed") } : {}),
    };
    setWrong(found);
    if (found.image || found.alt) return;
    if (src) put(src);
    else if (sending.failed && file) send(file).then(() => wait(true));
    else wait(true);
  };
  const close = () => {
    onEnd();
    desk.close();
  };
  return (
    <Ask title={t("editor-image-title")} action={isWaiting ? t("editor-image-waiting") : t("editor-insert")} onSubmit={submit} onClose={close}>
      {!given && (
        <Field label={t("editor-image-file")} help={t("editor-image-file-help")} error={wrong.image ?? null}>
          {(props) => (
            <input
              {...props}
              type="file"
              accept={IMAGES}
              autofocus
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                setChosen(null);
                setTyped("");
                setWrong({});
              }}
            />
          )}
        </Field>
      )}
      {!given && !file && (
        <Choose
          label={t("editor-image-site")}
          typed={typed}
          search={(query) => desk.options.complete("image", query)}
          picture={desk.options.picture}
          note={chosen && t("editor-chosen", { value: chosen.value })}
          onType={(value) => {
            setTyped(value);
            setChosen(null);
          }}
          onChoose={(found) => {
            setChosen(found);
            setTyped(found.title || found.value);
            setWrong({});
          }}
        />
      )}
      {chosen && desk.options.picture && <Thumb src={desk.options.picture(chosen.value)} />}
      {file && (
        <div class="md-sending">
          {shown && <img src={shown} alt={t("editor-image-shown", { name: file.name })} />}
          {sending.failed ? (
            <Notice kind="bad">
              <p>{sending.failed}</p>
              <button type="button" onClick={() => send(file)}>
                {t("editor-retry")}
              </button>
            </Notice>
          ) : (
            <p role="status">{sending.src ? t("editor-sent", { name: file.name }) : t("editor-sending", { name: file.name })}</p>
          )}
          {!sending.src && !sending.failed && <progress max={1} value={sending.share > 0 ? sending.share : undefined} aria-label={t("editor-sending-share")} />}
        </div>
      )}
      {!isDecorative && (
        <Field label={t("editor-image-alt")} help={t("editor-image-alt-help")} error={wrong.alt ?? null}>
          {(props) => <textarea {...props} rows={2} value={alt} autofocus={given !== null} onInput={(event) => setAlt(event.currentTarget.value)} />}
        </Field>
      )}
      <div class="field">
        <label class="row">
          <input type="checkbox" checked={isDecorative} onChange={(event) => setDecorative(event.currentTarget.checked)} />
          {t("editor-image-decorative")}
        </label>
        {isDecorative && <p class="help">{t("editor-image-decorative-help")}</p>}
      </div>
      <Field label={t("editor-image-caption")} help={t("editor-image-caption-help")}>
        {(props) => <input {...props} value={caption} onInput={(event) => setCaption(event.currentTarget.value)} />}
      </Field>
    </Ask>
  );
}
