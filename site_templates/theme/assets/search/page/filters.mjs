/* What the results can be narrowed by: the fields of the form, and what is chosen. */

import { FILTERS, yearOf } from "./address.mjs";
import { make, makeButton } from "./elements.mjs";

const SELECTS = ["kind", "session", "body", "group", "speaker"];

export class Filters {
  /** `details` holds the fields, `chosen` shows what is chosen; `changed` is called when somebody chooses, `opened` when the fields come into sight. */
  constructor({ form, details, chosen, say, sayDay, changed, opened }) {
    Object.assign(this, { form, details, chosen, say, sayDay, changed });
    this.summary = details.querySelector("summary");
    this.title = this.summary.textContent;
    this.year = details.querySelector("#search-year");
    this.options = new Map([...SELECTS.map((name) => [name, form.elements[name]]), ["year", this.year]].map(namedOptions));
    this.bill = "";
    details.addEventListener("change", (event) => this.#change(event.target));
    const wide = matchMedia("(min-width: 59rem)");
    wide.addEventListener("change", () => (details.open = wide.matches));
    details.open = wide.matches;
    details.hidden = false;
    details.addEventListener("toggle", () => details.open && opened());
  }

  get isOpen() {
    return this.details.open;
  }

  /** Return what is chosen. */
  read() {
    const filters = {};
    for (const name of [...SELECTS, "from", "to"]) if (this.form.elements[name].value) filters[name] = this.form.elements[name].value;
    if (this.bill) filters.bill = this.bill;
    return { filters, sort: this.form.elements.sort.value === "score" ? "score" : "date" };
  }

  /** Show what is chosen, also values that no field offers. */
  write({ filters, sort }) {
    for (const name of SELECTS) choose(this.form.elements[name], filters[name] ?? "");
    for (const name of ["from", "to"]) this.form.elements[name].value = filters[name] ?? "";
    this.form.elements.sort.value = sort === "score" ? "score" : "";
    this.bill = filters.bill ?? "";
    choose(this.year, yearOf(filters));
    this.#tell(filters);
  }

  /** Choose one value as if somebody had. */
  choose(name, value) {
    if (name === "bill") this.bill = value;
    else choose(this.form.elements[name], value);
    this.changed();
  }

  /** Say how many of the hits each value would leave; `counts` as `facets` gives them, or nothing. */
  count(counts) {
    const told = counts?.exact === false ? "option_about" : "option";
    for (const [name, known] of this.options) this.#countOne(name, known, counts?.[name], told);
  }

  #countOne(name, known, found, told) {
    const select = this.#field(name);
    const now = select.value;
    const counted = new Map((found ?? []).map(([value, label, count]) => [value, { label, count }]));
    const labels = new Map([...known, ...[...counted].filter(([value]) => !known.has(value)).map(([value, one]) => [value, one.label])]);
    const options = [...labels].filter(([value]) => !found || counted.has(value) || value === now);
    select.replaceChildren(
      select.options[0],
      ...options.map(([value, label]) => {
        const text = found ? this.say(told, { label, n: counted.get(value)?.count ?? 0 }) : label;
        return make("option", { value, "data-label": label }, text);
      }),
    );
    choose(select, now);
  }

  #change(field) {
    if (field === this.year) {
      this.form.elements.from.value = field.value && `${field.value}-01-01`;
      this.form.elements.to.value = field.value && `${field.value}-12-31`;
    }
    this.changed();
  }

  #tell(filters) {
    const year = yearOf(filters);
    const chosen = year ? { ...filters, from: "", to: "", year } : filters;
    const names = [...FILTERS, "year"].filter((name) => chosen[name]);
    this.summary.textContent = names.length ? this.say("filters", { n: names.length }) : this.title;
    this.chosen.replaceChildren(...names.map((name) => this.#chip(name, chosen[name])));
  }

  #chip(name, value) {
    const text = this.say("drop", { label: this.#label(name), value: this.#words(name, value) });
    const chip = makeButton(text, () => this.#drop(name), "c-chip c-chip--drop");
    chip.append(make("span", { class: "sr-only" }, this.say("drop_hint")), make("span", { "aria-hidden": "true" }, " ×"));
    return chip;
  }

  #drop(name) {
    if (name === "bill") this.bill = "";
    for (const one of name === "year" ? ["from", "to"] : [name]) if (one !== "bill") this.form.elements[one].value = "";
    this.changed();
    (this.chosen.querySelector("button") ?? this.form.elements.q).focus();
  }

  #field(name) {
    return name === "year" ? this.year : this.form.elements[name];
  }

  #label(name) {
    if (name === "bill") return this.say("bill");
    return this.#field(name).closest("label").querySelector("span").textContent;
  }

  #words(name, value) {
    if (name === "from" || name === "to") return this.sayDay(value);
    const option = name !== "bill" && [...this.#field(name).options].find((one) => one.value === value);
    return option ? (option.dataset.label ?? option.textContent) : value;
  }
}

function namedOptions([name, select]) {
  return [name, new Map([...select.options].slice(1).map((option) => [option.value, option.textContent]))];
}

function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) {
    select.append(make("option", { value, "data-label": value }, value));
  }
  select.value = value;
}
