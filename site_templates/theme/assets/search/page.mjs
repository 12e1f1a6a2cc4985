/* The search page: what is typed and chosen goes into the address, the answer into the page. */

import { read, write } from "./page/address.mjs";
import { make, makeButton, makeStep } from "./page/elements.mjs";
import { Filters } from "./page/filters.mjs";
import { Recent } from "./page/recent.mjs";
import { Results } from "./page/results.mjs";
import { Suggestions } from "./page/suggestions.mjs";
import { sayingDays, speaking } from "./page/words.mjs";
import { facets, nearest, search, suggest } from "./search.mjs";
import { isEmpty, parse } from "./words.mjs";

const PAUSE = 200;
const SLOW = 400;
const CALM = 500;
const LIMIT = 20;
const REASONS = ["missing", "damaged", "offline", "old", "undated"];

const base = new URL("../../", import.meta.url).href;
const root = document.querySelector("[data-council-search]");
const told = JSON.parse(root.dataset.councilSearch);
const say = speaking(told);
const sayDay = sayingDays(told.days);
const at = (name) => document.getElementById(`search-${name}`);
const input = at("words");
const form = at("form");

let state = read(location.search);
let settled = location.search;
let asked = 0;
let typing = 0;
let counting = 0;
const title = document.title;

const recent = new Recent({ place: at("recent"), base, say, search: (q) => go({ q, page: 1 }) });
const results = new Results({ at, base, kinds: told.kinds, say, sayDay, limit: LIMIT });
const filters = new Filters({
  form, details: at("filters"), chosen: at("chosen"), say, sayDay,
  changed: () => go({ ...filters.read(), q: input.value, page: 1 }),
  opened: () => count(),
});
const suggestions = new Suggestions({
  input, list: at("suggestions"), say, choose: take,
  ask: (text) => suggest(text, base),
});

/* Typing replaces the address, so that going back leads to the search before and not through its letters. */
function type() {
  state = { ...state, q: input.value, page: 1 };
  history.replaceState(null, "", write(state));
  name();
  run();
}

/* Whatever is sent, chosen or turned to is a step of its own to go back to. */
function go(change) {
  clearTimeout(typing);
  state = { ...state, ...change };
  const address = write(state);
  if (address !== location.pathname + settled) {
    history.replaceState(null, "", location.pathname + settled);
    history.pushState(null, "", address);
  }
  settled = location.search;
  show();
  return run();
}

function show() {
  input.value = state.q;
  filters.write(state);
  name();
}

function name() {
  document.title = state.q ? `${state.q} - ${title}` : title;
}

function options() {
  return { filters: state.filters, sort: state.sort, base };
}

async function run() {
  const mine = ++asked;
  const current = (then) => (value) => mine === asked && then(value);
  at("trouble").replaceChildren();
  if (isEmpty(parse(state.q))) return rest();
  recent.hide();
  const slow = setTimeout(current(() => results.wait()), SLOW);
  try {
    const answer = await search(state.q, { ...options(), limit: LIMIT, offset: (state.page - 1) * LIMIT });
    clearTimeout(slow);
    if (mine === asked) await answered(answer, current);
  } catch (error) {
    clearTimeout(slow);
    current(fail)(error);
  }
}

async function answered(answer, current) {
  const last = Math.max(1, Math.ceil(answer.total / LIMIT));
  if (state.page > last) return turnBack(last);
  results.show(answer, state, { turn, countAll: () => countAll(current) });
  countLater(current);
  if (!answer.total) await offerNearest(answer, current);
}

/* Counting for every filter reads more than the search itself: only where it is seen, and once the typing is done. */
function countLater(current) {
  clearTimeout(counting);
  counting = setTimeout(current(count), CALM);
}

async function count() {
  const mine = asked;
  if (!filters.isOpen || isEmpty(parse(state.q))) return;
  const counts = await facets(state.q, options()).catch(() => null);
  if (mine === asked) filters.count(counts);
}

/* Nothing is asked for: no word, or only words that must not be there. */
function rest() {
  const isAsked = state.q.trim() || Object.keys(state.filters).length;
  const negative = parse(state.q).groups.length > 0;
  clearTimeout(counting);
  filters.count();
  results.clear(negative ? say("only_not") : isAsked ? say("ask") : "");
  if (state.q.trim()) recent.hide();
  else recent.show();
}

/* A page that there is not is no step: going back would only lead to it again. */
function turnBack(page) {
  state = { ...state, page };
  history.replaceState(history.state, "", write(state));
  settled = location.search;
  return run();
}

function turn(page) {
  return go({ page }).then(() => results.focus());
}

async function countAll(current) {
  try {
    const answer = await search(state.q, { ...options(), limit: Number.MAX_SAFE_INTEGER, offset: 0 });
    current(() => (results.count(answer), results.focus()))();
  } catch (error) {
    current(fail)(error);
  }
}

async function offerNearest(answer, current) {
  const found = await nearest(state.q, options()).catch(() => []);
  current(() => {
    const links = found.map((one) => makeStep(one.query, write({ ...state, q: one.query, page: 1 }), () => go({ q: one.query, page: 1 })));
    const items = links.map((link, place) => make("li", {}, link, " ", make("span", { class: "c-quiet" }, say(found[place].exact === false ? "about" : "count", { n: found[place].count }))));
    if (Object.keys(state.filters).length) items.push(make("li", {}, makeButton(say("no_filters"), () => go({ filters: {}, page: 1 }))));
    results.offer(items);
  })();
}

function fail(error) {
  const reason = REASONS.includes(error?.reason) ? error.reason : "failed";
  if (reason === "failed") console.error(error);
  results.clear();
  filters.count();
  const again = makeButton(...wayOut(reason));
  at("trouble").replaceChildren(make("div", { class: "c-notice c-notice--differs" }, make("p", {}, say(reason, { value: error?.file })), make("p", {}, again)));
}

function wayOut(reason) {
  if (reason === "undated") return [say("no_filters"), () => go({ filters: {}, page: 1 })];
  return reason === "old" || reason === "failed" ? [say("reload"), () => location.reload()] : [say("again"), run];
}

/* A suggestion alone leads to its page; behind other words it narrows what they find. */
function take(suggestion, before) {
  const names = { member: "speaker", bill: "bill", body: "body", session: "session" };
  if (suggestion.url && !before.trim()) return location.assign(new URL(suggestion.url, base));
  input.value = before.trim();
  filters.choose(names[suggestion.kind], suggestion.value);
}

function typed(event) {
  clearTimeout(typing);
  if (!event.isComposing) typing = setTimeout(type, PAUSE);
}

input.addEventListener("input", typed);
input.addEventListener("compositionend", () => (typing = setTimeout(type, PAUSE)));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  suggestions.close();
  recent.add(input.value);
  if (matchMedia("(pointer: coarse)").matches) input.blur();
  go({ ...filters.read(), q: input.value, page: 1 });
});
root.addEventListener("click", (event) => {
  if (!event.target.closest(".c-hit a")) return;
  recent.add(state.q);
  history.replaceState({ y: scrollY }, ""); // who comes back finds the hits there again
});
window.addEventListener("popstate", () => {
  clearTimeout(typing);
  state = read(location.search);
  settled = location.search;
  show();
  run();
});

root.setAttribute("data-started", "");
show();
if (state.q) recent.add(state.q);
run().then(() => history.state?.y && scrollTo(0, history.state.y));
