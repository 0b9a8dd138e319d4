// Many windows of the workshop at once. A browser opens six connections to a machine, for all of its windows together.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browser, open, workshop } from "./workshop.mjs";

const WINDOWS = 9;
const page = (title) => `---\ntitre: ${title}\n---\nUn texte.\n`;

test("each of many windows works and hears what happens, also when the one that listens for all is hidden or closed", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/a.md": page("Premier") }, "--no-sheets");
  const context = await browser.newContext({ locale: "fr" });
  t.after(() => context.close());
  const windows = [];
  while (windows.length < WINDOWS) windows.push(await open(t, site, "#/", { context }));
  const allShow = async (title, those) => {
    site.write("content/a.md", page(title));
    await Promise.all(those.map((one) => one.getByRole("link", { name: title, exact: true }).waitFor()));
  };
  await allShow("Deuxième", windows);

  // The browser shows another tab in the place of the first window.
  const [first, ...others] = windows;
  const turn = (state) =>
    first.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await turn("hidden");
  await allShow("Troisième", others);
  await turn("visible");
  await first.getByRole("link", { name: "Troisième" }).waitFor();

  // The one that listens now is closed.
  const [second, ...rest] = others;
  await second.close();
  await allShow("Quatrième", [first, ...rest]);

  site.stop();
  await Promise.all([first, ...rest].map((one) => one.getByText("guichet ne répond plus").waitFor()));
  await site.restart();
  // The browser is let in again by the new address, in any window.
  await rest[3].goto(site.address);
  await Promise.all([first, ...rest].map((one) => one.getByText("guichet ne répond plus").waitFor({ state: "detached" })));
});
