// The engine as a module, without a tag.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { open, quit, root } from "./harness.mjs";
import { PLANNING, late } from "./way.mjs";

after(quit);

const SCRIPT = `import * as planner from "/dist/esm/engine.js";
  globalThis.planner = planner;`;
const blank = (files = {}) => {
  files["/use.js"] = SCRIPT;
  return open('<script type="module" src="/use.js"></script>', { form: "none", files });
};
const www = (path) => readFileSync(join(root, "www", path), "utf8");

test("a protocol is checked without a tag, and every problem has a place", async (t) => {
  const { page, close } = await blank();
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  const verdict = await page.evaluate(() => globalThis.planner.check({ version: "1" }));
  assert.equal(verdict.usable, false);
  assert.ok(verdict.problems.length >= 1);
  assert.ok(verdict.problems.every(({ code, message }) => code && message));
  assert.equal(await page.evaluate(() => customElements.get("exosome-planner")), undefined);
});

test("a document that can't be used rejects with a plain object", async (t) => {
  const { page, close } = await blank();
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  const thrown = await page.evaluate(() => globalThis.planner.plan({ version: "1" }, {}, {}).catch((trouble) => trouble));
  assert.equal(thrown.code, "E-PROTO");
  assert.ok(thrown.problems.length >= 1);
});

test("a plan and a check wait for the second file of the program", async (t) => {
  const { files, arrive } = late();
  const { page, requests, close } = await blank(files);
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  await page.evaluate((documents) => {
    const { check, plan } = globalThis.planner;
    globalThis.answers = Promise.all([plan(...documents), check(documents[0])]);
    globalThis.answers.then(() => (globalThis.isAnswered = true));
  }, [www("clinics/manila.json"), www("packs/PH.json"), www("examples/bride-manila.json")]);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => globalThis.isAnswered), undefined);
  arrive();
  const [{ status }, { usable }] = await page.evaluate(() => globalThis.answers);
  assert.deepEqual({ status, usable }, { status: "ready", usable: true });
  assert.equal(requests.filter((path) => path === PLANNING).length, 1);
});

test("a second file that is missing rejects, and is asked for again", async (t) => {
  const files = { [PLANNING]: { body: "not found", status: 404 } };
  const { page, seen, close } = await blank(files);
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  const check = () => page.evaluate((protocol) => globalThis.planner.check(protocol).catch((trouble) => trouble), www("clinics/manila.json"));
  const { code, message, help } = await check();
  assert.equal(code, "E-LOAD-NOT-FOUND");
  assert.ok(message.includes(PLANNING) && help);
  delete files[PLANNING];
  assert.equal((await check()).usable, true);
  assert.deepEqual((await seen()).errors, []);
});

test("a text is read as an advertisement, by the words of a jurisdiction and a language", async (t) => {
  const { page, close } = await blank();
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  const lint = (...all) => page.evaluate((all) => globalThis.planner.lint(...all).catch((trouble) => trouble), all);
  const [finding] = await lint("Our exosomes cure acne.", "PH", "en");
  assert.equal(finding.code, "CLAIM-DISEASE");
  assert.equal("Our exosomes cure acne.".slice(finding.from, finding.to), finding.text);
  for (const told of ["rule", "source", "instead"]) assert.ok(finding[told].length > 10, told);
  assert.deepEqual(await lint("Ask whether the product is approved.", "PH", "en"), []);
  assert.equal((await lint("여드름을 치료합니다.", "KR"))[0].code, "CLAIM-DISEASE", "every language where none is named");
  assert.deepEqual(await lint("Come in for anti-wrinkle injections.", "PH", "en"), []);
  assert.equal((await lint("Come in for anti-wrinkle injections.", "AU", "en"))[0].code, "CLAIM-MEDICINE");
  assert.equal((await lint("Come in for anti-wrinkle injections.", www("packs/AU.json"), "en"))[0].code, "CLAIM-MEDICINE", "a document");
  assert.match((await lint("a", "XX", "en")).code, /^E-/);
});

test("a protocol is held against a pack and a day", async (t) => {
  const { page, close } = await blank();
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  const clinic = { ...JSON.parse(www("clinics/manila.json")), name: { en: "The clinic that cures acne" } };
  const codes = async (options) => {
    const { problems } = await page.evaluate(([clinic, options]) => globalThis.planner.check(clinic, options), [clinic, options]);
    return problems.map(({ code, path }) => `${code} ${path ?? ""}`);
  };
  const soon = await codes({ today: "2027-04-10" });
  assert.ok(soon.includes("CLAIM-DISEASE name/en"), `${soon}`);
  assert.ok(soon.some((code) => code.startsWith("W-EXPIRES")), `${soon}`);
  const early = await codes({ today: "2026-11-22" });
  assert.ok(!early.some((code) => code.startsWith("W-EXPIRES")), `${early}`);
  const elsewhere = await codes({ today: "2026-11-22", pack: "AU" });
  assert.notDeepEqual(elsewhere, early, "another jurisdiction closes other routes");
});

/** What the command line says of the same request. */
function native(example, ...more) {
  const command = ["run", "--quiet", "--locked", "--bin", "exosome-planner", "--", "plan", `www/examples/${example}.json`, "--format", "json", ...more];
  return JSON.parse(execFileSync(process.env.CARGO ?? "cargo", command, { cwd: root, encoding: "utf8", timeout: 300_000 }));
}

for (const [example, clinic, code] of [["bride-manila", "manila", "PH"], ["hair-austin", "austin", "US"], ["scars-seoul", "seoul", "KR"]]) {
  test(`${example} is the same plan in the browser and on the command line`, async (t) => {
    const { page, close } = await blank();
    t.after(close);
    await page.waitForFunction(() => globalThis.planner);
    const documents = [www(`clinics/${clinic}.json`), www(`packs/${code}.json`), www(`examples/${example}.json`)];
    const planned = await page.evaluate((documents) => globalThis.planner.plan(...documents), documents);
    const expected = native(example);
    assert.match(planned.id, /^xp-[0-9a-z]{16}$/);
    assert.equal(planned.id, expected.id);
    assert.deepEqual(planned, expected);
  });
}

test("after a missed visit the same moves as at a desk", async (t) => {
  const { page, close } = await blank();
  t.after(close);
  await page.waitForFunction(() => globalThis.planner);
  const documents = [www("clinics/manila.json"), www("packs/PH.json"), www("examples/bride-manila.json")];
  const again = (date, option) => page.evaluate(
    ([documents, date, option]) => globalThis.planner.missed(...documents, date, option).catch((trouble) => trouble),
    [documents, date, option],
  );
  const { options } = await page.evaluate((documents) => globalThis.planner.plan(...documents), documents);
  const { date } = options[0].visits[2];
  assert.deepEqual(await again(date), native("bride-manila", "--missed", date));
  const { problems } = await again("2026-11-23");
  assert.equal(problems[0].code, "E-PAST-VISIT");
  assert.equal((await again("soon")).code, "E-DATE-FORM");
});
