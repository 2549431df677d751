// What a web manager reads when the planner can't be shown: code → [what happened, what to do].
// Everything that is said about failures is in this file, so that it can be translated in one place.
export const heading = "The visit planner can’t be shown here";
export const again = "Try again";

export const sentences = {
  "E-LOAD-NO-WASM": [
    "This browser has WebAssembly switched off.",
    "Lockdown modes and some company policies do this. Visitors see the content inside the tag instead; nothing needs mending on the website.",
  ],
  "E-LOAD-OLD": [
    "This browser is older than the planner needs.",
    "It takes Chrome or Edge 99, Firefox 113, Safari 16.4 or later. Visitors see the content inside the tag instead.",
  ],
  "E-LOAD-CSP": [
    "The page’s content security policy does not allow WebAssembly.",
    "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy header. 'unsafe-eval' and 'unsafe-inline' are not needed.",
  ],
  "E-LOAD-NETWORK": [
    "{url} could not be fetched.",
    "Check that the address is right, that connect-src in the page’s content security policy allows it, and, if it is on another domain, that it is sent with Access-Control-Allow-Origin.",
  ],
  "E-LOAD-NOT-FOUND": [
    "There is no file at {url}.",
    "Check the spelling and the folder; the address counts from the page that the tag stands on.",
  ],
  "E-LOAD-STATUS": [
    "The server answered {status} for {url}.",
    "Open that address in a new tab: whatever it shows there is what the planner was given.",
  ],
  "E-LOAD-MIME": [
    "{url} is not a WebAssembly file.",
    "The server sends a page in its place, or has altered it or cut it short. Upload it again as it is; the best type to send it with is application/wasm.",
  ],
  "E-LOAD-VERSION": [
    "{url} is of another release than the rest of the planner.",
    "Upload every file of the same release again, and empty what keeps copies of them: a cache in front of the server, or the browser’s own.",
  ],
  "E-LOAD-WASM": [
    "The planner’s program did not start: {reason}.",
    "Upload every file of the same release again. If it stays, a script of the page may have changed something that browsers bring with them.",
  ],
  "E-LOAD-FILE": [
    "This page was opened from a folder, not from a web server, and browsers don’t let such pages read files.",
    "Put the files on a server, or run one on this computer.",
  ],
  "E-PROTO-NONE": [
    "The tag does not say which protocol to plan by.",
    "Give it one: protocol=\"clinic.json\", or set the property with an object.",
  ],
  "E-PROTO-JSON": [
    "The protocol is not valid JSON: {reason}.",
    "A comma too many or too few is the usual cause. Any JSON checker shows the line.",
  ],
  "E-PROTO": [
    "The protocol has problems, so no date worked out from it could be trusted.",
    "Mend these, then load the page again:",
  ],
  "E-JUR-NONE": [
    "The tag does not say which country’s rules hold.",
    "Give it a jurisdiction, for example jurisdiction=\"{known}\".",
  ],
  "E-JUR-UNKNOWN": [
    "There are no rules on file for the jurisdiction “{asked}”, so the planner is closed and offers a consultation only.",
    "These are known: {known}.",
  ],
  "E-PANIC": [
    "The planner stopped because of a fault of its own.",
    "“Try again” starts it afresh with the answers given so far. The console of the browser has the details for a report.",
  ],
};
