import { launch } from "./chromium.mjs";
const [,, out, ...urls] = process.argv;
const b = await launch();
for (const w of [360, 1280]) { const p = await b.newPage({ viewport: { width: w, height: 900 } });
 for (const u of urls) { await p.goto(u); await p.screenshot({ path: `${out}/${u.split("/").pop().replace(/[#.]/g,"_")}-${w}.png`, fullPage: true }); } }
await b.close();
