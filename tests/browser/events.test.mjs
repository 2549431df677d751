// What the page is told, and what it may ask for: events, methods, the browser's history.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { FORMS, open, quit, ready, root } from "./harness.mjs";
import { answerToDates, answerToGoals, choose, finish, next, pickEvent, planned } from "./way.mjs";

after(quit);

const STEPS = ["begin", "goals", "areas", "check", "dates", "priority", "extras", "earlier", "answers", "plan"];

/** What a person can say: the names of every goal, area, screening question and event. */
const { goals, areas, screening } = JSON.parse(readFileSync(join(root, "www/protocols/reference.json"), "utf8"));
const PRIVATE = new Set(["wedding", "flags", "denied", "unsure", "adult", ...[...goals, ...areas, ...screening].map((one) => one.id ?? one)]);

/** Runs in the page before anything else: every event of the contract, with all that it has. */
function hear() {
  globalThis.told = [];
  for (const type of ["planner-ready", "planner-step", "planner-change", "planner-complete", "planner-booking", "planner-error"]) {
    addEventListener(type, ({ detail, bubbles, composed, cancelable }) => told.push({ type, detail, bubbles, composed, cancelable }));
  }
}

async function begin(t, { form = "split", attributes = "", width = 1280 } = {}) {
  const tag = `<h1>A clinic</h1><exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" lang="en" today="2026-11-22" loading="eager" ${attributes}></exosome-planner>`;
  const opened = await open(tag, { form, before: hear, context: { viewport: { width, height: 900 }, reducedMotion: "reduce" } });
  t.after(opened.close);
  await ready(opened.page);
  await opened.page.evaluate(() => document.querySelector("exosome-planner").ready);
  const planner = opened.page.locator("exosome-planner");
  const told = (type) => opened.page.evaluate((type) => globalThis.told.filter((one) => !type || one.type === type), type);
  return { ...opened, planner, told };
}

const screen = (planner, step) => planner.locator(`.planner-frame[data-step="${step}"]`).waitFor({ state: "attached" });

for (const form of Object.keys(FORMS)) {
  describe(`${form} form`, () => {
    test("over the whole way no event has a goal, an area or an answer", async (t) => {
      const { page, planner, told, seen } = await begin(t, { form, attributes: "hash-state" });
      await answerToDates(planner, {
        screening: () => planner.locator("fieldset", { hasText: /ever had cancer/ }).first().getByText("Ask me in person").click(),
      });
      await pickEvent(planner, "2027-05-08");
      await finish(planner);
      await screen(planner, "plan");
      await page.evaluate(() => addEventListener("planner-booking", (event) => event.preventDefault()));
      for (const link of await planner.locator('[part~="booking"]').all()) await link.click();

      const all = await told();
      assert.ok(PRIVATE.has("fine_lines") && PRIVATE.has("face") && PRIVATE.has("pregnant"), "the words that are looked for are the right ones");
      const shapes = {
        "planner-ready": [],
        "planner-step": ["step"],
        "planner-change": ["planId", "status"],
        "planner-complete": ["planId", "status"],
        "planner-booking": ["url"],
      };
      for (const { type, detail, bubbles, composed, cancelable } of all) {
        assert.deepEqual(Object.keys(detail ?? {}).sort(), shapes[type], type);
        assert.equal(bubbles && composed, true, type);
        assert.equal(cancelable, type === "planner-booking", type);
        const words = JSON.stringify(detail).split(/[^a-z0-9_]+/);
        assert.deepEqual(words.filter((word) => PRIVATE.has(word)), [], type);
        if (type === "planner-step") assert.ok(STEPS.includes(detail.step), detail.step);
        if (type.endsWith("change") || type.endsWith("complete")) {
          assert.match(detail.planId, /^[\w-]+$/);
          assert.ok(["ready", "provisional", "blocked", "infeasible"].includes(detail.status), detail.status);
        }
      }
      assert.deepEqual([...new Set(all.map(({ type }) => type))].sort(), Object.keys(shapes).sort(), "every kind was heard");
      assert.deepEqual([(await seen()).errors, (await seen()).violations], [[], []]);
    });

    test("a booking is told before the browser follows it, and the page may take it over", async (t) => {
      const { page, planner, context, told } = await begin(t, { form });
      await answerToGoals(planner);
      await planned(planner);
      const link = planner.locator('a[part~="booking"][href^="http"]').first();
      const url = await link.getAttribute("href");
      await page.evaluate(() => document.addEventListener("planner-booking", (event) => event.preventDefault(), { once: true }));
      await link.focus();
      await page.keyboard.press("Enter");
      assert.deepEqual((await told("planner-booking")).map(({ detail }) => detail), [{ url }]);
      await page.waitForTimeout(200);
      assert.equal(context.pages().length, 1, "it was not followed");
      const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
      assert.equal((await told("planner-booking")).length, 2);
      await opened.close();
    });

    test("screens are told by name, and the first plan that is shown once", async (t) => {
      const { planner, told } = await begin(t, { form, width: 400 });
      assert.deepEqual(await told("planner-step"), [], "that it is there is told by planner-ready");
      await answerToGoals(planner);
      await planned(planner);
      assert.deepEqual(await told("planner-complete"), [], "it is not on the screen yet");
      await planner.locator(".bar .button").click();
      await screen(planner, "plan");
      await planner.locator(".bar .button").click();
      await screen(planner, "answers");
      await planner.locator(".bar .button").click();
      await screen(planner, "plan");
      assert.deepEqual((await told("planner-step")).map(({ detail }) => detail.step), ["goals", "plan", "answers", "plan"]);
      const [complete, ...more] = await told("planner-complete");
      assert.equal(complete.detail.status, "provisional");
      assert.deepEqual(more, []);
    });
  });
}

