// Files and images of the site: chosen, or sent from this machine.
import { useRef, useState } from "preact/hooks";
import { api, picture, wordsOf } from "../../api";
import { announce } from "../../live";
import { Thumb } from "../../parts";
import { size, t } from "../../words";
import { plainText } from "../values";
import { Combobox } from "./combobox";
import { useForm, type WidgetProps } from "./context";

export function FileInput(props: WidgetProps) {
  const { spec, id, commit } = props;
  const { path } = useForm();
  const isImage = spec.widget === "image";
  const chooser = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{ sends: boolean; said: string; wrong: string }>({ sends: false, said: "", wrong: "" });
  const send = async (file: File | undefined) => {
    if (!file) return;
    setState({ sends: true, said: t("page-sending", { name: file.name }), wrong: "" });
    try {
      const sent = await api.upload(path, file.name, file);
      commit(sent.src);
      const said = sent.width ? t("page-sent-image", { name: sent.src, width: sent.width, height: sent.height, size: size(sent.size) }) : t("page-sent", { name: sent.src, size: size(sent.size) });
      setState({ sends: false, said, wrong: "" });
      announce(said);
    } catch (error) {
      setState({ sends: false, said: "", wrong: wordsOf(error) ?? t("unreachable") });
    }
  };
  return (
    <div
      class="page-file"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [file] = event.dataTransfer?.files ?? [];
        if (!file) return;
        event.preventDefault();
        send(file);
      }}
    >
      {isImage && <Thumb src={picture(path, plainText(props.value))} />}
      <Combobox {...props} what={isImage ? "image" : "file"} />
      <input ref={chooser} type="file" hidden accept={isImage ? "image/*" : undefined} onChange={(event) => send(event.currentTarget.files?.[0])} />
      <button type="button" disabled={state.sends} aria-describedby={`${id}-sent`} onClick={() => chooser.current?.click()}>
        {isImage ? t("page-send-image") : t("page-send-file")}
      </button>
      <p class={state.wrong ? "wrong" : "muted"} id={`${id}-sent`} role="status">
        {state.wrong || state.said}
      </p>
    </div>
  );
}
