// What a page is measured for: functions that run in it, and say what is wrong in words that lead to the place.
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/**
 * What axe finds. A plan that is not shown is taken away for so long, as axe would walk through it all,
 * and the bar at the foot lies over nothing, as what is under it can be scrolled from there.
 */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { shadowRoot } = document.querySelector("exosome-planner");
    const [plan, bar] = [".plan", ".bar"].map((name) => shadowRoot.querySelector(name));
    const place = document.createComment("");
    const isAway = plan && !plan.checkVisibility();
    if (isAway) plan.replaceWith(place);
    if (bar) bar.style.position = "static";
    const { violations } = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false });
    if (isAway) place.replaceWith(plan);
    if (bar) bar.style.position = "";
    return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]);
  }, RULES);
}

/** What can be operated, and has no name that a screen reader could say. */
export async function nameless(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const roles = ["button", "checkbox", "combobox", "link", "radio", "slider", "textbox", "spinbutton", "DisclosureTriangle", "Date", "group", "radiogroup"];
  const found = nodes.filter(({ ignored, role }) => !ignored && roles.includes(role?.value));
  // A group needs a name only where it was given a role to be heard by: those of `<details>` have their summary.
  const named = found.filter(({ role, name }) => role.value !== "group" || name?.value);
  return { count: named.length, nameless: named.filter(({ name }) => !name?.value?.trim()).map(({ role }) => role.value) };
}

/** What the functions below share; each is sent into the page with it. */
function tools() {
  const root = document.querySelector("exosome-planner").shadowRoot;
  const label = (one) => `${one.localName}.${one.getAttribute("class") ?? ""} “${(one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40)}”`;
  /** The box that is pressed: a label's for the control in it. */
  const target = (one) => one.closest("label.choice") ?? one;
  const isHeardOnly = (one) => one.closest(".hidden, [part=live]") || getComputedStyle(one).clipPath === "inset(50%)";
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && !isHeardOnly(one);
  const operable = "a[href], button, input, select, summary, [tabindex='0']";
  const controls = () => [...root.querySelectorAll(operable)].filter((one) => isSeen(one) && !one.disabled);
  return { root, label, target, isSeen, controls };
}

/** Runs a function of this file in the page. */
const inside = (page, measure, argument) =>
  page.evaluate(`(${measure})((${tools})(), ${JSON.stringify(argument ?? null)})`);

/** Targets under 24 by 24 px, unless they have that much room around them or stand in a sentence (WCAG 2.5.8). */
export const smallTargets = (page) => inside(page, ({ label, target, controls }) => {
  const boxes = [...new Set(controls().map(target))].map((one) => ({ one, box: one.getBoundingClientRect() }));
  const isSmall = ({ box }) => box.width < 23.5 || box.height < 23.5;
  const isInSentence = ({ one }) => one.localName === "a" && getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();
  const reaches = (small, { box }) => {
    const [x, y] = [small.box.x + small.box.width / 2, small.box.y + small.box.height / 2];
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < 12;
  };
  return boxes.filter((small) => isSmall(small) && !isInSentence(small))
    .filter((small) => boxes.some((other) => other !== small && reaches(small, other)))
    .map(({ one, box }) => `${label(one)} ${box.width}×${box.height}`);
});

/** Words that their box cuts off. What scrolls is not cut, and what only a screen reader is to have is not seen. */
export const clipped = (page) => inside(page, ({ root, label, isSeen }) =>
  [...root.querySelectorAll(".planner *:not(svg *)")].filter(isSeen).filter((one) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(one);
    if (clipPath !== "none" || one.readOnly) return false;
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    return (cuts(overflowX) && one.scrollWidth > one.clientWidth + 1) || (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1);
  }).map(label));

