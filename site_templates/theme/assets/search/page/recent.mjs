/* The searches made lately, on this device only. */

import { make, makeButton, makeStep } from "./elements.mjs";

const MOST = 8;

export class Recent {
  /** `place` shows them; `base` tells one site from another of the same host; `search` is called with a chosen one. */
  constructor({ place, base, say, search }) {
    Object.assign(this, { place, say, search, key: `council-search ${new URL(base).pathname}` });
  }

  /** Keep a search, the newest first. */
  add(q) {
    const words = q.trim();
    if (words) this.#keep([words, ...this.#kept().filter((one) => one !== words)].slice(0, MOST));
  }

  /** Show them, or nothing if there are none. */
  show() {
    const kept = this.#kept();
    const links = kept.map((q) => make("li", {}, makeStep(q, `?${new URLSearchParams({ q })}`, () => this.search(q), { class: "c-chip c-chip--large" })));
    this.place.replaceChildren(
      ...(kept.length ? [make("h2", { class: "c-search__heading" }, this.say("recent")), make("ul", { class: "c-plain c-chips" }, ...links), this.#note()] : []),
    );
  }

  hide() {
    this.place.replaceChildren();
  }

  #note() {
    const forget = makeButton(this.say("forget"), () => (this.#keep([]), this.hide()), "c-button c-button--quiet");
    return make("p", { class: "c-quiet" }, `${this.say("recent_note")} `, forget);
  }

  #kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
    } catch {
      return [];
    }
  }

  #keep(kept) {
    try {
      if (kept.length) localStorage.setItem(this.key, JSON.stringify(kept));
      else localStorage.removeItem(this.key);
    } catch {
      /* A browser that keeps nothing has no recent searches. */
    }
  }
}
