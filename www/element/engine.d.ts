// The engine without an interface. Documents are objects, or their JSON as a string. Both functions wait for
// `exosome-planner.wasm` and `planning.wasm`, and reject with a `Trouble` when one of them can't be had.
import type { Problem } from "./exosome-planner.js";

export type Document = string | object;

/** Works out a plan; rejects with a `Trouble` when a document can't be used. */
export function plan(protocol: Document, pack: Document, request: Document): Promise<object>;

/** Checks a clinic's protocol. */
export function check(protocol: Document): Promise<{ usable: boolean; problems: Problem[] }>;
