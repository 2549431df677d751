// The one-script form: everything is inside, so nothing is asked of the network but the clinic's own protocol.
// No document.currentScript, no import.meta, no DOMContentLoaded: optimisers move, delay and join scripts.
import packed from "built/planner.wasm.gz";
import planning from "built/planning.wasm.gz";
import documents from "built/documents.json.gz";
import { define } from "./define.js";
import { trouble } from "./trouble.js";

let unpacked;

function gunzip(base64) {
  if (typeof DecompressionStream === "undefined") throw trouble("E-LOAD-OLD");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

const inside = (pick) => async () => pick(await (unpacked ??= gunzip(documents).json()));

define({
  packs: PACKS,
  languages: LANGUAGES,
  wasm: async () => gunzip(packed).arrayBuffer(),
  planning: async () => gunzip(planning).arrayBuffer(),
  styles: inside((all) => all.styles),
  reference: inside((all) => all.reference),
  pack: (name) => inside((all) => all.packs[name])(),
  words: (name) => inside((all) => all.words[name])(),
  planWords: (name) => inside((all) => all.planWords[name])(),
  claimLanguages: LANGUAGES,
  claims: (name) => inside((all) => all.claims[name])(),
});
