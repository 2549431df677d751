// The program comes in two files: the second is not what it should be, after the first has shown the questions.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chosen, failed, quit } from "./harness.mjs";
import { PLANNING, answerToGoals, begin, late, planned, planning } from "./way.mjs";

after(quit);

/** The second file as another build has it: the same but for the name of its release. */
function ofAnotherRelease() {
  const other = Buffer.from(planning);
  other[other.length - 1] ^= 1;
  return other;
}

/** Every way in which the second file is not what it should be, and the code that must be shown. */
const WRONG = [
  ["missing", { body: "not found", status: 404 }, "E-LOAD-NOT-FOUND"],
  ["refused by a server that is ill", { body: "", status: 503 }, "E-LOAD-STATUS"],
  ["a page in its place", { body: "<!doctype html>", type: "text/html" }, "E-LOAD-MIME"],
  ["altered", { body: Buffer.from(planning.toString("utf8")) }, "E-LOAD-MIME"],
  ["cut short", { body: planning.subarray(0, planning.length / 2) }, "E-LOAD-MIME"],
  ["on a connection that ends too early", { body: planning, isCut: true }, "E-LOAD-NETWORK"],
  ["of another release", { body: ofAnotherRelease() }, "E-LOAD-VERSION"],
  ["of no release", { body: planning.subarray(0, planning.lastIndexOf("release") - 3) }, "E-LOAD-VERSION"],
];

for (const [name, wrong, code] of WRONG) {
  test(`a second file that is ${name}: the panel says where, and the answers outlast it`, async (t) => {
    const { files, arrive } = late();
    Object.assign(files[PLANNING], { type: "application/wasm" }, wrong);
    const { page, planner, seen, origin, close } = await begin({ files });
    t.after(close);
    await answerToGoals(planner);
    const given = await chosen(page);
    arrive();
    const text = await failed(page);
    assert.ok(text.includes(code) && text.includes(origin + PLANNING), text);
    assert.equal(await page.getByText("Call us").isVisible(), true);
    const { errors, events } = await seen();
    assert.deepEqual(errors, []);
    assert.deepEqual(events.map(({ type, detail }) => [type, detail.code]), [["planner-error", code]]);
    assert.ok(events[0].detail.help);

    delete files[PLANNING];
    await planner.locator('[part="retry"]').click();
    await planned(planner);
    assert.deepEqual(await chosen(page), given);
    assert.deepEqual((await seen()).events.map(({ type }) => type).sort(), ["planner-change", "planner-error", "planner-ready"]);
    assert.deepEqual((await seen()).errors, []);
  });
}

test("a second file sent with a wrong type works all the same", async (t) => {
  const { planner, close } = await begin({ files: { [PLANNING]: { body: planning, type: "text/plain" } } });
  t.after(close);
  await answerToGoals(planner);
  await planned(planner);
});
