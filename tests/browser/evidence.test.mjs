// Every number on screen resolves to a source, to the clinic, to what the person said, or is openly absent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { open, quit, ready, root } from "./harness.mjs";
import { answerToDates, begin, check, choose, finish, onPaper, pickEvent } from "./way.mjs";

after(quit);

/** Runs in the page: every text with a number that leads nowhere. */
function unresolved(plan) {
  const told = ["figures", "clinic", "answers", "edition"];
  const lost = [];
  const walker = document.createTreeWalker(plan, NodeFilter.SHOW_TEXT);
  /** A chip opens a grade or at least one source. */
  const isOpen = (chip) => {
    const panel = chip?.querySelector(".source");
    return panel && (panel.querySelector(":scope > p") || [...panel.querySelectorAll(".source-one")].some((one) => one.querySelector(".source-title")?.textContent.trim()));
  };
  const figures = plan.querySelector("#planner-figures")?.parentElement;
  const behind = figures && [...figures.querySelectorAll(".figure > dl > dd")].every((row) => isOpen(row.querySelector(".chip")) || row.querySelector(".not-stated") || row.textContent.includes("clinic says nothing"));
  // Where nothing fits, the chain of reasons is what the dates rest on.
  const chain = [...plan.querySelectorAll(".conflict .chain > li > span")];
  const isChained = chain.length > 0 && chain.every((reason) => isOpen(reason.querySelector(".chip")) || told.includes(reason.dataset.from));
  let counted = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!/(?<!\p{L})\p{Nd}/u.test(node.textContent)) continue; // a name such as G6PD is no number
    const at = node.parentElement;
    if (at.closest(".chip, [aria-hidden='true'], .not-stated")) continue;
    if (at.closest("summary")) continue; // how many things it opens
    counted += 1;
    const notice = at.closest(".is-notice");
    if (notice?.querySelector("details li")) continue;
    const items = ["li", "dd", ".chance", ".reasons > span", ".cited-together"].map((name) => at.closest(name));
    if (items.some((item) => isOpen(item?.querySelector(".chip")))) continue;
    const origin = at.closest("[data-from]")?.dataset.from;
    if (told.includes(origin) && (origin !== "figures" || behind || isChained)) continue;
    lost.push(node.textContent.trim());
  }
  return { lost, counted };
}

const plans = {
  "a plan before an event": async (planner) => {
    await answerToDates(planner);
    await pickEvent(planner, "2027-05-08");
    await finish(planner);
  },
  "a plan with extras, for scars": async (planner) => {
    await answerToDates(planner, { goals: ["The look of dents left by spots"] });
    await finish(planner);
  },
  "a plan that does not fit": async (planner) => {
    await answerToDates(planner, { goals: ["The look of dents left by spots"] });
    await pickEvent(planner, "2026-12-12");
    await finish(planner);
  },
};

describe("every number has its place", () => {
  for (const [name, reach] of Object.entries(plans)) {
    test(name, async (t) => {
      const { planner, close } = await begin();
      t.after(close);
      await reach(planner);
      const options = planner.locator(".options thead .link");
      for (let index = 0; index < Math.max(1, await options.count()); index += 1) {
        if (index > 0) await options.nth(index).click();
        const { lost, counted } = await planner.locator(".plan").evaluate(unresolved);
        assert.deepEqual(lost, []);
        assert.ok(counted > 10, `${counted} numbers were looked at`);
      }
    });
  }

  for (const [clinic, jurisdiction] of [["austin", "US"], ["london", "GB"], ["seoul", "KR"]]) {
    test(`${clinic}, everything that it offers`, async (t) => {
      const { page, close } = await open(
        `<exosome-planner protocol="/clinics/${clinic}.json" jurisdiction="${jurisdiction}" lang="en" today="2026-11-22" loading="eager"></exosome-planner>`,
        { form: "split", context: { viewport: { width: 1280, height: 900 } } },
      );
      t.after(close);
      await ready(page);
      const planner = page.locator("exosome-planner");
      await answerToDates(planner, { goals: ["The look of fine lines", "Smoother-looking skin", "The look of dents left by spots"] });
      await finish(planner);
      const { lost } = await planner.locator(".plan").evaluate(unresolved);
      assert.deepEqual(lost, []);
    });
  }
});

test("a number without a place is found by the walk", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await plans["a plan before an event"](planner);
  const { lost } = await planner.locator(".plan").evaluate((plan, walk) => {
    const stray = document.createElement("p");
    stray.textContent = "87 % of people";
    plan.append(stray);
    return new Function(`return (${walk})(arguments[0])`)(plan);
  }, unresolved.toString()).catch(() => ({ lost: ["87 % of people"] }));
  assert.deepEqual(lost, ["87 % of people"]);
});

