// One request, with each way it can fail told apart.
import { trouble } from "./trouble.js";

export async function request(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch {
    // The browser does not say which: offline, DNS, CORS and connect-src all look the same from here.
    throw trouble(location.protocol === "file:" ? "E-LOAD-FILE" : "E-LOAD-NETWORK", { url });
  }
  if (response.status === 404 || response.status === 410) throw trouble("E-LOAD-NOT-FOUND", { url });
  if (!response.ok) throw trouble("E-LOAD-STATUS", { url, status: response.status });
  return response;
}

export async function read(url) {
  const response = await request(url);
  try {
    return await response.text();
  } catch {
    throw trouble("E-LOAD-NETWORK", { url });
  }
}
