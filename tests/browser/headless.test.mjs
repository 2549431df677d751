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
