// Where the split form keeps its parts. The URLs are written so that bundlers recognise them.
import { read } from "./fetch.js";

const kept = new Map();

/** The text of one file; asked for once, and again after a failure. */
function text(url) {
  if (!kept.has(url.href)) {
    const reading = read(url);
    kept.set(url.href, reading);
    reading.catch(() => kept.delete(url.href));
  }
  return kept.get(url.href);
}

export const files = {
  packs: PACKS,
  languages: LANGUAGES,
  wasm: async () => new URL("./exosome-planner.wasm", import.meta.url),
  planning: async () => new URL("./planning.wasm", import.meta.url),
  styles: () => text(new URL("./exosome-planner.css", import.meta.url)),
  planStyles: () => text(new URL("./planning.css", import.meta.url)),
  reference: () => text(new URL("./protocols/reference.json", import.meta.url)),
  pack: (name) => text(new URL(`./packs/${name}.json`, import.meta.url)),
  words: (name) => text(new URL(`./locales/${name}.json`, import.meta.url)),
  planWords: (name) => text(new URL(`./locales/${name}.plan.json`, import.meta.url)),
  claimLanguages: CLAIM_LANGUAGES,
  claims: (name) => text(new URL(`./claims/${name}.json`, import.meta.url)),
};
