// The ladder of failures: each rung names its cause and its fix, and the children stay.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { writeFile, mkdtemp, copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FORMS, STRICT, act, chosen, failed, launch, open, quit, ready, root } from "./harness.mjs";

after(quit);

const planner = (attributes) => `<exosome-planner ${attributes}><a href="tel:1">Call us</a></exosome-planner>`;
const MANILA = planner('protocol="/clinics/manila.json" jurisdiction="PH" today="2027-01-04"');
const BLOCKED = STRICT.replace(" 'wasm-unsafe-eval'", "");

/** Every rung that the page's own doing can reach: its name, the page, and the code that must be shown. */
const RUNGS = [
  ["WebAssembly switched off", MANILA, "E-LOAD-NO-WASM", { before: () => delete globalThis.WebAssembly }],
  ["WebAssembly blocked by the page's policy", MANILA, "E-LOAD-CSP", { csp: BLOCKED }],
  ["a protocol that is not there", planner('protocol="/nowhere.json" jurisdiction="PH"'), "E-LOAD-NOT-FOUND"],
  ["a protocol that the server fails on", planner('protocol="/sick.json" jurisdiction="PH"'), "E-LOAD-STATUS", { files: { "/sick.json": { body: "", status: 503 } } }],
  ["a protocol on a server that can't be reached", planner('protocol="http://127.0.0.1:9/clinic.json" jurisdiction="PH"'), "E-LOAD-NETWORK", { csp: null }],
  ["a protocol that is not JSON", planner('protocol="/broken.json" jurisdiction="PH"'), "E-PROTO-JSON", { files: { "/broken.json": '{ "id": "x", }' } }],
  ["no protocol at all", planner('jurisdiction="PH"'), "E-PROTO-NONE"],
  ["no jurisdiction at all", planner('protocol="/nowhere-in-particular.json"'), "E-JUR-NONE", { files: { "/nowhere-in-particular.json": '{ "extends": "reference", "id": "x", "version": "1" }' } }],
];

