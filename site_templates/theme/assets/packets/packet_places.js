/* Where a note belongs when papers were replaced: the page whose words are most like those it was written on. */
(() => {
  const packet = window.councilPacket;
  if (!packet) return;
  const { root, flow, textOf } = packet;
  const GRAM = 5;
  const KEPT = 160; // the least hashes of a page: enough to tell how much two pages share, to some four in a hundred
  const ALIKE = 0.5;
  const CONTEXT = 24;
  const SURE = 8; // words of this length that stand on one page only say by themselves where they belong
  const prints = new WeakMap();

  function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    return hash >>> 0;
  }

  function printOf(leaf) {
    if (!prints.has(leaf)) {
      const { text } = textOf(leaf);
      const grams = new Set();
      for (let start = 0; start < Math.max(text.length - GRAM + 1, text ? 1 : 0); start++) grams.add(hashOf(text.slice(start, start + GRAM)));
      prints.set(leaf, [...grams].sort((a, b) => a - b).slice(0, KEPT));
    }
    return prints.get(leaf);
  }

  /* How much of both sets is in both (Jaccard), reckoned from the least hashes of the two together. */
  function likeness(a, b) {
    const least = [...new Set([...a, ...b])].sort((one, other) => one - other).slice(0, KEPT);
    const [inA, inB] = [new Set(a), new Set(b)];
    return least.filter((hash) => inA.has(hash) && inB.has(hash)).length / (least.length || 1);
  }

  const paperOf = (leaf) => leaf.closest("[data-paper]")?.dataset.paper || "";
  const shaOf = (leaf) => leaf.closest("[data-sha]")?.dataset.sha || "";
  const sheetOf = (leaf) => Number(leaf.dataset.sheet || 0);

  /* What a note has to be found by again; without words chosen it belongs to the page. */
  function anchorOf(leaf, start = 0, end = 0) {
    const { text } = textOf(leaf);
    return {
      page: leaf.dataset.page,
      place: leaf.dataset.place,
      paper: paperOf(leaf),
      sha: shaOf(leaf),
      sheet: sheetOf(leaf),
      print: printOf(leaf),
      words: text.slice(start, end),
      before: text.slice(Math.max(0, start - CONTEXT), start),
      after: text.slice(end, end + CONTEXT),
    };
  }

  function mostAlike(note, among) {
    const far = (leaf) => (leaf.dataset.page === note.page ? -1 : Math.abs(sheetOf(leaf) - note.sheet));
    const scored = among.map((leaf) => [likeness(note.print, printOf(leaf)), leaf]).filter(([like]) => like > ALIKE);
    return scored.sort(([a, one], [b, other]) => b - a || far(one) - far(other))[0]?.[1];
  }

  /* A page without words is the same while its file is, or while it bears the number that was handed out. */
  function wordless(note) {
    const isSame = (leaf) => note.sha && shaOf(leaf) === note.sha && sheetOf(leaf) === note.sheet;
    const isNumbered = (leaf) => leaf.dataset.page === note.page && paperOf(leaf) === note.paper && !textOf(leaf).text;
    return flow.find(isSame) || (root.dataset.revision > 0 || !note.sha ? flow.find(isNumbered) : undefined);
  }

  function byWords(note) {
    const found = note.words.length < SURE ? [] : flow.filter((leaf) => textOf(leaf).text.includes(note.words));
    return found.length === 1 ? found[0] : undefined;
  }

  function leafOf(note) {
    if (!note.print.length) return wordless(note);
    return mostAlike(note, flow.filter((leaf) => paperOf(leaf) === note.paper)) || mostAlike(note, flow) || byWords(note);
  }

  function shared(text, context) {
    let count = 0;
    while (count < context.length && text[count] === context[count]) count++;
    return count;
  }

  const backwards = (text) => [...text].reverse();

  /* The place of a note's words on a page, `[start, end]`: where most of what stood around them still does. */
  function wordsIn(leaf, note) {
    const { text } = textOf(leaf);
    let [best, most] = [null, -1];
    for (let start = note.words ? text.indexOf(note.words) : -1; start >= 0; start = text.indexOf(note.words, start + 1)) {
      const end = start + note.words.length;
      const before = backwards(text.slice(Math.max(0, start - CONTEXT), start));
      const around = shared(before, backwards(note.before)) + shared(text.slice(end), note.after);
      if (around > most) [best, most] = [[start, end], around];
    }
    return best;
  }

  Object.assign(packet, { anchorOf, leafOf, wordsIn });
})();
