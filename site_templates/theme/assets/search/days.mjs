// Days as people write them (令和7年12月5日, R7.12.5, 2025/12/5, 令和7年12月, 2025年), read as council.search.filters.as_day reads them.

const ERAS = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };
const SHORT = { M: "明治", T: "大正", S: "昭和", H: "平成", R: "令和", "㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和" };
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DIGITS = "〇一二三四五六七八九";
const UNITS = { 十: 10, 百: 100 };

const S = "[ \\t\\u3000\\u00a0]*";
const ERA = `(?<era>明${S}治|大${S}正|昭${S}和|平${S}成|令${S}和|[㍾㍽㍼㍻㋿]|(?<![A-Za-z])[MTSHR](?=\\.?${S}[0-9元])\\.?)`;
const NUM = "(?:[0-9]+|[〇零一二三四五六七八九十]+)";
const YEAR = `(?:[0-9]{1,2}|元|[〇零一二三四五六七八九十百]{1,5})(?:${S}\\([^()]{4,6}\\))?`;
const AFTER = `${S}(?:\\([^()]{2,6}\\)${S})?`;
const NAME = "(?<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const forms = (...sources) => sources.map((source) => new RegExp(source, "giu"));
const WHOLE = forms(
  `${ERA}${S}(?<year>${YEAR})${S}年${AFTER}(?<month>${NUM})${S}月${S}(?<day>${NUM})${S}日`,
  `(?<![0-9])(?<year>[0-9]{4}|[〇一二三四五六七八九]{4})${S}年${AFTER}(?<month>${NUM})${S}月${S}(?<day>${NUM})${S}日`,
  `${ERA}${S}(?<year>[0-9]{1,2}|元)(?<mark>[./・\\-])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})(?![0-9])`,
  "(?<![0-9])(?<year>[0-9]{4})(?<mark>[./\\-])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})(?![0-9])",
  "(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9,.円人件号番票名])",
  "(?<![0-9A-Za-z])(?<era>[HR])(?<year>[0-9]{2})(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9])",
  `(?<![a-z])${NAME}\\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(?<year>[0-9]{4})(?![0-9])`,
  `(?<![0-9])(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+)?(?:of\\s+)?${NAME},?\\s+(?<year>[0-9]{4})(?![0-9])`,
);
const PART = forms(
  `${ERA}${S}(?<year>${YEAR})${S}年(?:${AFTER}(?<month>${NUM})${S}月)?`,
  `(?<![0-9])(?<year>[0-9]{4})${S}年(?:${AFTER}(?<month>${NUM})${S}月)?`,
);
const AROUND = new RegExp(
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\\b\\.?" +
    "|\\([月火水木金土日](?:曜日?)?(?:[・･](?:祝|休)日?)?\\)|[月火水木金土日]曜日?|T?00:00(?::00(?:\\.0+)?)?|[\\s,.]+",
  "giu",
);

/** Return an ISO day, month or year; empty of nothing, null if it is none. */
export function asDay(text) {
  const written = text.trim().replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  if (!written || /^[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(written)) return written;
  return wholeDay(written) ?? (/[年月]$/.test(written) ? partOf(written) : null);
}

function wholeDay(written) {
  const [first] = everyOf(WHOLE, written).filter(({ day }) => day).sort((a, b) => a.start - b.start || b.end - a.end);
  const alone = first && !(written.slice(0, first.start) + written.slice(first.end)).replace(AROUND, "");
  return alone ? first.day : null;
}

/** A year, or a month of it, the first that stands there. */
function partOf(written) {
  const [first] = everyOf(PART, written).sort((a, b) => a.start - b.start);
  const month = first && isMonth(first.month) ? first.month : 0;
  if (!first?.year || written.endsWith("月") !== month > 0) return null;
  return iso(first.year) + (month ? `-${iso(month, 2)}` : "");
}

function everyOf(all, written) {
  return all.flatMap((form) => [...written.matchAll(form)]).map((match) => {
    const { name, day, month: printed } = match.groups;
    const year = yearOf(match.groups);
    const month = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : printed ? number(printed) : 0;
    return { start: match.index, end: match.index + match[0].length, year, month, day: day ? dayOf(year, month, number(day)) : null };
  });
}

function yearOf({ era, year }) {
  const printed = number(year.replace(new RegExp(`${S}\\(.*$`), ""));
  if (!era) return printed;
  const bare = era.replace(/[\s.]/g, "");
  return printed && ERAS[SHORT[bare.toUpperCase()] ?? bare] + printed;
}

function dayOf(year, month, day) {
  if (!year || year > 9999 || !isMonth(month) || day < 1) return null;
  const last = new Date(Date.UTC(2000, month, 0)); // a leap year; others below
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate() ? `${iso(year)}-${iso(month, 2)}-${iso(day, 2)}` : null;
}

const isMonth = (month) => month >= 1 && month <= 12;
const iso = (value, digits = 4) => String(value).padStart(digits, "0");

function number(text) {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const plain = text.replaceAll("零", "〇").replaceAll("元", "一");
  if (!/[十百]/.test(plain)) return Number([...plain].map((one) => DIGITS.indexOf(one)).join(""));
  let [total, digit] = [0, 0];
  for (const one of plain) {
    if (UNITS[one]) {
      total += (digit || 1) * UNITS[one];
      digit = 0;
    } else digit = DIGITS.indexOf(one);
  }
  return total + digit;
}
