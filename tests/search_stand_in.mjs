/* Answers like the search module from a list of documents that the test puts into the page's folder: `documents.json`. */

import { find, fold, parse, positive, snippet } from "./words.mjs";

export class SearchError extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const FIELDS = { group: "group_id", session: "session_id", body: "body", kind: "kind", bill: "bill_id" };
let documents;

async function load(base) {
  const answer = await fetch(new URL("assets/search/documents.json", base)).catch(() => null);
  if (!answer) throw new SearchError("offline");
  if (!answer.ok) throw new SearchError("missing");
  const given = await answer.text();
  try {
    return JSON.parse(given);
  } catch {
    throw new SearchError("damaged");
  }
}

const speakerOf = (one) => one.person_id || (one.name && `${one.role} ${one.name}`);

function passes(one, filters) {
  const { from = "", to = "9999", speaker } = filters;
  if (speaker && speakerOf(one) !== speaker) return false;
  return one.date >= from && one.date <= to && Object.entries(FIELDS).every(([name, field]) => !filters[name] || filters[name] === one[field]);
}

async function hits(query, { filters = {}, base }) {
  documents ??= await load(base);
  return documents.filter((one) => passes(one, filters)).flatMap((one) => {
    const hit = find(parse(query), fold(one.text));
    return hit ? [shown(one, hit.spans)] : [];
  });
}

function shown(one, spans) {
  const [words, marks] = snippet(one.text, spans);
  const { id, kind, url, date, name, role, title } = one;
  return { id, kind, url, date, name, role, title, snippet: words, marks, one };
}

export async function search(query, options) {
  const wait = /待(\d+)/.exec(query);
  if (wait) await new Promise((done) => setTimeout(done, Number(wait[1])));
  const { limit = 20, offset = 0, base } = options;
  const found = await hits(query, options);
  const exact = !query.includes("約") || limit > 1000;
  const more = query === "やまだ" ? await hits("山田", { base }) : [];
  return { query, total: found.length, exact, items: found.slice(offset, offset + limit), expanded: more };
}

export async function facets(query, options) {
  const found = await hits(query, options);
  const counted = (value, label = value) => {
    const counts = new Map();
    for (const { one } of found) if (value(one)) counts.set(value(one), [value(one), label(one), (counts.get(value(one))?.[2] ?? 0) + 1]);
    return [...counts.values()];
  };
  return {
    kind: counted((one) => one.kind),
    year: counted((one) => one.date.slice(0, 4)),
    session: counted((one) => one.session_id),
    body: counted((one) => one.body),
    group: counted((one) => one.group_id),
    speaker: counted(speakerOf, (one) => `${one.role} ${one.name}`),
    exact: !query.includes("約"),
  };
}

export async function suggest(prefix, base) {
  const all = [
    { kind: "member", label: "山田太郎", value: "yamada-taro", url: "members/yamada-taro.html" },
    { kind: "bill", label: "議案第3号 予算", value: "2026-1-teirei-gian-3", url: "bills/2026-1-teirei-gian-3.html" },
    { kind: "body", label: "総務委員会", value: "総務委員会", url: "" },
  ];
  return all.filter((one) => one.label.includes(prefix) && base);
}

export async function nearest(query, options) {
  const words = positive(parse(query)).map((group) => group.words[0].text);
  const found = [];
  for (const word of words) {
    const count = (await hits(word, options)).length;
    if (count) found.push({ query: word, count });
  }
  return found;
}
