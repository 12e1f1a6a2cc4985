/* Suggestions below the search box: a combobox with a list box, as the ARIA practices describe it. */

import { make } from "./elements.mjs";

const MOST = 7;
const PAUSE = 120;

export class Suggestions {
  /** `ask(text)` resolves to suggestions; `choose(suggestion, rest)` is called with what is typed before them. */
  constructor({ input, list, say, ask, choose }) {
    Object.assign(this, { input, list, say, ask, choose, shown: [], active: -1, asked: 0, timer: 0 });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
      input.setAttribute(name, value);
    }
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", say("suggestions"));
    input.addEventListener("input", (event) => event.isComposing || this.#later());
    input.addEventListener("compositionend", () => this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.#take([...list.children].indexOf(event.target.closest("li"))));
  }

  close() {
    clearTimeout(this.timer);
    this.asked++;
    this.shown = [];
    this.#draw();
  }

  /* Only the word at the end is completed: what stands before it is kept. */
  #later() {
    clearTimeout(this.timer);
    const [, rest, word] = /^(.*?)([^\s"”“＂|｜]*)$/su.exec(this.input.value);
    if (!word || /^[-－−]/.test(word)) return this.close();
    this.timer = setTimeout(() => this.#ask(rest, word), PAUSE);
  }

  async #ask(rest, word) {
    const mine = ++this.asked;
    let found = [];
    try {
      found = await this.ask(word);
    } catch {
      /* The search itself says what is wrong. */
    }
    if (mine !== this.asked || document.activeElement !== this.input) return;
    Object.assign(this, { shown: found.slice(0, MOST), rest });
    this.#draw();
  }

  #draw() {
    this.active = -1;
    this.list.hidden = !this.shown.length;
    this.list.replaceChildren(...this.shown.map((one, place) => this.#option(one, place)));
    this.input.setAttribute("aria-expanded", String(this.shown.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  #option(one, place) {
    return make(
      "li",
      { role: "option", id: `search-suggestion-${place}`, "aria-selected": "false" },
      make("span", { class: "c-suggestions__label" }, one.label),
      " ",
      make("span", { class: "c-aspect" }, this.say(one.kind)),
    );
  }

  #key(event) {
    if (event.isComposing || !this.shown.length) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) this.#move(steps[event.key]);
    else if (event.key === "Enter" && this.active >= 0) this.#take(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  /* Before the first and behind the last one lies the box itself. */
  #move(step) {
    const places = this.shown.length + 1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === this.active)));
    if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
    const option = this.list.children[this.active];
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #take(place) {
    const taken = this.shown[place];
    const rest = this.rest;
    this.close();
    if (taken) this.choose(taken, rest);
  }
}
