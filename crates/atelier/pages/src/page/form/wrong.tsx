// What is wrong with a field, below it, with its mends as buttons.
import type { Diag } from "../../api";
import { t } from "../../words";
import { useForm } from "./context";

/** What guichet says in one line, as people begin a sentence. */
const sentence = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** One diagnostic. `id` is what its field is described by. */
export function Wrong({ diag, id }: { diag: Diag; id?: string }) {
  const { mend } = useForm();
  return (
    <div class={`page-wrong ${diag.severity}`}>
      <p id={id}>
        <span class="sr">{diag.severity === "error" ? t("page-error") : t("page-warning")} </span>
        {sentence(diag.message)}
        {diag.help && <span class="page-wrong-help"> {sentence(diag.help)}</span>}
      </p>
      {diag.mends.length > 0 && (
        <div class="row">
          {diag.mends.map((one) => (
            <button type="button" key={one.id + one.words} onClick={() => mend(diag, one)}>
              {one.words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
