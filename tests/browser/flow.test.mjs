// From the first question to a dated plan, by mouse and by keyboard.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { quit, shown } from "./harness.mjs";
import { answerToDates, answerToGoals, become, begin, choose, finish, next, pickEvent, planned } from "./way.mjs";

after(quit);

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
  const ring = await planner.evaluate((element) => getComputedStyle(element.shadowRoot.activeElement.querySelector(".timeline-ring")).stroke);
  assert.match(ring, /^rgb/, "focus is seen");
});

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

test("the focus goes on where a button goes, and to what is missing", async (t) => {
  const { planner, page, close } = await begin();
  t.after(close);
  const focused = (id) => page.waitForFunction((id) => document.querySelector("exosome-planner").shadowRoot.activeElement?.id === id, id);
  await answerToGoals(planner);
  await next(planner);
  await choose(planner, "Face");
  await next(planner);
  await planner.getByText("I have read them").click();
  await focused("planner-sensitive");
  for (let left = 4; left > 0; left -= 1) await next(planner);
  const add = planner.getByRole("button", { name: "Add this treatment" });
  await add.click();
  await focused("planner-past");
  await planner.locator("#planner-past").selectOption({ label: "Microneedling" });
  await add.click();
  await focused("planner-past-day");
  const isOnTheWay = (id) => planner.locator(id).evaluate((field) => field.tabIndex === 0);
  assert.ok((await isOnTheWay("#planner-past")) && (await isOnTheWay("#planner-past-day")), "the Tab key still comes to them");
});

test("a date's fields stand in the order in which the language writes a date", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await answerToDates(planner);
  await choose(planner, "Yes");
  const orders = { en: ["month", "day", "year"], ko: ["year", "month", "day"], "zh-Hans": ["year", "month", "day"], ar: ["day", "month", "year"], hi: ["day", "month", "year"] };
  for (const [lang, order] of Object.entries(orders)) {
    await become(planner, { lang });
    const fields = await planner.locator(".date-parts").last().locator("input").evaluateAll((all) => all.map(({ id }) => id.split("-").at(-1)));
    assert.deepEqual(fields, order, lang);
  }
});
