// The program comes in two files: what a person meets while the second is late.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { failed, open, quit, ready } from "./harness.mjs";
import { PLANNING, answerToGoals, become, begin, late, planned, stage } from "./way.mjs";

after(quit);

const types = async (seen) => (await seen()).events.map(({ type }) => type);
const timesAsked = (requests) => requests.filter((path) => path === PLANNING).length;

test("while the second file is late the questions are answered, and its plan is told once", async (t) => {
  const { files, arrive } = late();
  const { page, planner, seen, close } = await begin({ files });
  t.after(close);
  await answerToGoals(planner);
  await stage(planner, "awaited");
  assert.match(await planner.locator(".plan").innerText(), /dates will be here in a moment/);
  assert.deepEqual(await types(seen), [], "not ready, and no plan");
  arrive();
  await planned(planner);
  await page.waitForFunction(() => globalThis.seen.events.length === 2);
  assert.deepEqual((await types(seen)).sort(), ["planner-change", "planner-ready"]);
  assert.equal(await planner.getByLabel("The look of fine lines").isChecked(), true);
  assert.deepEqual((await seen()).errors, []);
});

test("while the second file is late attributes count at once, and a protocol that can't be used is said", async (t) => {
  const { files, arrive } = late();
  const { page, planner, seen, close } = await begin({ files });
  t.after(close);
  await answerToGoals(planner);
  await become(planner, { lang: "ko", mode: "present" });
  assert.match(await planner.locator(".answers").innerText(), /[가-힣]/);
  assert.equal(await planner.locator(".choice input:checked").count(), 1, "what was answered is kept");
  await planner.evaluate((element) => element.setAttribute("protocol", "/no-such-file.json"));
  await failed(page);
  await planner.evaluate((element) => element.setAttribute("protocol", "/clinics/manila.json"));
  await ready(page);
  assert.equal(await planner.locator(".choice input:checked").count(), 1, "and it still is");
  arrive();
  await planned(planner);
  assert.match(await planner.locator(".headline").innerText(), /[가-힣]/);
  const { errors, events } = await seen();
  assert.deepEqual(errors, []);
  assert.deepEqual(events.map(({ type }) => type).sort(), ["planner-change", "planner-error", "planner-ready"]);
});

test("what follows from no answers is not told as a change", async (t) => {
  const { files, arrive } = late();
  const { page, seen, close } = await begin({ files });
  t.after(close);
  arrive();
  await page.evaluate(async () => (await document.querySelector("exosome-planner").ready).id);
  await page.waitForTimeout(200);
  assert.deepEqual(await types(seen), ["planner-ready"]);
});

for (const [name, pause] of [["moved", 0], ["taken out and put back later", 200]]) {
  test(`a planner that is ${name} while the second file is late becomes whole`, async (t) => {
    const { files, arrive } = late();
    const { page, planner, seen, requests, close } = await begin({ files });
    t.after(close);
    await answerToGoals(planner);
    await page.evaluate(async (pause) => {
      const planner = document.querySelector("exosome-planner");
      globalThis.whole = planner.ready.then(() => "told");
      planner.remove();
      if (pause) await new Promise((later) => setTimeout(later, pause));
      document.body.append(planner);
    }, pause);
    await ready(page);
    arrive();
    await planned(planner);
    assert.equal(await page.evaluate(() => globalThis.whole), "told");
    const { errors, events } = await seen();
    assert.deepEqual(errors, []);
    assert.equal(events.filter(({ type }) => type === "planner-ready").length, 1);
    assert.equal(timesAsked(requests), 1);
  });
}

test("a planner that is gone before the second file arrives says nothing more", async (t) => {
  const { files, arrive } = late();
  const { page, seen, close } = await begin({ files });
  t.after(close);
  await page.evaluate(() => document.querySelector("exosome-planner").remove());
  await page.waitForTimeout(150);
  arrive();
  await page.waitForTimeout(300);
  const { errors, events } = await seen();
  assert.deepEqual([errors, events], [[], []]);
});

test("two planners wait for one second file, and both plan", async (t) => {
  const { files, arrive } = late();
  const tag = (id) => `<exosome-planner id="${id}" protocol="/clinics/manila.json" jurisdiction="PH" today="2026-11-22" loading="eager"></exosome-planner>`;
  const { page, seen, requests, close } = await open(tag("one") + tag("two"), { form: "split", files });
  t.after(close);
  for (const id of ["#one", "#two"]) {
    await ready(page, id);
    await answerToGoals(page.locator(id));
  }
  arrive();
  for (const id of ["#one", "#two"]) await planned(page.locator(id));
  await page.waitForFunction(() => globalThis.seen.events.length === 4);
  const { errors, events } = await seen();
  assert.deepEqual(errors, []);
  assert.deepEqual(events.map(({ type, id }) => `${type} ${id}`).sort(), ["planner-change one", "planner-change two", "planner-ready one", "planner-ready two"]);
  assert.equal(timesAsked(requests), 1);
});

/** Makes the program panic at the next press of a button: a script of the page breaks what browsers bring with them. */
async function panic(page) {
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    globalThis.mend = () => (Node.prototype.insertBefore = insertBefore);
    Node.prototype.insertBefore = function (...nodes) {
      if (new Error().stack.includes("wasm")) throw new TypeError("hostile page");
      return insertBefore.apply(this, nodes);
    };
  });
  await page.locator("exosome-planner .section-foot .primary").click();
  assert.match(await failed(page), /E-PANIC/);
  await page.evaluate(() => globalThis.mend());
  await page.locator('[part="retry"]').click();
}

test("after a panic both parts start afresh, and the plan is back", async (t) => {
  const { page, planner, seen, requests, close } = await begin();
  t.after(close);
  await answerToGoals(planner);
  await planned(planner);
  const headline = await planner.locator("#planner-plan").innerText();
  await panic(page);
  await planned(planner);
  assert.equal(await planner.locator("#planner-plan").innerText(), headline);
  assert.deepEqual((await seen()).errors, []);
  assert.equal(timesAsked(requests), 1);
});

test("after a panic while the second file is late, the fresh start gets it", async (t) => {
  const { files, arrive } = late();
  const { page, planner, seen, close } = await begin({ files });
  t.after(close);
  await answerToGoals(planner);
  await panic(page);
  await ready(page);
  await stage(planner, "awaited");
  arrive();
  await planned(planner);
  assert.deepEqual((await seen()).errors, []);
  assert.deepEqual((await types(seen)).filter((type) => type !== "planner-change"), ["planner-error", "planner-ready"]);
});

test("after a panic while the parts are being joined, whoever waits gets the fresh ones", async (t) => {
  const { files, arrive } = late();
  const { page, planner, seen, close } = await begin({ files });
  t.after(close);
  await answerToGoals(planner);
  await page.evaluate(async () => {
    const { instantiate } = WebAssembly;
    const held = new Promise((go) => (globalThis.go = go));
    globalThis.joining = new Promise((begun) => {
      WebAssembly.instantiate = (...given) => begun() ?? held.then(() => instantiate(...given));
    });
    const { check } = await import("/dist/esm/engine.js");
    globalThis.checked = check({ version: "1" });
  });
  arrive();
  await page.evaluate(() => globalThis.joining);
  await panic(page);
  await page.evaluate(() => globalThis.go());
  await planned(planner);
  assert.equal(await page.evaluate(async () => (await globalThis.checked).usable), false);
  assert.deepEqual((await seen()).errors, []);
});
