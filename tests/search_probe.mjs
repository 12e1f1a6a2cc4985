// What a search finds, told in few words: for tests that ask for everything very often.

import { search } from "./search.mjs";

export async function addresses(query, options) {
  const found = await search(query, options);
  return { total: found.total, exact: found.exact, items: urls(found.items), expanded: urls(found.expanded) };
}

const urls = (items) => items.map(({ url }) => url);
