// The engine without an interface: `import { plan, missed, check, lint } from "exosome-planner/engine"`.
import { claims } from "./documents.js";
import { files } from "./files.js";
import { localDate } from "./language.js";
import { lose, whole } from "./load.js";
import { trouble, understood } from "./trouble.js";

/** Plans; rejects with `{ code, message, help, problems? }` when a document can't be used. */
export const plan = (protocol, pack, request) =>
  call((program, reference) => program.plan(protocol, pack, request, reference));

/** Plans again after a missed visit: `{ missed, option, moved, request, plan }`; `option` is the first where absent. */
export const missed = (protocol, pack, request, date, option) =>
  call((program, reference) => program.missed(protocol, pack, request, date, option, reference));

/** Checks a protocol by its form, its jurisdiction's rules, the claim guard and the day: `{ usable, problems }`. */
export const check = (protocol, { pack, today = localDate() } = {}) =>
  call(async (program, reference) => {
    const [rules, guard] = await Promise.all([packOf(pack ?? jurisdiction(protocol)), claims(files.claimLanguages, files)]);
    return program.check(protocol, reference, rules, guard, today);
  });

/** What may not be published of a text: a list of findings. `pack` is a code or a document; `lang` a language tag. */
export const lint = (text, pack, lang) =>
  call(async (program) => {
    const languages = lang ? [lang, "en"] : files.claimLanguages;
    const [rules, guard] = await Promise.all([packOf(pack), claims(languages, files)]);
    if (pack && !rules) throw trouble("E-JUR-UNKNOWN", { asked: pack, known: files.packs.join(", ") });
    return program.lint(String(text), rules, guard, lang);
  });

/** A pack by its code, as it is where it is one already, or none where nothing is on file. */
async function packOf(pack) {
  if (typeof pack !== "string" || pack.trimStart().startsWith("{")) return pack;
  const name = pack.toUpperCase();
  return files.packs.includes(name) ? files.pack(name) : undefined;
}

function jurisdiction(protocol) {
  try {
    return (typeof protocol === "string" ? JSON.parse(protocol) : protocol)?.jurisdiction;
  } catch {
    return undefined; // what is wrong with the text is said by the check
  }
}

async function call(work) {
  try {
    const [program, reference] = await Promise.all([whole(files), files.reference()]);
    return await work(program, reference);
  } catch (error) {
    if (error instanceof Error) lose(error);
    throw understood(error);
  }
}
