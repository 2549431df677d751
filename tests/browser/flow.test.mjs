// From the first question to a dated plan, by mouse and by keyboard, and every state in between.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { quit, root, shown } from "./harness.mjs";
import { answerToDates, answerToGoals, begin, choose, finish, late, next, pickEvent, planned, stage } from "./way.mjs";

/** A goal that only procedures are for. */
const scars = "The look of dents left by spots";

const pictures = join(root, "tests/browser/screenshots");

before(() => mkdir(pictures, { recursive: true }));
after(quit);

async function faultless(page) {
  // What the bar at the foot lies over can be scrolled from under it: in a window as tall as the page it lies over nothing.
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  await page.setViewportSize({ width, height });
  assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "nothing scrolls sideways");
}

test("by mouse, answers become a dated plan and the network stays silent", async (t) => {
  const { page, planner, requests, seen, context, close } = await begin();
  t.after(close);
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await answerToDates(planner);
  await pickEvent(planner, "2027-05-08");
  await finish(planner);
  assert.match(await planner.locator("#planner-plan").innerText(), /Three sessions from .* before your wedding/);
  const text = await shown(page);
  for (const part of ["Visit by visit", "What people may notice, and when", "What people may not like", "Side by side", "Questions to take to the consultation"]) {
    assert.ok(text.includes(part), part);
  }
  assert.equal(requests.length, loaded, "no request after the page has loaded");
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  const { errors, violations, events } = await seen();
  assert.deepEqual([errors, violations], [[], []]);
  for (const { type, detail } of events) {
    assert.ok(!/fine_lines|dullness|face|goal|flag|wedding/.test(JSON.stringify(detail)), `${type} says nothing private`);
  }
});

test("by keyboard alone, the same plan is reached", async (t) => {
  const { page, planner, close } = await begin();
  t.after(close);
  const focused = () =>
    page.evaluate(() => {
      const at = document.querySelector("exosome-planner").shadowRoot.activeElement;
      return at ? (at.labels?.[0]?.innerText ?? at.getAttribute("aria-label") ?? at.textContent).replace(/\s+/g, " ").trim() : "";
    });
  const tabTo = async (name) => {
    for (let pressed = 0; pressed < 80; pressed += 1) {
      if ((await focused()).startsWith(name)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab never reached "${name}"`);
  };
  const press = async (name, key) => {
    await tabTo(name);
    await page.keyboard.press(key);
  };
  await press("I am 18 or older", "Space");
  await press("Next", "Enter");
  await press("The look of fine lines", "Space");
  await press("A brighter look", "Space");
  await press("Next", "Enter");
  await press("Face", "Space");
  await press("Next", "Enter");
  await press("I have read them", "Enter");
  await press("Next", "Enter");
  for (let left = 4; left > 0; left -= 1) await press("Next", "Enter").catch(() => {});
  assert.match(await planner.locator("#planner-plan").innerText(), /sessions? from/);
  await tabTo("Session 1");
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, stroke } = getComputedStyle(document.querySelector("exosome-planner").shadowRoot.activeElement);
    return { outlineStyle, outlineWidth, stroke };
  });
  assert.ok(outline.outlineStyle !== "none" || outline.stroke !== "none", "focus is seen");
});

test("back and forward lose nothing", async (t) => {
  const { planner, close } = await begin({ width: 360, height: 740 });
  t.after(close);
  await choose(planner, "I am 18 or older");
  await next(planner);
  await choose(planner, "The look of fine lines");
  await next(planner);
  await planner.getByRole("button", { name: "Back" }).click();
  assert.equal(await planner.getByLabel("The look of fine lines").isChecked(), true);
  await planner.getByRole("button", { name: "Back" }).click();
  assert.equal(await planner.getByLabel("I am 18 or older").isChecked(), true);
});

test("a change that would work is a button, and works", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await answerToDates(planner, { goals: [scars] });
  await pickEvent(planner, "2026-12-12");
  assert.match(await planner.locator("#planner-plan").innerText(), /does not fit|not be ready|before your wedding/i);
  await planner.locator("button.change").last().click();
  assert.match(await planner.locator("#planner-plan").innerText(), /sessions? from/);
});

/** Every state that a person can meet, and how they come to it. */
const states = {
  "nothing chosen": async () => {},
  "choosing goals": async (planner) => {
    await choose(planner, "I am 18 or older");
    await next(planner);
    await choose(planner, "The look of fine lines");
  },
  "check-first list": async (planner) => {
    await choose(planner, "I am 18 or older");
    await next(planner);
    await choose(planner, "The look of fine lines");
    await next(planner);
    await choose(planner, "Face");
    await next(planner);
  },
  "not of age": async (planner) => {
    await choose(planner, "I am not yet 18");
    await next(planner);
  },
  "a plan that is awaited": async (planner) => {
    await answerToGoals(planner);
    await stage(planner, "awaited");
    const bar = planner.locator(".bar button");
    if (await bar.isVisible()) await bar.click();
  },
  "a plan": async (planner) => {
    await answerToDates(planner);
    await pickEvent(planner, "2027-05-08");
    await finish(planner);
  },
  "a plan without an event": async (planner) => {
    await answerToDates(planner);
    await finish(planner);
  },
  "nothing may be planned": async (planner) => {
    await answerToDates(planner, { screening: (planner) => planner.locator("fieldset", { hasText: /cancer now/i }).first().getByText("Yes", { exact: true }).click() });
    await finish(planner);
  },
  "dates that do not fit": async (planner) => {
    await answerToDates(planner, { goals: [scars] });
    await pickEvent(planner, "2026-12-12");
    await finish(planner);
  },
  "a date that is none": async (planner) => {
    await answerToDates(planner);
    await planner.locator("#planner-start-day").fill("31");
    await planner.locator("#planner-start-month").fill("Feb");
    await planner.locator("#planner-start-year").fill("2027");
    await next(planner);
  },
};

/** Those that end when the second file of the program arrives. */
const PASSING = ["a plan that is awaited"];

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    describe(`${width} px, ${colorScheme}`, () => {
      for (const [state, reach] of Object.entries(states)) {
        test(`${state}: axe finds nothing`, async (t) => {
          const files = PASSING.includes(state) ? late().files : {};
          const { page, planner, close } = await begin({ width, height: width === 360 ? 740 : 900, colorScheme, files });
          t.after(close);
          await reach(planner);
          await faultless(page);
          await page.screenshot({ path: join(pictures, `${state.replaceAll(" ", "-")}-${width}-${colorScheme}.png`), fullPage: true });
        });
      }
    });
  }
}

test("what is out of sight is not laid out until somebody comes to it, by scrolling or by the Tab key", async (t) => {
  const { planner, page, close } = await begin({ isAsShipped: true });
  t.after(close);
  await answerToGoals(planner);
  await planned(planner);
  const isLaidOut = (id) =>
    planner.locator(`#${id}`).evaluate((title) => title.checkVisibility({ contentVisibilityAuto: true }));
  assert.equal(await isLaidOut("planner-about"), false);
  await planner.locator("section[aria-labelledby=planner-about] summary").first().focus();
  await page.waitForFunction(() => document.querySelector("exosome-planner").shadowRoot.querySelector("#planner-about").checkVisibility({ contentVisibilityAuto: true }));
  const { top, bottom } = await planner.evaluate((element) => element.shadowRoot.activeElement.getBoundingClientRect());
  assert.ok(top >= 0 && bottom <= 900, `what has the focus is on the screen: ${top} to ${bottom}`);
});