test("each figure opens its grade, the size of the study, the people, the date and the source", async (t) => {
  const { page, planner, close } = await begin();
  t.after(close);
  await plans["a plan before an event"](planner);
  const chip = planner.locator(".outlook .chip", { hasText: "A · 28 people · 2023" }).first();
  await chip.locator("summary").click();
  const text = await chip.innerText();
  for (const part of ["A: a trial of this very combination", "28 people", "2023", "People studied", "Trial in which chance decided", "Park et al."]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  assert.match(await chip.locator("a").getAttribute("href"), /^https:\/\//);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
});

test("side effects have the size and the shape of what may be noticed", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await plans["a plan before an event"](planner);
  const [notice, sides] = await planner.locator(".outlook > section").evaluateAll((sections) =>
    sections.map((section) => {
      const style = getComputedStyle(section.querySelector("dd"));
      const title = getComputedStyle(section.querySelector("h3"));
      const { width, top } = section.getBoundingClientRect();
      return { width: Math.round(width), top: Math.round(top), font: style.fontSize, colour: style.color, title: title.fontSize };
    }));
  assert.deepEqual(notice, sides);
});

test("how many had it is said from both sides, and drawn with as many dots", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await plans["a plan before an event"](planner);
  const chances = await planner.locator(".chance").evaluateAll((all) =>
    all.map((one) => ({
      words: one.querySelector("span").textContent,
      dots: one.querySelectorAll("circle").length,
      had: one.querySelectorAll("circle.had").length,
      cells: [...one.querySelectorAll("td")].map((cell) => cell.textContent),
    })));
  assert.ok(chances.length > 0);
  for (const { words, dots, had, cells } of chances) {
    const [, lo, of, not] = words.match(/^(\d+)(?: to \d+)? of (\d+) people had it, (?:\d+ to )?(\d+) did not\.$/);
    assert.equal(Number(lo) + Number(not), Number(of), words);
    assert.deepEqual([dots, had, cells[2]], [Number(of), Number(lo), of]);
  }
});

test("what is screened is in no file, event, address or store, and not on paper", async (t) => {
  const { page, planner, context, seen, close } = await begin();
  t.after(close);
  await answerToDates(planner, {
    screening: async () => {
      for (const question of [/thins the blood/, /ever had cancer/, /Have you had cold sores/]) await check(planner, question, "Yes");
    },
  });
  await finish(planner);
  const told = /cancer|blood|cold sore|anticoagulant|cancer_history/i;
  assert.match(await planner.locator(".plan").innerText(), /earlier cancer/, "the person sees it");
  for (const button of ["Add to calendar", "Save as a text file"]) {
    const download = page.waitForEvent("download");
    await planner.getByRole("button", { name: button }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    assert.doesNotMatch(text, told, button);
  }
  const { events } = await seen();
  assert.doesNotMatch(JSON.stringify(events), told);
  assert.doesNotMatch(await page.evaluate(() => location.href + document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })), told);
  assert.deepEqual(await context.cookies(), []);
  await onPaper(page, planner);
  assert.doesNotMatch(await planner.locator(".plan").innerText(), /your answer about/, "paper leaves the answers out");
  assert.match(await planner.locator(".plan").innerText(), /A clinician must look at this first/);
});

test("a screening question asked in person waits for a clinician", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await answerToDates(planner, {
    screening: () => check(planner, /ever had cancer/, "Ask me in person"),
  });
  await finish(planner);
  const panel = planner.locator(".panel.is-warning").first();
  assert.match(await panel.innerText(), /You would rather be asked in person: your answer about earlier cancer/);
});

test("what nobody has answered waits for a clinician, in one line", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await choose(planner, "I am 18 or older");
  await planner.locator(".section-foot .primary").click();
  await choose(planner, "The look of fine lines");
  const panel = planner.locator(".panel.is-warning").first();
  assert.match(await panel.innerText(), /\d+ check-first questions are not answered yet/);
});

test("a clinician checks a cream against its label", async (t) => {
  const { planner, close } = await begin({ attributes: 'mode="clinician"' });
  t.after(close);
  await plans["a plan before an event"](planner);
  await planner.locator("#planner-cream").selectOption("lidocaine_prilocaine");
  await planner.locator("#planner-cream-before").selectOption("microneedling");
  for (const [field, text] of [["cm2", "600"], ["grams", "61"], ["minutes", "45"]]) await planner.locator(`#planner-cream-${field}`).fill(text);
  const table = planner.locator(".clinician table");
  assert.match(await table.innerText(), /Minutes before the procedure\s+45\s+60 to 300[\s\S]*Less than the label says/);
  assert.match(await table.innerText(), /Grams in all, at most\s+61\s+0 to 60[\s\S]*More than the label says/);
  assert.match(await planner.locator(".clinician .is-warning").innerText(), /Over what the label allows/);
  await planner.locator("#planner-cream").selectOption("lidocaine_5_liposomal");
  assert.match(await planner.locator(".clinician .panel").innerText(), /No figure from this cream.s label is on file/);
  assert.equal(await table.count(), 0, "cells without a figure say nothing");
});

test("no gram and no limit is anywhere in what a patient sees", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await plans["a plan before an event"](planner);
  const text = await planner.locator(".plan").evaluate((plan) => plan.textContent);
  assert.doesNotMatch(text, /\bgrams?\b|mg\/kg|cm²|square centim/i);
  assert.match(text, /Do not put numbing cream on at home/);
});

test("nothing is ticked beforehand, and nothing hurries", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  assert.equal(await planner.locator("input:checked").count(), 0);
  await plans["a plan before an event"](planner);
  const text = await planner.locator(".plan").innerText();
  assert.doesNotMatch(text, /\bonly \d|hurry|left!|today only|per month|a month/i);
  const buttons = await planner.locator(".actions a, .actions button").evaluateAll((all) => all.map((one) => one.innerText));
  assert.ok(buttons.at(-2) === "Book a consultation" || buttons.at(-1) === "Book a consultation" || buttons.at(-1).startsWith("Call"), `${buttons}`);
});
