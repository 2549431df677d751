// What stands in the shadow root around the planner: the panel, the fallback, the skeleton, the live region.
import css from "./shell.css";

let sheets;

/** Three stylesheets for every planner of the page: the shell's at once, the questions' and the plans' as they arrive. */
function shared() {
  if (!sheets) {
    sheets = [new CSSStyleSheet(), new CSSStyleSheet(), new CSSStyleSheet()];
    sheets[0].replaceSync(css);
  }
  return sheets;
}

/** The stages are `loading` (from the first moment), `ready` and `failed`; the stylesheet shows what belongs to each. */
export function build(host) {
  const frame = document.createElement("div");
  frame.className = "shell";
  // Its sentences are English, whatever the page's language.
  const panel = part("error", { role: "status", lang: "en", dir: "ltr" });
  const skeleton = part("skeleton", { ariaHidden: "true" });
  skeleton.append(...Array.from({ length: 6 }, () => document.createElement("i")));
  const live = part("live", { role: "status" });
  frame.append(panel, document.createElement("slot"), skeleton, live);
  const root = host.attachShadow({ mode: "open" });
  root.append(frame);
  root.addEventListener("focusin", reveal);
  try {
    root.adoptedStyleSheets = shared();
  } catch {
    // A browser without constructed stylesheets is too old for the planner; the children need no style.
    skeleton.remove();
    panel.hidden = true;
  }
  return { frame, panel, live };
}

/** A new `<div>` for Yew: its root is never the shadow root itself, and never used twice. */
export function base({ frame, live }) {
  const made = part("base", {});
  frame.insertBefore(made, live);
  return made;
}

/** Browsers leave what has the focus half out of sight beside a table's edge; a mouse is where it is pressed anyway. */
function reveal({ target }) {
  if (target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export const dress = (styles) => shared()[1].replaceSync(styles);
export const dressPlans = (styles) => shared()[2].replaceSync(styles);

function part(name, properties) {
  const made = Object.assign(document.createElement("div"), properties);
  made.setAttribute("part", name);
  return made;
}
