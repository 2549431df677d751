// The way through the planner, as a person goes it: what is pressed, typed and read.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { open, ready, root } from "./harness.mjs";

export const LANGUAGES = ["en", "fil", "ko", "hi", "zh-Hans", "ar"];

/** The second file of the split form. */
export const PLANNING = "/dist/esm/planning.wasm";
export const planning = readFileSync(join(root, PLANNING));

/** The planner of Manila, on a fixed day. */
export const tag = (attributes = "", lang = "en") =>
  `<exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" lang="${lang}" today="2026-11-22" loading="eager" ${attributes}><a href="tel:+6325550100">Call us</a></exosome-planner>`;

/** A clinic's page with it; what `context` holds is a property of the browser. */
export async function begin({ width = 1280, height = 900, lang, form = "split", attributes, files, isAsShipped = false, ...context } = {}) {
  const page = `<main><h1>A clinic</h1>${tag(attributes, lang)}</main>`;
  const opened = await open(page, { form, files, isAsShipped, context: { viewport: { width, height }, reducedMotion: "reduce", ...context } });
  if (isAsShipped) await opened.page.locator('exosome-planner .shell[data-stage="ready"]').waitFor();
  else await ready(opened.page);
  return { ...opened, planner: opened.page.locator("exosome-planner") };
}

/** What the command line says. */
export const native = (...command) => said(command);

function said(command, input) {
  return execFileSync(process.env.CARGO ?? "cargo", ["run", "--quiet", "--locked", "--bin", "exosome-planner", "--", "plan", ...command], { cwd: root, encoding: "utf8", timeout: 300_000, input });
}

/** What a link to the plan of the bride from Manila holds, with some answers changed. */
export function token(changed = {}) {
  const bride = JSON.parse(readFileSync(join(root, "www/examples/bride-manila.json"), "utf8"));
  return said(["-", "--format", "token"], JSON.stringify({ ...bride, ...changed })).trim();
}

/** Sets attributes, and waits until the planner is as they say, in all its parts. */
export async function become(planner, attributes) {
  const { lang, mode } = attributes;
  const is = `.planner${lang ? `[lang="${lang}"]` : ""}${mode ? `[data-mode="${mode}"]` : ""}`;
  await planner.evaluate(async (element, { attributes, is }) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const end = performance.now() + 15_000;
    while (!element.shadowRoot.querySelector(is)) {
      if (performance.now() > end) throw new Error(`it did not become ${is}`);
      await new Promise((later) => setTimeout(later, 5));
    }
    // On a slow machine its parts follow in tasks of their own.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  }, { attributes, is });
}

/** Keeps a picture of the whole page, for people to look at. */
export async function picture(page, name) {
  const pictures = join(root, "tests/browser/screenshots");
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name.replaceAll(" ", "-")}.png`), fullPage: true });
}

/** How far the page can be scrolled sideways, in pixels. */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Presses the choice of this name, in the section that is open. */
export const choose = (planner, name) => planner.locator("label.choice", { hasText: name }).click();

/** Goes on to the next section. */
export const next = (planner) => planner.locator(".section-foot .primary").click();

/** Answers one question of the check-first list. */
export const check = (planner, question, answer) =>
  planner.locator("fieldset.check", { hasText: question }).first().getByText(answer, { exact: true }).click();

/** Answers the sections up to the dates. */
export async function answerToDates(planner, { goals = ["The look of fine lines", "A brighter look"], area = "Face", screening } = {}) {
  await choose(planner, "I am 18 or older");
  await next(planner);
  for (const goal of goals) await choose(planner, goal);
  await next(planner);
  await choose(planner, area);
  await next(planner);
  if (screening) await screening(planner);
  await planner.getByText("I have read them").click();
  await next(planner);
}

/** Answers until there is something to plan. */
export async function answerToGoals(planner) {
  await choose(planner, "I am 18 or older");
  await next(planner);
  await choose(planner, "The look of fine lines");
}

/** Waits until the place of the plan shows this stage. */
export const stage = (planner, name) => planner.locator(`.plan[data-stage="${name}"]`).waitFor({ state: "attached" });

/** Waits for the plan that follows from the first answers. */
export const planned = (planner) => stage(planner, "provisional");

/** A plan for a wedding, planned from answers. */
export async function wedding(options) {
  const opened = await begin(options);
  await answerToDates(opened.planner);
  await pickEvent(opened.planner, "2027-05-08");
  await finish(opened.planner);
  return opened;
}

/** The second file, held back until `arrive` is called. */
export function late() {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  return { files: { [PLANNING]: { body: planning, after: held } }, arrive };
}

/** Picks an event on this date. */
export async function pickEvent(planner, date) {
  await choose(planner, "Yes");
  await planner.locator("#planner-event-pick").fill(date);
  await choose(planner, "Wedding");
}

/** Goes on until nothing is left to ask. */
export async function finish(planner) {
  for (let left = 8; left > 0 && (await planner.locator(".section-foot .primary").count()) > 0; left -= 1) await next(planner);
}

/** The page as it is printed: a browser says that it is about to. */
export async function onPaper(page, planner) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await planner.locator(".paper").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
}