test("no plan that stands, no planner-complete: somebody who is not of age", async (t) => {
  const { planner, told } = await begin(t, { width: 400 });
  await choose(planner, "I am not yet 18");
  await planner.locator(".bar .button").click();
  await screen(planner, "plan");
  assert.deepEqual(await told("planner-complete"), []);
  assert.equal(await planner.evaluate((element) => element.exportIcs()), undefined);
});

test("exportIcs gives the file that the button gives, and nothing before there is a plan", async (t) => {
  const { page, planner } = await begin(t);
  assert.equal(await planner.evaluate((element) => element.exportIcs()), undefined);
  await answerToGoals(planner);
  await planned(planner);
  const text = await planner.evaluate((element) => element.exportIcs());
  assert.match(text, /^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/);
  const [download] = await Promise.all([page.waitForEvent("download"), planner.getByRole("button", { name: /calendar/i }).first().click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  assert.equal(Buffer.concat(chunks).toString("utf8"), text);
});

test("whoever hears an event may ask the planner at once, or begin anew", async (t) => {
  const { page, planner, seen } = await begin(t, { width: 400 });
  await page.evaluate(() => {
    const planner = document.querySelector("exosome-planner");
    const ask = () => [planner.getPlan()?.status, planner.exportIcs()?.slice(0, 15), planner.getState()?.length > 5];
    planner.addEventListener("planner-change", () => (globalThis.atChange = ask()));
    planner.addEventListener("planner-complete", () => {
      globalThis.atComplete = ask();
      planner.reset();
    });
  });
  await answerToGoals(planner);
  await planned(planner);
  await planner.locator(".bar .button").click();
  await screen(planner, "begin");
  const asked = ["provisional", "BEGIN:VCALENDAR", true];
  assert.deepEqual(await page.evaluate(() => [globalThis.atChange, globalThis.atComplete]), [asked, asked]);
  assert.equal(await planner.evaluate((element) => element.getPlan()), undefined);
  assert.deepEqual((await seen()).errors, []);
});

test("print prints", async (t) => {
  const { page, planner } = await begin(t);
  await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
  await planner.evaluate((element) => element.print());
  assert.equal(await page.evaluate(() => globalThis.printed), true);
});

test("methods before the planner is there answer with nothing, and throw nothing", async (t) => {
  const { page, close } = await open('<exosome-planner protocol="/none.json" jurisdiction="PH" loading="eager"></exosome-planner>');
  t.after(close);
  await page.locator('exosome-planner [part="error"]').waitFor();
  assert.deepEqual(await page.evaluate(() => {
    const planner = document.querySelector("exosome-planner");
    return [planner.exportIcs(), planner.getPlan(), planner.getState()].filter(Boolean);
  }), []);
});

for (const [layout, width, isBeside] of [["auto", 1280, true], ["auto", 500, false], ["compact", 1280, false], ["full", 500, true]]) {
  test(`layout ${layout} at ${width} px ${isBeside ? "has questions and plan side by side" : "asks one question a screen"}`, async (t) => {
    const { page, planner } = await begin(t, { attributes: `layout="${layout}"`, width });
    assert.equal(await planner.locator(".plan").isVisible(), isBeside);
    assert.equal(await planner.locator(".bar").isVisible(), !isBeside);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "the page does not scroll sideways");
  });
}

test("an eager planner loads wherever it stands", async (t) => {
  const planner = '<exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" loading="eager"></exosome-planner>';
  const { page, close } = await open(`<link rel="stylesheet" href="/tall.css"><div id="tall"></div>${planner}`, { files: { "/tall.css": "#tall { height: 6000px }" } });
  t.after(close);
  await page.locator('exosome-planner .shell[data-stage="ready"]').waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => scrollY), 0);
});

