// How long plans take in a browser, through the element's `plan()`: documents as text in, a plain object out.
// Figures only: nothing here passes or fails.
import { readFileSync } from "node:fs";
import { open, quit } from "./harness.mjs";
import { answerToDates, begin, finish, pickEvent } from "./way.mjs";

const SCRIPT = `import { check, plan } from "/dist/esm/engine.js";
  globalThis.planner = { check, plan };`;

const { named, random } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { page, close } = await open('<script type="module" src="/use.js"></script>', { form: "none", files: { "/use.js": SCRIPT } });
await page.waitForFunction(() => globalThis.planner);

/** Times a call over and over, for a while; the first calls don't count, unless one is longer than all of that. */
const repeated = (asked) =>
  page.evaluate(async ({ protocol, pack, request }) => {
    const call = pack ? () => globalThis.planner.plan(protocol, pack, request) : () => globalThis.planner.check(protocol);
    const time = async () => {
      const begun = performance.now();
      await call();
      return performance.now() - begun;
    };
    const first = await time();
    if (first > 1_500) return [first];
    await time();
    const times = [];
    const end = performance.now() + 1_500;
    while (times.length < 5 || (times.length < 300 && performance.now() < end)) times.push(await time());
    return times;
  }, asked);

/** Times one call each. */
const once = (each) =>
  page.evaluate(async (each) => {
    const times = [];
    for (const { protocol, pack, request } of each) {
      const begun = performance.now();
      await globalThis.planner.plan(protocol, pack, request);
      times.push(performance.now() - begun);
    }
    return times;
  }, each);

/** The longest that the page can't answer while the planner arrives, in milliseconds; the files are there already. */
async function arrivals(count) {
  await slow.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  });
  const longest = [];
  for (let left = count; left > 0; left -= 1) {
    await slow.reload();
    await slow.locator('exosome-planner .shell[data-stage="ready"]').waitFor();
    await slow.waitForTimeout(2000);
    longest.push(await slow.evaluate(() => Math.max(...tasks.map(({ duration }) => duration))));
  }
  return longest;
}

/** A fixed piece of work, by which figures of different machines can be compared. */
const fixed = () =>
  page.evaluate(() => {
    const times = [];
    for (let run = 0; run < 21; run += 1) {
      const begun = performance.now();
      let sum = 0;
      for (let step = 0; step < 2e7; step += 1) sum = (sum * 31 + step) | 0;
      globalThis.sum = sum; // what nobody reads is not worked out
      times.push(performance.now() - begun);
    }
    return times;
  });

function line(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (time) => `${time.toFixed(1)} ms`.padStart(10);
  console.log(`${name.padEnd(50)} ${ms(sorted[sorted.length >> 1])} ${ms(sorted.at(-1))} ${String(times.length).padStart(6)}`);
}

console.log(`${"in Chromium, reading included".padEnd(50)} ${"median".padStart(10)} ${"worst".padStart(10)} ${"runs".padStart(6)}`);
line("20 million steps of a sum, to compare machines by", await fixed());
line("check of a protocol: reading alone", await repeated({ protocol: named.at(-1).protocol }));
for (const asked of named) line(asked.name, await repeated(asked));
const times = [];
for (let from = 0; from < random.length; from += 100) times.push(...(await once(random.slice(from, from + 100))));
line("requests at random, each once", times);
console.log(`the worst of them: ${random[times.indexOf(Math.max(...times))].name}`);
await close();

// From an answer changed to the plan redrawn, on a machine four times as slow: what somebody who moves the slider sees.
const { page: slow, planner, close: end } = await begin({ isAsShipped: true });
await answerToDates(planner);
await pickEvent(planner, "2027-05-08");
await finish(planner);
const session = await slow.context().newCDPSession(slow);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
const [seen, whole] = await planner.evaluate(async (element) => {
  const slider = element.shadowRoot.querySelector("#planner-what-if-start");
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const [seen, whole] = [[], []];
  for (let day = 1; day <= 60; day += 1) {
    await drawn();
    const begun = performance.now();
    // Asked for first, so that it ends before what follows the frame begins.
    const frame = drawn();
    slider.value = String(day * 2);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    element.shadowRoot.querySelector(".headline").getBoundingClientRect(); // laid out, as the next frame would
    seen.push((await frame) - begun);
    whole.push((await drawn()) - begun);
  }
  return [seen, whole];
});
console.log();
line("the planner arrives, its longest task (CPU ÷ 4)", await arrivals(10));
line("an answer changed, the plan redrawn (CPU ÷ 4)", seen);
line("and what is out of sight, a frame later", whole);
await end();
await quit();
