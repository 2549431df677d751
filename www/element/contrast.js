// Colours that a page sets are used only where they can be read: a pair that can't be falls back to the planner's own,
// and the console says so. The pairs are those that the stylesheets draw; styles/tokens.css has the planner's own.

/** What is drawn on what: the least contrast, of which colours, on which grounds. */
export const PAIRS = [
  [4.5, ["text", "muted", "accent"], ["background", "surface", "warning-surface", "tint"]],
  [4.5, ["fault"], ["background", "surface"]],
  [4.5, ["warning"], ["background"]],
  [4.5, ["on-accent"], ["accent"]],
  [4.5, ["on-event"], ["event"]],
  [3, ["control", "focus"], ["background", "surface", "warning-surface"]],
  [3, ["recovery", "event"], ["background"]],
  [3, ["warning"], ["warning-surface"]],
];
/** The ground of what is chosen: this much accent on the background. */
const TINT = 0.09;
/** The luminance on which black and white can be read alike. */
const MIDDLE = 0.18;
export const COLOURS = [...new Set(PAIRS.flatMap(([, inks, grounds]) => [...inks, ...grounds]))].filter((name) => name !== "tint");

/**
 * What is wrong with the colours that are `given`, as problems; `path` says which one falls back. Colours are
 * `[red, green, blue, alpha]` from 0 to 1, `undefined` where one is none; `page` is what a see-through background shows.
 *
 * Every turn of the loop makes one more colour the planner's own, never one fewer, and its own pass together: so it
 * ends, and every pair that is left passes.
 */
export function unreadable(own, given, page) {
  const used = { ...own, ...given };
  const problems = [];
  const drop = (name, message, better) => {
    used[name] = own[name];
    problems.push({ code: "W-CONTRAST", path: `--planner-${name}`, message, help: `the planner’s own colour is used; choose a ${better}` });
  };
  for (const name in given) if (!given[name]) drop(name, "it is not a colour", "colour that browsers know");
  for (let fault; (fault = worst(used, page)); ) {
    const { ink, ground, ratio, least, of, on } = fault;
    const name = [ink, ground === "tint" ? "accent" : ground, "background"].find((one) => used[one] !== own[one]);
    if (!name) break;
    const isInk = name === ink;
    const place = isInk ? `on ${ground === "tint" ? "a tint of --planner-accent" : `--planner-${ground}`}` : `under --planner-${ink}`;
    // Rounded down: what fails is never said to have what it needs.
    drop(name, `${Math.floor(ratio * 10) / 10}:1 ${place}, needs ${least}:1`, (isInk ? on : of) > MIDDLE ? "darker one" : "lighter one");
  }
  return problems;
}

/** The first pair that fails. */
function worst(used, page) {
  const background = over(used.background, page);
  for (const [least, inks, grounds] of PAIRS) {
    for (const ink of inks) {
      for (const ground of grounds) {
        const [r, g, b, a] = used[ground] ?? used.accent;
        const under = ground === "background" ? background : over([r, g, b, ground === "tint" ? a * TINT : a], background);
        const [of, on] = [luminance(over(used[ink], under)), luminance(under)];
        const ratio = (Math.max(of, on) + 0.05) / (Math.min(of, on) + 0.05);
        if (ratio < least) return { ink, ground, ratio, least, of, on };
      }
    }
  }
}

/** A colour that lets something through, on an opaque one. */
const over = ([r, g, b, a], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));

/** As WCAG 2.2 defines it. */
function luminance(colour) {
  const [r, g, b] = colour.map((part) => (part <= 0.04045 ? Math.max(part, 0) / 12.92 : ((Math.min(part, 1) + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * Watches the colours that reach `frame`, and calls `heard` whenever they have changed, whatever changed them: an
 * attribute, a class further up, the device's theme, a stylesheet that came late. What it answers with looks at them,
 * makes those that can't be read fall back inside `base`, and gives the problems.
 */
export function watch(frame, heard) {
  const probe = document.createElement("i");
  const { style } = probe;
  style.position = "absolute";
  style.visibility = "hidden";
  style.forcedColorAdjust = "none";
  style.transition = "box-shadow 1ms";
  probe.addEventListener("transitionrun", heard);
  frame.append(probe);

  /** Any colour that the browser knows, as numbers. */
  const read = (text) => {
    style.color = "red"; // stays where the text is no colour
    style.color = `color-mix(in srgb,${text} 100%,red)`;
    const parts = getComputedStyle(probe).color.match(/^color\(srgb (\S+) (\S+) (\S+?)(?: \/ (\S+))?\)/);
    return parts && [+parts[1] || 0, +parts[2] || 0, +parts[3] || 0, +(parts[4] ?? 1)];
  };
  const said = (name) => getComputedStyle(probe).getPropertyValue(name).trim();

  /** What is behind an element: the nearest grounds up to one that lets nothing through. */
  const behind = (at) => {
    if (!at) {
      style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
      const canvas = read("canvas");
      style.colorScheme = "";
      return canvas;
    }
    return over(read(getComputedStyle(at).backgroundColor), behind(at.assignedSlot ?? at.parentElement ?? at.getRootNode().host));
  };

  return (base) => {
    const given = {};
    for (const name of COLOURS) {
      const text = said(`--planner-${name}`);
      if (text) given[name] = read(text) ?? undefined;
    }
    const own = Object.fromEntries(COLOURS.map((name) => [name, read(said(`--own-${name}`))]));
    // A browser that can't mix colours can't tell what they are; there a clinic's are trusted.
    const isToldAny = own.text && Object.keys(given).length;
    const page = given.background?.[3] < 1 ? behind(frame) : own.background;
    const problems = isToldAny ? unreadable(own, given, page) : [];
    // All of them in one property, whose transition nobody sees: the browser tells when one begins. With a value that
    // is no colour it would have none at all.
    const isNone = (name) => name in given && !given[name];
    style.boxShadow = COLOURS.map((name) => `0 0 var(--${isNone(name) ? "own" : "planner"}-${name},var(--own-${name}))`).join();
    for (const name of COLOURS) base.style.removeProperty(`--planner-${name}`);
    // Without a value of its own it is the planner's again; important, so that a page's ::part(base) changes nothing.
    for (const { path } of problems) base.style.setProperty(path, "initial", "important");
    return problems;
  };
}
