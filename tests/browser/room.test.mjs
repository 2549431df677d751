// What the room and the type around it make of the planner: what stays in sight, and what grows.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { quit } from "./harness.mjs";
import { become, begin, choose, next, token, wedding } from "./way.mjs";

after(quit);

/** Where a part stands in the window, once the page rests. */
async function place(planner, selector) {
  return planner.evaluate(async (element, selector) => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const { top, bottom, width, height } = element.shadowRoot.querySelector(selector).getBoundingClientRect();
    return { top, bottom, width, height };
  }, selector);
}

const size = (planner, selector) => planner.locator(selector).first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
const style = (page, selector, property, value) => page.evaluate(([selector, property, value]) => document.querySelector(selector).style.setProperty(property, value), [selector, property, value]);

test("wide: the plan stays in sight while a long question is answered, and the answers beside a long plan", async (t) => {
  const { page, planner, close } = await begin({ height: 800 });
  t.after(close);
  await choose(planner, "I am 18 or older");
  await next(planner);
  await choose(planner, "The look of fine lines");
  await next(planner);
  await choose(planner, "Face");
  await next(planner);
  const last = planner.getByRole("button", { name: /I have read them/ });
  await last.scrollIntoViewIfNeeded();
  const head = await place(planner, "#planner-plan");
  assert.ok(head.top >= 0 && head.bottom <= 800, `the plan's first line is at ${head.top}`);
  await last.click();
  await planner.locator("#planner-sensitive:focus").waitFor();
  await planner.locator("#planner-keep").scrollIntoViewIfNeeded();
  const answers = await place(planner, ".answers");
  assert.ok(answers.top >= 0 && answers.bottom <= 801, JSON.stringify(answers));
  await style(page, "exosome-planner", "--planner-top", "120px");
  assert.equal((await place(planner, ".answers")).top, 120, "under a header that stays");
  await planner.locator(".contents").getByRole("button", { name: "Side by side" }).click();
  await planner.locator("#planner-options:focus").waitFor();
  assert.ok((await place(planner, "#planner-options")).top >= 120, "and so is what somebody goes to");
});

test("a page that makes its root small makes nothing narrower", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  const widths = () => Promise.all([".answers", ".timeline-labels", ".options td", ".visit-head", ".stepper .button"].map(async (part) => Math.round((await place(planner, part)).width)));
  const before = await widths();
  await style(page, "body", "font-size", "16px");
  await style(page, "html", "font-size", "62.5%");
  assert.deepEqual(await widths(), before);
});

test("the picture of the plan grows with the type of the page", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  const measured = async () => ({
    words: await size(planner, ".timeline-month"),
    dot: (await place(planner, ".timeline-dot")).height,
    lanes: (await place(planner, ".timeline-chart")).height,
  });
  const before = await measured();
  await style(page, "body", "font-size", "32px");
  const after = await measured();
  for (const [part, height] of Object.entries(before)) assert.ok(Math.abs(after[part] / height - 2) < 0.05, `${part}: ${height}, then ${after[part]}`);
});

for (const [width, least] of [[1280, 16], [1920, 20], [3840, 32]]) {
  test(`present at ${width} px: the picture and the options read well, and stand one after the other`, async (t) => {
    const { planner, close } = await begin({ width, height: 1080, attributes: `mode="present" state="${token()}"` });
    t.after(close);
    await planner.locator(".options").waitFor({ state: "attached" });
    for (const part of [".timeline-month", ".timeline-number", ".timeline-labels > span", ".legend-list", ".lead"]) {
      const words = await size(planner, part);
      assert.ok(words >= least, `${part}: ${words}`);
    }
    assert.ok((await size(planner, ".options tbody td")) >= least);
    const [picture, options, rest] = await Promise.all([".timeline", "#planner-options", "#planner-what-if"].map((part) => place(planner, part)));
    assert.ok(picture.bottom <= options.top && options.bottom <= rest.top, JSON.stringify({ picture, options, rest }));
    assert.equal(await planner.locator(".link-note").getByText("check-first").count(), 0, "it has no such questions");
  });
}

test("no visit's mark touches another, wherever the picture changes its shape", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  // Sixteen days after the one before: near enough to touch in a picture of middle width.
  await planner.locator(".timeline-visit").nth(2).focus();
  for (let day = 0; day < 4; day += 1) await page.keyboard.press("ArrowLeft");
  await planner.locator(".visit-date", { hasText: "March 18" }).waitFor({ state: "attached" });
  const touching = () => planner.evaluate(async (element) => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const marks = [...element.shadowRoot.querySelectorAll(".timeline-visit")].map((mark) => mark.querySelector(".timeline-dot, .timeline-square").getBoundingClientRect());
    const middles = marks.map(({ left, top, width }) => ({ x: left + width / 2, y: top + width / 2, width }));
    return middles.slice(1).map((to, index) => Math.hypot(to.x - middles[index].x, to.y - middles[index].y) - to.width).filter((between) => between < 0);
  });
  for (const [mode, widths] of Object.entries({ explore: [360, 720, 900, 1000, 1100, 1280], present: [360, 768, 1024, 1280, 1920] })) {
    await become(planner, { mode });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await touching(), [], `${mode} at ${width} px`);
    }
  }
});
