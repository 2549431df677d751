// Which language the planner speaks, and how its dates are written.

/**
 * `words`: one of the `languages` that are at hand; `locale`: how its dates are written, if it says so; `missing`: a
 * language that a script of its own would bring.
 */
export function language(host, { languages, others = [] }) {
  const asked = host.closest("[lang]")?.lang || document.documentElement.lang || "en";
  let locale;
  try {
    locale = new Intl.Locale(asked);
  } catch {
    locale = new Intl.Locale("en");
  }
  const { language: base, script } = locale.maximize();
  const one = (known) => [`${locale}`, `${base}-${script}`, base].find((name) => known.includes(name));
  const words = one(languages);
  // Without sentences in that language, dates in it would only puzzle.
  return words ? { words, locale } : { words: "en", locale: new Intl.Locale("en"), missing: one(others) };
}

/** A language without a region has its dates written as where the clinic is: `en` in Manila is `en-PH`. */
export function tag(locale, jurisdiction) {
  try {
    return `${locale.region ? locale : new Intl.Locale(locale, { region: jurisdiction })}`;
  } catch {
    return `${locale}`;
  }
}

export const direction = (tag) => (/^(ar|fa|he|ur)\b/.test(tag) ? "rtl" : "ltr");

/** The person's own date: what a clinic's wall calendar says, not UTC. */
export function localDate(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
