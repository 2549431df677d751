// The one-script form: everything is inside, so nothing is asked of the network but the clinic's own protocol.
// No document.currentScript, no import.meta, no DOMContentLoaded: optimisers move, delay and join scripts.
import packed from "built/planner.wasm.gz";
import planning from "built/planning.wasm.gz";
import documents from "built/documents.json.gz";
import { define } from "./define.js";
import { trouble } from "./trouble.js";

/** Languages that scripts of their own have brought: `[tag, content]` each, whether before this one or after. */
const brought = (globalThis.exosomePlannerWords ??= []);
const unpacked = new Map();

function gunzip(base64) {
  if (typeof DecompressionStream === "undefined") throw trouble("E-LOAD-OLD");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

function json(base64) {
  if (!unpacked.has(base64)) unpacked.set(base64, gunzip(base64).json());
  return unpacked.get(base64);
}

const inside = (pick) => async () => pick(await json(documents));
const language = async (name) => (name === "en" ? (await json(documents)).words : json(brought.find(([lang]) => lang === name)[1]));

define({
  packs: PACKS,
  get languages() {
    return ["en", ...brought.map(([lang]) => lang)];
  },
  others: LANGUAGES,
  wasm: async () => gunzip(packed).arrayBuffer(),
  planning: async () => gunzip(planning).arrayBuffer(),
  styles: inside((all) => all.styles),
  planStyles: inside((all) => all.planStyles),
  reference: inside((all) => all.reference),
  pack: (name) => inside((all) => all.packs[name])(),
  words: async (name) => (await language(name)).words,
  planWords: async (name) => (await language(name)).planWords,
  get claimLanguages() {
    return this.languages;
  },
  claims: async (name) => (name === "rules" ? (await json(documents)).rules : (await language(name)).claims),
});
