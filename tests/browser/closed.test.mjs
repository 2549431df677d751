// What the planner shows where it may not plan: no rules on file, rules or figures that have run out. And what it tells
// the owner of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { FORMS, open, quit, ready, root, shown } from "./harness.mjs";

after(quit);

const tag = (attributes) =>
  `<exosome-planner protocol="/clinics/manila.json" loading="eager" lang="en" ${attributes}><a href="tel:1">Call us</a></exosome-planner>`;

/** Opens a planner, and gathers what it writes on the console. */
async function begin(attributes, options) {
  const opened = await open(tag(attributes), options);
  const lines = [];
  opened.page.on("console", (message) => lines.push(message.text()));
  await opened.page.reload();
  await ready(opened.page);
  return { ...opened, lines };
}

/** Every number in a text but those of the telephone. */
const numbers = (text) => text.replace("+63 2 5550 0100", "").match(/\p{Nd}+/gu) ?? [];

for (const form of Object.keys(FORMS)) {
  describe(`${form} form`, () => {
    test("without rules on file there is a consultation and nothing else", async (t) => {
      const { page, seen, lines, close } = await begin('jurisdiction="ZZ" today="2026-11-22"', { form });
      t.after(close);
      const text = await shown(page);
      assert.match(text, /There are no rules on file for this place/);
      assert.match(text, /Book a consultation/);
      assert.deepEqual(numbers(text), []);
      assert.equal(await page.locator("exosome-planner input").count(), 0, "nothing is asked");
      assert.ok(lines.some((line) => line.includes("E-JUR-UNKNOWN") && line.includes("ZZ")), `${lines}`);
      assert.deepEqual((await seen()).errors, []);
    });

    test("after its last day no figure is in the page", async (t) => {
      const { page, lines, close } = await begin('jurisdiction="PH" today="2027-06-01"', { form });
      t.after(close);
      const text = await page.locator('exosome-planner [part="base"]').evaluate((base) => base.textContent);
      assert.match(text, /The figures on file have run out/);
      assert.deepEqual(numbers(text), []);
      assert.equal(await page.locator("exosome-planner input").count(), 0);
      await page.waitForFunction(() => true);
      assert.ok(lines.some((line) => line.includes("E-EXPIRED")), `${lines}`);
    });

    test("thirty days before, the owner is told on the console and people still plan", async (t) => {
      const { page, lines, close } = await begin('jurisdiction="PH" today="2027-04-02"', { form });
      t.after(close);
      assert.ok((await page.locator("exosome-planner input").count()) > 0);
      await page.evaluate(() => document.querySelector("exosome-planner").ready);
      assert.ok(lines.some((line) => line.includes("W-EXPIRES") && line.includes("2027-05-01")), `${lines}`);
    });

    test("thirty-one days before, nobody is told", async (t) => {
      const { page, lines, close } = await begin('jurisdiction="PH" today="2027-03-31"', { form });
      t.after(close);
      await page.evaluate(() => document.querySelector("exosome-planner").ready);
      assert.deepEqual(lines.filter((line) => line.includes("EXPIRE")), []);
    });
  });
}

test("a clinic's text that may not be published is never in the page, and the console says why", async (t) => {
  const clinic = JSON.parse(readFileSync(join(root, "www/clinics/manila.json"), "utf8"));
  clinic.name = { en: "The clinic that cures acne" };
  clinic.goals = [{ id: "fine_lines", name: { en: "Regenerate your collagen" } }, { id: "texture", name: { en: "Softer-looking skin" } }];
  clinic.copy = { intro: { en: "Only 3 slots left, hurry!" } };
  clinic.modalities[0].name = { en: "FDA-approved needling" };
  const { page, lines, close } = await begin('jurisdiction="PH" today="2026-11-22"', {
    files: { "/clinics/manila.json": JSON.stringify(clinic) },
  });
  t.after(close);
  await page.evaluate(() => document.querySelector("exosome-planner").ready);
  await page.locator("label.choice", { hasText: "I am 18 or older" }).click();
  await page.locator(".section-foot .primary").click();
  const text = await page.locator('exosome-planner [part="base"]').evaluate((base) => base.textContent);
  for (const claim of [/cures acne/, /Regenerate/, /slots left/, /FDA-approved/]) assert.doesNotMatch(text, claim);
  assert.match(text, /The look of fine lines/, "the usual words stand in their place");
  assert.match(text, /Softer-looking skin/, "what may be published is shown");
  for (const [code, path] of [
    ["CLAIM-DISEASE", "name/en"], ["CLAIM-PHYSIOLOGY", "goals/0/name/en"], ["CLAIM-PRESSURE", "copy/intro/en"],
    ["CLAIM-APPROVAL", "modalities/0/name/en"],
  ]) {
    assert.ok(lines.some((line) => line.includes(`${code}: ${path}: `)), `${code} ${path}: ${lines.join("\n")}`);
  }
});

test("before the guard has arrived, no text of the clinic's is shown", async (t) => {
  const clinic = JSON.parse(readFileSync(join(root, "www/clinics/manila.json"), "utf8"));
  clinic.name = { en: "A name to be read first" };
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  const rules = readFileSync(join(root, "dist/esm/claims/rules.json"));
  const { page, close } = await open(tag('jurisdiction="PH" today="2026-11-22"'), {
    form: "split",
    files: { "/clinics/manila.json": JSON.stringify(clinic), "/dist/esm/claims/rules.json": { body: rules, after: held, type: "application/json" } },
  });
  t.after(close);
  await ready(page);
  assert.doesNotMatch(await shown(page), /A name to be read first/);
  arrive();
  await page.getByText("A name to be read first").waitFor();
});
