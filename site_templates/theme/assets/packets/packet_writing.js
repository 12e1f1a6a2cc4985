/* Bookmarks, highlights and notes: made on a page, listed, printed, and kept where no page is found for them any more. */
(() => {
  const packet = window.councilPacket;
  if (!packet) return;
  const { root, flow, one, all, on, say, made, button, tell, kept } = packet;
  const { packet: id } = root.dataset;
  let notes = [];
  let chosen; // {leaf, start, end, quote}
  let writing; // the note that is being written

  /* ---------- Showing ---------- */

  /* Returns how many have lost their place. */
  function draw() {
    const tray = [];
    const placed = [];
    const painted = [];
    all(".packet-leaf > .packet-memos").forEach((strip) => strip.remove());
    const found = notes.map((note) => [note, packet.leafOf(note)]);
    found.sort(([a, one], [b, other]) => flow.indexOf(one) - flow.indexOf(other) || a.changed - b.changed);
    for (const [note, leaf] of found) {
      const spot = leaf && packet.wordsIn(leaf, note);
      (leaf ? placed : tray).push(shown(note, leaf, spot, true));
      if (leaf) stripOf(leaf).append(shown(note, leaf, spot, false));
      if (spot) painted.push(packet.rangeOf(leaf, ...spot));
    }
    packet.paint("packet-note", painted);
    one("[data-memos=placed]").replaceChildren(...(notes.length ? placed : [made("li", "c-note", say("memos_none"))]));
    one("[data-memos=tray]").replaceChildren(...tray);
    one(".packet-tray").hidden = !tray.length;
    one("[data-key=notes]").dataset.count = notes.length || "";
    return tray.length;
  }

  function stripOf(leaf) {
    const strip = one(":scope > .packet-memos", leaf) || made("ul", "packet-memos");
    const mark = one(".packet-mark", leaf);
    if (mark) mark.after(strip);
    else leaf.append(strip);
    return strip;
  }

  function shown(note, leaf, spot, listed) {
    const item = made("li", "packet-memo");
    const page = leaf ? leaf.dataset.page : say("was", { n: note.page });
    const ways = made("p", "packet-pair");
    item.append(made("strong", "", say(note.kind)), listed ? ` ${page}｜${(leaf ? leaf.dataset : note).place}` : "");
    if (note.quote && (listed || !spot)) item.append(made("blockquote", "packet-quote", note.quote));
    if (note.words && leaf && !spot) item.append(made("p", "c-note", say("quote_gone")));
    if (note.note) item.append(made("p", "packet-memo__text", note.note));
    if (!leaf) ways.append(button(say("place_here", { n: packet.here().dataset.page }), () => change(note, packet.anchorOf(packet.here()))));
    else if (listed) ways.append(button(say("go", { n: page }), () => visit(leaf, spot)));
    if (note.kind !== "mark") ways.append(button(say("edit"), () => write(note)));
    ways.append(button(say("delete"), () => remove(note)));
    item.append(ways);
    return item;
  }

  function visit(leaf, spot) {
    packet.close();
    packet.go(leaf);
    if (spot) packet.reveal(leaf, ...spot);
  }

  /* ---------- Changing ---------- */

  /* The button that was pressed is made anew: the focus goes to where the list is opened. */
  function drawAgain() {
    draw();
    if (document.activeElement === document.body) one("[data-key=notes]").focus();
  }

  const unsaved = (fault) => tell(say("unsaved", { why: fault?.name || "IndexedDB" }));

  function change(note, changes) {
    Object.assign(note, changes, { changed: Date.now() });
    if (!notes.includes(note)) notes.push(note);
    drawAgain();
    kept.write([note]).then(() => tell(say("saved")), unsaved);
  }

  function remove(note) {
    notes = notes.filter((other) => other !== note);
    drawAgain();
    kept.remove(note.id).then(() => tell(say("deleted"), button(say("undo"), () => change(note))), unsaved);
  }

  function begun(kind, { leaf, start, end, quote } = { leaf: packet.here(), quote: "" }) {
    const key = crypto.getRandomValues(new Uint32Array(4)).join("-");
    return { id: key, packet: id, kind, note: "", quote, changed: 0, ...packet.anchorOf(leaf, start, end) };
  }

  const field = one(".packet-write textarea");

  function write(note) {
    field.value = note.note || (writing?.note ? "" : field.value); // what was begun and closed unsaved is still there
    writing = note;
    one("#packet-write .packet-quote").textContent = note.quote;
    packet.open("write");
  }

  one(".packet-write").addEventListener("submit", (event) => {
    event.preventDefault();
    const note = field.value.trim();
    field.value = "";
    packet.close(true);
    if (note || writing.quote) change(writing, { note, kind: note ? "note" : "highlight" });
  });

  /* ---------- Words chosen by mouse or finger: what can be done with them stands in the bar ---------- */

  /* Words chosen over several pages: those of the first. */
  function spotOf(range) {
    const leaf = flow.find((item) => range.intersectsNode(item) && packet.textOf(item).text);
    if (!leaf) return null;
    const isIn = ([node, start, end]) => range.comparePoint(node, start) >= 0 && range.comparePoint(node, end) <= 0;
    const { at } = packet.textOf(leaf);
    const [start, end] = [at.findIndex(isIn), at.findLastIndex(isIn) + 1];
    return end ? { leaf, start, end, quote: packet.rangeOf(leaf, start, end).toString().trim() } : null;
  }

  let choosing = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(choosing);
    choosing = setTimeout(() => {
      const selected = getSelection();
      const spot = selected.isCollapsed || !one("#packet-write").hidden ? null : spotOf(selected.getRangeAt(0));
      if (!spot) return;
      chosen = spot;
      one("#packet-chosen .packet-quote").textContent = spot.quote;
      packet.open("chosen", false);
    }, 250);
  });
  one("#packet-chosen").addEventListener("mousedown", (event) => event.preventDefault()); // the words stay chosen

  const acts = {
    mark: () => change(begun("mark")),
    write: () => write(begun("note")),
    highlight() {
      packet.close();
      getSelection().removeAllRanges();
      change(begun("highlight", chosen));
    },
    note: () => write(begun("note", chosen)),
    find: () => packet.findWords(chosen.quote.slice(0, 40)),
    export: () => save(id),
    "export-all": () => save(""),
    import: () => one("input[type=file]").click(),
    print() {
      root.classList.add("prints-notes");
      print();
    },
  };
  on("[data-memo]", (key) => acts[key.dataset.memo]());

  /* ---------- Out, in, on paper ---------- */

  async function save(of) {
    const held = await kept.read(of);
    const href = URL.createObjectURL(new Blob([kept.toFile(held)], { type: "application/json" }));
    Object.assign(made("a"), { href, download: `notes${of && `-${of}`}.json` }).click();
    tell(say("exported", { n: held.length }));
  }

  one("input[type=file]").addEventListener("change", async ({ target }) => {
    const text = await target.files[0].text();
    target.value = "";
    const said = await kept.fromFile(text).then((found) => {
      const here = found?.filter((note) => note.packet === id).length;
      return () => tell(found ? say("imported", { n: found.length, here }) : say("not_notes"));
    }, (fault) => () => unsaved(fault));
    await load();
    said();
  });

  const paper = one(".packet-printed");
  addEventListener("beforeprint", () => {
    const lists = all(".packet-tray:not([hidden]) > *, [data-memos=placed]").map((part) => part.cloneNode(true));
    paper.replaceChildren(made("h2", "", paper.getAttribute("aria-label")), ...lists);
    paper.hidden = !notes.length;
  });
  addEventListener("afterprint", () => {
    root.classList.remove("prints-notes");
    paper.hidden = true;
  });

  async function load() {
    notes = await kept.read(id);
    const lost = draw();
    root.dataset.notes = notes.length; // tells that they are there
    if (lost) tell(say("tray", { n: lost }), button(say("list"), () => packet.open("notes")));
  }

  root.addEventListener("packet-open", ({ detail }) => { if (detail === "notes") draw(); }); // where one may be moved to is this page
  load();
})();
