// A visit put on another day: by keys, by buttons, by dragging its mark; what moves with it and which rule is hit.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { FORMS, quit } from "./harness.mjs";
import { begin, token, wedding } from "./way.mjs";

after(quit);

/** The option that these answers are shown first; a moved visit may put another before it, and it stays the one shown. */
const OPTION = "microneedling+exosome";
const mark = (planner, place) => planner.locator(".timeline-visit").nth(place);
const live = (planner) => planner.locator('[part="live"]');

/** The visits of the option shown, in order. */
const visits = (planner) => planner.evaluate((element, option) => element.getPlan().options.find(({ id }) => id === option).visits, OPTION);

const days = async (planner) => (await visits(planner)).map(({ date }) => date);

/** Waits until a visit is on a day, or later where it says so. */
const until = (page, place, date, isLater = false) =>
  page.waitForFunction(([option, place, date, isLater]) => {
    const now = document.querySelector("exosome-planner").getPlan().options.find(({ id }) => id === option).visits[place].date;
    return now === date || (isLater && now > date);
  }, [OPTION, place, date, isLater]);

const dayAfter = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (date) => new Date(`${date}T00:00:00Z`).getUTCDay();

for (const form of Object.keys(FORMS)) {
  test(`${form} form: arrow keys move a visit to the next day that is open, the others follow, and it is said`, async (t) => {
    const { planner, page, close, seen } = await wedding({ form });
    t.after(close);
    const before = await days(planner);
    const [, , second, third] = before;
    await mark(planner, 2).focus();
    await page.keyboard.press("ArrowRight");
    const next = weekday(dayAfter(second, 1)) === 0 ? dayAfter(second, 2) : dayAfter(second, 1);
    await until(page, 2, next);
    const now = await days(planner);
    assert.ok(now[3] >= third, "the third keeps its interval");
    const flips = await planner.locator(".flips").innerText();
    assert.match(flips, /Session 2 of 3: .* instead of .*\./);
    assert.ok((await live(planner).innerText()).includes("Session 2 of 3"), "it is announced");
    assert.equal(await planner.evaluate((element) => element.shadowRoot.activeElement?.getAttribute("aria-label")), "Session 2 of 3", "the focus stays on the mark");
    assert.match(await mark(planner, 2).getAttribute("class"), /is-pinned/);
    assert.match(await planner.locator(".visit").nth(2).innerText(), /You put it on this day/);

    // The other way, and back to where the planner would put it.
    await page.keyboard.press("ArrowLeft");
    await until(page, 2, second);
    await planner.getByRole("button", { name: "Let the planner choose" }).click();
    await until(page, 2, before[2]);
    assert.deepEqual(await days(planner), before);
    assert.equal(await planner.locator(".is-pinned").count(), 0);
    assert.deepEqual((await seen()).errors, []);
  });
}

test("a visit that can go no further stays, and the rule is named where it is and to a screen reader", async (t) => {
  const { planner, page, close } = await wedding();
  t.after(close);
  const { reach } = (await visits(planner))[3];
  await mark(planner, 3).focus();
  await page.keyboard.press("Home");
  await planner.locator(".is-pinned").first().waitFor();
  assert.equal((await days(planner))[3], reach.earliest);
  await page.keyboard.press("End");
  await until(page, 3, reach.latest, true);
  for (let press = 0; press < 20 && (await planner.locator(".move-refused").count()) === 0; press += 1) await page.keyboard.press("ArrowRight");
  const refused = await planner.locator(".move-refused").innerText();
  assert.match(refused, /^It stays on .*2027\. Up to .* of visible recovery, and .* kept free before your event: .* at the latest\.$/);
  assert.equal(await live(planner).innerText(), refused);
});

