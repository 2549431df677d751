// Failures: what they are, how they are told apart, and the panel that shows them.
import { again, heading, sentences } from "./sentences.js";

/** A failure as the page sees it in `planner-error`: plain, and never with anything that a person answered. */
export function trouble(code, facts = {}, problems) {
  const [message, help] = sentences[code].map((text) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? name));
  return problems?.length ? { code, message, help, problems } : { code, message, help };
}

/** Whatever was thrown, as a failure: the program's own words where there are no better ones. */
export function understood(thrown) {
  if (!thrown?.code) return trouble("E-PANIC");
  if (thrown.help || !sentences[thrown.code]) return { help: "", ...thrown };
  return trouble(thrown.code, {}, thrown.problems);
}

/** Why a browser refused to compile. */
export function refusal(error, url) {
  if (/unsafe-eval|wasm-eval|Content.Security|\bCSP\b|disallowed by embedder/i.test(error?.message)) return trouble("E-LOAD-CSP");
  if (error instanceof WebAssembly.CompileError && url) return trouble("E-LOAD-MIME", { url });
  return trouble("E-LOAD-WASM", { reason: reason(error) });
}

/** Fills the panel. Built node by node: pages may require Trusted Types, and protocols are other people's text. */
export function show(panel, { code, message, help, problems = [] }, retry) {
  const list = element("ul", "", ...problems.map(({ path, message: what, help: fix }) =>
    element("li", "", element("code", path), ` ${what}`, ...(fix ? [element("small", fix)] : []))));
  const button = element("button", again);
  button.type = "button";
  button.part = "retry";
  button.addEventListener("click", retry);
  panel.replaceChildren(
    element("strong", heading),
    element("p", message),
    element("p", help),
    ...(problems.length ? [list] : []),
    element("p", "", button, " ", element("code", code)),
  );
  panel.hidden = false;
}

function element(name, text, ...children) {
  const made = document.createElement(name);
  made.append(...(text ? [text] : []), ...children);
  return made;
}

const reason = (error) => String(error?.message ?? error).replace(/\.$/, "");
