// Nobody is kept out: what axe finds in every state, mode, theme and language, and what it can't see.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { failed, quit } from "./harness.mjs";
import { backwards, clipped, moving, nameless, overlapping, smallTargets, tabThrough, undrawn, violations } from "./measure.mjs";
import { LANGUAGES, answerToDates, answerToGoals, become, begin, check, choose, finish, late, next, pickEvent, picture, sideways, stage, token } from "./way.mjs";

after(quit);

const MODES = ["explore", "present", "clinician"];
/** Plans are looked at side by side with the answers too, once from the left and once from the right. */
const wide = { en: "dark", ar: "light" };
/** A goal that only procedures are for. */
const scars = "The look of dents left by spots";
const link = `state="${token()}"`;

/** Answers everything before this question; `isWhole` leaves out nothing that a plan needs. */
async function answerTo(planner, step, isWhole) {
  await answerToDates(planner, { screening: isWhole ? () => choose(planner, "It burns sometimes") : undefined });
  for (const left of ["dates", "priority", "extras", "earlier"]) {
    if (left === step) return;
    if (left === "dates") await pickEvent(planner, "2027-05-08");
    await next(planner);
  }
}

/** Presses what the bar at the foot offers. */
const bar = (planner) => planner.locator(".bar button").click();

/** Questions that are looked at more closely, and how a person comes to them. */
const questions = {
  "your age": { reach: async () => {} },
  "check-first list": { reach: (planner) => answerToDates(planner).then(() => planner.getByRole("button", { name: "Back" }).click()) },
  "dates": { reach: (planner) => answerTo(planner, "dates").then(() => pickEvent(planner, "2027-05-08")) },
};

/** Everything that can stand in the place of the plan. */
const plans = {
  "no plan yet": { stage: "empty", reach: bar },
  "not of age": { stage: "not_of_age", reach: (planner) => choose(planner, "I am not yet 18").then(() => bar(planner)) },
  "not sure": { stage: "unsure", reach: (planner) => answerToGoals(planner).then(() => choose(planner, "I'm not sure")).then(() => bar(planner)) },
  "a plan that stands": { stage: "ready", reach: (planner) => answerTo(planner, undefined, true) },
  "a draft, of a link": { stage: "provisional", attributes: link, reach: async () => {} },
  "dates that do not fit": {
    stage: "infeasible",
    reach: (planner) => answerToDates(planner, { goals: [scars] }).then(() => pickEvent(planner, "2026-12-12")).then(() => finish(planner)),
  },
  "nothing may be planned": {
    stage: "blocked",
    reach: (planner) => answerToDates(planner, { screening: () => check(planner, /cancer now/i, "Yes") }).then(() => finish(planner)),
  },
};

/** A planner in this state. */
async function reached({ reach, stage: name, attributes, files }, options) {
  const opened = await begin({ width: 360, height: 740, attributes, files, ...options });
  await reach(opened.planner);
  if (name) await stage(opened.planner, name);
  return opened;
}

/** Measures, and keeps what is wrong with the place where it is. */
function notes(page) {
  const found = [];
  const note = (where, what, problems) => problems.length > 0 && found.push([where, what, problems]);
  return {
    found,
    async axe(where) {
      note(where, "axe", await violations(page));
    },
    async controls(where) {
      const { count, nameless: none } = await nameless(page);
      assert.ok(count > 0, where);
      note(where, "without a name", none);
      note(where, "too small", await smallTargets(page));
    },
    async words(where) {
      note(where, "beyond the edge", await sideways(page).then((px) => (px ? [px] : [])));
      note(where, "cut", await clipped(page));
      note(where, "over each other", await overlapping(page));
    },
  };
}

