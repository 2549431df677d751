// Every language: loaded on demand, complete, in its own direction, and without a sideways scroll on the narrowest screen.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { open, quit, ready, root } from "./harness.mjs";

after(quit);

const LANGUAGES = ["en", "fil", "ko", "hi", "zh-Hans", "ar"];
const token = execFileSync(
  process.env.CARGO ?? "cargo",
  ["run", "--quiet", "--locked", "--bin", "exosome-planner", "--", "plan", "www/examples/bride-manila.json", "--format", "token"],
  { cwd: root, encoding: "utf8", timeout: 300_000 },
).trim();

const tag = (lang, more = "") =>
  `<main><h1>A clinic</h1><exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" lang="${lang}" today="2026-11-22" loading="eager" ${more}></exosome-planner></main>`;

/** The English sentences of some words, as they stand in the file. */
function sentences(value) {
  return typeof value === "string" ? [value] : Object.values(value).flatMap(sentences);
}
const english = new Set(
  sentences(JSON.parse(readFileSync(join(root, "www/locales/en.json"), "utf8"))).filter((said) => said.split(" ").length > 2 && !said.includes("{{") && !said.includes("FHIR")),
);

async function begin(lang, { form = "split", width = 1280, colorScheme = "light", attributes = "" } = {}) {
  const opened = await open(tag(lang, `state="${token}" ${attributes}`), { form, context: { viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" } });
  await ready(opened.page);
  return { ...opened, planner: opened.page.locator("exosome-planner") };
}

for (const lang of LANGUAGES) {
  describe(lang, () => {
    test("its own words are loaded and no others, and no sentence is left in English", async (t) => {
      const { page, planner, requests, seen, close } = await begin(lang);
      t.after(close);
      const loaded = requests.filter((path) => /\/(locales|claims)\//.test(path)).map((path) => path.split("/").at(-1));
      const wanted = [`${lang}.json`, `${lang}.plan.json`, "rules.json", "en.json", `${lang}.json`];
      assert.deepEqual([...new Set(loaded)].sort(), [...new Set(wanted)].sort());
      const frame = planner.locator(".planner");
      assert.equal(await frame.getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
      if (lang !== "en") {
        const texts = await frame.evaluate((frame) => {
          const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("[lang=en]")) texts.push(walker.currentNode.textContent.trim());
          return texts;
        });
        assert.ok(texts.length > 200);
        assert.deepEqual(texts.filter((text) => english.has(text)), []);
      }
      assert.ok(!(await frame.innerText()).includes("{{"), "every place is filled");
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);
      assert.deepEqual((await seen()).errors, []);
    });

    test("nothing scrolls sideways at 320 px, and no word is cut off", async (t) => {
      const { page, planner, close } = await begin(lang, { width: 320 });
      t.after(close);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      const cut = await planner.locator(".planner").evaluate((frame) =>
        [...frame.querySelectorAll("p, li, dt, dd, h2, h3, h4, button, label, summary, span")]
          .filter((one) => one.getClientRects().length > 0 && !one.closest(".scroller, svg, .timeline-chart, .sr-only, .paper"))
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible")
          .map((one) => one.textContent.trim().slice(0, 60)),
      );
      assert.deepEqual(cut, []);
    });
  });
}

test("the one-script form takes a language from a script of its own", async (t) => {
  const opened = await open(`<script src="/dist/exosome-planner.ko.js"></script>${tag("ko")}`, { form: "classic" });
  t.after(opened.close);
  await ready(opened.page);
  assert.match(await opened.page.locator('exosome-planner [part="base"]').innerText(), /병원/);
});

test("without that script it speaks English, and the console says what is missing", async (t) => {
  const opened = await open(tag("ko"), { form: "classic" });
  t.after(opened.close);
  const lines = [];
  opened.page.on("console", (message) => lines.push(message.text()));
  await opened.page.reload();
  await ready(opened.page);
  assert.match(await opened.page.locator('exosome-planner [part="base"]').innerText(), /Plan your visits/);
  assert.ok(lines.some((line) => line.includes("exosome-planner.ko.js")), `${lines}`);
});

test("another language keeps the plan", async (t) => {
  const { page, planner, close } = await begin("en");
  t.after(close);
  const id = await planner.evaluate((element) => element.getPlan().id);
  await planner.evaluate((element) => element.setAttribute("lang", "ar"));
  await page.locator('exosome-planner .planner[dir="rtl"]').waitFor();
  assert.equal(await planner.evaluate((element) => element.getPlan().id), id);
});

describe("shared screens and clinicians", () => {
  for (const [mode, colorScheme] of [["present", "dark"], ["clinician", "light"]]) {
    test(`${mode}: axe finds nothing`, async (t) => {
      const { page, close } = await begin("en", { colorScheme, attributes: `mode="${mode}"` });
      t.after(close);
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);
    });
  }

  test("prices are shown on a shared screen when they are asked for", async (t) => {
    const { planner, close } = await begin("en", { attributes: 'mode="present"' });
    t.after(close);
    assert.doesNotMatch(await planner.locator(".plan").evaluate((plan) => plan.textContent), /₱/);
    await planner.getByRole("button", { name: "Show prices" }).click();
    assert.match(await planner.locator(".options").innerText(), /₱/);
  });

  test("a clinician sees where the protocol differs from the reference, and the whole id", async (t) => {
    const { planner, close } = await begin("en", { attributes: 'mode="clinician"' });
    t.after(close);
    const block = planner.locator("[data-for=clinician]");
    await block.getByText(/places where this clinic differs/).click();
    assert.match(await block.innerText(), /consultation\/valid_for[\s\S]*60 days/);
    await block.getByText("Plan id and every reason").click();
    assert.ok((await block.innerText()).includes(await planner.evaluate((element) => element.getPlan().id)));
  });
});
