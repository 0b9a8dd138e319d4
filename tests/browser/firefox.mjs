// Debian's Firefox ESR by WebDriver BiDi.
import { writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

/** `preferences` are those of about:config. */
export async function firefox(preferences = {}) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { "intl.accept_languages": "fr", ...preferences },
  });
  const page = await browser.newPage();
  return {
    name: "Firefox",
    async open(address, width = 1280) {
      await page.setViewport({ width, height: 800 });
      await page.goto(address);
    },
    resize: (width) => page.setViewport({ width, height: 800 }),
    run: (script, ...values) => page.evaluate(`(${script})(...${JSON.stringify(values)})`),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    print: (path) => page.pdf({ path, format: "A4" }),
    shoot: async (path) => writeFileSync(path, await page.screenshot()),
    close: () => browser.close(),
  };
}