describe("axe finds nothing, in every mode, language and theme", { concurrency: 2 }, () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: every question`, async (t) => {
      const { page, planner, close } = await reached({ reach: (planner) => answerTo(planner) }, { width: 320 });
      t.after(close);
      const { found, axe, controls, words } = notes(page);
      const walk = async (where, look) => {
        if (await planner.locator(".bar").isVisible()) await bar(planner);
        await look(`${where} all answers`);
        await planner.locator(".section > .link").first().click();
        let asked = 0;
        for (; (await planner.locator(".section-foot").count()) > 0; asked += 1) {
          await look(`${where} ${await planner.locator(".section-title").getAttribute("id")}`);
          await next(planner);
        }
        return asked;
      };
      for (const mode of MODES) {
        await become(planner, { lang, mode, theme: "light" });
        const asked = await walk(mode, async (where) => {
          await axe(where);
          if (mode === "explore") await controls(where).then(() => words(where));
          await become(planner, { theme: "dark" });
          await axe(`${where} dark`);
          await become(planner, { theme: "light" });
        });
        assert.equal(asked, mode === "present" ? 6 : 8, "what is private is not asked on a shared screen");
      }
      await become(planner, { mode: "explore" });
      await bar(planner);
      await planner.locator(".section", { has: page.locator("#planner-dates") }).locator(".link").click();
      for (const [part, text] of [["day", "31"], ["month", "2"], ["year", "2027"]]) await planner.locator(`#planner-start-${part}`).fill(text);
      await next(planner);
      await planner.locator(".faults").waitFor();
      for (const theme of ["light", "dark"]) {
        await become(planner, { theme });
        await axe(`dates that are none ${theme}`);
      }
      assert.deepEqual(found, []);
    });
  }

  for (const [name, state] of Object.entries(plans)) {
    for (const lang of LANGUAGES) {
      test(`${lang}: ${name}`, async (t) => {
        const { page, planner, close } = await reached(state);
        t.after(close);
        const { found, axe, controls } = notes(page);
        for (const mode of MODES) {
          await become(planner, { lang, mode, theme: "light" });
          await axe(`${mode} light`);
          await become(planner, { theme: "dark" });
          await axe(`${mode} dark`);
        }
        await controls("360 px");
        if (lang in wide) {
          await page.setViewportSize({ width: 1280, height: 900 });
          await become(planner, { mode: "explore", theme: wide[lang] });
          await axe("1280 px");
          await controls("1280 px");
        }
        assert.deepEqual(found, []);
      });
    }
  }

  test("a plan on its way", async (t) => {
    const { page, planner, close } = await reached({ stage: "awaited", files: late().files, reach: (planner) => answerToGoals(planner).then(() => bar(planner)) });
    t.after(close);
    for (const theme of ["light", "dark"]) {
      await become(planner, { theme });
      assert.deepEqual(await violations(page), []);
    }
  });

  test("a planner that failed, on a page in another language", async (t) => {
    const { page, planner, close } = await begin({ lang: "ar" });
    t.after(close);
    for (const [colorScheme, protocol] of [["light", "/nowhere.json"], ["dark", "/no-such-file.json"]]) {
      await page.emulateMedia({ colorScheme });
      await planner.evaluate((element, protocol) => element.reset() ?? element.setAttribute("protocol", protocol), protocol);
      await failed(page);
      assert.deepEqual(await violations(page), []);
    }
    const panel = planner.locator('[part="error"]');
    assert.deepEqual(await panel.evaluate(({ lang, dir }) => [lang, dir]), ["en", "ltr"], "its sentences are English");
  });
});

