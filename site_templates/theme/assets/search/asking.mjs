// What is found in an archive: the same hits, counts and order as the package council.search.engine finds in its index.

import { countCommon, difference, intersection, placeOf, union } from "./postings.mjs";
import { SearchError } from "./archive.mjs";
import { asDay } from "./days.mjs";
import { widen } from "./widening.mjs";
import * as words from "./words.mjs";

const STEP = 40; // candidates that are not all verified are in steps of no more than this
const NEAREST = 6;
const FACETS = ["kind", "year", "session", "body", "group", "speaker"];

/** The object of `council search --json`. */
export async function search(archive, text, { filters = {}, limit = 20, offset = 0, sort = "date", exact = false }) {
  const query = words.parse(text);
  const scope = await scopeOf(archive, filters);
  const newest = sort === "score" ? words.RANKED : 0;
  const hits = await hitsOf(archive, query, scope, Math.max(offset + limit, newest));
  const wider = exact ? null : widen(query, archive.directory.tables);
  const more = wider ? await hitsBeside(archive, query, wider, scope, hits, Math.max(limit, newest)) : [];
  return {
    query: text,
    total: hits.numbers.length + hits.rest.length,
    exact: !hits.rest.length,
    items: await shown(archive, query, hits.numbers, newest, offset, limit),
    expanded: await shown(archive, wider, more, newest, 0, limit),
  };
}

/** How many hits there are by kind, year, session …, each with the other filters: lists of [value, label, count]; `exact` as of `search`. */
export async function facets(archive, text, { filters = {} }) {
  const query = words.parse(text);
  const { numbers, rest } = await hitsOf(archive, query, await scopeOf(archive, {}), 0);
  const documents = rest.length || archive.soonRead(numbers) < numbers.length ? null : await archive.documents(numbers);
  const known = documents && new Map(numbers.map((number, place) => [number, documents[place]]));
  const all = [...numbers, ...rest].sort((a, b) => a - b);
  const counted = FACETS.map(async (facet) => {
    const others = { ...filters, [facet]: "", ...(facet === "year" ? { from: "", to: "" } : {}) };
    const found = within(archive, all, await scopeOf(archive, others));
    return [facet, await countsOf(archive, facet, found, known)];
  });
  return { ...Object.fromEntries(await Promise.all(counted)), exact: !rest.length };
}

/** Members, bills, bodies and sessions whose name or reading holds what is typed. */
export async function suggest(archive, prefix, { limit = 8 }) {
  const wanted = plain(prefix);
  if (!wanted) return [];
  const found = [];
  for (const [kind, label, value, url, reading] of await archive.suggestions()) {
    const places = [label, reading].map((text) => plain(text).indexOf(wanted)).filter((place) => place >= 0);
    if (places.length) found.push({ rank: Math.min(...places) > 0, item: { kind, label, value, url } });
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ item }) => item);
}

/** Other queries that find something, each `{query, count, exact}`: said otherwise, a name nearly so, a word fewer. */
export async function nearest(archive, text, { filters = {} }) {
  const query = words.parse(text);
  const scope = await scopeOf(archive, filters);
  const found = [];
  for (const [text, other] of new Map(others(archive, query).map((one) => [written(one), one]))) {
    const { numbers, rest } = await hitsOf(archive, other, scope, 0);
    const count = numbers.length + rest.length;
    if (count) found.push({ query: text, count, exact: !rest.length });
    if (found.length === NEAREST) break;
  }
  return found;
}

function others(archive, query) {
  const { groups } = query;
  const names = archive.directory.speakers.map(([, name]) => plain(name));
  const wider = widen(query, archive.directory.tables) ?? query;
  const put = (place, ...group) => ({ groups: groups.toSpliced(place, 1, ...group) });
  const alone = (place, text) => put(place, { words: [{ text, exact: false }], negative: false });
  const asked = [...groups.keys()].filter((place) => !groups[place].negative);
  const said = (place) => wider.groups[place].words.slice(groups[place].words.length).map(({ text }) => text);
  const near = (place) => groups[place].words.flatMap(({ text }) => names.filter((name) => isNear(name, text)));
  return [
    ...asked.flatMap((place) => [...said(place), ...near(place)].map((text) => alone(place, text))),
    ...(groups.length > 1 ? [...groups.keys()].map((place) => put(place)) : []),
  ];
}

/** Say whether one character put in, left out or changed makes one text of the other. */
function isNear(one, other) {
  const [a, b] = [[...one], [...other]];
  if (Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1 || one === other) return false;
  const same = a.findIndex((character, place) => character !== b[place]);
  const rest = (characters, from) => characters.slice(from).join("");
  const place = same < 0 ? a.length : same;
  return rest(a, place + (a.length >= b.length)) === rest(b, place + (b.length >= a.length));
}