describe("back and forward", () => {
  const length = (page) => page.evaluate(() => history.length);

  test("without hash-state the page's history and address are left alone", async (t) => {
    const { page, planner, origin } = await begin(t, { width: 400 });
    const before = await length(page);
    await answerToGoals(planner);
    await next(planner);
    await screen(planner, "areas");
    assert.equal(await length(page), before);
    assert.equal(page.url(), `${origin}/page`);
    assert.equal(await page.evaluate(() => history.state), null);
  });

  test("with hash-state each screen is an entry, and the answers stay as they are", async (t) => {
    const { page, planner, told } = await begin(t, { width: 400, attributes: "hash-state" });
    await answerToGoals(planner);
    await next(planner);
    await screen(planner, "areas");
    await choose(planner, "Face");
    await page.goBack();
    await screen(planner, "goals");
    assert.equal(await planner.getByLabel("The look of fine lines").isChecked(), true);
    await choose(planner, "A brighter look");
    const state = await planner.evaluate((element) => element.getState());
    await page.waitForFunction((state) => location.hash === `#xp=${state}`, state);
    await page.goBack();
    await screen(planner, "begin");
    await page.waitForFunction((state) => location.hash === `#xp=${state}`, state, { timeout: 5000 });
    await page.goForward();
    await screen(planner, "goals");
    await page.goForward();
    await screen(planner, "areas");
    assert.equal(await planner.getByLabel("Face", { exact: true }).isChecked(), true);
    assert.deepEqual((await told("planner-step")).map(({ detail }) => detail.step), ["goals", "areas", "goals", "begin", "goals", "areas"]);
  });

  test("what the page keeps in its history stays, and its own entries move nothing", async (t) => {
    const { page, planner } = await begin(t, { width: 400, attributes: "hash-state" });
    await page.evaluate(() => history.pushState({ own: 1 }, ""));
    await choose(planner, "I am 18 or older");
    await next(planner);
    await screen(planner, "goals");
    assert.deepEqual(await page.evaluate(() => history.state), { own: 1, xp: "goals" });
    await page.goBack();
    await page.waitForFunction(() => !history.state.xp);
    assert.deepEqual(await page.evaluate(() => history.state), { own: 1 });
    await screen(planner, "goals");
  });

  test("a planner that has left the page does not hear of it", async (t) => {
    const { page, planner, seen } = await begin(t, { width: 400, attributes: "hash-state" });
    await choose(planner, "I am 18 or older");
    await next(planner);
    await screen(planner, "goals");
    await page.evaluate(async () => {
      globalThis.gone = document.querySelector("exosome-planner");
      globalThis.gone.remove();
      await new Promise((later) => setTimeout(later, 150));
    });
    await page.goBack();
    await page.waitForTimeout(100);
    assert.deepEqual((await seen()).errors, []);
  });
});
