// What the table of decision-aid items points to on screen is there, in a full plan.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { quit, root } from "./harness.mjs";
import { answerToDates, begin, finish, pickEvent } from "./way.mjs";

after(quit);

/** What each item points to: a selector, and what has to stand there where that is said. */
const pointers = readFileSync(join(root, "tests/ipdas.tsv"), "utf8").split("\n").slice(1).flatMap((line) => {
  const [id, , , where = ""] = line.split("\t");
  const shown = where.split(" ; ").filter((pointer) => pointer.startsWith("dom "));
  return shown.map((pointer) => ({ id, selector: pointer.slice(4).split(" ~ ")[0], text: pointer.split(" ~ ")[1] ?? "" }));
});

test("every item that points to the plan finds it there", async (t) => {
  const { planner, close } = await begin();
  t.after(close);
  await answerToDates(planner);
  await pickEvent(planner, "2027-05-08");
  await finish(planner);
  assert.ok(pointers.length > 20);
  const lost = [];
  for (const { id, selector, text } of pointers) {
    const found = planner.locator(selector).filter({ hasText: new RegExp(text, "i") });
    if ((await found.count()) === 0) lost.push(`${id}: ${selector} ${text}`);
  }
  assert.deepEqual(lost, []);
});
