// A dialogue that asks for something and then does it.
import type { ComponentChildren } from "preact";
import { Dialog } from "../../parts";
import { t } from "../../words";

interface FormProps {
  title: string;
  /** What the button says. */
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  /** Another button. */
  other?: { words: string; run: () => void } | null;
  children: ComponentChildren;
}

export function Form({ title, action, onSubmit, onClose, other, children }: FormProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack md-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div class="actions">
          {other && (
            <button type="button" onClick={other.run}>
              {other.words}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {t("editor-cancel")}
          </button>
          <button class="primary">{action}</button>
        </div>
      </form>
    </Dialog>
  );
}
