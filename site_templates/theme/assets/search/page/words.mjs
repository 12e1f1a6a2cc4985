/* The interface's words and days, in the page's language; they come with the page. */

/** Return `say(name, values)`, which fills the words that the page brought along. */
export function speaking({ words, language }) {
  return (name, values = {}) => {
    const [one, many] = language === "ja" ? [words[name]] : words[name].split("|");
    const text = many !== undefined && values.n !== 1 ? many : one;
    return text.replace(/\{(\w+)\}/g, (_, key) => shown(values[key], language));
  };
}

function shown(value, language) {
  return typeof value === "number" ? value.toLocaleString(language) : String(value ?? "");
}

/** Return `say(day)` for an ISO date: 令和7年12月2日（火）, Tue 2 December 2025. */
export function sayingDays({ eras, weekdays, months }) {
  return (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    if (!year || !month || !day) return iso;
    const weekday = weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7];
    if (months) return `${weekday} ${day} ${months[month - 1]} ${year}`;
    return `${eraYear(iso, year, eras)}${month}月${day}日（${weekday}）`;
  };
}

function eraYear(iso, year, eras) {
  const [first, name] = eras.find(([day]) => iso >= day) ?? [];
  if (!name) return `${year}年`;
  const count = year - Number(first.slice(0, 4)) + 1;
  return `${name}${count === 1 ? "元" : count}年`;
}
