// Bytes and requests of queries without a browser: node benchmarks/search_bytes.mjs SITE < queries.json
//
// SITE is a folder with `assets/search/`; the queries are a JSON list, as `python benchmarks/search_queries.py CORPUS` prints it.
// Every query is asked of an archive that nothing is known of yet. Said are median, ninth decile and maximum.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { search } from "../site_templates/theme/assets/search/search.mjs";

const site = process.argv[2];
const queries = JSON.parse(readFileSync(0, "utf-8"));
const KB = 1000;
let sizes = {};

globalThis.fetch = async (url) => {
  const name = new URL(url).pathname.replace(/^\/\d+\//, "");
  if (!existsSync(join(site, name))) return { ok: false };
  const bytes = readFileSync(join(site, name));
  const sort = { p: "postings KB", t: "texts KB" }[name.split("/")[2]] ?? "others KB";
  sizes[sort] += bytes.length / KB;
  sizes.requests++;
  return { ok: true, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
};

const asked = [];
for (const [place, words] of queries.entries()) {
  sizes = { "postings KB": 0, "texts KB": 0, "others KB": 0, requests: 0 };
  const { exact } = await search(words, { base: `http://search.test/${place}/` });
  asked.push({ ...sizes, exact });
}
for (const sort of Object.keys(sizes)) {
  const held = asked.map((one) => one[sort]).sort((a, b) => a - b);
  const shown = [held.length >> 1, Math.floor(held.length * 0.9), held.length - 1].map((place) => held[place].toFixed(1));
  console.log(`${sort}: ${shown.join(" / ")}`);
}
console.log(`numbers that are sure: ${asked.filter(({ exact }) => exact).length} of ${asked.length}`);
