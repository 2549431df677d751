// The three people who use it, step by step: what each does, and what they see.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { FORMS, STRICT, failed, open, quit, ready, root } from "./harness.mjs";
import { answerToDates, become, begin, check, choose, finish, next, pickEvent, picture, planned, sideways, stage, token } from "./way.mjs";

after(quit);

/** Every width, theme and kind of writing, without every combination. */
const LOOKS = [[360, "light", "en"], [360, "dark", "ar"], [768, "light", "ko"], [768, "dark", "en"], [1280, "light", "ar"], [1280, "dark", "ko"]];

/** Keeps pictures of this step, and comes back to how it was. */
async function pictures(page, planner, name) {
  const before = page.viewportSize();
  for (const [width, theme, lang] of LOOKS) {
    await page.setViewportSize({ width, height: 740 });
    await become(planner, { lang, theme });
    await picture(page, `${name} ${width} ${theme} ${lang}`);
  }
  await page.setViewportSize(before);
  await become(planner, { lang: "en", theme: "auto" });
}

const headline = (planner) => planner.locator(".headline").innerText();
const title = (planner) => planner.locator(".section-title").innerText();
const bar = (planner) => planner.locator(".bar-words").innerText();

describe("a clinic's web manager", () => {
  /** The lines that README.md says to paste. */
  const [, lines] = readFileSync(join(root, "README.md"), "utf8").match(/## Embed\s+```html\n([\s\S]*?)```/);
  const LOOK = "body { margin: 0 auto; max-width: 70rem; background: #fbf7f0; color: #2b1d0e; font: 18px/1.6 Georgia, serif } exosome-planner { --planner-accent: #7a2e57; --planner-background: #fbf7f0 }";
  const site = (pasted) => `<link rel="stylesheet" href="/look.css"><header><h1>A spa</h1></header>${pasted}<footer>Open on weekdays</footer>`;
  const files = {
    "/look.css": LOOK,
    "/exosome-planner.js": readFileSync(join(root, "dist/exosome-planner.js")),
    "/clinic.json": readFileSync(join(root, "www/clinics/manila.json")),
  };
  const day = 'lang="en" today="2026-11-22"';
  const pages = {
    "the lines of README.md": { html: site(lines.replace('lang="en"', day)), form: "none" },
    "the form for modules": { html: site(`${FORMS.split}${lines.replace(/<script.*<\/script>/, "").replace('lang="en"', day)}`), form: "none" },
  };

  for (const [name, { html, form }] of Object.entries(pages)) {
    for (const width of [360, 1280]) {
      test(`${name}, pasted into a page of another look at ${width} px`, async (t) => {
        const before = () => {
          globalThis.moved = [];
          const note = ({ startTime, value, sources }) => globalThis.moved.push({ startTime, value, what: sources.map(({ node }) => node?.nodeName) });
          new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
          customElements.whenDefined("exosome-planner").then(() => requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.shown = performance.now()))));
        };
        const { page, origin, context, seen, close } = await open(html, { form, files, before, context: { viewport: { width, height: 900 } } });
        t.after(close);
        await ready(page);
        await page.evaluate(() => document.querySelector("exosome-planner").ready);
        await page.waitForTimeout(300);
        const { shown, moved } = await page.evaluate(() => ({ shown: globalThis.shown, moved: globalThis.moved }));
        assert.deepEqual(moved.filter(({ startTime }) => startTime > shown), [], "once the skeleton is there, nothing jumps");

        const planner = page.locator("exosome-planner");
        const look = await planner.locator(".planner").evaluate((frame) => {
          const { fontFamily, fontSize } = getComputedStyle(frame);
          return { fontFamily, fontSize, accent: getComputedStyle(frame.querySelector(".section-foot .primary")).color, background: getComputedStyle(frame.firstElementChild).backgroundColor };
        });
        assert.deepEqual(look, { fontFamily: "Georgia, serif", fontSize: "18px", accent: "rgb(122, 46, 87)", background: "rgb(251, 247, 240)" });
        assert.match(await planner.locator(".intro").innerText(), /^Example Clinic Manila\s+Plan your visits/);

        const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
        assert.deepEqual(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:")), [], "no third party");
        const { errors, violations } = await seen();
        assert.deepEqual([errors, violations, await context.cookies()], [[], [], []]);
        await picture(page, `manager ${form} ${width}`);
      });
    }
  }

  test("where WebAssembly is blocked, the telephone stands there to be pressed", async (t) => {
    const { page, close } = await open(site(lines.replace('lang="en"', day)), { form: "none", files, csp: STRICT.replace(" 'wasm-unsafe-eval'", ""), context: { viewport: { width: 360, height: 740 } } });
    t.after(close);
    assert.match(await failed(page), /E-LOAD-CSP/);
    const call = page.getByRole("link", { name: "Call us to plan your visits" });
    assert.equal(await call.getAttribute("href"), "tel:+6325550100");
    await call.click({ trial: true });
    await picture(page, "manager blocked");
  });
});

