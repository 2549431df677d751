// Every language: loaded on demand, complete, in its own direction.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { open, quit, ready, root } from "./harness.mjs";
import { LANGUAGES, become, begin, tag, token } from "./way.mjs";

after(quit);

/** A planner that a link has opened. */
const attributes = `state="${token()}"`;

/** The English sentences of some words, as they stand in the file. */
function sentences(value) {
  return typeof value === "string" ? [value] : Object.values(value).flatMap(sentences);
}
const english = new Set(
  sentences(JSON.parse(readFileSync(join(root, "www/locales/en.json"), "utf8"))).filter((said) => said.split(" ").length > 2 && !said.includes("{{") && !said.includes("FHIR")),
);

for (const lang of LANGUAGES) {
  test(`${lang}: its own words are loaded and no others, and no sentence is left in English`, async (t) => {
    const { planner, requests, seen, close } = await begin({ lang, attributes });
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
    assert.deepEqual((await seen()).errors, []);
  });
}

test("the one-script form takes a language from a script of its own", async (t) => {
  const opened = await open(`<script src="/dist/exosome-planner.ko.js"></script>${tag("", "ko")}`, { form: "classic" });
  t.after(opened.close);
  await ready(opened.page);
  assert.match(await opened.page.locator('exosome-planner [part="base"]').innerText(), /병원/);
});

test("without that script it speaks English, and the console says what is missing", async (t) => {
  const opened = await open(tag("", "ko"), { form: "classic" });
  t.after(opened.close);
  const lines = [];
  opened.page.on("console", (message) => lines.push(message.text()));
  await opened.page.reload();
  await ready(opened.page);
  assert.match(await opened.page.locator('exosome-planner [part="base"]').innerText(), /Plan your visits/);
  assert.ok(lines.some((line) => line.includes("exosome-planner.ko.js")), `${lines}`);
});

test("another language keeps the plan", async (t) => {
  const { planner, close } = await begin({ attributes });
  t.after(close);
  const id = await planner.evaluate((element) => element.getPlan().id);
  await become(planner, { lang: "ar" });
  assert.equal(await planner.evaluate((element) => element.getPlan().id), id);
});

test("a clinician sees where the protocol differs from the reference, and the whole id", async (t) => {
  const { planner, close } = await begin({ attributes: `${attributes} mode="clinician"` });
  t.after(close);
  const block = planner.locator("[data-for=clinician]");
  await block.getByText(/places where this clinic differs/).click();
  assert.match(await block.innerText(), /consultation\/valid_for[\s\S]*60 days/);
  await block.getByText("Plan id and every reason").click();
  assert.ok((await block.innerText()).includes(await planner.evaluate((element) => element.getPlan().id)));
});
