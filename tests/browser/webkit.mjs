// Debian's WebKitGTK: its small browser on a screen that nobody sees, by WebDriver.
import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const libraries = "/usr/lib/x86_64-linux-gnu";
// Keys that are not letters, as WebDriver names them.
const keys = { Enter: "\ue007", Tab: "\ue004" };

function miniBrowser() {
  const folder = readdirSync(libraries).find((name) => name.startsWith("webkit2gtk-4"));
  return `${libraries}/${folder}/MiniBrowser`;
}

/** Starts a program that says its number on the third pipe. */
async function screen() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((said, failed) => {
    server.once("error", failed);
    server.stdio[3].once("data", (data) => said(String(data).trim()));
  });
  return { server, display: `:${number}` };
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** `origin` serves a page `/frame`, in which narrow pages are shown: the window has a least width of its own. */
export async function webkit(origin) {
  const { server, display } = await screen();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
  });
  const end = () => {
    driver.kill();
    server.kill();
  };
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message || value.error}`);
    return value;
  };
  let session;
  try {
    for (let tries = 0; ; tries++) {
      try {
        await call("GET", "/status");
        break;
      } catch (error) {
        if (tries === 50) throw error;
        await wait(100);
      }
    }
    const options = { binary: miniBrowser(), args: ["--automation"] };
    session = `/session/${(await call("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } })).sessionId}`;
  } catch (error) {
    end();
    throw error;
  }
  const run = (script, ...values) => call("POST", `${session}/execute/sync`, { script: `return (${script})(...arguments)`, args: values });
  const framed = async (address, width) => {
    await call("POST", `${session}/url`, { url: `${origin}/frame` });
    await run(
      (address, width) =>
        new Promise((loaded) => {
          const frame = document.body.appendChild(document.createElement("iframe"));
          frame.style.cssText = `width: ${width}px; height: 760px; border: 0`;
          frame.onload = () => loaded();
          frame.src = address;
        }),
      address,
      width,
    );
    await call("POST", `${session}/frame`, { id: 0 });
  };
  return {
    name: "WebKit",
    async open(address, width = 1280) {
      await call("POST", `${session}/frame`, { id: null });
      if (width < 1280) return framed(address, width);
      await call("POST", `${session}/window/rect`, { width, height: 800 });
      await call("POST", `${session}/url`, { url: address });
    },
    async resize(width) {
      const address = await run(() => location.href);
      await this.open(address, width);
    },
    run,
    press: (key) => call("POST", `${session}/actions`, { actions: [{ type: "key", id: "keys", actions: ["keyDown", "keyUp"].map((type) => ({ type, value: keys[key] ?? key })) }] }),
    async type(text) {
      const actions = [...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
      await call("POST", `${session}/actions`, { actions: [{ type: "key", id: "keys", actions }] });
    },
    shoot: async (path) => writeFileSync(path, Buffer.from(await call("GET", `${session}/screenshot`), "base64")),
    async close() {
      await call("DELETE", session).catch(() => {});
      end();
    },
  };
}
