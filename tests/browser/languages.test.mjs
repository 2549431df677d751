// Every language: loaded on demand, complete, in its own direction.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { open, quit, ready, root } from "./harness.mjs";
import { become, begin, LANGUAGES, onPaper, tag, token } from "./way.mjs";

after(quit);

/** A planner that a link has opened. */
const attributes = `state="${token()}"`;

/** A file of what people edit. */
const read = (path) => JSON.parse(readFileSync(join(root, "www", path), "utf8"));

/** The English sentences of some words, as they stand in the file. */
function sentences(value) {
  return typeof value === "string" ? [value] : Object.values(value).flatMap(sentences);
}
const english = new Set(
  sentences(read("locales/en.json")).filter((said) => said.split(" ").length > 2 && !said.includes("{{") && !said.includes("FHIR")),
);

const notices = read("packs/PH.json").notices;
/** What the country's notices say in English, sentence by sentence. */
const told = notices.flatMap(({ text }) => text.en.split(". "));

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
      assert.deepEqual(texts.filter((text) => told.some((sentence) => text.includes(sentence))), []);
      // What becomes of a package is said in the clinic's own words, in the languages that it has them in.
      assert.equal(await frame.locator("[lang=en]:not(.disclosure > .original, .bill *)").count(), 0, "English is only what is folded");
    }
    assert.ok(!(await frame.innerText()).includes("{{"), "every place is filled");
    assert.deepEqual((await seen()).errors, []);
  });
}

for (const lang of LANGUAGES.filter((lang) => lang !== "en")) {
  test(`${lang}: a notice is a machine's translation, says so, and has the checked text one tap away`, async (t) => {
    const { planner, close } = await begin({ lang });
    t.after(close);
    const { notice: words } = read(`locales/${lang}.json`).ui;
    const { notices: translations } = read(`notices/${lang}.json`);
    const { text } = notices.find(({ id }) => id === "ph_status");
    const panel = planner.locator(".intro .is-notice");
    assert.equal(await panel.locator("> p").first().innerText(), translations[text.en]);
    assert.equal(await panel.locator("> p").nth(1).innerText(), words.machine);
    const checked = panel.locator(".original");
    assert.ok(!(await checked.isVisible()));
    await panel.getByText(words.original).click();
    assert.ok(await checked.isVisible());
    assert.equal(await checked.innerText(), text.en);
    assert.deepEqual([await checked.getAttribute("lang"), await checked.getAttribute("dir")], ["en", "ltr"]);
  });

  test(`${lang}: what is ruled out and what is printed say so once`, async (t) => {
    const { page, planner, close } = await begin({ lang, attributes });
    t.after(close);
    const { machine } = read(`locales/${lang}.json`).ui.notice;
    const { notices: translations } = read(`notices/${lang}.json`);
    const [status, barred] = ["ph_status", "ph_injected"].map((id) => notices.find((notice) => notice.id === id).text.en);
    const ruledOut = planner.locator("[aria-labelledby=planner-ruled-out]");
    assert.ok((await ruledOut.textContent()).includes(translations[barred]));
    assert.ok((await ruledOut.locator(".original").textContent()).includes(barred));
    assert.equal(await ruledOut.getByText(machine).count(), 1);
    await onPaper(page, planner);
    assert.ok((await planner.locator(".paper-status").textContent()).includes(`${translations[status]}${machine}`));
  });
}

test("English has no translation of a notice, and asks for none", async (t) => {
  const { planner, requests, close } = await begin({ attributes });
  t.after(close);
  assert.deepEqual(requests.filter((path) => /notices/.test(path)), []);
  assert.equal(read("../dist/esm/locales/en.json").notice, undefined);
  assert.equal(await planner.locator(".original").count(), 0);
  const { machine } = read("locales/en.json").ui.notice;
  assert.equal(await planner.getByText(machine).count(), 0);
});

test("the one-script form takes a language from a script of its own", async (t) => {
  const opened = await open(`<script src="/dist/exosome-planner.ko.js"></script>${tag("", "ko")}`, { form: "classic" });
  t.after(opened.close);
  await ready(opened.page);
  assert.match(await opened.page.locator('exosome-planner [part="base"]').innerText(), /병원/);
  assert.match(await opened.page.locator("exosome-planner .intro .is-notice").innerText(), /필리핀에서[^]*기계 번역/);
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
