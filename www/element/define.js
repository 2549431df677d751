// Gives the tag its class, once a page. A second copy of the script, of whatever version, finds the name taken and
// stays silent. Where there are no custom elements (a server that imports the module) nothing happens.
import { plannerClass } from "./element.js";

export const TAG = "exosome-planner";

export function define(source) {
  if (typeof customElements === "undefined" || customElements.get(TAG)) return;
  customElements.define(TAG, plannerClass(source));
}
