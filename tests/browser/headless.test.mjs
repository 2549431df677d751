// The engine as a module, without a tag.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { open, quit, root } from "./harness.mjs";

after(quit);

const SCRIPT = `import { check, plan } from "/dist/esm/engine.js";
  globalThis.planner = { check, plan };`;
const blank = () => open('<script type="module" src="/use.js"></script>', { form: "none", files: { "/use.js": SCRIPT } });

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

/** What the command line says of the same request. */
function native(example) {
  const command = ["run", "--quiet", "--locked", "--bin", "exosome-planner", "--", "plan", `www/examples/${example}.json`, "--format", "json"];
  return JSON.parse(execFileSync(process.env.CARGO ?? "cargo", command, { cwd: root, encoding: "utf8", timeout: 300_000 }));
}

for (const [example, clinic, code] of [["bride-manila", "manila", "PH"], ["hair-austin", "austin", "US"], ["scars-seoul", "seoul", "KR"]]) {
  test(`${example} is the same plan in the browser and on the command line`, async (t) => {
    const { page, close } = await blank();
    t.after(close);
    await page.waitForFunction(() => globalThis.planner);
    const www = (path) => readFileSync(join(root, "www", path), "utf8");
    const documents = [www(`clinics/${clinic}.json`), www(`packs/${code}.json`), www(`examples/${example}.json`)];
    const planned = await page.evaluate((documents) => globalThis.planner.plan(...documents), documents);
    const expected = native(example);
    assert.match(planned.id, /^xp-[0-9a-z]{16}$/);
    assert.equal(planned.id, expected.id);
    assert.deepEqual(planned, expected);
  });
}
