// Where a plan's token stands in the page's address: in the fragment, which browsers send to no server. And where the
// screens stand in its history, so that back and forward go from one to the next.

const NAME = "xp";

/** The token in the page's fragment, if there is one. */
export function inFragment() {
  return new URLSearchParams(location.hash.slice(1)).get(NAME) || undefined;
}

/** Puts the token into the fragment, without a new entry in the history. A fragment that is the page's own stays. */
export function keepInFragment(token) {
  const isOurs = location.hash.length < 2 || location.hash.startsWith(`#${NAME}=`);
  if (!token || !isOurs) return;
  try {
    history.replaceState(history.state, "", `#${NAME}=${token}`);
  } catch {
    // A page without an address of its own, such as `about:srcdoc`, has none to keep it in.
  }
}

/** Puts a screen into the page's history: the first into the entry that is there, each other as an entry of its own. */
export function keepStep(step, isFirst) {
  // What the page itself keeps there stays.
  const state = { ...history.state, [NAME]: step };
  try {
    if (isFirst) history.replaceState(state, "");
    else history.pushState(state, "");
  } catch {
    // As above.
  }
}

/** The screen of a state of the history, if it is one of the planner's. */
export const stepOf = (state) => state?.[NAME];

/** The page's address without its fragment; nothing where it is none that a link can go to. */
export const page = () => (/^https?:/.test(location.href) ? location.href.split("#")[0] : "");
