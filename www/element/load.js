// The program, shared by every planner of a page: compiled once, and started afresh when it is lost.
import init, * as program from "built/planner.js";
import { request } from "./fetch.js";
import { refusal, trouble } from "./trouble.js";

/** What each planner of the page wants called when the program is lost. */
const planners = new Set();
let starting;
let lost = false;

/** The exports, ready to be called. `source.wasm()` is bytes, or the address of the file. */
export async function engine(source) {
  starting ??= start(source);
  try {
    await starting;
  } catch (error) {
    starting = undefined;
    throw error;
  }
  if (lost) renew();
  return program;
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
  lost = false;
}

async function start(source) {
  if (typeof WebAssembly !== "object") throw trouble("E-LOAD-NO-WASM");
  const where = await source.wasm();
  const module = await (where instanceof URL ? fetched(where) : compiled(where));
  try {
    await init({ module_or_path: module });
  } catch (error) {
    throw refusal(error);
  }
  program.set_guard(guard);
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

async function fetched(url) {
  const response = await request(url);
  const copy = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // Hosts that can't be configured send another type than application/wasm; the bytes may be right all the same.
    return compiled(await copy.arrayBuffer(), url);
  }
}

async function compiled(bytes, url) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw refusal(error, url);
  }
}