function written({ groups }) {
  const word = ({ text, exact }) => (exact || /[\s|｜]|^[-－−]/.test(text) ? `"${text}"` : text);
  return groups.map((group) => (group.negative ? "-" : "") + group.words.map(word).join("|")).join(" ");
}

/** The hits of a query, newest first: `numbers` are sure, those of `rest` may be hits and were not needed for `wanted`. */
async function hitsOf(archive, query, scope, wanted) {
  if (words.isEmpty(query)) return { numbers: [], rest: [] };
  const told = isTold(query);
  const found = newestFirst(archive, await candidatesOf(archive, query, scope, told), scope);
  if (told) return { numbers: found, rest: [] };
  const isHit = ({ folded }) => words.matches(query, folded.text);
  return verified(archive, found, isHit, archive.soonRead(found) === found.length ? Infinity : wanted);
}

/** The hits of a widened query that are none of the query itself, nor may be; of an archive that is not small, the newest. */
async function hitsBeside(archive, query, wider, scope, { numbers, rest }, wanted) {
  if (words.isEmpty(query)) return [];
  const added = wider.groups.flatMap((group, place) => {
    const more = group.words.slice(query.groups[place].words.length);
    return more.length ? [{ groups: wider.groups.with(place, { ...group, words: more }) }] : [];
  });
  const may = union(await Promise.all(added.map((one) => candidatesOf(archive, one, scope, false))));
  // No text is read only to leave the query's own hits out: of a common word they are most of the archive.
  const own = Uint32Array.from([...numbers, ...rest]).sort();
  const found = newestFirst(archive, difference(may, own), scope);
  const isHit = ({ folded }) => words.matches(wider, folded.text);
  return (await verified(archive, found.slice(0, archive.soonRead(found)), isHit, wanted)).numbers;
}

/** Those of the candidates that are hits, at least so many as are wanted, if there are; `rest` are those not looked at. */
async function verified(archive, found, isHit, wanted) {
  const numbers = [];
  let checked = 0;
  while (checked < found.length && numbers.length < wanted) {
    const missing = wanted - numbers.length;
    const step = wanted === Infinity ? found.length : Math.min(STEP, checked ? 2 * missing : missing);
    const some = found.slice(checked, checked + step);
    const documents = await archive.documents(some);
    numbers.push(...some.filter((_, place) => isHit(documents[place])));
    checked += step;
  }
  return { numbers, rest: found.slice(checked) };
}

/** Say whether the lists of terms tell all hits, so that no text has to be read for their number. */
const isTold = ({ groups }) => groups.every((group) => group.words.every((word) => !word.apart && words.isToldByTerms(word.text)));

async function candidatesOf(archive, query, scope, told) {
  const count = query.groups.flatMap((group) => group.words).length;
  const asked = await Promise.all(words.positive(query).map((group) => anyOf(archive, group, count)));
  const lists = [...asked.filter(Boolean), ...scope.lists];
  const found = lists.length ? intersection(lists) : archive.all();
  const barred = told ? await Promise.all(words.negative(query).map((group) => anyOf(archive, group, count))) : [];
  return barred.reduce(difference, found);
}

/** The documents that may have a word of a group; null where terms tell nothing. */
async function anyOf(archive, group, count) {
  const terms = group.words.map((word) => words.wordTerms(word.text));
  return terms.every((some) => some.length) ? union(await Promise.all(terms.map((some) => archive.having(some, count)))) : null;
}

function newestFirst(archive, numbers, scope) {
  const found = [];
  let end = numbers.length;
  for (const block of archive.blocks.toReversed()) {
    const start = placeOf(numbers, block.base, 0, end);
    if (start < end && scope.allows(block)) found.push(...numbers.slice(start, end));
    end = start;
  }
  return found;
}

/** What filters mean: one number of every list, and a block that is allowed. */
async function scopeOf(archive, { speaker, group, session, body, kind, bill, ...days }) {
  const { sessions, groups } = archive.directory;
  const [from, to] = [dayOf(days.from), dayOf(days.to)];
  const terms = [
    speaker && (await speakersNamed(archive, speaker)),
    group && named(group, groups).map((id) => `@g:${id}`),
    bill && (await billsNamed(archive, bill)).map((id) => `@b:${id}`),
  ];
  const inSessions = session && named(session, sessions);
  const inBodies = body && bodiesNamed(archive, body);
  const allows = (block) =>
    (!session || inSessions.includes(block.session)) &&
    (!body || inBodies.includes(block.body)) &&
    (!kind || block.kind === kind) &&
    (!from || (block.date && block.date.slice(0, from.length) >= from)) &&
    (!to || (block.date && block.date.slice(0, to.length) <= to));
  return { allows, lists: await Promise.all(terms.filter(Boolean).map((some) => archive.havingAny(some))) };
}

