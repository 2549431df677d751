// The contract of the tag, in both forms of the build.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { FORMS, act, chosen, open, quit, ready, shown } from "./harness.mjs";

after(quit);

const PLANNER = '<exosome-planner id="one" protocol="/clinics/manila.json" jurisdiction="PH" today="2027-01-04"><a href="tel:1">Call us</a></exosome-planner>';
const visible = (page, text) => page.getByText(text).isVisible();

for (const form of Object.keys(FORMS)) {
  describe(`${form} form`, () => {
    test("a strict content security policy is not violated, and nothing throws", async (t) => {
      const { page, seen, close } = await open(PLANNER, { form });
      t.after(close);
      await ready(page);
      await act(page);
      const { violations, errors, events } = await seen();
      assert.deepEqual(violations, []);
      assert.deepEqual(errors, []);
      assert.equal(events[0].type, "planner-ready");
      assert.equal(await visible(page, "Call us"), false, "the fallback gives way to the planner");
    });

    test("the tag has its class before the program has arrived", async (t) => {
      let arrive;
      const held = new Promise((resolve) => (arrive = resolve));
      const slow = { "/clinics/manila.json": { body: "{}", after: held, status: 404 } };
      const { page, close } = await open(PLANNER, { form, files: slow });
      t.after(close);
      await page.waitForFunction(() => customElements.get("exosome-planner"));
      assert.equal(await page.evaluate(() => document.querySelector("exosome-planner").jurisdiction), "PH");
      assert.equal(await visible(page, "Call us"), true, "the fallback is there while the planner loads");
      assert.equal(await page.locator('[part="skeleton"]').isVisible(), true);
      arrive();
    });

    test("properties set before the tag has its class are kept", async (t) => {
      const script = `const early = document.createElement("exosome-planner");
        early.protocol = { extends: "reference", id: "early_clinic", version: "1", jurisdiction: "KR" };
        early.theme = "dark"; early.today = "2027-01-04"; document.body.append(early);`;
      const { page, seen, close } = await open('<script src="/early.js"></script>', { form, files: { "/early.js": script } });
      t.after(close);
      await page.locator("exosome-planner .shell").waitFor({ state: "attached" });
      const found = await page.evaluate(() => {
        const { protocol, theme } = document.querySelector("exosome-planner");
        return { id: protocol.id, theme, attribute: document.querySelector("exosome-planner").getAttribute("theme") };
      });
      assert.deepEqual(found, { id: "early_clinic", theme: "dark", attribute: "dark" });
      await ready(page);
      assert.deepEqual((await seen()).errors, []);
    });

    test("two planners with different protocols do not interact", async (t) => {
      const two = '<exosome-planner id="two" protocol="/clinics/seoul.json" jurisdiction="KR" loading="eager"></exosome-planner>';
      const { page, seen, close } = await open(PLANNER + two, { form });
      t.after(close);
      await ready(page, "#one");
      await ready(page, "#two");
      const before = await shown(page, "#two");
      await act(page, "#one");
      assert.equal(await shown(page, "#two"), before);
      const told = (await seen()).events.filter(({ type }) => type === "planner-change").map(({ id }) => id);
      assert.ok(told.every((id) => id === "one"), `${told}`);
      const sheets = await page.evaluate(() => [...document.querySelectorAll("exosome-planner")].map((one) => one.shadowRoot.adoptedStyleSheets));
      assert.equal(sheets.length, 2);
      assert.ok(await page.evaluate(() => {
        const [a, b] = [...document.querySelectorAll("exosome-planner")].map((one) => one.shadowRoot.adoptedStyleSheets);
        return a.length > 0 && a.every((sheet, at) => sheet === b[at]);
      }), "one stylesheet is shared");
    });

    test("a move in the page keeps what was answered", async (t) => {
      const { page, seen, close } = await open(`${PLANNER}<main></main>`, { form });
      t.after(close);
      await ready(page);
      await act(page);
      const before = await chosen(page);
      await page.evaluate(() => document.querySelector("main").append(document.querySelector("exosome-planner")));
      await page.waitForTimeout(150);
      assert.deepEqual(await chosen(page), before);
      await act(page);
      const readies = (await seen()).events.filter(({ type }) => type === "planner-ready");
      assert.equal(readies.length, 1, "it was not mounted a second time");
    });

    test("a planner taken out and put back later begins with the same answers", async (t) => {
      const { page, close } = await open(PLANNER, { form });
      t.after(close);
      await ready(page);
      await act(page);
      const before = await chosen(page);
      await page.evaluate(async () => {
        const planner = document.querySelector("exosome-planner");
        planner.remove();
        await new Promise((later) => setTimeout(later, 200));
        document.body.append(planner);
      });
      await ready(page);
      assert.deepEqual(await chosen(page), before);
    });

    test("an attribute that changes is an update and not a new start", async (t) => {
      const { page, seen, close } = await open(PLANNER, { form });
      t.after(close);
      await ready(page);
      await act(page);
      const [answers, text] = [await chosen(page), await shown(page)];
      await page.evaluate(() => document.querySelector("exosome-planner").setAttribute("today", "2027-03-01"));
      await page.waitForFunction((was) =>
        document.querySelector("exosome-planner").shadowRoot.querySelector('[part="base"]').innerText !== was, text);
      assert.deepEqual(await chosen(page), answers);
      assert.equal((await seen()).events.filter(({ type }) => type === "planner-ready").length, 1);
    });

    test("events bubble out of shadow roots and say nothing about the person", async (t) => {
      const { page, seen, close } = await open(PLANNER, { form });
      t.after(close);
      await ready(page);
      await act(page);
      const { events } = await seen();
      assert.ok(events.every(({ bubbles, composed }) => bubbles && composed));
      const change = events.find(({ type }) => type === "planner-change");
      if (change) assert.deepEqual(Object.keys(change.detail).sort(), ["planId", "status"]);
    });

    test("a second copy of the script is silent", async (t) => {
      const copy = FORMS[form].replace(".js", ".js?copy");
      const { page, seen, close } = await open(copy + PLANNER, { form });
      t.after(close);
      await ready(page);
      await page.waitForLoadState("networkidle");
      const { errors, events } = await seen();
      assert.deepEqual(errors, []);
      assert.equal(events.filter(({ type }) => type === "planner-ready").length, 1);
    });

    test("after it has loaded it asks the network for nothing and stores nothing", async (t) => {
      const { page, context, requests, close } = await open(PLANNER, { form });
      t.after(close);
      await ready(page);
      await page.waitForLoadState("networkidle");
      const before = requests.length;
      const foreign = [];
      page.on("request", (request) => foreign.push(request.url()));
      await act(page);
      await page.waitForTimeout(300);
      assert.deepEqual(requests.slice(before), []);
      assert.deepEqual(foreign, []);
      assert.deepEqual(await context.cookies(), []);
      const stored = await page.evaluate(async () => [
        localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
      ]);
      assert.deepEqual(stored, [0, 0, 0, 0]);
    });

    test("a planner below the fold loads only when it comes near", async (t) => {
      const { page, requests, close } = await open(`<div id="tall"></div><link rel="stylesheet" href="/tall.css">${PLANNER}`, {
        form, files: { "/tall.css": "#tall { height: 6000px }" },
      });
      t.after(close);
      await page.waitForFunction(() => customElements.get("exosome-planner"));
      await page.waitForTimeout(300);
      assert.ok(!requests.includes("/clinics/manila.json"));
      await page.evaluate(() => document.querySelector("exosome-planner").scrollIntoView());
      await ready(page);
    });

    test("`ready` resolves with the element", async (t) => {
      const { page, close } = await open(PLANNER, { form });
      t.after(close);
      await page.waitForFunction(() => customElements.get("exosome-planner"));
      assert.equal(await page.evaluate(async () => (await document.querySelector("exosome-planner").ready).id), "one");
    });
  });
}
