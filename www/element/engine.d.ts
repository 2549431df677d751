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

/**
 * Checks a clinic's protocol: its form, what its jurisdiction closes, what may not be published, and what runs out. `pack`
 * is a code or a document, the protocol's own jurisdiction where absent; `today` is YYYY-MM-DD.
 */
export function check(
  protocol: Document, options?: { pack?: Document; today?: string },
): Promise<{ usable: boolean; problems: Problem[] }>;

/** Something that may not be published. */
export interface Finding {
  /** The class, such as `CLAIM-DISEASE`. */
  code: string;
  /** The words that make the claim, and where they stand, in characters. */
  text: string;
  from: number;
  to: number;
  /** What the rule asks, and where it comes from. */
  rule: string;
  source: string;
  /** A wording that passes. */
  instead: string;
}

/** Reads a text as an advertisement. `pack` is a code or a document; `lang` the text's language, all where absent. */
export function lint(text: string, pack?: Document, lang?: string): Promise<Finding[]>;
