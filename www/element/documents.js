// Which documents one planner needs, and their text.
import { read } from "./fetch.js";
import { language, localDate, tag } from "./language.js";
import { trouble } from "./trouble.js";

/** Everything that `mount` and `update` take, but for the answers. All requests go out at once. */
export async function configuration(host, source) {
  const { words, locale } = language(host, source.languages);
  const protocol = protocolText(host.protocol);
  const own = host.jurisdiction || protocol.then((text) => JSON.parse(text).jurisdiction);
  const [text, reference, [jurisdiction, pack], sentences] = await Promise.all([
    protocol,
    source.reference(),
    Promise.resolve(own).then((name) => packText(name, source)),
    source.words(words),
  ]);
  const lang = tag(locale, jurisdiction);
  return { protocol: text, reference, pack, words: sentences, lang, today: host.today || localDate() };
}

async function protocolText(given) {
  if (!given) throw trouble("E-PROTO-NONE");
  if (typeof given === "object") return JSON.stringify(given);
  const text = given.trimStart().startsWith("{") ? given : await read(given);
  try {
    JSON.parse(text);
  } catch (error) {
    throw trouble("E-PROTO-JSON", { reason: error.message });
  }
  return text;
}

async function packText(asked, { packs, pack }) {
  if (!asked) throw trouble("E-JUR-NONE", { known: packs[0] });
  const name = String(asked).toUpperCase();
  if (!packs.includes(name)) throw trouble("E-JUR-UNKNOWN", { asked, known: packs.join(", ") });
  return [name, await pack(name)];
}
