// Where the program asks for its second part. wasm-bindgen's glue imports this by the name that the cut gave it, and it
// is put beside the glue when the program is built.
import { initSync } from "./planner.js";

let united;

/** Gives the instance that runs its second part; a later instance needs its own. */
export async function unite(module) {
  const running = initSync();
  await WebAssembly.instantiate(module, { __wasm_split: running });
  united = running;
}

/** Called by the program: says whether it is whole, through the function that has this place in the shared table. */
export function __wasm_split_load_planning(callback, data) {
  const running = initSync();
  running.__indirect_function_table.get(callback)(data, united === running);
}
