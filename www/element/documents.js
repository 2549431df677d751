// Which documents one planner needs, and their text.
import { read } from "./fetch.js";
import { language, localDate, tag } from "./language.js";
import { trouble } from "./trouble.js";

/** What `mount` takes, but for the answers; `later` is a promise of what plans need besides. All requests go out at once. */
export async function configuration(host, source) {
  const { words, locale, missing } = language(host, source);
  if (missing) console.warn(`exosome-planner: there are words for “${missing}”; put exosome-planner.${missing}.js into the page as well`);
  const later = plansNeed(words, source);
  const protocol = protocolText(host.protocol);
  const own = host.jurisdiction || protocol.then((text) => JSON.parse(text).jurisdiction);
  const [text, reference, [jurisdiction, pack], sentences] = await Promise.all([
    protocol,
    source.reference(),
    Promise.resolve(own).then((name) => packText(name, source)),
    source.words(words),
  ]);
  const lang = tag(locale, jurisdiction);
  const today = host.today || localDate();
  return { protocol: text, reference, pack, jurisdiction, words: sentences, lang, today, mode: host.mode, later };
}

/** The sentences of plans, and the claim guard's words in this language and in English. */
function plansNeed(lang, source) {
  const later = Promise.all([source.planWords(lang), claims([lang, "en"], source)]);
  later.catch(() => {}); // heard where it is waited for
  return later.then(([planWords, guard]) => ({ planWords, claims: guard }));
}

/** The claim guard's rules and the words of some languages, as one document. */
export async function claims(languages, source) {
  const known = source.claimLanguages.filter((name) => languages.includes(name));
  const [rules, ...lexicons] = await Promise.all([source.claims("rules"), ...known.map((name) => source.claims(name))]);
  return `{"rules":${rules},"lexicons":[${lexicons.join()}]}`;
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

/** A jurisdiction that nothing is on file for has no pack, and the planner is closed there: it is never guessed. */
async function packText(asked, { packs, pack }) {
  if (!asked) throw trouble("E-JUR-NONE", { known: packs[0] });
  const name = String(asked).toUpperCase();
  if (packs.includes(name)) return [name, await pack(name)];
  const { code, message, help } = trouble("E-JUR-UNKNOWN", { asked, known: packs.join(", ") });
  console.warn(`exosome-planner: ${code}: ${message} ${help}`);
  return [name, ""];
}
