// Where the program asks for its second part. wasm-bindgen's glue imports this by the name that the cut gave it, and it
// is put beside the glue when the program is built.
import { initSync } from "./planner.js";

let compiled;

/** The second part, compiled: what the program gets when it asks. */
export function offer(module) {
  compiled = module;
}

/** Called by the program: joins the parts, then calls the function that has this place in the shared table. */
export async function __wasm_split_load_planning(callback, data) {
  const shared = initSync(); // the exports of the instance that runs; a later one asks again
  let isJoined = true;
  try {
    await WebAssembly.instantiate(compiled, { __wasm_split: shared });
  } catch (error) {
    console.error(error);
    isJoined = false;
  }
  shared.__indirect_function_table.get(callback)(data, isJoined);
}
