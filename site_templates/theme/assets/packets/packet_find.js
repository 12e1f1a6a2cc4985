/* Finding words in a packet. Text is folded as in the search of the site: width, case, variant kanji, combining marks. */
(() => {
  const packet = window.councilPacket;
  if (!packet) return;
  const { root, flow, one, say, made, button, tell } = packet;
  const SHOWN = 200;
  const AROUND = 24;
  const CLUSTER = /[^][\p{M}ﾞﾟ]*/gu;
  const NOTHING = /[\p{Cf}\p{VS}\u034f\u180f\u2065\u{e0000}-\u{e0fff}]/gu;
  const variants = new Map([...root.dataset.variants.matchAll(/(.)(.)/gu)].map(([, variant, usual]) => [variant, usual]));
  const known = new Map();
  const read = new WeakMap();

  function plain(cluster) {
    if (!known.has(cluster)) {
      const lower = cluster.normalize("NFKC").toLowerCase().normalize("NFKC");
      known.set(cluster, [...lower].map((kanji) => variants.get(kanji) || kanji).join("").replace(NOTHING, ""));
    }
    return known.get(cluster);
  }

  const isLatin = (unit) => /[0-9a-z]/.test(unit);

  /* Folds pieces of text; white space counts between Latin words only, a break between cells is in no word. */
  class Folded {
    text = "";
    at = [];
    gap = false;

    put(unit, place) {
      this.text += unit;
      for (let count = unit.length; count; count--) this.at.push(place);
    }

    add(text, placeOf) {
      for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
        const unit = plain(cluster);
        const place = placeOf(index, index + cluster.length);
        if (unit.trim()) {
          if (this.gap && isLatin(this.text.slice(-1)) && isLatin(unit[0])) this.put(" ", place);
          this.put(unit, place);
        }
        this.gap = unit ? !unit.trim() : this.gap;
      }
    }
  }

  function fold(text) {
    const folded = new Folded();
    folded.add(text, () => 0);
    return folded.text;
  }

  /* The folded words of a page; `at`: the text node and the stretch of it that each folded unit comes from. */
  function textOf(leaf) {
    if (read.has(leaf)) return read.get(leaf);
    const folded = new Folded();
    const within = one(".packet-text", leaf);
    const walker = within && document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    let cell;
    while (walker?.nextNode()) {
      const node = walker.currentNode;
      const now = node.parentElement.closest("rt, rp, td, th, li, h2, h3, h4, h5");
      if (now?.matches("rt, rp")) continue;
      if (now !== cell && folded.text) folded.put("\n", [node, 0, 0]);
      cell = now;
      folded.gap = folded.gap || /^\s/.test(node.data);
      folded.add(node.data, (start, end) => [node, start, end]);
    }
    read.set(leaf, folded);
    return folded;
  }

  function rangeOf(leaf, start, end) {
    const { at } = textOf(leaf);
    const range = document.createRange();
    range.setStart(at[start][0], at[start][1]);
    range.setEnd(at[end - 1][0], at[end - 1][2]);
    return range;
  }

  /* Marks are painted over the page, which stays as it is. */
  const paint = (name, ranges) => window.CSS?.highlights?.set(name, new Highlight(...ranges));

  /* Brings words into the upper half, once the page has its size. */
  function reveal(leaf, start, end) {
    const range = rangeOf(leaf, start, end);
    paint("packet-here", [range]);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight * 0.6) scrollBy(0, top - innerHeight * 0.3);
    }));
  }

  let hits = [];

  function hitsIn(leaf, asked) {
    const { text } = textOf(leaf);
    const found = [];
    if (!asked.every((word) => text.includes(word))) return found;
    for (const word of asked) {
      for (let end, start = text.indexOf(word); start >= 0; start = text.indexOf(word, end)) found.push({ leaf, start, end: end = start + word.length });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  function find(typed) {
    const asked = typed.split(/\s+/).map(fold).filter(Boolean);
    hits = asked.length ? flow.flatMap((leaf) => hitsIn(leaf, asked)) : [];
    paint("packet-found", hits.map((hit) => rangeOf(hit.leaf, hit.start, hit.end)));
    const unread = flow.filter((leaf) => leaf.dataset.sheet > 0 && !one(".packet-text", leaf)).length;
    const counted = hits.length > SHOWN ? "found_first" : hits.length ? "found" : "found_none";
    const answer = [say(counted, { n: hits.length, shown: SHOWN, words: typed.trim() }), unread ? say("unread", { n: unread }) : ""];
    one(".packet-find__said").textContent = asked.length ? answer.join(" ") : "";
    one(".packet-hits").replaceChildren(...hits.slice(0, SHOWN).map(lineOf));
  }

  function lineOf({ leaf, start, end }, place) {
    const piece = (from, to) => (from < to ? rangeOf(leaf, from, to).toString().replace(/\s+/g, " ") : "");
    const words = made("span", "packet-hit__text");
    words.append(piece(Math.max(0, start - AROUND), start), made("mark", "", piece(start, end)), piece(end, Math.min(textOf(leaf).text.length, end + AROUND)));
    const line = button("", () => visit(place), "packet-hit");
    line.append(made("span", "packet-no", leaf.dataset.page), made("span", "packet-hit__place", leaf.dataset.place), words);
    const item = made("li");
    item.append(line);
    return item;
  }

  function visit(place, back = true) {
    const { leaf, start, end } = hits[place];
    packet.close();
    packet.go(leaf, back);
    reveal(leaf, start, end);
    tell(
      say("hit", { n: hits.length, place: place + 1 }),
      button(say("next_hit"), () => visit((place + 1) % hits.length, false)),
      button(say("list"), () => packet.open("find")),
    );
  }

  one(".packet-find").addEventListener("submit", (event) => {
    event.preventDefault();
    find(one(".packet-find input").value);
  });

  function findWords(words) {
    one(".packet-find input").value = words;
    packet.open("find");
    find(words);
  }

  Object.assign(packet, { fold, textOf, rangeOf, paint, reveal, findWords });
})();
