// Which language the planner speaks, and how its dates are written.

/** `words`: one of the `known` languages; `tag`: what `Intl` gets, which may name a region too. */
export function language(host, known) {
  const asked = host.closest("[lang]")?.lang || document.documentElement.lang || "en";
  let locale;
  try {
    locale = new Intl.Locale(asked);
  } catch {
    locale = new Intl.Locale("en");
  }
  const { language: base, script } = locale.maximize();
  const words = [`${locale}`, `${base}-${script}`, base].find((name) => known.includes(name));
  // Without sentences in that language, dates in it would only puzzle.
  return words ? { words, tag: `${locale}` } : { words: "en", tag: "en" };
}

export const direction = (tag) => (/^(ar|fa|he|ur)\b/.test(tag) ? "rtl" : "ltr");

/** The person's own date: what a clinic's wall calendar says, not UTC. */
export function localDate(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
