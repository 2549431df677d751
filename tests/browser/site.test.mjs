// The demonstration page: what it documents is what it does.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { PAIRS } from "../../www/element/contrast.js";
import { failed, open, quit, ready, root } from "./harness.mjs";

after(quit);

const site = (context = {}) => open("", { path: "/", context: { reducedMotion: "reduce", ...context } });

for (const colorScheme of ["light", "dark"]) {
  describe(`${colorScheme} theme`, () => {
    for (const width of [320, 768, 1280]) {
      test(`at ${width} px nothing scrolls sideways and axe finds nothing`, async (t) => {
        const { page, seen, close } = await site({ colorScheme, viewport: { width, height: 900 } });
        t.after(close);
        await ready(page);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(beyond, 0);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);
        const recorded = await seen();
        assert.deepEqual([recorded.errors, recorded.violations], [[], []]);
      });
    }

    test("the panel of a failure is as accessible as the planner", async (t) => {
      const { page, close } = await site({ colorScheme });
      t.after(close);
      await ready(page);
      await page.locator("#break").click();
      await failed(page);
      const { violations } = await new AxeBuilder({ page }).include("exosome-planner").analyze();
      assert.deepEqual(violations.map(({ id }) => id), []);
      await page.locator('input[value="light"]').click();
      await ready(page);
    });
  });
}

test("another clinic changes the tag, and the text that shows the tag", async (t) => {
  const { page, close } = await site();
  t.after(close);
  await ready(page);
  for (const [clinic, jurisdiction] of [["seoul", "KR"], ["london", "GB"], ["manila", "PH"]]) {
    await page.locator(`input[value="${clinic}"]`).click();
    await page.waitForFunction((name) => document.querySelector("exosome-planner").protocol.includes(name), clinic);
    const snippet = await page.locator("#snippet").innerText();
    assert.ok(snippet.includes(`protocol="clinics/${clinic}.json" jurisdiction="${jurisdiction}"`));
    await ready(page);
  }
  await page.reload();
  assert.equal(await page.locator('input[value="manila"]').isChecked(), true);
});

test("another language is spoken, and the text says which script brings it", async (t) => {
  const { page, seen, close } = await site();
  t.after(close);
  await ready(page);
  await page.locator('input[value="ar"]').click();
  await page.locator('exosome-planner .planner[dir="rtl"]').waitFor();
  assert.match(await page.locator("#snippet").innerText(), /exosome-planner\.ar\.js[\s\S]*lang="ar"/);
  assert.deepEqual((await seen()).errors, []);
});

test("a protocol is checked on the page, without a request that carries it", async (t) => {
  const { page, close } = await site();
  t.after(close);
  await ready(page);
  const sent = [];
  page.on("request", (request) => sent.push(request.method()));
  const file = { name: "clinic.json", mimeType: "application/json", buffer: Buffer.from('{ "extends": "reference", "calendar": 5 }') };
  await page.locator("#check-file").setInputFiles(file);
  await page.locator("#check-answer li").first().waitFor();
  assert.match(await page.locator("#check-answer").innerText(), /can’t be used yet[\s\S]*calendar/);
  assert.ok(sent.every((method) => method === "GET"));
});

test("a text is read by the rules of the clinic's place, and a claim has a wording that passes", async (t) => {
  const { page, close } = await site();
  t.after(close);
  await ready(page);
  const read = async (text) => {
    await page.locator("#read-text").fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator("#read-answer > p").waitFor();
    return page.locator("#read-answer").innerText();
  };
  assert.match(await read("Our exosomes cure acne."), /may not be published[\s\S]*cure acne[\s\S]*skin or hair looks[\s\S]*for the look of clearer skin/);
  assert.match(await read("Open on weekdays from nine."), /No claim was found/);
});

const here = (path) => readFileSync(join(root, path), "utf8");
const rows = (section) => [...here("www/index.html").split(`<h3 id="${section}">`)[1].split("</table>")[0].matchAll(/<tr><th scope="row"><code>([\w-]+)</g)].map(([, name]) => name);

test("the page lists the custom properties, every one and no other", () => {
  const read = [here("styles/tokens.css"), here("www/element/shell.css")].flatMap((css) => [...css.matchAll(/var\((--planner-[\w-]+)/g)]);
  assert.deepEqual(rows("properties").sort(), [...new Set(read.map(([, name]) => name))].sort());
});

test("what it says of a colour's contrast is what the colours are held to", () => {
  const needs = (name) => here("www/index.html").split(`<code>--planner-${name}</code></th>`)[1].split("</tr>")[0];
  for (const [least, inks, grounds] of PAIRS) {
    for (const ink of inks) {
      for (const ground of grounds) {
        const rule = needs(ink).match(new RegExp(`${least}:1 on ([\\w, -]+)`))?.[1] ?? "";
        assert.ok(rule.includes(ground.replace("-", " ")), `${ink} on ${ground}: ${rule}`);
      }
    }
  }
});

test("the page lists the parts, every one and no other", async () => {
  const files = ["src/ui/src", "www/element"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`));
  const named = files.filter((name) => /\.(rs|js)$/.test(name)).flatMap((name) => [...here(name).matchAll(/\bpart(?:\(| = )"([\w -]+)"/g)]);
  assert.deepEqual(rows("parts").sort(), [...new Set(named.flatMap(([, names]) => names.split(" ")))].sort());
});

test("the planner takes another accent, and one that can't be read is told", async (t) => {
  const { page, close } = await site({ colorScheme: "light" });
  t.after(close);
  await ready(page);
  const lines = [];
  page.on("console", (message) => message.text().includes("W-CONTRAST") && lines.push(message.text()));
  const accent = (color) => page.waitForFunction((color) => {
    const link = document.querySelector("exosome-planner").shadowRoot.querySelector(".button.primary");
    return getComputedStyle(link).color === color;
  }, color);
  await page.locator('input[value="plum"]').click();
  await accent("rgb(122, 31, 162)");
  assert.deepEqual(lines, []);
  await page.locator('input[value="pale"]').click();
  await accent("rgb(11, 101, 93)");
  assert.match(lines.join("\n"), /^exosome-planner: W-CONTRAST: --planner-accent: 1\.\d:1 on --planner-background, needs 4\.5:1/);
});

test("the page lists the events that it hears", async (t) => {
  const { page, close } = await site();
  t.after(close);
  await ready(page);
  assert.match(await page.locator("#heard").innerText(), /planner-ready/);
});
