/* What is searched for, as the address tells it: `{q, filters, sort, page}`. */

import { asDay } from "../days.mjs";

export const FILTERS = ["speaker", "group", "session", "body", "kind", "bill", "from", "to"];

/** Read the part of an address behind `?`: days in any form, of a year or a month its first or last; others stay as written. */
export function read(search) {
  const given = new URLSearchParams(search);
  const filters = {};
  for (const name of FILTERS) {
    const value = (given.get(name) ?? "").trim();
    if (value) filters[name] = name === "from" || name === "to" ? wholeDay(asDay(value) ?? value, name) : value;
  }
  const page = Number.parseInt(given.get("page") ?? "1", 10);
  return { q: given.get("q") ?? "", filters, sort: given.get("sort") === "score" ? "score" : "date", page: page > 1 ? page : 1 };
}

/** Return the address of a search, seen from the page itself. */
export function write({ q, filters, sort, page }) {
  const given = new URLSearchParams();
  if (q) given.set("q", q);
  for (const name of FILTERS) if (filters[name]) given.set(name, filters[name]);
  if (sort === "score") given.set("sort", sort);
  if (page > 1) given.set("page", String(page));
  const text = given.toString();
  return location.pathname + (text ? `?${text}` : "");
}

export function wholeDay(value, side) {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(value) ?? [];
  if (!year) return value;
  if (side === "from") return `${year}-${month ?? "01"}-01`;
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return `${year}-${month ?? "12"}-${String(last).padStart(2, "0")}`;
}

/** Return the year that the two days are the first and last of, if they are. */
export function yearOf({ from = "", to = "" }) {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : "";
}