describe("by keyboard", { concurrency: 2 }, () => {
  const somewhere = { "your age": questions["your age"], "check-first list": questions["check-first list"], "dates": questions.dates, "a plan": plans["a plan that stands"], "a plan in Arabic": plans["a plan that stands"] };
  const rooms = [[1280, 900], [360, 740], [320, 256]];
  for (const [name, state] of Object.entries(somewhere)) {
    test(`${name}: Tab goes the reading way, and what it comes to is never hidden`, async (t) => {
      const { page, planner, close } = await reached(state);
      t.after(close);
      const isRtl = name.includes("Arabic");
      if (isRtl) await become(planner, { lang: "ar" });
      for (const [width, height] of rooms) {
        await page.setViewportSize({ width, height });
        const stops = await tabThrough(page);
        assert.ok(stops.length > (width < 720 && name === "your age" ? 3 : 9), `${stops.length} stops at ${width} px`);
        assert.deepEqual(backwards(stops, isRtl), [], `${width} px: order`);
        assert.deepEqual(stops.filter(({ covered }) => covered > 0).map(({ label, covered }) => [label, covered]), [], `${width} by ${height} px: covered`);
      }
    });
  }

  test("next and back move the focus to the heading of what is shown, in view", async (t) => {
    for (const [width, height] of [[1280, 900], [360, 740]]) {
      const { page, planner, close } = await begin({ width, height });
      t.after(close);
      const at = () => planner.locator(":is(h2, h3):focus").waitFor().then(() => planner.evaluate(({ shadowRoot }) => {
        const { id, localName } = shadowRoot.activeElement;
        const { top, bottom } = shadowRoot.activeElement.getBoundingClientRect();
        return [id, localName, top >= 0 && bottom <= innerHeight];
      }));
      await choose(planner, "I am 18 or older");
      await next(planner);
      assert.deepEqual(await at(), ["planner-goals", "h3", true]);
      await choose(planner, "The look of fine lines");
      await next(planner);
      await choose(planner, "Face");
      assert.deepEqual(await next(planner).then(at), ["planner-check", "h3", true]);
      await planner.getByRole("button", { name: "Back" }).click();
      assert.deepEqual(await at(), ["planner-areas", "h3", true]);
      await finish(planner);
      assert.deepEqual(await at(), ["planner-plan", "h2", true]);
    }
  });
});

test("an answer that changes the plan is told once, politely, in a sentence", async (t) => {
  const { page, planner, close } = await reached(plans["a plan that stands"], { width: 1280 });
  t.after(close);
  await planner.evaluate(({ shadowRoot }) => {
    globalThis.told = [];
    const live = shadowRoot.querySelector("[part=live]");
    new MutationObserver(() => globalThis.told.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
  });
  const told = () => page.waitForTimeout(150).then(() => page.evaluate(() => globalThis.told.splice(0)));
  assert.equal(await planner.locator("[part=live]").getAttribute("role"), "status");
  await planner.getByRole("button", { name: "Microneedling: one session more" }).click();
  assert.deepEqual(await told(), ["5 visits · 18 weeks · last one April 13. From 4 visits to 5 visits."]);
  await planner.getByText("The same as a table").click();
  assert.deepEqual(await told(), [], "what changes nothing is not told");
});

describe("in any size", { concurrency: 2 }, () => {
  const states = { "dates": questions.dates, "a plan that stands": plans["a plan that stands"], "dates that do not fit": plans["dates that do not fit"] };
  for (const [name, state] of Object.entries(states)) {
    test(`${name}: at 400 % of 1280 px, and with text twice as large, nothing is cut, covered or beyond the edge`, async (t) => {
      const { page, planner, close } = await reached(state);
      t.after(close);
      const { found, words } = notes(page);
      for (const lang of LANGUAGES) {
        await become(planner, { lang });
        await page.setViewportSize({ width: 320, height: 256 });
        await words(`${lang} 400 %`);
        await page.setViewportSize({ width: 1280, height: 900 });
        await planner.evaluate(({ style }) => (style.fontSize = "200%"));
        await words(`${lang} twice as large`);
        if (lang === "en") await picture(page, `access ${name} twice as large`);
        await planner.evaluate(({ style }) => (style.fontSize = ""));
      }
      assert.deepEqual(found, []);
    });
  }
});

test("under reduced motion nothing moves", async (t) => {
  const { page, planner, close } = await reached(plans["a plan that stands"], { width: 1280, reducedMotion: "no-preference" });
  t.after(close);
  assert.ok((await moving(page)).length > 0, "else something does");
  // What began to move before is let come to its end.
  await planner.evaluate(({ shadowRoot }) => Promise.all(shadowRoot.getAnimations().map(({ finished }) => finished)));
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.deepEqual(await moving(page), []);
  await planner.evaluate((element) => (element.shadowRoot.querySelector(".shell").dataset.stage = "loading"));
  assert.deepEqual(await moving(page), [], "nor while it loads");
});

test("in forced colours controls have their edges, and the timeline is drawn", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await reached(plans["a plan that stands"], { width: 1280, forcedColors: "active", colorScheme });
    t.after(close);
    assert.deepEqual(await undrawn(page), []);
    await picture(page, `access forced ${colorScheme}`);
  }
});
