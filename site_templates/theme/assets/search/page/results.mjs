/* The answer on the page: how many, which, and the way to the next. */

import { write } from "./address.mjs";
import { make, makeButton, makeStep } from "./elements.mjs";
import { drawing, foundWords } from "./hits.mjs";

export class Results {
  constructor({ at, base, kinds, say, sayDay, limit }) {
    Object.assign(this, { at, say, limit, draw: drawing({ base, kinds, sayDay }) });
    this.place = at("count");
  }

  /** Show one page of an answer; `turn(page)` and `countAll()` are what its controls do. */
  show(answer, state, { turn, countAll }) {
    this.#empty();
    this.count(answer, countAll);
    this.at("results").replaceChildren(...answer.items.map((item) => this.draw(item, state.q, "h2")));
    const first = (state.page - 1) * this.limit + 1;
    if (answer.total > this.limit) this.#tell(this.say("place", { first, last: first + answer.items.length - 1 }));
    if (answer.total > this.limit) this.at("pages").replaceChildren(this.#pages(answer.total, state, turn));
    if (!answer.total) this.#tell(this.say("none", { q: state.q }));
    if (state.page === 1 && answer.expanded.length) this.#more(answer.expanded);
  }

  /** Show the number of hits, and where it is not sure a way to make it so. */
  count(answer, countAll) {
    this.place.dataset.count = answer.total;
    this.place.textContent = this.say(answer.exact ? "count" : "about", { n: answer.total });
    if (!answer.exact && countAll) this.place.after(makeButton(this.say("count_all"), countAll, "c-button c-button--quiet c-search__exactly"));
    else this.#drop(".c-search__exactly");
  }

  /** Show nothing but a sentence. */
  clear(text = "") {
    this.#empty();
    this.#tell(text);
  }

  /** Say that an answer takes a while; the one before stays. */
  wait() {
    this.#tell(this.say("searching"));
  }

  /** Offer searches where nothing was found. */
  offer(items) {
    if (!items.length) return;
    this.at("nearest").replaceChildren(make("h2", { class: "c-search__heading" }, this.say("nearest")), make("ul", {}, ...items));
  }

  /** Bring the reader to the head of the results. */
  focus() {
    this.place.setAttribute("tabindex", "-1");
    this.place.focus({ preventScroll: true });
    this.place.scrollIntoView({ block: "center" });
  }

  #empty() {
    delete this.place.dataset.count;
    this.place.textContent = "";
    this.#drop(".c-search__exactly");
    for (const name of ["place", "results", "pages", "nearest", "more"]) this.at(name).replaceChildren();
  }

  #drop(selector) {
    this.place.parentElement.querySelector(selector)?.remove();
  }

  #tell(text) {
    this.at("place").textContent = text;
  }

  #more(expanded) {
    const place = this.at("more");
    place.replaceChildren(
      make("h2", { class: "c-search__heading", id: "more" }, place.dataset.title),
      make("p", { class: "c-note" }, this.say(expanded.length < this.limit ? "more" : "more_first", { n: expanded.length })),
      make("ol", { class: "c-hits" }, ...expanded.map((item) => this.draw(item, foundWords(item), "h3"))),
    );
  }

  #pages(total, state, turn) {
    const pages = Math.ceil(total / this.limit);
    const step = (name, page, className) =>
      makeStep(this.say(name, { n: this.limit }), write({ ...state, page }), () => turn(page), { class: className, rel: name === "on" ? "next" : "prev" });
    return make(
      "nav",
      { class: "c-pages", "aria-label": this.say("pages") },
      state.page > 1 ? step("back", state.page - 1, "c-button") : make("span"),
      make("span", { class: "c-quiet" }, this.say("page", { page: state.page, pages })),
      state.page < pages ? step("on", state.page + 1, "c-button") : make("span"),
    );
  }
}
