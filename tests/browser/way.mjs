// The way through the planner, as a person goes it: what is pressed, typed and read.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { open, ready, root } from "./harness.mjs";

/** The second file of the split form. */
export const PLANNING = "/dist/esm/planning.wasm";
export const planning = readFileSync(join(root, PLANNING));

/** A clinic's page with the planner of Manila, on a fixed day. */
export async function begin({ width = 1280, height = 900, colorScheme = "light", form = "split", attributes = "", files, isAsShipped = false } = {}) {
  const tag = `<main><h1>A clinic</h1><exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" lang="en" today="2026-11-22" loading="eager" ${attributes}><a href="tel:+6325550100">Call us</a></exosome-planner></main>`;
  const opened = await open(tag, { form, files, context: { viewport: { width, height }, colorScheme, reducedMotion: "reduce" } });
  if (isAsShipped) await opened.page.locator('exosome-planner .shell[data-stage="ready"]').waitFor();
  else await ready(opened.page);
  return { ...opened, planner: opened.page.locator("exosome-planner") };
}

/** Presses the choice of this name, in the section that is open. */
export const choose = (planner, name) => planner.locator("label.choice", { hasText: name }).click();

/** Goes on to the next section. */
export const next = (planner) => planner.locator(".section-foot .primary").click();

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
