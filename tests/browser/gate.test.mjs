// The gate on screen: under every pack, for a product of every origin, with documents and without, what is barred is in
// no option, visit, date, question or table of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { open, quit, ready, root } from "./harness.mjs";
import { answerToDates, finish } from "./way.mjs";

after(quit);

/** What each route is called on screen, where an exosome product goes by it. */
const CALLED = {
  home: "serum at home",
  after_procedure: "microneedling with an exosome",
  injected: "exosome injections in the face",
};
const DOCUMENTS = ["product_notification", "product_safety_file", "drug_number", "classification"];

/** The table that the engine is held to: `{ jurisdiction, route, origin, state, document }`. */
const rows = readFileSync(join(root, "tests/gate.tsv"), "utf8").trim().split("\n").slice(1).map((line) => {
  const [jurisdiction, route, origin, state, document] = line.split("\t");
  return { jurisdiction, route, origin, state, document };
});
const packs = [...new Set(rows.map((row) => row.jurisdiction))];
const origins = [...new Set(rows.map((row) => row.origin))];

/** A clinic that would use one product by every route. */
function clinic(jurisdiction, origin, isAttested) {
  const attested = DOCUMENTS.map((document) => ({ jurisdiction, document, reference: "1" }));
  return JSON.stringify({
    extends: "reference",
    id: "clinic",
    version: "1",
    name: { en: `Clinic ${origin} ${isAttested}` },
    products: [{
      id: "vial", name: { en: "Vial Zero" }, origin, routes: ["home", "intact_skin", "after_procedure", "injected"], in_use: true,
      attested: isAttested ? attested : [],
    }],
    modalities: ["home_serum", "priming", "microneedling", "injected_face"].map((id) => ({ id, offered: true })),
    consultation: { patch_test: { wait: "2 days" } },
  });
}

const isOpen = ({ state }, isAttested) => state === "open" || (state === "clinic" && isAttested);

describe("nothing that is barred is in the page", () => {
  for (const jurisdiction of packs) {
    test(jurisdiction, async (t) => {
      // Without documents only where they would change something.
      const asks = (origin) => rows.some((row) => row.jurisdiction === jurisdiction && row.origin === origin && row.state === "clinic");
      const turns = origins.flatMap((origin) => (asks(origin) ? [true, false] : [true]).map((isAttested) => ({ origin, isAttested })));
      const path = ({ origin, isAttested }) => `/gate/${origin}-${isAttested}.json`;
      const files = Object.fromEntries(turns.map((turn) => [path(turn), clinic(jurisdiction, turn.origin, turn.isAttested)]));
      const { page, close } = await open(
        `<exosome-planner protocol="${path(turns[0])}" jurisdiction="${jurisdiction}" lang="en" today="2026-11-22" loading="eager"></exosome-planner>`,
        { form: "split", files, context: { viewport: { width: 1280, height: 900 } } },
      );
      t.after(close);
      await ready(page);
      const planner = page.locator("exosome-planner");
      await answerToDates(planner);
      await finish(planner);
      for (const turn of turns) {
        await planner.evaluate((element, protocol) => element.setAttribute("protocol", protocol), path(turn));
        await planner.getByText(`Clinic ${turn.origin} ${turn.isAttested}`).first().waitFor();
        // Why something is ruled out may name it, and so may the rules of the place.
        const said = await planner.locator('[part="base"]').evaluate((base) => {
          const copy = base.cloneNode(true);
          copy.querySelectorAll(".ruled-out, .is-notice").forEach((one) => one.remove());
          return copy.textContent.toLowerCase();
        });
        const of = (route) => rows.find((row) => row.jurisdiction === jurisdiction && row.route === route && row.origin === turn.origin);
        const label = `${jurisdiction} ${turn.origin}, ${turn.isAttested ? "attested" : "not attested"}`;
        let opened = 0;
        for (const [route, name] of Object.entries(CALLED)) {
          const may = isOpen(of(route), turn.isAttested);
          opened += Number(may);
          if (!may) assert.ok(!said.includes(name), `${label}: ${name}`);
        }
        if (isOpen(of("after_procedure"), turn.isAttested)) assert.ok(said.includes(CALLED.after_procedure), `${label}: planned`);
        if (opened === 0 && !isOpen(of("intact_skin"), turn.isAttested)) assert.ok(!said.includes("vial zero"), `${label}: the product`);
      }
    });
  }
});
