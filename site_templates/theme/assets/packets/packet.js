/* A packet in the hand: pages by number, back and on, the last place, letters, a screen that stays on, originals.
   Classic deferred scripts, so that they work from a folder as well; the other packet_*.js hang on here. */
(() => {
  const root = document.querySelector("[data-packet]");
  if (!root) return;
  const one = (selector, within = root) => within.querySelector(selector);
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const { packet: id, edition } = root.dataset;
  const [texts, retired] = [root.dataset.words, root.dataset.retired].map(JSON.parse);
  root.append(one("template").content);
  const bar = one(".packet-bar");
  const box = one(".packet-box input");
  const said = one(".packet-said");
  const flow = all(".packet-leaf");
  const places = new Map(all("[data-page]").map((leaf) => [leaf.dataset.page, leaf]));
  const scope = `${new URL("..", location.href).pathname} ${edition}`;
  const past = [];

  function say(key, values = {}) {
    const [few, many] = texts[key].split("|");
    return (many && values.n !== 1 ? many : few).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  const made = (name, className = "", textContent = "") => Object.assign(document.createElement(name), { className, textContent });
  const button = (text, onclick, look = "c-button") => Object.assign(made("button", look, text), { type: "button", onclick });

  const on = (selector, act) => all(selector, bar).forEach((key) => { key.onclick = () => act(key); });
  const pressed = (key, is) => key.setAttribute("aria-pressed", is);

  /* What the device keeps of a setting, set anew if there is a value; without a memory the page works too. */
  function kept(key, value) {
    try {
      const name = `council-packet ${scope} ${key}`;
      if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name) || "";
    } catch (refused) {
      return "";
    }
  }

  function tell(text, ...buttons) {
    said.replaceChildren(text, ...buttons);
    said.hidden = !(text || buttons.length);
  }

  /* ---------- Where the reader is ---------- */

  /* The page at the top: where a jump leads is where the reader is, however short that page. */
  function here() {
    let [low, high] = [0, flow.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (flow[middle].getBoundingClientRect().top <= 90) low = middle;
      else high = middle - 1;
    }
    return flow[low];
  }

  const list = one(".packet-items");
  const leafAt = (link) => places.get(link.hash.slice(2));
  const links = all("a[href^='#p']", list);

  function show() {
    const leaf = here();
    if (document.activeElement !== box) box.value = leaf.dataset.page;
    const link = links.filter((item) => flow.indexOf(leafAt(item)) <= flow.indexOf(leaf)).pop();
    if (link?.ariaCurrent === "true") return;
    links.forEach((item) => item.setAttribute("aria-current", item === link));
    if (link) list.scrollTop = link.offsetTop - list.clientHeight / 3;
  }

  let [drawing, settling] = [0, 0];
  function scrolled() {
    drawing = drawing || requestAnimationFrame(() => { drawing = 0; show(); });
    clearTimeout(settling);
    settling = setTimeout(() => kept(`place ${id}`, here().dataset.page), 400);
  }

  /* ---------- Going to a page ---------- */

  /* Twice: what comes into sight on the way may grow. */
  function settle(scroll) {
    scroll();
    requestAnimationFrame(() => { scroll(); show(); });
  }

  function arrived(anchor) {
    try {
      history.replaceState(null, "", `#${anchor}`);
    } catch (refused) { /* a page opened from a folder keeps its address */ }
    tell("", ...past.slice(-1).map(([n]) => button(say("back", { n }), goBack)));
  }

  function go(leaf, back = true) {
    if (back && here() !== leaf) past.push([here().dataset.page, scrollY]);
    const target = flow.includes(leaf) ? leaf : one("#agenda");
    if (target === leaf || getComputedStyle(list).position !== "sticky") settle(() => target.scrollIntoView());
    (one(".packet-no", target) || target).focus({ preventScroll: true });
    arrived(leaf.id);
  }

  function goBack() {
    const [number, top] = past.pop();
    settle(() => scrollTo(0, top));
    arrived(`p${number}`);
  }

  function goTo(typed) {
    const number = typed.normalize("NFKC").replace(/[‐-―−ー]/g, "-").replace(/[^0-9-]/g, "");
    const [now, why] = retired[number] || [number, ""];
    const leaf = places.get(now);
    if (leaf) {
      close();
      go(leaf);
      if (why) tell(why, ...all("button", said));
    } else if (number) {
      tell(say("no_page", { n: number, last: flow.at(-1).dataset.page }));
    }
  }

  function next(row, by) {
    const at = flow.indexOf(here());
    const ahead = row.filter((leaf) => (flow.indexOf(leaf) - at) * by > 0);
    return by > 0 ? ahead[0] : ahead.pop();
  }

  const step = (leaf) => leaf && settle(() => leaf.scrollIntoView());
  const items = all(".packet-item").flatMap((item) => one(".packet-leaf", item) || []);

  /* ---------- The bar and its panels ---------- */

  let opener;

  function open(name, focus = true) {
    for (const panel of all(".packet-panel")) panel.hidden = panel.id !== `packet-${name}`;
    for (const key of all("[data-panel]")) key.setAttribute("aria-expanded", key.dataset.panel === name);
    const panel = name && one(`#packet-${name}`);
    root.dispatchEvent(new CustomEvent("packet-open", { detail: name }));
    if (!panel || !focus) return;
    opener = document.activeElement;
    (one("input[type=search], textarea", panel) || panel).focus();
  }

  function close(back) {
    const was = one(".packet-panel:not([hidden])");
    open("");
    if (was && back) opener?.focus();
    opener = null;
  }

  function press({ dataset: { key, panel } }) {
    if (panel && one(`#packet-${panel}`).hidden) return open(panel);
    close(true);
    if (key === "contents") go(one(".packet-leaf--contents"));
    if (key === "before") step(next(flow, -1));
    if (key === "next") step(next(flow, 1));
  }

  let fresh = true; // the number is where the reader is, not one that was begun

  function type(digit) {
    box.value = digit ? (fresh ? "" : box.value) + digit : box.value.slice(0, -1);
    fresh = false;
  }

  on("[data-key]", press);
  on("[data-close]", () => close(true));
  on("[data-item]", (key) => step(next(items, key.dataset.item)));
  on("[data-digit]", (key) => type(key.dataset.digit));
  on("[data-open]", () => goTo(box.value));
  one(".packet-pad").addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  box.onfocus = box.onclick = () => {
    open("pad", false);
    fresh = true;
    box.select();
  };
  box.onblur = show;
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    if (event.key === "Enter" && event.target === box) goTo(box.value);
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#p']");
    if (!link || !leafAt(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(leafAt(link));
  });

  /* ---------- How it is shown ---------- */

  function resize(size) {
    root.dataset.size = size;
    all("[data-size]", bar).forEach((key) => pressed(key, key.dataset.size === size));
  }

  resize(kept("size") || "0");
  on("[data-size]", ({ dataset: { size } }) => {
    const leaf = here();
    kept("size", size);
    resize(size);
    leaf.scrollIntoView();
  });

  const { wakeLock } = navigator;
  let lock = null;

  async function hold() {
    const wanted = wakeLock && kept("awake") && !document.hidden;
    if (!wanted) await lock?.release();
    lock = wanted ? await wakeLock.request("screen").catch(() => null) : null;
    pressed(one("[data-awake]"), !!lock);
    one(".packet-awake").textContent = say(lock ? "awake_on" : wakeLock ? "awake_off" : "awake_none");
  }

  one("[data-awake]").disabled = !wakeLock;
  on("[data-awake]", () => {
    kept("awake", lock ? "" : "1");
    hold();
  });
  document.addEventListener("visibilitychange", hold); // a hidden page loses it
  hold();

  /* ---------- Originals: the PDF opened at its page, in place of the words ---------- */

  /* iPads show but the first page of a PDF within a page: there the link beside has to do. */
  const showsPdf = navigator.pdfViewerEnabled !== false && !(navigator.maxTouchPoints > 1 && "standalone" in navigator);
  const originals = showsPdf ? flow.filter((leaf) => one('[data-original][href*="#page="]', leaf)) : [];

  function swap(leaf, is) {
    one("iframe", leaf)?.remove();
    leaf.classList.toggle("shows-original", is);
    one("[data-swap]", leaf).textContent = say(is ? "words" : "original");
    if (!is) return;
    const frame = made("iframe", "packet-original");
    frame.src = `${one("[data-original]", leaf).href}&view=FitH&navpanes=0`;
    frame.title = say("original_title", { n: leaf.dataset.place });
    one(".packet-mark", leaf).after(frame);
  }

  const near = new IntersectionObserver((seen) => seen.forEach((item) => swap(item.target, item.isIntersecting)), { rootMargin: "50% 0px" });
  originals.forEach((leaf) => {
    const key = button(say("original"), () => swap(leaf, !one("iframe", leaf)));
    key.dataset.swap = "";
    one(".packet-mark__ways", leaf).prepend(key);
  });
  one("[data-originals]").parentElement.hidden = !originals.length;
  on("[data-originals]", (key) => {
    const leaf = here();
    const is = root.classList.toggle("shows-originals"); // frames have their room before they are there: nothing jumps
    pressed(key, is);
    originals.forEach((item) => (is ? near.observe(item) : (near.unobserve(item), swap(item, false))));
    leaf.scrollIntoView();
  });

  /* ---------- Start ---------- */

  function arrive() {
    const asked = decodeURIComponent(location.hash).match(/^#(?:p=?)?([0-9０-９][0-9０-９-]*)$/);
    if (asked) goTo(asked[1]);
  }

  window.councilPacket = { root, scope, flow, places, retired, one, all, on, say, made, button, tell, here, go, open, close };
  show();
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("load", () => requestAnimationFrame(() => {
    const last = kept(`place ${id}`);
    const leaf = places.get((retired[last] || [last])[0]);
    if (leaf && leaf !== flow[0] && leaf !== here() && !location.hash) tell("", button(say("last", { n: last }), () => go(leaf)));
    addEventListener("scroll", scrolled, { passive: true });
  }));
})();