describe("a patient on a phone", () => {
  const phone = { width: 360, height: 740, hasTouch: true };
  const tap = (planner, name) => planner.locator("label.choice", { hasText: name }).tap();
  const go = (planner, name) => planner.getByRole("button", { name, exact: true }).tap();

  test("from the first card to a plan, back and forward, and through a reload", async (t) => {
    const { page, planner, seen, close } = await begin({ ...phone, attributes: "hash-state" });
    t.after(close);
    const intro = await planner.locator(".intro").innerText();
    for (const part of [/works out possible dates/, /does not tell you whether a treatment is right or safe/, /In the Philippines, exosome products are for cosmetic use only/, /Nothing you enter leaves this page/]) assert.match(intro, part);
    assert.equal(await bar(planner), "No plan yet");
    assert.match(await planner.locator(".progress").innerText(), /Question 1 of 8/);
    await pictures(page, planner, "patient intro");

    await tap(planner, "I am 18 or older");
    await go(planner, "Next");
    assert.equal(await title(planner), "What would you like to look different?");
    assert.equal(await planner.locator(".intro").isVisible(), false, "one question a screen");
    assert.equal(await planner.getByLabel("I'm not sure").isVisible(), true);
    await tap(planner, "The look of fine lines");
    await tap(planner, "A brighter look");
    await planned(planner);
    assert.match(await bar(planner), /^\d visits · \d+ weeks · last one \w+ \d+$/);

    await go(planner, "Next");
    assert.equal(await title(planner), "Where");
    await tap(planner, "Face");
    await go(planner, "Back");
    assert.deepEqual(await planner.locator("input:checked").evaluateAll((all) => all.map(({ labels }) => labels[0].innerText)), ["The look of fine lines", "A brighter look"]);
    await go(planner, "Next");
    assert.equal(await planner.getByLabel("Face").isChecked(), true);
    await go(planner, "Next");

    assert.equal(await title(planner), "Check first");
    assert.match(await planner.locator(".section[data-open=true]").innerText(), /If you'd rather be asked in person, choose that/);
    await check(planner, /ever had cancer/, "Ask me in person");
    await tap(planner, "It burns sometimes");
    const rest = planner.getByRole("button", { name: /I have read them: no to the \d+ left/ });
    await rest.tap();
    assert.equal(await rest.count(), 0, "nothing is left to answer");
    await pictures(page, planner, "patient check-first");
    await go(planner, "Next");

    assert.equal(await title(planner), "Dates");
    await pickEvent(planner, "2027-05-08");
    await tap(planner, "Sunday");
    assert.deepEqual(await Promise.all(["day", "month", "year"].map((part) => planner.locator(`#planner-event-${part}`).inputValue())), ["8", "5", "2027"]);
    await pictures(page, planner, "patient dates");
    await finish(planner);

    const said = await headline(planner);
    assert.match(said, /^Three sessions from March 2 to April 13, 25 days before your wedding$/);
    assert.equal(await bar(planner), "4 visits · 14 weeks · last one April 13");
    const draft = await planner.locator(".plan .is-warning").first().innerText();
    assert.match(draft, /A clinician must look at this first[\s\S]*You would rather be asked in person: your answer about earlier cancer/);
    assert.doesNotMatch(draft, /not answered/i);
    assert.equal(await planner.getByRole("button", { name: "Undo" }).isDisabled(), true, "nothing was tried on this plan yet");
    assert.equal(await sideways(page), 0);
    assert.equal(await planner.locator('[part="flags"] .actions a').getAttribute("href"), "tel:+63255500100", "what is called for at once has the telephone beside it");
    await pictures(page, planner, "patient plan");

    await go(planner, "Your answers");
    const answers = () => planner.locator(".section-line").allInnerTexts();
    const before = await answers();
    assert.deepEqual(before.slice(1, 3), ["The look of fine lines and a brighter look", "Face"]);
    await page.waitForFunction(() => location.hash.startsWith("#xp="));
    // What a link may not hold is gone with the page: the age, and everything about the body.
    const kept = (lines) => lines.filter((_, index) => ![0, 3].includes(index));
    const comeBack = { "a reload": () => page.reload(), "another page and back": () => page.goto("about:blank").then(() => page.goBack()) };
    for (const [name, come] of Object.entries(comeBack)) {
      await come();
      await ready(page);
      assert.equal(await headline(planner), said, name);
      assert.match(await planner.locator(".link-note").innerText(), /A link holds no answers about you/);
      await go(planner, "Your answers");
      assert.deepEqual(kept(await answers()), kept(before), name);
      assert.equal((await answers())[3], "Not answered yet");
    }
    assert.deepEqual((await seen()).errors, []);
  });

  test("an answer that takes something away is said at the top of what is left", async (t) => {
    const { planner, close } = await begin(phone);
    t.after(close);
    await answerToDates(planner, { screening: () => check(planner, /taking isotretinoin/, "Yes") });
    await finish(planner);
    assert.match(await headline(planner), /^Use at home/);
    assert.match(await bar(planner), /at home until February \d+$/);
    const out = planner.locator(".panel", { hasText: "Left out because of your answers" });
    assert.match(await out.innerText(), /Microneedling · Microneedling with an exosome serum\s+Not planned because of your answer about tablets for spots/);
    assert.equal(await out.getAttribute("data-private"), "true", "and left out on paper");
    assert.equal(await planner.locator(".contents").evaluate((contents) => contents.getRootNode().querySelector(".panel").compareDocumentPosition(contents) & 4), 4);
  });

  test("a draft leads to the questions that it waits for", async (t) => {
    const { planner, close } = await begin(phone);
    t.after(close);
    await answerToDates(planner);
    await finish(planner);
    const draft = planner.locator(".plan .is-warning").first();
    assert.match(await draft.innerText(), /Not answered yet: your skin type/);
    await draft.getByRole("button", { name: "Answer now" }).tap();
    assert.equal(await title(planner), "Check first");
  });

  test("an event that can't be met: every change that is offered leads to a plan", async (t) => {
    const { page, planner, close } = await begin(phone);
    t.after(close);
    await answerToDates(planner, { goals: ["The look of dents left by spots"], screening: () => choose(planner, "It burns sometimes") });
    await pickEvent(planner, "2026-12-12");
    assert.equal(await bar(planner), "Nothing fits these dates yet");
    await finish(planner);
    await stage(planner, "infeasible");
    assert.match(await headline(planner), /does not fit before your wedding/);
    assert.match(await planner.locator(".plan-head .lead").innerText(), /\d/, "it says what the soonest is");
    assert.ok((await planner.locator(".chain li").count()) > 0, "and why");
    await pictures(page, planner, "patient infeasible");
    const changes = await planner.locator("button.change").allInnerTexts();
    assert.ok(changes.length > 1, `${changes}`);
    for (const change of changes) {
      await go(planner, change);
      await planner.locator('.plan:is([data-stage="ready"], [data-stage="provisional"])').waitFor();
      assert.match(await headline(planner), /sessions? (from|on)/, change);
      await planner.locator("#planner-plan:focus").waitFor(); // the new plan is read out
      await go(planner, "Undo");
      await stage(planner, "infeasible");
    }
    assert.deepEqual(await planner.locator("button.change").allInnerTexts(), changes);
  });
});

describe("a consultant with a shared screen", () => {
  for (const width of [1280, 1920]) {
    test(`shows the options, the reasons and the way home at ${width} px`, async (t) => {
      const { page, planner, close } = await begin({ width, height: 1080, attributes: `mode="present" state="${token()}"` });
      t.after(close);
      const text = () => planner.locator(".planner").evaluate((frame) => frame.innerHTML);
      const options = planner.locator(".options");
      const columns = await options.locator("thead th").allInnerTexts();
      assert.ok(columns.length >= 5, `${columns}`);
      assert.match(columns.at(-1), /Doing nothing/);
      assert.equal(await options.evaluate((table) => table.parentElement.scrollWidth - table.parentElement.clientWidth), 0, "all of them at once");
      assert.ok((await planner.locator(".headline").evaluate((one) => parseFloat(getComputedStyle(one).fontSize))) >= 40, "large type");
      await picture(page, `consultant ${width} light en`);

      assert.doesNotMatch(await text(), /₱|PHP/, "no price before it is asked for");
      await planner.getByRole("button", { name: "Show prices" }).click();
      assert.match(await options.innerText(), /₱/);
      await planner.getByRole("button", { name: "Hide prices" }).click();
      assert.doesNotMatch(await text(), /₱|PHP/);

      const why = planner.locator(".visit", { hasText: "Session 2 of 3" }).locator(".visit-why");
      assert.match(await why.innerText(), /3 weeks after the session before, as advised/);
      await why.locator(".chip summary").first().click();
      const source = await why.locator(".chip").first().innerText();
      for (const part of ["A: a trial of this very combination", "28 people", "Park et al."]) assert.ok(source.includes(part), `${part} in ${source}`);
      assert.match(await why.locator(".chip a").first().getAttribute("href"), /^https:\/\//);

      await planner.getByRole("button", { name: "Show as a code to scan" }).click();
      const code = await planner.locator(".share svg.code").boundingBox();
      assert.ok(code.width >= 150 && code.height >= 150, JSON.stringify(code));
      assert.match(await planner.locator("#planner-link").inputValue(), /#xp=/);
      await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
      await planner.getByRole("button", { name: "Print", exact: true }).click();
      assert.equal(await page.evaluate(() => globalThis.printed), true);
      const download = page.waitForEvent("download");
      await planner.getByRole("button", { name: "Add to calendar" }).click();
      assert.equal((await download).suggestedFilename(), "clinic-visits.ics");
      assert.match(await planner.locator(".think").innerText(), /Take time to think/);
      await picture(page, `consultant opened ${width} light en`);
      await become(planner, { theme: "dark", lang: "ko" });
      await picture(page, `consultant ${width} dark ko`);
    });
  }

  test("what was answered in private is not in the page that others see", async (t) => {
    const { planner, close } = await begin();
    t.after(close);
    await answerToDates(planner, {
      screening: async () => {
        for (const question of [/thins the blood/, /ever had cancer/, /filler in the area/, /taking isotretinoin/]) await check(planner, question, "Yes");
      },
    });
    await finish(planner);
    const told = /blood thinner|your answer about|earlier cancer|filler in the area|because of your answers|planner-check-/i;
    const html = () => planner.locator(".planner").evaluate((frame) => frame.innerHTML);
    assert.match(await html(), told, "the person alone sees it");
    await become(planner, { mode: "present" });
    assert.doesNotMatch(await html(), told);
    assert.match(await html(), /A clinician must look at this first/);
  });
});