test("the buttons do what the keys do, and every step can be taken back", async (t) => {
  const { planner, page, close } = await wedding({ width: 360, height: 740 });
  t.after(close);
  const before = await days(planner);
  await mark(planner, 2).click();
  const group = planner.getByRole("group", { name: "Move this visit" });
  await group.getByRole("button", { name: "Session 2 of 3: Later" }).click();
  await planner.locator(".is-pinned").first().waitFor();
  assert.ok((await days(planner))[2] > before[2]);
  await planner.getByRole("button", { name: "Undo" }).click();
  await until(page, 2, before[2]);
  assert.deepEqual(await days(planner), before);
});

test("dragging moves a visit on a shared screen, as one change; a link takes it along", async (t) => {
  const { planner, page, close } = await wedding();
  t.after(close);
  await planner.evaluate((element) => element.setAttribute("mode", "present"));
  await planner.locator('[data-mode="present"]').waitFor();
  const before = await days(planner);
  await mark(planner, 2).scrollIntoViewIfNeeded();
  const box = await mark(planner, 2).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(x + step * 4, y);
  await page.mouse.up();
  const after = await days(planner);
  assert.ok(after[2] > before[2] && after[3] >= before[3], `${before} became ${after}`);
  await planner.locator(".is-dragged").waitFor({ state: "detached" });
  const token = await planner.evaluate((element) => element.getState());

  const other = await begin({ attributes: `state="${token}"` });
  t.after(other.close);
  await other.planner.locator(".timeline-visit.is-pinned").first().waitFor();
  assert.deepEqual(await days(other.planner), after);

  await planner.getByRole("button", { name: "Undo" }).click();
  await until(page, 2, before[2]);
  assert.deepEqual(await days(planner), before);
});

test("of two series at the clinic each visit is named by its treatment, and no two alike", async (t) => {
  const { planner, page, close } = await begin({ attributes: `state="${token({ extras: ["prp_face"] })}"` });
  t.after(close);
  const plan = await planner.evaluate((element) => element.getPlan());
  const place = plan.options.findIndex(({ id }) => id === "microneedling+exosome+prp_face");
  await planner.getByRole("button", { name: "Show this one" }).nth(place - 1).click();
  const { visits } = plan.options[place];
  await planner.locator(".timeline-visit").nth(visits.length - 1).waitFor();
  const names = await planner.locator(".timeline-visit").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")));
  assert.equal(names.length, visits.length);
  assert.equal(new Set(names).size, names.length, names.join(" | "));
  assert.ok(names.slice(1).every((name) => /session \d of \d/.test(name)), names.join(" | "));
  const cards = await planner.locator(".visit-name").allInnerTexts();
  assert.deepEqual(cards, names);
  const shared = visits.findIndex(({ sessions }) => sessions.length > 1);
  const steps = await planner.locator(".visit").nth(shared).locator(".clock-times dd").allInnerTexts();
  for (const treatment of ["microneedling", "PRP for the face"])
    assert.equal(steps.filter((step) => step.startsWith(`The procedure: ${treatment} `)).length, 1, steps.join(" | "));

  // One of them moves, and the marks stay whose they are.
  await mark(planner, names.length - 1).focus();
  await page.keyboard.press("ArrowRight");
  await planner.locator(".timeline-visit.is-pinned").waitFor();
  assert.equal(await planner.locator(".timeline-visit.is-pinned").getAttribute("aria-label"), names.at(-1));
  assert.equal(await planner.evaluate((element) => element.shadowRoot.activeElement?.getAttribute("aria-label")), names.at(-1));
});

test("in a language from right to left the keys go the way of the picture", async (t) => {
  const { planner, page, close } = await wedding();
  t.after(close);
  await planner.evaluate((element) => element.setAttribute("lang", "ar"));
  await planner.locator('[part="base"][dir="rtl"] .timeline-visit').first().waitFor();
  const before = await days(planner);
  await mark(planner, 2).focus();
  await page.keyboard.press("ArrowLeft");
  await planner.locator(".timeline-visit.is-pinned").waitFor();
  assert.ok((await days(planner))[2] > before[2]);
});
