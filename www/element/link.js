// Where a plan's token stands in the page's address: in the fragment, which browsers send to no server.

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

/** The page's address without its fragment; nothing where it is none that a link can go to. */
export const page = () => (/^https?:/.test(location.href) ? location.href.split("#")[0] : "");
