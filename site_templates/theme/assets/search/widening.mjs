// A query widened by other ways to say the same, as council.search.widening does it in Python.

import { stands } from "./words.mjs";

const ERAS = [["明治", 1867, 45, ""], ["大正", 1911, 15, ""], ["昭和", 1925, 64, "s"], ["平成", 1988, 31, "h"], ["令和", 2018, 99, "r"]];
// The kinds of bills that are written without 第 and 号 as well (議案32), or behind their number (第32号議案).
const BILL_KINDS =
  "議案|認定|認定議案|報告|承認|専決|同意|同意案|諮問|発議|発委|議員提出議案|委員会提出議案|議会議案|議会案|意見書案|意見書|意見案|意見|決議案|決議|請願|陳情|選挙|動議|議|予算";
const IS_BILL_KIND = new Set(BILL_KINDS.split("|"));
const DIGITS = "〇一二三四五六七八九";
const UNITS = { 十: 10, 百: 100, 千: 1000 };
const TOO_MANY = 10000;
const [TYPED, PRINTED] = ["'", "\u2019"]; // Word prints a typed apostrophe as the curved one, and no folding unites the two
const NUMERAL = "[0-9]{1,4}|[〇一二三四五六七八九十百千]{1,7}";
const YEARS = [
  "(?<era>明治|大正|昭和|平成|令和) ?(?<year>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})",
  "(?<![0-9a-z])(?<letter>[shr])\\.?(?<year>[0-9]{1,2}|元)",
  "(?<![0-9〇一二三四五六七八九])(?<year>(?:18|19|20)[0-9]{2}|[一二][〇一二三四五六七八九]{3})",
];
const YEARS_INSIDE = YEARS.map((form) => new RegExp(`${form}年`, "u"));
const YEARS_ALONE = YEARS.map((form) => new RegExp(`^(?:${form}年?)$`, "u"));
const NUMBERED = [
  `(?<kind>[^0-9a-z第号]*)第(?<number>${NUMERAL})号?`,
  `(?<kind>[^0-9a-z第号〇一二三四五六七八九十百千]*)(?<number>${NUMERAL})号`,
  `(?<kind>${BILL_KINDS})(?<number>${NUMERAL})`,
  `第(?<number>${NUMERAL})号(?<kind>${BILL_KINDS})`,
].map((form) => new RegExp(`^(?:${form})$`, "u"));

/** Return the query with other ways to say its words, null where there are none; `tables` are those of the directory. */
export function widen(query, tables) {
  const groups = query.groups.map((group) => (group.negative ? group : widened(group, tables.words)));
  return groups.some((group, place) => group !== query.groups[place]) ? { groups } : null;
}

function widened(group, table) {
  const found = new Set(group.words.filter((word) => !word.exact).flatMap((word) => [...others(word.text, table)]));
  const added = [...found].map((text) => ({ text, exact: true, apart: true }));
  const all = [...group.words, ...added];
  const more = added.filter((word) => !all.some((other) => other !== word && stands(other, word.text)));
  return more.length ? { words: [...group.words, ...more], negative: false } : group;
}

function* others(word, table) {
  yield* years(word);
  yield* numbers(word);
  yield hiragana(word);
  yield katakana(word);
  yield word.replaceAll(TYPED, PRINTED);
  yield word.replaceAll(PRINTED, TYPED);
  if (Object.hasOwn(table, hiragana(word))) yield* table[hiragana(word)];
}

const moved = (text, kana, distance) => text.replace(kana, (one) => String.fromCharCode(one.charCodeAt(0) + distance));
export const hiragana = (text) => moved(text, /[ァ-ヶヽヾ]/g, -0x60);
export const katakana = (text) => moved(text, /[ぁ-ゖゝゞ]/g, 0x60);

function first(forms, word) {
  for (const form of forms) {
    const match = form.exec(word);
    if (match) return match;
  }
  return null;
}

/** Yield a folded word with the first year in it written in other ways. */
function* years(word) {
  const alone = first(YEARS_ALONE, word);
  const match = alone ?? first(YEARS_INSIDE, word);
  const year = match ? yearOf(match.groups) : 0;
  if (!year) return;
  const [before, after] = [word.slice(0, match.index), word.slice(match.index + match[0].length)];
  for (const form of yearForms(year, alone ? "" : "年")) yield before + form + after;
}

function yearOf({ era, letter, year }) {
  const number = year === "元" ? 1 : anyNumber(year);
  if (!era && !letter) return number;
  const [, before, last] = ERAS.find(([name, , , latin]) => name === era || (letter && latin === letter));
  return number >= 1 && number <= last ? before + number : 0;
}

function* yearForms(year, mark) {
  for (const [era, before, last, letter] of [...ERAS].reverse()) {
    const number = year - before;
    if (number < 1 || number > last) continue;
    if (number === 1) yield `${era}元年`;
    yield `${era}${number}年`;
    yield `${era} ${number}年`;
    yield `${era}${inKanji(number)}年`;
    if (letter) yield letter + number + mark;
  }
  yield year + mark;
  yield [...String(year)].map((digit) => DIGITS[digit]).join("") + "年";
}

/** Yield the other ways to write a numbered thing. */
function* numbers(word) {
  const match = first(NUMBERED, word);
  const number = match ? anyNumber(match.groups.number) : 0;
  if (number < 1 || number >= TOO_MANY) return;
  const { kind } = match.groups;
  for (const ordinal of [`第${number}号`, `第${inKanji(number)}号`]) {
    yield kind + ordinal;
    if (kind) yield `${kind} ${ordinal}`;
    if (IS_BILL_KIND.has(kind)) yield ordinal + kind;
  }
  yield `${kind}${number}号`;
  if (kind) yield `${kind}${number}`;
}

function anyNumber(text) {
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (!/[十百千]/.test(text)) return Number([...text].map((one) => DIGITS.indexOf(one)).join(""));
  let [total, digit] = [0, 0];
  for (const one of text) {
    if (UNITS[one]) {
      total += (digit || 1) * UNITS[one];
      digit = 0;
    } else digit = DIGITS.indexOf(one);
  }
  return total + digit;
}

function inKanji(number) {
  let text = "";
  for (const [unit, mark] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(number / unit);
    number %= unit;
    if (digit) text += (digit === 1 && mark ? "" : DIGITS[digit]) + mark;
  }
  return text;
}
