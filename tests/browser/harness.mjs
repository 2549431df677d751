// Opens pages with the planner in them, as a clinic's site would serve them, and records what they do.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a strict site sends; `cargo xtask serve` sends the same. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

export const FORMS = {
  classic: '<script src="/dist/exosome-planner.js" defer></script>',
  split: '<script src="/dist/esm/exosome-planner.js" type="module"></script>',
};

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** No page, server or browser outlives this many milliseconds. */
const LIMIT = 120_000;

let browser;

/** One browser for the tests of a file; stops by itself. */
export function launch() {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
    ],
  });
  return browser;
}

export async function quit() {
  await (await browser)?.close();
  browser = undefined;
}

/**
 * Serves one page and opens it. What is out of sight is as it would be in sight, unless it is to be as shipped.
 * `files`: more paths, each a body or `{ body, type, status, after, isCut }`; `after` is a promise that the answer waits
 * for, and `isCut` ends the connection in the middle of the body.
 */
export async function open(html, { form = "classic", csp = STRICT, files = {}, context: options = {}, before, path = "/page", isAsShipped = false } = {}) {
  const page_ = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title>${FORMS[form] ?? ""}</head><body>${html}</body></html>`;
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    requests.push(path);
    const answer = await answerTo(path, { "/page": { body: page_, type: TYPES[".html"] }, ...files });
    await answer.after;
    response.writeHead(answer.status ?? 200, {
      "content-type": answer.type ?? TYPES[extname(path)] ?? "text/plain",
      ...(csp ? { "content-security-policy": csp } : {}),
      "cache-control": "no-store",
      ...(answer.isCut ? { "content-length": answer.body.length } : {}),
    });
    if (answer.isCut) response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
    else response.end(answer.body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const stop = setTimeout(() => {
    console.error(`a page was open for ${LIMIT / 1000} s, and its server stops: what it asks for from now on fails`);
    server.closeAllConnections(server.close());
  }, LIMIT);
  const origin = `http://127.0.0.1:${server.address().port}`;

  const context = await (await launch()).newContext(options);
  await context.addInitScript(record);
  if (!isAsShipped) await context.addInitScript(see);
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(origin + path);
  return {
    page, context, origin, requests,
    seen: () => page.evaluate(() => globalThis.seen),
    async close() {
      clearTimeout(stop);
      await context.close();
      server.closeAllConnections(server.close());
    },
  };
}

async function answerTo(path, files) {
  if (path in files) return typeof files[path] === "object" && "body" in files[path] ? files[path] : { body: files[path] };
  const place = path.startsWith("/dist/") ? root : join(root, "www");
  try {
    return { body: await readFile(join(place, path === "/" ? "index.html" : path)), type: path === "/" ? TYPES[".html"] : undefined };
  } catch {
    return { body: "not found", status: 404, type: "text/plain" };
  }
}

/** Runs in the page before anything else: every part of a planner is in sight, and follows a change at once. */
function see() {
  globalThis.IntersectionObserver = class extends IntersectionObserver {
    observe(target) {
      if (!(target.getRootNode() instanceof ShadowRoot)) super.observe(target);
    }
  };
}

/** Runs in the page before anything else: what it throws, what its policy stops, what the planner says. */
function record() {
  // A browser lays out what is out of sight when it comes near; to be read all at once, all of it has to be there.
  let sheet;
  globalThis.layOut = ({ shadowRoot }) => {
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync(".plan > * { content-visibility: visible !important }");
    const others = shadowRoot.adoptedStyleSheets.filter((one) => one !== sheet);
    shadowRoot.adoptedStyleSheets = [...others, sheet];
  };
  const seen = { errors: [], violations: [], events: [] };
  globalThis.seen = seen;
  addEventListener("error", (event) => seen.errors.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason?.message ?? event.reason)));
  addEventListener("securitypolicyviolation", (event) => seen.violations.push(event.violatedDirective));
  for (const type of ["planner-ready", "planner-change", "planner-error"]) {
    addEventListener(type, ({ target, detail, bubbles, composed }) => seen.events.push({ type, id: target.id, detail, bubbles, composed }));
  }
}

/** Waits for the planner with this selector to be shown. */
export async function ready(page, selector = "exosome-planner") {
  await page.locator(`${selector} .shell[data-stage="ready"]`).waitFor();
  await page.locator(selector).evaluateAll((planners) => planners.forEach((one) => globalThis.layOut?.(one)));
}

/** Waits for its panel, and gives the panel's text. */
export async function failed(page, selector = "exosome-planner") {
  const panel = page.locator(`${selector} [part="error"]`);
  await panel.waitFor();
  return panel.innerText();
}

/** What the planner shows: its text. */
export const shown = (page, selector = "exosome-planner") => page.locator(`${selector} [part="base"]`).innerText();

/** What has been chosen in it. */
export const chosen = (page, selector = "exosome-planner") =>
  page.locator(`${selector} .answers input`).evaluateAll((inputs) => inputs.map(({ checked, value }) => [checked, value]));

/** Answers the first question, and waits until the planner has taken the answer. */
export async function act(page, selector = "exosome-planner") {
  const first = page.locator(`${selector} .answers input:not(:checked)`).first();
  const before = await chosen(page, selector);
  await first.evaluate((input) => input.click());
  await page.waitForFunction(([where, was]) => {
    const inputs = [...document.querySelector(where).shadowRoot.querySelectorAll('.answers input')];
    return JSON.stringify(inputs.map(({ checked, value }) => [checked, value])) !== was;
  }, [selector, JSON.stringify(before)]);
}