function dayOf(written = "") {
  const day = asDay(written);
  if (day === null) throw new SearchError("undated", written);
  return day;
}

/** The ids that a value means: the id itself, else those of that name, else those whose name holds it. */
function named(value, pairs) {
  const held = pairs.map(([id, name]) => ({ id, name: plain(name) }));
  const wanted = plain(value);
  const ways = [({ id }) => id === value, ({ name }) => name === wanted, ({ name }) => wanted && name.includes(wanted)];
  return ways.map((way) => held.filter(way).map(({ id }) => id)).find((ids) => ids.length) ?? [];
}

async function speakersNamed(archive, value) {
  const known = new Map(archive.directory.speakers);
  const person = `@p:${value}`;
  if (known.has(person)) return [person];
  for (const [kind, name, id] of await archive.suggestions()) if (kind === "member") known.set(`@p:${id}`, name);
  return known.has(person) ? [person] : named(value, [...known]);
}

function bodiesNamed(archive, value) {
  const { bodies } = archive.directory;
  const found = bodies.filter(([id]) => id === value).map(([, name]) => name);
  return found.length ? found : named(value, bodies.map(([, name]) => [name, name]));
}

async function billsNamed(archive, value) {
  const bills = (await archive.suggestions()).filter(([kind]) => kind === "bill");
  const exact = bills.filter(([, , id]) => id === value);
  const numbered = bills.filter(([, title]) => plain(title.split(" ")[0]) === plain(value));
  return (exact.length ? exact : numbered).map(([, , id]) => id);
}

const plain = (text) => words.foldWord(text).replace(/\s+/gu, "");

/** Some hits as they are shown, the newest of all in the order of their score if that is asked for. */
async function shown(archive, query, numbers, newest, offset, limit) {
  const ordered = [...(await byScore(archive, query, numbers.slice(0, newest))), ...numbers.slice(newest)];
  const documents = await archive.documents(ordered.slice(offset, offset + limit));
  return documents.map((document) => itemOf(document, words.find(query, document.folded)));
}

async function byScore(archive, query, numbers) {
  const documents = await archive.documents(numbers);
  const scores = documents.map(({ folded }) => words.score(words.find(query, folded)?.counts ?? [], words.lengthOf(folded.text)));
  const order = [...numbers.keys()].sort((a, b) => scores[b] - scores[a] || a - b);
  return order.map((place) => numbers[place]);
}

function itemOf({ id, kind, url, date, name, role, title, text }, hit) {
  if (!hit) throw new SearchError("damaged", url); // lists and texts are of different archives
  const [snippet, marks] = words.snippet(text, hit.spans);
  return { id, kind, url, date, name, role, title, snippet, marks };
}

function within(archive, numbers, scope) {
  const found = scope.lists.length ? intersection([numbers, ...scope.lists]) : numbers;
  return Array.from(found).filter((number) => scope.allows(archive.block(number)));
}

const OF_BLOCK = {
  kind: (block) => block.kind,
  year: (block) => block.date.slice(0, 4),
  session: (block) => block.session,
  body: (block) => block.body,
};

async function countsOf(archive, facet, numbers, documents) {
  const { sessions, speakers, groups } = archive.directory;
  if (facet in OF_BLOCK) {
    const names = new Map(facet === "session" ? sessions : []);
    const counts = [...tally(numbers.map((number) => OF_BLOCK[facet](archive.block(number))))];
    return ranked(counts.map(([value, count]) => [value, names.get(value) ?? value, count]), facet === "year");
  }
  const pairs = facet === "speaker" ? speakers : groups.map(([id, name]) => [`@g:${id}`, name]);
  const termOf = (document) => (facet === "speaker" ? document.speaker : `@g:${document.group}`);
  const counts = documents
    ? tally(numbers.map((number) => termOf(documents.get(number))))
    : new Map(await Promise.all(pairs.map(async ([term]) => [term, countCommon(numbers, await archive.having([term]))])));
  const value = (term, name) => (term.startsWith("@n:") ? name : term.slice(3));
  return ranked(pairs.map(([term, name]) => [value(term, name), name, counts.get(term) ?? 0]));
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Most first, years the newest first; nothing without a value or a count. */
function ranked(rows, areYears = false) {
  const order = areYears ? ([a], [b]) => (a < b ? 1 : -1) : (a, b) => b[2] - a[2];
  return rows.filter(([value, , count]) => value && count).sort(order);
}
