// The class of <exosome-planner>: attributes, properties, stages and events. It is defined before the program has
// arrived, and whatever goes wrong, the children stay or come back and nothing is thrown into the page.
import { configuration } from "./documents.js";
import { direction } from "./language.js";
import { first as start, lose, onLoss, whole } from "./load.js";
import { inFragment, keepInFragment, keepStep, page, stepOf } from "./link.js";
import { base, build, dress, dressPlans } from "./shell.js";
import { show, understood } from "./trouble.js";

/** Properties that are nothing but their attribute. `lang` is one of HTML's own. */
const MIRRORED = ["jurisdiction", "layout", "loading", "mode", "state", "theme", "today"];
/** Attributes that change what the planner is told; the others are read by the stylesheet. */
const TOLD = ["jurisdiction", "lang", "mode", "protocol", "state", "today"];
/** How long a planner may be off the page, in milliseconds, before it counts as removed and not as moved. */
const MOVE = 50;
/** How near to the viewport a lazy planner starts to load. */
const NEAR = "600px";

/** Makes the class. `source` is where the program, styles, packs and words come from. */
export function plannerClass(source) {
  class ExosomePlanner extends HTMLElement {
    static observedAttributes = [...TOLD, "loading"];

    #shell = build(this);
    #colours; // what looks at the page's
    #protocol; // set as a property; an attribute is never turned into an object
    #handle;
    #isWhole = false; // whether it has had what plans
    #unheard; // ends being told of a lost program
    #base;
    #answers; // the person's, for this page view only: not stored, not in any event
    #turn = 0; // of two loads that overlap, the later one counts
    #asked = false; // whether loading has begun
    #token; // of the link that is opened
    #isAddressRead = false; // whether the page's address was looked at for one
    #opening = 0; // counts links, so that the same one can be opened again
    #isComplete = false; // whether it has ended well
    #step; // the screen that is shown
    #watcher;
    #leaving;
    #ready = deferred();
    #reported = new Set(); // lines on the console

    constructor() {
      super();
      this.#stage("loading");
    }

    /** Resolves with this element once it asks and plans; rejects with the detail of `planner-error`. */
    get ready() {
      return this.#ready.promise;
    }

    get protocol() {
      return this.#protocol ?? this.getAttribute("protocol") ?? "";
    }

    /** A URL, an object, or the text of one. */
    set protocol(value) {
      const isUrl = typeof value === "string" && !value.trimStart().startsWith("{");
      this.#protocol = isUrl ? undefined : (value ?? undefined);
      if (isUrl) this.setAttribute("protocol", value);
      this.#told();
    }

    /** The plan as a plain object; `undefined` as long as there is nothing to plan. */
    getPlan() {
      return this.#handle?.plan();
    }

    /** The answers as a token, without any about the person; `undefined` as long as there is nothing to plan. */
    getState() {
      return this.#handle?.token();
    }

    /** Goes on from a token, or from the beginning where there is none. Answers given so far are given up. */
    setState(token) {
      this.#token = token || undefined;
      this.#opening += 1;
      if (token) return this.#told();
      this.#answers = undefined;
      // Also where it failed before anything was shown; one that waits to come near goes on waiting.
      const hasBegun = this.#asked;
      this.#leave();
      if (hasBegun) this.#load();
    }

    /** Begins anew. */
    reset() {
      this.setState();
    }

    /** The visits of the option that is shown, as the text of a calendar file; `undefined` where no plan stands. */
    exportIcs() {
      return this.#handle?.calendar();
    }

    /** Prints the page that it stands on; of the planner, the plan alone. */
    print() {
      globalThis.print();
    }

    connectedCallback() {
      clearTimeout(this.#leaving);
      addEventListener("popstate", this.#turned);
      for (const name of [...MIRRORED, "protocol"]) this.#upgrade(name);
      if (!this.#asked) this.#wait();
    }

    disconnectedCallback() {
      clearTimeout(this.#leaving);
      this.#leaving = setTimeout(() => this.isConnected || this.#leave(), MOVE);
    }

    attributeChangedCallback(name, before, after) {
      if (before === after || !this.isConnected) return;
      if (name === "loading") {
        if (!this.#asked) this.#wait();
      } else {
        if (name === "protocol") this.#protocol = undefined;
        if (name === "state") return this.setState(after);
        this.#told();
      }
    }

    /** A property that a script set before the tag had its class: the setter has not seen it yet. */
    #upgrade(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }

    #wait() {
      this.#watcher?.disconnect();
      if (this.loading === "eager" || typeof IntersectionObserver === "undefined") return this.#load();
      this.#watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#load(), { rootMargin: NEAR });
      this.#watcher.observe(this);
    }

    /** Several attributes set in a row are one change. */
    #told() {
      if (!this.#asked) return;
      const turn = ++this.#turn;
      queueMicrotask(() => turn === this.#turn && this.#load());
    }

    async #load() {
      this.#watcher?.disconnect();
      this.#asked = true;
      // What stands in the address counts once: whoever begins anew begins without it.
      if (!this.#isAddressRead) this.#token ??= this.state || inFragment();
      this.#isAddressRead = true;
      const turn = ++this.#turn;
      if (!this.#handle) this.#stage("loading");
      this.#look();
      try {
        const plans = source.planStyles();
        plans.catch(() => {}); // on its way already; who needs it hears of a failure
        const [program, styles, config] = await Promise.all([start(source), source.styles(), configuration(this, source)]);
        if (turn !== this.#turn) return;
        dress(styles);
        const { later, ...rest } = config;
        const first = { ...rest, page: page(), token: this.#token, opening: `${this.#opening}` };
        // A link is opened by what plans; without one the questions don't wait for it.
        if (!this.#token && !this.#isWhole) this.#ask(program, first);
        // The questions are on the page; what plans may take a moment longer.
        const [, more, planStyles] = await Promise.all([whole(source), later, plans]);
        if (turn !== this.#turn) return;
        dressPlans(planStyles);
        this.#ask(program, { ...first, ...more });
        this.#isWhole = true;
        this.#stage("ready");
        this.#report(this.#handle.problems());
        this.#complete();
      } catch (thrown) {
        // What the program says about a document is a plain object; an error is the program's own end.
        const isEnd = thrown instanceof Error;
        if (isEnd) lose(thrown);
        const isToldAnyway = isEnd && this.#handle;
        if (turn === this.#turn && !isToldAnyway) this.#fail(thrown);
      }
    }

    /** Shows the planner as this configuration has it, with the answers given so far. */
    #ask(program, config) {
      if (!this.#handle) return this.#mount(program, config);
      this.#handle.update(config);
      this.#speak(config.lang);
      this.#stage("ready");
    }

    #mount(program, config) {
      this.#base?.remove();
      this.#base = base(this.#shell);
      this.#base.addEventListener("click", (event) => this.#book(event));
      this.#look();
      this.#speak(config.lang);
      this.#handle = program.mount(this.#base, { ...config, initial: this.#answers }, {
        ready: () => this.#stage("ready"),
        changed: (planId, status) => this.#tellSoon("planner-change", { planId, status }),
        step: (step) => this.#go(step),
        complete: (planId, status) => this.#tellSoon("planner-complete", { planId, status }),
        answers: (request) => {
          this.#answers = request;
          this.#keep();
        },
        announce: (sentence) => (this.#shell.live.textContent = sentence),
      });
      const print = () => this.#handle?.paper();
      addEventListener("beforeprint", print);
      const heard = onLoss(() => this.#lost());
      this.#unheard = () => {
        removeEventListener("beforeprint", print);
        heard();
      };
    }

    /** The first screen of all is no event: that the planner is there is one already. */
    #go(step) {
      if (step === this.#step) return;
      const isFirst = !this.#step;
      this.#step = step;
      if (this.hasAttribute("hash-state") && step !== stepOf(history.state)) keepStep(step, isFirst);
      if (!isFirst) this.#tellSoon("planner-step", { step });
    }

    /** Back and forward of the browser. The entry's address has the answers of its time; those of now are kept. */
    #turned = ({ state }) => {
      const step = stepOf(state);
      if (!step || !this.hasAttribute("hash-state")) return;
      this.#handle?.open(step);
      this.#keep();
    };

    #keep() {
      if (this.hasAttribute("hash-state")) queueMicrotask(() => keepInFragment(this.getState()));
    }

    /** A page may take the booking into its own hands. The link is followed only where it does not. */
    #book(event) {
      const link = event.target.closest('[part~="booking"]');
      if (link && !this.#tell("planner-booking", { url: link.href }, true)) event.preventDefault();
    }

    /** What the clinic should mend, for whoever looks after the page; each thing once. */
    #report(problems) {
      for (const { code, path, message, help } of problems) {
        const line = `exosome-planner: ${code}: ${path}: ${message}; ${help}`;
        if (this.#reported.has(line)) continue;
        this.#reported.add(line);
        console.warn(line);
      }
    }

    /** The page's colours, where they can be read. Nothing waits for the module that tells. */
    async #look() {
      try {
        const { watch } = await import("./contrast.js");
        this.#colours ??= watch(this.#shell.frame, () => this.#look());
        if (this.#base) this.#report(this.#colours(this.#base));
      } catch {
        // It is not there: the colours are as the page has them.
      }
    }

    #speak(lang) {
      Object.assign(this.#base, { lang, dir: direction(lang) });
    }

    /** Told once, and again after a failure or a removal. */
    #complete() {
      if (this.#isComplete) return;
      this.#isComplete = true;
      this.#ready.resolve(this);
      this.#tell("planner-ready");
    }

    #lost() {
      this.#turn += 1;
      this.#forget();
      this.#fail({ code: "E-PANIC" });
    }

    #forget() {
      this.#unheard?.();
      this.#handle = undefined;
      this.#isWhole = false;
      this.#base?.remove();
    }

    #fail(thrown) {
      const detail = understood(thrown);
      show(this.#shell.panel, detail, () => this.#load());
      this.#stage("failed");
      console.warn(`exosome-planner: ${detail.code}: ${detail.message}`, ...(detail.problems ?? []));
      this.#ready.reject(detail);
      this.#ready = deferred();
      this.#isComplete = false;
      this.#tell("planner-error", detail);
    }

    #leave() {
      this.#watcher?.disconnect();
      if (!this.isConnected) removeEventListener("popstate", this.#turned);
      this.#turn += 1;
      this.#asked = false;
      try {
        this.#handle?.destroy();
      } catch (thrown) {
        lose(thrown);
      }
      this.#forget();
      if (this.#isComplete) this.#ready = deferred();
      this.#isComplete = false;
      this.#stage("loading");
    }

    #stage(name) {
      this.#shell.frame.dataset.stage = name;
    }

    /** Not while the program is at work: whoever hears it may call it again. */
    #tellSoon(name, detail) {
      queueMicrotask(() => this.#tell(name, detail));
    }

    /** Whether the event took its course. */
    #tell(name, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
    }
  }

  for (const name of MIRRORED) {
    Object.defineProperty(ExosomePlanner.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name) ?? "";
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  return ExosomePlanner;
}

/** A promise that may stay unheard: a page that does not ask for it sees no unhandled rejection. */
function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(() => {});
  return made;
}
