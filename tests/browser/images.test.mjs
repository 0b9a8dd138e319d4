// The images of the sample site: that browsers show them, of the size that the page says, in WebP where they know it; and that nothing of the
// editor's own files has come along.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { files, pages, published, read } from "./site.mjs";

// The page for an address that does not exist names its logo from the top of the host.
const shown = pages.filter((path) => read(path).includes("<img") && !path.endsWith("404.html"));
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("every image is shown at the size that its page says, in WebP where there is one, and in the other format too", async () => {
  assert.ok(shown.length >= 3, `images on ${shown.length} pages only`);
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  let pictures = 0;
  for (const path of shown) {
    await page.goto(pathToFileURL(join(published, path)).href);
    const images = await page.$$eval("img", async (all) => {
      const whole = (source) =>
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve([image.naturalWidth, image.naturalHeight]);
          image.onerror = () => resolve(null);
          image.src = source;
        });
      const found = [];
      for (const image of all) {
        image.loading = "eager";
        await image.decode();
        const said = [image.getAttribute("width"), image.getAttribute("height")].map(Number);
        const isPicture = image.parentElement.localName === "picture";
        found.push({ src: image.src, current: image.currentSrc, alt: image.alt, said, isPicture, shown: [image.naturalWidth, image.naturalHeight], fallback: await whole(image.src) });
      }
      return found;
    });
    for (const { src, current, alt, said, isPicture, shown, fallback } of images) {
      // The logo beside the name, and a picture beside the title of its article, say nothing more.
      assert.ok(alt.length > 10 || (alt.trim() === "" && /\.(logo|thumbnail)\.|logo\.svg$/.test(src)), `${path}: ${src}`);
      assert.equal(current.endsWith(".webp"), isPicture, `${path}: ${current}`);
      assert.ok(fallback, `${path}: ${src} cannot be shown`);
      for (const [width, height] of [shown, fallback]) {
        assert.ok(Math.abs(width / height - said[0] / said[1]) < 0.02, `${path}: ${width} × ${height}, where the page says ${said}`);
      }
      pictures += isPicture;
    }
  }
  assert.ok(pictures > 0);
  await context.close();
});

test("no published image tells of the camera or the program that it comes from, or could run anything", () => {
  const images = files(published).filter((path) => /\.(jpe?g|png|webp|gif|svg)$/i.test(path));
  assert.ok(images.length >= 4, images.join(" "));
  for (const path of images) {
    const bytes = readFileSync(join(published, path));
    assert.ok(bytes.length <= 9000, `${path} has ${bytes.length} bytes`);
    const text = bytes.toString("latin1");
    for (const mark of ["Exif\0", "ns.adobe.com", "ICC_PROFILE", "Photoshop", "tEXt", "<script", "javascript:", "onload", "<!ENTITY"]) {
      assert.ok(!text.includes(mark), `${path} holds ${mark}`);
    }
  }
});
