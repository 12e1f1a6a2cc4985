/* Marks the words of a search where its hit leads to: in that one speech, bill, decision or paper. */

import { find, fold, parse } from "./words.mjs";

const PLACES = {
  meeting: () => {
    const speech = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return speech ? speech.querySelectorAll(".c-words") : [];
  },
  bill: () => document.querySelectorAll("article h1, article .c-notice--differs li"),
  vote: () => document.querySelectorAll("article h1, article .c-answer .c-result, article .c-answer .c-facts > span:not(.c-quiet)"),
  material: () => document.querySelectorAll("article h1, article .c-words--paper"),
};
const NOT_SAID = "rt, rp, .sr-only, .c-chip, .c-withheld, .c-permalink, .c-term";
const BLOCKS = "p, li, td, th, h1, h2, h3, h4, h5, h6, div";

/* Texts of one block, so that a word is found across its parts and never across two blocks or lines. */
function blocksOf(place) {
  const lines = [];
  let current = null;
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === "BR") current = null;
    if (node.nodeType !== Node.TEXT_NODE || node.parentElement.closest(NOT_SAID)) continue;
    const block = node.parentElement.closest(BLOCKS);
    if (!current || current.block !== block) lines.push((current = { block, nodes: [] }));
    current.nodes.push(node);
  }
  return lines.map((line) => line.nodes);
}

/* Any positive word is marked, whether or not this block alone would be a hit. */
function anyWord(query) {
  const words = query.groups.filter((group) => !group.negative).flatMap((group) => group.words);
  return { ...query, groups: words.length ? [{ words, negative: false }] : [] };
}

function spansIn(query, text) {
  const hit = find(query, fold(text));
  const points = [0];
  for (const character of text) points.push(points.at(-1) + character.length);
  const spans = (hit?.spans ?? []).map(([start, end]) => [points[start], points[end]]);
  return spans.reduce((kept, span) => {
    const last = kept.at(-1);
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
    else kept.push([...span]);
    return kept;
  }, []);
}

/* Wraps what a node has of the span; the parts of one span are one place. */
function wrap(node, start, end) {
  const found = start > 0 ? node.splitText(start) : node;
  if (end - start < found.length) found.splitText(end - start);
  const mark = document.createElement("mark");
  mark.className = "c-found";
  found.replaceWith(mark);
  mark.append(found);
  return mark;
}

function markBlock(query, nodes) {
  const places = [];
  const spans = spansIn(query, nodes.map((node) => node.data).join(""));
  let begin = 0;
  const starts = nodes.map((node) => (begin += node.length) - node.length);
  for (const [start, end] of spans.reverse()) {
    let first = null;
    for (let place = nodes.length - 1; place >= 0; place--) {
      const from = Math.max(0, start - starts[place]);
      const to = Math.min(nodes[place].length, end - starts[place]);
      if (from < to) first = wrap(nodes[place], from, to);
    }
    if (first) places.unshift(first);
  }
  return places;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "c-button c-button--quiet";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function takeAway(bar) {
  for (const mark of document.querySelectorAll("mark.c-found")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
  const next = bar.nextElementSibling;
  bar.remove();
  next?.setAttribute("tabindex", "-1");
  next?.focus({ preventScroll: true });
}

/* Says how many places there are and leads from one to the next; the words come with the frame's search box. */
function tell(put, places) {
  const words = document.querySelector(".frame-search")?.dataset;
  if (!words) return;
  const bar = document.createElement("p");
  bar.className = "c-arrival";
  const count = document.createElement("span");
  count.textContent = words.arrived.replace("{n}", places.length);
  let shown = -1;
  const next = button(words.arrivedNext, () => {
    places[shown]?.classList.remove("is-here");
    shown = (shown + 1) % places.length;
    places[shown].classList.add("is-here");
    places[shown].scrollIntoView({ block: "center" });
  });
  bar.append(count, next, button(words.arrivedClear, () => takeAway(bar)));
  put(bar);
}

function arrive() {
  const kind = document.querySelector("article[data-kind]").dataset.kind;
  const query = anyWord(parse(new URLSearchParams(location.search).get("q") ?? ""));
  const found = [...PLACES[kind]()];
  const places = found.flatMap((place) => blocksOf(place).flatMap((nodes) => markBlock(query, nodes)));
  if (!places.length) return;
  tell((bar) => (kind === "meeting" ? found[0].before(bar) : found[0].after(bar)), places);
}

arrive();
