// A clinic's colours are used where they can be read, and only there.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { COLOURS, PAIRS, unreadable } from "../../www/element/contrast.js";
import { FORMS, open, quit, root } from "./harness.mjs";

after(quit);

const WHITE = [1, 1, 1];
const OWN = palettes(readFileSync(join(root, "styles/tokens.css"), "utf8"));

/** The planner's own colours by theme, as tokens.css has them. */
function palettes(css) {
  const colour = "#(\\w\\w)(\\w\\w)(\\w\\w)";
  const lines = [...css.matchAll(new RegExp(`--own-([\\w-]+): var\\(--if-light, ${colour}\\) var\\(--if-dark, ${colour}\\);`, "g"))];
  const names = lines.map(([, name]) => name);
  assert.deepEqual(COLOURS.filter((name) => !names.includes(name)), []);
  const parts = (hex) => [...hex.map((part) => parseInt(part, 16) / 255), 1];
  const of = (from) => Object.fromEntries(lines.map((line) => [line[1], parts(line.slice(from, from + 3))]));
  return { light: of(2), dark: of(5) };
}

// Written anew from WCAG 2.2 and not shared with the module: what is tested does not test itself.
const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const on = ([r, g, b, a], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));

function contrast(used, ink, ground, page) {
  const background = on(used.background, page);
  const tint = [...used.accent.slice(0, 3), used.accent[3] * 0.09];
  const under = { background, tint: on(tint, background) }[ground] ?? on(used[ground], background);
  const [dark, light] = [luminance(under), luminance(on(used[ink], under))].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair that fails. */
const failing = (used, page = WHITE) =>
  PAIRS.flatMap(([least, inks, grounds]) => inks.flatMap((ink) => grounds.map((ground) => [ink, ground, least])))
    .filter(([ink, ground, least]) => contrast(used, ink, ground, page) < least - 1e-9);

const settled = (own, given, problems) => {
  const fallen = problems.map(({ path }) => path.slice("--planner-".length));
  return { ...own, ...given, ...Object.fromEntries(fallen.map((name) => [name, own[name]])) };
};

/** Numbers that look random and are the same in every run. */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("the rule", () => {
  for (const [theme, own] of Object.entries(OWN)) {
    test(`the planner's own colours pass, ${theme}`, () => {
      assert.deepEqual(failing(own), []);
      assert.deepEqual(unreadable(own, {}, WHITE), []);
      assert.deepEqual(COLOURS.filter((name) => !own[name]), []);
    });

    test(`of 20,000 palettes at random, none is left with a pair that fails, ${theme}`, () => {
      const random = dice(7);
      let [kept, fell] = [0, 0];
      for (let palette = 0; palette < 20_000; palette += 1) {
        const page = [random(), random(), random()];
        const share = random();
        const given = {};
        for (const name of COLOURS) {
          if (random() > share) continue;
          // Some are near the planner's own, so that pairs fail by little; some let something through; some are none.
          const near = random() < 0.5 ? own[name] : [random(), random(), random()];
          const colour = near.slice(0, 3).map((part) => Math.min(1, Math.max(0, part + (random() - 0.5) * 0.3)));
          given[name] = random() < 0.02 ? undefined : [...colour, random() < 0.2 ? random() : 1];
        }
        const problems = unreadable(own, given, page);
        const used = settled(own, given, problems);
        assert.deepEqual(failing(used, page), [], JSON.stringify({ given, page }));
        const fallen = problems.map(({ path }) => path);
        assert.equal(new Set(fallen).size, fallen.length, "a colour falls once");
        assert.ok(fallen.every((path) => path.slice("--planner-".length) in given), "only what the page set falls");
        const passed = failing({ ...own, ...given, ...Object.fromEntries(Object.keys(given).filter((name) => !given[name]).map((name) => [name, own[name]])) }, page).length === 0;
        if (passed) assert.ok(problems.every(({ message }) => message.startsWith("it is not")), "what passes stays");
        kept += Object.keys(given).length - fallen.length;
        fell += fallen.length;
      }
      assert.ok(kept > 5_000 && fell > 5_000, `${kept} kept, ${fell} fell: the palettes try both`);
    });
  }

  const grey = (level, alpha = 1) => [level, level, level, alpha];
  const said = (given, own = OWN.light, page = WHITE) => unreadable(own, given, page).map(({ path, message, help }) => `${path}: ${message}; ${help}`);

  test("an accent that is too light falls, and nothing else", () => {
    assert.deepEqual(said({ accent: [1, 0.8, 0.2, 1] }), [
      "--planner-accent: 1.5:1 on --planner-background, needs 4.5:1; the planner’s own colour is used; choose a darker one",
    ]);
  });

  test("a background alone that the planner's own text can't stand on falls", () => {
    assert.deepEqual(said({ background: grey(0.1) }), [
      "--planner-background: 1:1 under --planner-text, needs 4.5:1; the planner’s own colour is used; choose a lighter one",
    ]);
  });

  test("a whole palette that passes stays, dark on a light device too", () => {
    assert.deepEqual(said(OWN.dark, OWN.light), []);
    assert.deepEqual(said(OWN.light, OWN.dark), []);
  });

  test("words on a see-through background are held against the page behind it", () => {
    assert.deepEqual(said({ background: grey(1, 0) }), []);
    assert.match(said({ background: grey(1, 0) }, OWN.light, [0.1, 0.1, 0.1])[0], /^--planner-background: 1:1 under --planner-text/);
  });

  test("what is no colour falls, and is said to be none", () => {
    assert.deepEqual(said({ accent: undefined }), [
      "--planner-accent: it is not a colour; the planner’s own colour is used; choose a colour that browsers know",
    ]);
  });

  test("a ratio that is nearly enough is not rounded up to what it needs", () => {
    const [line] = said({ muted: grey(0.4667) });
    assert.match(line, /^--planner-muted: 4\.4:1 on --planner-background, needs 4\.5:1/);
  });
});

describe("the stylesheets", () => {
  test("only tokens.css knows the properties that a page sets, and raw colours", () => {
    for (const name of readdirSync(join(root, "styles")).filter((name) => name !== "tokens.css")) {
      const css = readFileSync(join(root, "styles", name), "utf8");
      assert.doesNotMatch(css, /var\(--(planner|own)-|#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)\(/i, name);
    }
  });

  test("every colour that they use is one of tokens.css", () => {
    const css = readdirSync(join(root, "styles")).map((name) => readFileSync(join(root, "styles", name), "utf8")).join("\n");
    const known = new Set([...css.matchAll(/(?:^|[\s;{])(--[\w-]+):/g)].map(([, name]) => name));
    const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    assert.deepEqual([...used].filter((name) => !known.has(name) && !name.startsWith("--planner-")), []);
  });
});

const tag = (attributes = "") => `<exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" today="2027-01-04" loading="eager" ${attributes}></exosome-planner>`;
const sheet = (css) => ({ "/look.css": css });
const LINK = '<link rel="stylesheet" href="/look.css">';

/** Runs in the page before anything else: what the console is told of colours. */
function hear() {
  globalThis.lines = [];
  const { warn } = console;
  console.warn = (...words) => {
    if (`${words}`.includes("W-CONTRAST")) globalThis.lines.push(words.join(" "));
    warn(...words);
  };
}

/** Opens a page with this style. */
async function look(t, css, { html = tag(), ...options } = {}) {
  const opened = await open(`${LINK}<main>${html}</main>`, { form: "split", files: sheet(css), before: hear, ...options });
  t.after(opened.close);
  await opened.page.evaluate(async () => Promise.all([...document.querySelectorAll("exosome-planner")].map((one) => one.ready)));
  await opened.page.waitForLoadState("networkidle");
  return { ...opened, lines: () => opened.page.evaluate(() => globalThis.lines) };
}

/** What a colour of the stylesheets comes to inside the planner. */
const used = (page, name) => page.evaluate((name) => {
  const planner = document.querySelector("exosome-planner").shadowRoot.querySelector(".planner");
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  planner.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}, name);

const OWN_ACCENT = "rgb(11, 101, 93)";

for (const form of Object.keys(FORMS)) {
  test(`a colour that can't be read falls back, and the console says so once, in the ${form} form`, async (t) => {
    const { page, lines, seen } = await look(t, "exosome-planner { --planner-accent: #ffcc33; --planner-fault: #900 }", { form });
    assert.equal(await used(page, "accent"), OWN_ACCENT);
    assert.equal(await used(page, "fault"), "rgb(153, 0, 0)");
    await page.evaluate(() => document.querySelector("exosome-planner").setAttribute("today", "2027-02-01"));
    await page.evaluate(() => document.querySelector("exosome-planner").classList.add("seen"));
    await page.waitForTimeout(200);
    assert.deepEqual(await lines(), [
      "exosome-planner: W-CONTRAST: --planner-accent: 1.5:1 on --planner-background, needs 4.5:1; the planner’s own colour is used; choose a darker one",
    ]);
    assert.deepEqual([(await seen()).errors, (await seen()).violations], [[], []]);
  });
}

for (const [where, css, html] of [
  ["the tag's stylesheet", "exosome-planner { --planner-accent: #7a1fa2 }"],
  ["the page's root", ":root { --planner-accent: #7a1fa2 }"],
  ["something around it", "main { --brand: #7a1fa2; --planner-accent: var(--brand) }"],
  ["its part", "exosome-planner::part(base) { --planner-accent: #7a1fa2 }"],
]) {
  test(`a colour set on ${where} is used`, async (t) => {
    const { page, lines } = await look(t, css, { html });
    assert.equal(await used(page, "accent"), "rgb(122, 31, 162)");
    assert.deepEqual(await lines(), []);
  });
}

test("any way to write a colour is understood", async (t) => {
  const { page, lines } = await look(t, "");
  for (const [colour, isKept] of [
    ["oklch(40% 0.1 190)", true], ["oklch(90% 0.1 190)", false], ["color-mix(in oklab, navy, black)", true], ["rebeccapurple", true],
    ["light-dark(navy, white)", true], ["light-dark(white, navy)", false], ["hsl(170 80% 20% / 0.9)", true], ["rgb(0 0 0 / 0.2)", false],
    ["color(display-p3 0 0.3 0.3)", true], ["banana", false], ["12px", false],
  ]) {
    await page.evaluate((colour) => document.querySelector("exosome-planner").style.setProperty("--planner-accent", colour), colour);
    await page.waitForTimeout(150);
    assert.equal((await used(page, "accent")) !== OWN_ACCENT, isKept, colour);
  }
  assert.equal((await lines()).filter((line) => line.includes("it is not a colour")).length, 1);
});

test("it does not fight the page: a part's own rule for the property changes nothing, and what passes is left alone", async (t) => {
  const css = "exosome-planner { --planner-accent: #ffcc33 } exosome-planner::part(base) { --planner-accent: #ffcc33 }";
  const { page } = await look(t, css);
  assert.equal(await used(page, "accent"), OWN_ACCENT);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("exosome-planner")).getPropertyValue("--planner-accent")), "#ffcc33");
});

test("a change is noticed, whatever made it: style, class further up, theme, device, a stylesheet that comes late", async (t) => {
  const css = "main.warm exosome-planner { --planner-accent: #ffcc33 } main.plum exosome-planner { --planner-accent: #7a1fa2 }";
  const { page, lines } = await look(t, css, { context: { colorScheme: "light" } });
  const becomes = (color) => page.waitForFunction((color) => {
    const planner = document.querySelector("exosome-planner").shadowRoot.querySelector(".planner");
    const probe = document.createElement("i");
    probe.style.color = "var(--accent)";
    planner.append(probe);
    const is = getComputedStyle(probe).color === color;
    probe.remove();
    return is;
  }, color);
  const put = (deed) => page.evaluate(deed);
  await becomes(OWN_ACCENT);
  await put(() => (document.querySelector("main").className = "plum"));
  await becomes("rgb(122, 31, 162)");
  await put(() => (document.querySelector("main").className = "warm"));
  await becomes(OWN_ACCENT);
  assert.equal((await lines()).length, 1);
  // A warm yellow is readable on the dark theme.
  await put(() => document.querySelector("exosome-planner").setAttribute("theme", "dark"));
  await becomes("rgb(255, 204, 51)");
  await put(() => document.querySelector("exosome-planner").removeAttribute("theme"));
  await becomes(OWN_ACCENT);
  await page.emulateMedia({ colorScheme: "dark" });
  await becomes("rgb(255, 204, 51)");
  await page.emulateMedia({ colorScheme: "light" });
  await becomes(OWN_ACCENT);
  assert.equal((await lines()).length, 1, "each thing is said once");
  await put(() => document.querySelector("exosome-planner").style.setProperty("--planner-accent", "#7a1fa2"));
  await becomes("rgb(122, 31, 162)");
  await put(() => {
    document.querySelector("exosome-planner").removeAttribute("style");
    document.querySelector("main").className = "";
  });
  await becomes(OWN_ACCENT);
  await put(() => {
    const late = new CSSStyleSheet();
    late.replaceSync("exosome-planner { --planner-background: #222 }");
    document.adoptedStyleSheets = [late];
  });
  await page.waitForFunction(() => document.querySelector("exosome-planner").shadowRoot.querySelector('[part="base"]').style.length > 0);
  assert.equal(await used(page, "background"), "rgb(255, 255, 255)");
});

test("a colour that is none keeps no other from being looked at", async (t) => {
  const { page } = await look(t, "exosome-planner { --planner-event: banana } .pale { --planner-accent: #ffcc33 } .plum { --planner-accent: #7a1fa2 }");
  for (const [name, color] of [["plum", "rgb(122, 31, 162)"], ["pale", OWN_ACCENT], ["plum", "rgb(122, 31, 162)"]]) {
    await page.evaluate((name) => (document.querySelector("main").className = name), name);
    await page.waitForTimeout(150);
    assert.equal(await used(page, "accent"), color, name);
  }
});

for (const [what, file] of [["missing", { body: "", status: 404 }], ["late for ever", { body: "", after: new Promise(() => {}) }]]) {
  test(`a planner whose check of colours is ${what} plans all the same, and says nothing of it`, async (t) => {
    const html = '<exosome-planner protocol="/clinics/manila.json" jurisdiction="PH" loading="eager"></exosome-planner>';
    const { page, seen, close } = await open(html, { form: "split", files: { "/dist/esm/contrast.js": file } });
    t.after(close);
    await page.evaluate(() => document.querySelector("exosome-planner").ready);
    assert.deepEqual((await seen()).errors, []);
  });
}

test("two planners of a page are looked at each for itself", async (t) => {
  const html = tag('id="one"') + tag('id="two"');
  const { page } = await look(t, "#one { --planner-accent: #ffcc33 } #two { --planner-accent: #7a1fa2 }", { html });
  const fallen = await page.evaluate(() => ["one", "two"].map((id) => document.getElementById(id).shadowRoot.querySelector('[part="base"]').style.length));
  assert.deepEqual(fallen, [1, 0]);
});

test("under forced colours nothing is said", async (t) => {
  const { lines } = await look(t, "exosome-planner { --planner-accent: #7a1fa2 }", { context: { forcedColors: "active" } });
  assert.deepEqual(await lines(), []);
});

test("a see-through planner on a dark page is dark on none", async (t) => {
  const { page, lines } = await look(t, "body { background: #111 } exosome-planner { --planner-background: transparent }");
  assert.equal(await used(page, "background"), "rgb(255, 255, 255)");
  assert.equal((await lines()).length, 1);
  const dark = await look(t, "body { background: #111 } exosome-planner { --planner-background: transparent }", { html: tag('theme="dark"') });
  assert.equal(await used(dark.page, "background"), "rgba(0, 0, 0, 0)");
  assert.deepEqual(await dark.lines(), []);
});
