// The engine as a module, without a tag.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { open, quit } from "./harness.mjs";

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
