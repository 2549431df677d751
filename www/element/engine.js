// The engine without an interface: `import { plan, missed, check } from "exosome-planner/engine"`.
import { files } from "./files.js";
import { lose, whole } from "./load.js";
import { understood } from "./trouble.js";

/** Plans; rejects with `{ code, message, help, problems? }` when a document can't be used. */
export const plan = (protocol, pack, request) =>
  call((program, reference) => program.plan(protocol, pack, request, reference));

/** Plans again after a missed visit: `{ missed, option, moved, request, plan }`; `option` is the first where absent. */
export const missed = (protocol, pack, request, date, option) =>
  call((program, reference) => program.missed(protocol, pack, request, date, option, reference));

/** Checks a protocol: `{ usable, problems }`. */
export const check = (protocol) => call((program, reference) => program.check(protocol, reference));

async function call(work) {
  try {
    const [program, reference] = await Promise.all([whole(files), files.reference()]);
    return work(program, reference);
  } catch (error) {
    if (error instanceof Error) lose(error);
    throw understood(error);
  }
}