for (const form of Object.keys(FORMS)) {
  describe(`${form} form`, () => {
    for (const [name, html, code, options] of RUNGS) {
      test(`${name}: the panel names it, the children stay, nothing throws`, async (t) => {
        const { page, seen, close } = await open(html, { form, ...options });
        t.after(close);
        assert.match(await failed(page), new RegExp(`${code}\\b`));
        assert.equal(await page.getByText("Call us").isVisible(), true);
        assert.equal(await page.locator('[part="skeleton"]').isVisible(), false);
        const { errors, events } = await seen();
        assert.deepEqual(errors, []);
        assert.equal(events.length, 1);
        const [{ type, detail }] = events;
        assert.equal(type, "planner-error");
        assert.equal(detail.code, code);
        assert.ok(detail.message && detail.help);
      });
    }

    test("a broken protocol shows every problem with its place", async (t) => {
      const files = { "/bad.json": '{ "version": "1", "extends": "reference", "no_such_field": 1, "goals": 5 }' };
      const { page, seen, close } = await open(planner('protocol="/bad.json" jurisdiction="PH"'), { form, files });
      t.after(close);
      const text = await failed(page);
      const { errors, events } = await seen();
      assert.deepEqual(errors, []);
      const { detail } = events.find(({ type }) => type === "planner-error");
      assert.equal(detail.code, "E-PROTO");
      assert.ok(detail.problems.length >= 1);
      for (const { path, message } of detail.problems) {
        assert.ok(text.includes(path) && text.includes(message), `${path}: ${message}`);
      }
      assert.equal(await page.getByText("Call us").isVisible(), true);
    });

    test("a protocol that is mended in place brings the planner", async (t) => {
      const { page, close } = await open(planner('protocol="/nowhere.json" jurisdiction="PH"'), { form });
      t.after(close);
      await failed(page);
      await page.evaluate(() => (document.querySelector("exosome-planner").protocol = "/clinics/manila.json"));
      await ready(page);
      assert.equal(await page.locator('[part="error"]').isVisible(), false);
    });

    test("a planner that failed begins anew when it is told to", async (t) => {
      const { page, close } = await open(planner('protocol="/nowhere.json" jurisdiction="PH"'), { form });
      t.after(close);
      await failed(page);
      await page.evaluate(() => {
        const planner = document.querySelector("exosome-planner");
        planner.reset();
        planner.setAttribute("protocol", "/clinics/manila.json");
      });
      await ready(page);
    });

    test("a panic shows every planner's panel, and trying again brings back the answers", async (t) => {
      const two = MANILA.replace("<exosome-planner", '<exosome-planner id="one"') + MANILA.replace("<exosome-planner", '<exosome-planner id="two" loading="eager"');
      const { page, seen, close } = await open(two, { form });
      t.after(close);
      await ready(page, "#one");
      await ready(page, "#two");
      await act(page, "#one");
      const before = await chosen(page, "#one");

      // A script of the page breaks what browsers bring with them, as some do.
      await page.evaluate(() => {
        globalThis.whole = [Node.prototype.insertBefore, Document.prototype.createElement];
        const broken = function () {
          if (new Error().stack.includes("wasm")) throw new TypeError("hostile page");
          return globalThis.whole[this instanceof Document ? 1 : 0].apply(this, arguments);
        };
        Node.prototype.insertBefore = broken;
        Document.prototype.createElement = broken;
      });
      await page.locator('#one [part="base"] button').first().click();
      assert.match(await failed(page, "#one"), /E-PANIC/);
      assert.match(await failed(page, "#two"), /E-PANIC/);
      const { errors, events } = await seen();
      assert.deepEqual(errors, [], "the page's own error handling hears nothing");
      const told = events.filter(({ type }) => type === "planner-error");
      assert.deepEqual(told.map(({ id }) => id).sort(), ["one", "two"]);
      assert.ok(!JSON.stringify(told).includes("hostile"), "nor does the event carry the panic's own words");

      await page.evaluate(() => ([Node.prototype.insertBefore, Document.prototype.createElement] = globalThis.whole));
      await page.locator('#one [part="retry"]').click();
      await ready(page, "#one");
      assert.deepEqual(await chosen(page, "#one"), before, "the answers are back");
      await act(page, "#one");
      await page.locator('#two [part="retry"]').click();
      await ready(page, "#two");
      await act(page, "#two");
      assert.deepEqual((await seen()).errors, []);
    });
  });
}

test("wasm sent with a wrong type works all the same", async (t) => {
  const { readFile } = await import("node:fs/promises");
  const body = await readFile(join(root, "dist/esm/exosome-planner.wasm"));
  const { page, close } = await open(MANILA, { form: "split", files: { "/dist/esm/exosome-planner.wasm": { body, type: "text/plain" } } });
  t.after(close);
  await ready(page);
});

test("a page sent in place of the wasm is called what it is", async (t) => {
  const files = { "/dist/esm/exosome-planner.wasm": { body: "<!doctype html>", type: "text/html" } };
  const { page, close } = await open(MANILA, { form: "split", files });
  t.after(close);
  assert.match(await failed(page), /E-LOAD-MIME/);
});

test("a page opened from a folder says so, and plans all the same when the protocol is in the page", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "planner-"));
  await copyFile(join(root, "dist/exosome-planner.js"), join(folder, "exosome-planner.js"));
  await writeFile(join(folder, "page.html"), `<!doctype html><script src="exosome-planner.js"></script>${planner('protocol="clinic.json" jurisdiction="PH"')}`);
  const page = await (await launch()).newPage();
  t.after(() => page.close());
  await page.goto(pathToFileURL(join(folder, "page.html")).href);
  assert.match(await failed(page), /E-LOAD-FILE/);
  await page.evaluate(() => (document.querySelector("exosome-planner").protocol = { id: "here", version: "1", extends: "reference" }));
  await ready(page);
});
