// What is out of sight follows what is in sight, and nothing is left behind.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { quit } from "./harness.mjs";
import { answerToDates, begin, finish, pickEvent } from "./way.mjs";

after(quit);

/** A plan, with the visits in sight or out of it. */
async function planned(t, { isSeen }) {
  const { page, planner, close } = await begin({ isAsShipped: true, width: 1280, height: 800 });
  t.after(close);
  await answerToDates(planner);
  await pickEvent(planner, "2027-05-08");
  await finish(planner);
  const visits = planner.locator(".visits");
  await (isSeen ? visits.scrollIntoViewIfNeeded() : page.evaluate(() => scrollTo(0, 0)));
  // Whether a part is in sight is told with a frame.
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told)))));
  return planner;
}

/** The first visit's day, and the first option's dates, at once after the start was moved, and frames later. */
const moved = (planner, days) =>
  planner.evaluate(async (element, days) => {
    const text = (selector) => element.shadowRoot.querySelector(selector).textContent;
    const said = () => ({ start: text(".what-if output"), visit: text(".visit-date"), options: text(".options tbody") });
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const before = said();
    const slider = element.shadowRoot.querySelector("#planner-what-if-start");
    slider.value = String(days);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    const atOnce = said();
    await frame();
    await frame();
    return { before, atOnce, later: said() };
  }, days);

test("what is out of sight follows a frame later", async (t) => {
  const { before, atOnce, later } = await moved(await planned(t, { isSeen: false }), 62);
  assert.equal(atOnce.start, "January 23, 2027");
  assert.deepEqual([atOnce.visit, atOnce.options], [before.visit, before.options]);
  assert.match(later.visit, /January 23/);
  assert.match(later.options, /Jan 23/);
});

test("what is in sight changes at once", async (t) => {
  const { atOnce, later } = await moved(await planned(t, { isSeen: true }), 62);
  assert.equal(atOnce.start, "January 23, 2027");
  assert.match(atOnce.visit, /January 23/);
  assert.match(later.options, /Jan 23/);
});

test("a screen that turns to others loses its prices without waiting for a frame", async (t) => {
  const planner = await planned(t, { isSeen: false });
  const [alone, shared] = await planner.evaluate(async (element) => {
    const options = () => element.shadowRoot.querySelector(".options").textContent;
    const alone = options();
    globalThis.requestAnimationFrame = () => 0; // no frame ever comes
    element.setAttribute("mode", "present");
    const end = performance.now() + 5_000;
    while (options().includes("₱") && performance.now() < end) await new Promise((soon) => setTimeout(soon));
    return [alone, options()];
  });
  assert.match(alone, /₱/);
  assert.doesNotMatch(shared, /₱/);
});

test("many changes in one frame end with the last", async (t) => {
  const planner = await planned(t, { isSeen: false });
  const both = await Promise.all([moved(planner, 20), moved(planner, 62)]);
  const { visit, options } = both.at(-1).later;
  assert.match(visit, /January 23/);
  assert.match(options, /Jan 23/);
});

test("what comes into sight is as the plan is", async (t) => {
  const planner = await planned(t, { isSeen: false });
  const visit = await planner.evaluate(async (element) => {
    const slider = element.shadowRoot.querySelector("#planner-what-if-start");
    slider.value = "62";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    const visits = element.shadowRoot.querySelector(".visits");
    visits.scrollIntoView();
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return visits.querySelector(".visit-date").textContent;
  });
  assert.match(visit, /January 23/);
});
