// The engine without an interface. Documents are objects, or their JSON as a string. All wait for
// `exosome-planner.wasm` and `planning.wasm`, and reject with a `Trouble` when one of them can't be had.
import type { Problem } from "./exosome-planner.js";

export type Document = string | object;

/** Works out a plan; rejects with a `Trouble` when a document can't be used. */
export function plan(protocol: Document, pack: Document, request: Document): Promise<object>;

/** A session that has another day after a missed visit; without `modality` it is the consultation. */
export interface Moved {
  modality?: string;
  number?: number;
  /** The day it had, YYYY-MM-DD. */
  from: string;
  /** The day it has now; absent where the option no longer fits. */
  to?: string;
}

/**
 * Plans again after the visit of `date` was missed. `option` is the one that was followed, the first where absent.
 * `request` holds the answers of the day after: what was had is in its `past`.
 */
export function missed(
  protocol: Document, pack: Document, request: Document, date: string, option?: string,
): Promise<{ missed: string; option: string; moved: Moved[]; request: object; plan: object }>;

/** Checks a clinic's protocol. */
export function check(protocol: Document): Promise<{ usable: boolean; problems: Problem[] }>;