/** Words that lie over other words. */
export const overlapping = (page) => inside(page, ({ root, isSeen }) => {
  const words = [];
  const walker = document.createTreeWalker(root.querySelector(".planner-frame"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode;
    if (!at.textContent.trim() || !isSeen(at.parentElement) || at.parentElement.closest(".bar, select, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(at);
    for (const box of range.getClientRects()) if (box.width > 1) words.push({ text: at.textContent.trim().slice(0, 40), box, scroller: at.parentElement.closest(".scroller") });
  }
  // The line boxes of one font may touch by the height of their accents.
  const lap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 3;
  const found = [];
  words.forEach((a, index) => {
    for (const b of words.slice(index + 1)) if (a.scroller === b.scroller && !a.scroller && lap(a.box, b.box)) found.push(`“${a.text}” and “${b.text}”`);
  });
  return found;
});

/** What has the focus, and by how much of it could be seen: of five points of its box, those that something covers. */
const focus = (page) => inside(page, ({ root, label, target }) => {
  const at = root.activeElement;
  if (!at) return null;
  const one = target(at);
  const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const points = [[x, y], [x, top + 3], [x, bottom - 3], [left + 3, y], [right - 3, y]];
  const isHit = ([x, y]) => {
    const hit = root.elementFromPoint(x, y);
    // Visits of two days in a row lie over each other's edge, and what has no room in the window can't be seen whole.
    return hit !== null && (one.contains(hit) || hit.contains(one) || hit.closest(".timeline-chart")?.contains(one));
  };
  const isTall = height > innerHeight * 0.75;
  const group = at.closest(".intro, .answers, .plan, .bar")?.classList[0];
  const shown = at.closest("details, table, .scroller, svg")?.localName;
  // Where it is in the whole, whatever was scrolled to come to it.
  const scrolled = scrollY + (at.closest(".answers")?.scrollTop ?? 0);
  return { label: label(at), id: at.id, group, shown, covered: isTall ? 0 : points.filter((point) => !isHit(point)).length, box: { left, right, top: top + scrolled, bottom: bottom + scrolled } };
});

/** Goes through the planner by the Tab key from its beginning, and says where it came. */
export async function tabThrough(page) {
  await page.evaluate(() => {
    scrollTo(0, 0);
    const start = document.querySelector("h1");
    start.tabIndex = -1;
    start.focus();
  });
  const stops = [];
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press("Tab");
    // The scrolling that it needs is done with the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const stop = await focus(page);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

/** Steps of such a way that go against the reading: up, and not on to the next column. */
export function backwards(stops, isRtl = false) {
  const steps = stops.slice(1).map((to, index) => [stops[index], to]);
  return steps.filter(([from, to]) => {
    const isUp = to.box.bottom <= from.box.top;
    const isOn = isRtl ? to.box.right <= from.box.left : to.box.left >= from.box.right;
    return isUp && !isOn;
  }).map(([from, to]) => `${from.label} → ${to.label}`);
}

/** What is animated, or would be if it changed. */
export const moving = (page) => inside(page, ({ root, label }) => [
  ...root.getAnimations().map(({ effect }) => label(effect.target)),
  ...[...root.querySelectorAll("*")].filter((one) => one.checkVisibility({ visibilityProperty: true })).filter((one) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
    return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
  }).map(label),
]);

/** Controls without an edge, and shapes of the timeline and the clock of the very colour that they lie on. */
export const undrawn = (page) => inside(page, ({ root, label, target, controls }) => {
  const canvas = getComputedStyle(root.querySelector(".planner-frame")).backgroundColor;
  const boxes = controls().map(target).filter((one) => one.matches(".button, .choice, select, input:not([type=range])"));
  const edgeless = boxes.filter((one) => {
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(one);
    return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1 || borderTopColor === canvas;
  });
  const shapes = [...root.querySelectorAll(".timeline-dot, .timeline-square, .timeline-recovery rect, .timeline-band, .timeline-event line, .timeline-home, .clock-segment")];
  const unseen = shapes.filter((one) => one.checkVisibility()).filter((one) => {
    const { fill, stroke } = getComputedStyle(one);
    return [fill, stroke].every((ink) => ink === "none" || ink === canvas);
  });
  return [...(shapes.length > 10 ? [] : ["no timeline"]), ...edgeless.map(label), ...unseen.map(label)];
});
