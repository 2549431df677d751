// <exosome-planner>: importing this module defines the tag. It fetches two wasm files from its own folder at once:
// `exosome-planner.wasm` shows the questions, and `planning.wasm` makes a plan of the answers.

/** One problem of a clinic's document. */
export interface Problem {
  code: string;
  severity: "error" | "warning";
  /** Where in the document. */
  path: string;
  message: string;
  /** What to do about it. */
  help: string;
}

/** The detail of `planner-error`. Never holds anything that a person answered. */
export interface Trouble {
  code: string;
  message: string;
  help: string;
  problems?: Problem[];
}

/** The detail of `planner-change`. */
export interface PlanChange {
  planId: string;
  status: "ready" | "provisional" | "blocked" | "infeasible";
}

/** The detail of `planner-step`: a screen's name and nothing that was answered on it. */
export interface StepChange {
  step: "begin" | "goals" | "areas" | "check" | "dates" | "priority" | "extras" | "earlier" | "answers" | "plan";
}

/** The detail of `planner-complete`. */
export interface PlanComplete {
  planId: string;
  status: "ready" | "provisional";
}

/** The detail of `planner-booking`: the clinic's own link, with what the protocol leaves room for filled in. */
export interface Booking {
  url: string;
}

export interface ExosomePlannerElement extends HTMLElement {
  /** The clinic's protocol: a URL (as the attribute), an object, or the text of one. */
  protocol: string | object;
  /** Whose rules hold, as a country code. The protocol's own `jurisdiction` if absent. */
  jurisdiction: string;
  mode: "" | "explore" | "present" | "clinician";
  theme: "" | "auto" | "light" | "dark";
  layout: "" | "auto" | "compact" | "full";
  /** `lazy` (the default) loads when the tag comes near the viewport, `eager` at once. */
  loading: "" | "lazy" | "eager";
  /** The date to plan from, YYYY-MM-DD; the current one if absent. */
  today: string;
  /**
   * Resolves once both wasm files are there and plans are shown; the questions can be answered before that. Rejects
   * with the detail of `planner-error`.
   */
  readonly ready: Promise<ExosomePlannerElement>;
  /** The token of a plan to begin with. */
  state: string;
  /** The plan as a plain object; `undefined` as long as there is nothing to plan. */
  getPlan(): object | undefined;
  /** The answers as a token, without any about the person. */
  getState(): string | undefined;
  /** Goes on from a token, or from the beginning where there is none. */
  setState(token?: string): void;
  /** Begins anew. */
  reset(): void;
  /** The visits of the option that is shown, as the text of a calendar file; `undefined` where no plan stands. */
  exportIcs(): string | undefined;
  /** Prints the page; of the planner, the plan alone. */
  print(): void;
}

export interface ExosomePlannerEventMap {
  /** Told with `ready`. */
  "planner-ready": CustomEvent<null>;
  /** There is another plan; also the first one, when answers were given before it could be made. */
  "planner-change": CustomEvent<PlanChange>;
  /** The person went on or back to another screen. */
  "planner-step": CustomEvent<StepChange>;
  /** The person is shown a plan that stands, for the first time. */
  "planner-complete": CustomEvent<PlanComplete>;
  /** The person pressed a way to book. `preventDefault()` keeps the browser from following it. */
  "planner-booking": CustomEvent<Booking>;
  /** The planner can't be shown. */
  "planner-error": CustomEvent<Trouble>;
}

declare global {
  interface HTMLElementTagNameMap {
    "exosome-planner": ExosomePlannerElement;
  }
  interface HTMLElementEventMap extends ExosomePlannerEventMap {}
}
