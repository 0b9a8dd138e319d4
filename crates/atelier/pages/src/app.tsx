import { render } from "preact";
import { enter } from "./keys";
import { Shell } from "./shell/shell";
import { loadWords } from "./words";

export * from "./shared";

enter();
const root = document.getElementById("app");
if (root) {
  loadWords().then(
    () => render(<Shell />, root),
    () => root.append(document.documentElement.lang === "en" ? "The workshop does not answer. Open it again from guichet." : "L’atelier ne répond pas. Rouvrez-le depuis guichet."),
  );
}
