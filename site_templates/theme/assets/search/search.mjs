// The search of a site, for pages and programs: `search`, `facets`, `suggest`, `nearest` and `fold`.
//
//   import { search } from "./assets/search/search.mjs";
//   const found = await search("給食 -中学校", { filters: { from: "2024" }, limit: 20 });
//
// Options of all: `base`, the address of the site's root (by default where this module lies; in node also a path), and
// `filters`: speaker, group, session, body, kind, bill, from, to (days, months or years as people write them). Of `search`
// besides: limit, offset, sort ("date" or "score"), exact (nothing is searched for but the words themselves). In a page
// everything runs in a worker made of this very module.

import { SearchError, withArchive } from "./archive.mjs";
import * as asking from "./asking.mjs";

export { SearchError };
export { fold } from "./words.mjs";

/** Resolves to the object of `council search --json`; `exact` is false where `total` may be more than there is. */
export const search = (query, options = {}) => ask("search", query, options);

/** Resolves to how many hits there are by kind, year, session, body, group and speaker: lists of [value, label, count]; and `exact`. */
export const facets = (query, options = {}) => ask("facets", query, options);

/** Resolves to other queries that find something: `{query, count, exact}`. */
export const nearest = (query, options = {}) => ask("nearest", query, options);

/** Resolves to what bears a name: `{kind: "member"|"bill"|"body"|"session", label, value, url}`. */
export const suggest = (prefix, base = "") => ask("suggest", prefix, { base });

const NAME = "council-search";
const waiting = new Map();
let worker = null;
let asked = 0;

if (globalThis.name === NAME && typeof globalThis.importScripts === "function") globalThis.addEventListener("message", answer);

function ask(name, text, options) {
  const given = { ...options, base: rootOf(options.base) };
  if (typeof document === "undefined" || typeof Worker === "undefined") return run(name, text, given);
  return new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject, name, text, given });
    (worker ??= started()).postMessage({ id: asked, name, text, given });
  });
}

const run = (name, text, options) => withArchive(options.base, (archive) => asking[name](archive, String(text), options));

function rootOf(base) {
  if (!base) return new URL("../../", import.meta.url).href;
  const here = typeof document === "undefined" ? `file://${globalThis.process?.cwd() ?? ""}/` : document.baseURI;
  const path = /^[a-z][a-z0-9+.-]+:/i.test(base) || here.startsWith("http") ? base : base.replace(/[%#?]/g, encodeURIComponent);
  return new URL(path.endsWith("/") ? path : `${path}/`, here).href;
}

function started() {
  const made = new Worker(import.meta.url, { type: "module", name: NAME });
  made.addEventListener("message", ({ data: { id, found, error } }) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error) asker?.reject(error.reason ? new SearchError(error.reason, error.file) : new Error(error.message));
    else asker?.resolve(found);
  });
  made.addEventListener("error", () => {
    // A worker that does not start or is lost: what waits for it is found here.
    for (const { resolve, name, text, given } of waiting.values()) resolve(run(name, text, given));
    waiting.clear();
    made.terminate();
    worker = null;
  });
  return made;
}

async function answer({ data: { id, name, text, given } }) {
  const told = await run(name, text, given).then(
    (found) => ({ found }),
    ({ reason, file, message }) => ({ error: { reason, file, message } }),
  );
  globalThis.postMessage({ id, ...told });
}
