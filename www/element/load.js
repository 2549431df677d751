// The program, shared by every planner of a page: compiled once, and started afresh when it is lost. It comes in two
// parts: the first shows the questions, the second plans. Both are asked for at once; the first goes ahead.
import init, * as program from "built/planner.js";
import { unite } from "built/join.js";
import { request } from "./fetch.js";
import { refusal, trouble } from "./trouble.js";

/** What each planner of the page wants called when the program is lost. */
const planners = new Set();
let starting;
let fetching; // the second part
let joining; // of the running instance
let caching = "default"; // after a failure, what the browser has kept may be what failed
let lost = false;

/** The exports of the first part, ready to be called. `source.wasm()` is bytes, or the address of the file. */
export async function first(source) {
  starting ??= start(source);
  second(source).catch(() => {}); // on its way already; who needs it hears of a failure
  try {
    await starting;
  } catch (error) {
    starting = undefined;
    caching = "reload";
    throw error;
  }
  if (lost) renew();
  return program;
}

/** The exports, with all that they can do. */
export async function whole(source) {
  const [, part] = await Promise.all([first(source), second(source)]);
  let mine;
  do {
    mine = joining ??= join(part);
    try {
      await mine;
    } catch (error) {
      if (mine !== joining) continue;
      joining = undefined;
      throw error;
    }
  } while (mine !== joining); // that instance was lost meanwhile
  return program;
}

function second(source) {
  if (!fetching) {
    fetching = arrival(source);
    fetching.catch(() => {
      fetching = undefined;
      caching = "reload";
    });
  }
  return fetching;
}

/** The second part, compiled. One of another release would take its memory where the first has something else. */
async function arrival(source) {
  const where = await source.planning();
  const part = await compilation(where, { priority: "low" });
  if (release(part) !== release(await starting)) throw trouble("E-LOAD-VERSION", { url: where });
  return part;
}

/** The name that the build gave to both parts. */
function release(part) {
  const [name] = part ? WebAssembly.Module.customSections(part, "release") : [];
  return new TextDecoder().decode(name);
}

async function join(part) {
  try {
    await unite(part);
  } catch (error) {
    throw refusal(error);
  }
  await program.join();
}

/** Calls `listener` when the program is lost; answers with the function that ends this. */
export function onLoss(listener) {
  planners.add(listener);
  return () => planners.delete(listener);
}

/**
 * A panic or any other trap poisons the one instance that all planners of the page share. Nothing calls it from here
 * on; once the stack is empty there is a fresh one of the same module, and every planner is told.
 */
export function lose(error) {
  if (lost) return;
  lost = true;
  console.error(error);
  queueMicrotask(() => {
    try {
      renew();
    } catch (refused) {
      console.error(refused); // tried again with the next start
    }
    for (const listener of [...planners]) listener();
  });
}

/** Closures, handles and finalizers of the old instance know that they are late, and do nothing. */
function renew() {
  program.__wbg_reset_state();
  joining = undefined;
  lost = false;
}

async function start(source) {
  if (typeof WebAssembly !== "object") throw trouble("E-LOAD-NO-WASM");
  const part = await compilation(await source.wasm());
  try {
    await init({ module_or_path: part });
  } catch (error) {
    throw refusal(error);
  }
  program.set_guard(guard);
  return part;
}

/** Around every call that the browser makes by itself: listeners, timers, promises. */
function guard(run) {
  if (lost) return undefined;
  try {
    return run();
  } catch (error) {
    return lose(error);
  }
}

const compilation = (where, options) => (where instanceof URL ? fetched(where, options) : compiled(where));

async function fetched(url, options) {
  const response = await request(url, { cache: caching, ...options });
  const copy = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // Hosts that can't be configured send another type than application/wasm; the bytes may be right all the same.
    const bytes = await copy.arrayBuffer().catch(() => {
      throw trouble("E-LOAD-NETWORK", { url });
    });
    return compiled(bytes, url);
  }
}

async function compiled(bytes, url) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw refusal(error, url);
  }
}
