/* What was found, one list item a hit. */

import { make } from "./elements.mjs";

/** Return `draw(item, q, level)` for the hits of one page. */
export function drawing({ base, kinds, sayDay }) {
  return (item, q, level) =>
    make(
      "li",
      { class: "c-hit", "data-id": item.id, "data-kind": item.kind },
      make(
        "p",
        { class: "c-hit__facts" },
        make("span", { class: `c-aspect c-hit__kind c-hit__kind--${item.kind}` }, kinds[item.kind] ?? item.kind),
        item.date ? make("time", { datetime: item.date }, sayDay(item.date)) : null,
      ),
      make(level, { class: "c-hit__title" }, make("a", { href: arrivalAt(item.url, q, base) }, ...named(item))),
      item.snippet ? make("p", { class: "c-hit__words" }, ...marked(item.snippet, item.marks)) : null,
    );
}

/** Return the words of a hit as a query of its own: those that are marked in it, as they stand. */
export function foundWords(item) {
  const characters = [...item.snippet];
  const words = item.marks.map(([start, end]) => characters.slice(start, end).join(""));
  return [...new Set(words)].filter((word) => !/["”“＂]/.test(word)).map((word) => `"${word}"`).join("|");
}

function named(item) {
  if (item.kind !== "speech") return [item.title];
  const speaker = [
    item.role ? make("span", { class: "c-role" }, item.role) : null,
    item.name ? make("span", { class: "c-hit__name" }, item.name) : null,
  ].filter(Boolean);
  return [...speaker.flatMap((part) => [part, " "]), make("span", { class: "c-hit__place" }, item.title)];
}

/* The marks count code points, as the snippet's text is cut in code points. */
function marked(snippet, marks) {
  const characters = [...snippet];
  const parts = [];
  let done = 0;
  for (const [start, end] of marks) {
    parts.push(characters.slice(done, start).join(""), make("mark", {}, characters.slice(start, end).join("")));
    done = end;
  }
  return [...parts, characters.slice(done).join("")];
}

/* The words go along, so that the page can mark them; an address that leads out of the site is none of ours. */
function arrivalAt(url, q, base) {
  const address = new URL(url, base);
  if (!address.href.startsWith(base)) return null;
  address.searchParams.set("q", q);
  return address.href.slice(base.length);
}
