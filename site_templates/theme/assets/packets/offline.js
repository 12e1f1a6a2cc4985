/* Saves packets on the device, and takes what was withdrawn off it; the worker packets/sw.js reads what is saved.
   A packet has a cache of its own, each file compared with its hash. Its list is put there last: a cache without it
   counts for nothing, and the old copy goes when the new one is whole. */
(function () {
  "use strict";

  const place = document.querySelector("[data-packet-offline]");
  if (!place) return;
  const told = JSON.parse(place.dataset.packetOffline);
  const here = new URL(told.folder, location.href).href;
  const root = new URL("../", here).href;
  const prefix = `council1|${told.edition}|${new URL(here).pathname}|`;
  const worker = navigator.serviceWorker;
  const afresh = { cache: "no-store" };
  const STRONG = "c-button--strong";
  const PAUSE = 600000;
  const given = new Set();
  let isBusy = false;
  let isSaved = false;

  const at = (name) => place.querySelector(`[data-offline-${name}]`);
  const say = (key, values = {}) => told.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const size = (bytes) => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);
  const sum = (files) => files.reduce((all, file) => all + file.size, 0);

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  }

  function button(key, run, more = "") {
    const made = Object.assign(make("button", `c-button ${more}`, say(key)), { type: "button" });
    made.addEventListener("click", run);
    return made;
  }

  /* What is saved */

  /* Noted apart from the caches, so that it shows when the device has thrown a packet away. */
  const noted = () => JSON.parse(localStorage.getItem(prefix) || "{}");
  const note = (id, what) => localStorage.setItem(prefix, JSON.stringify({ ...noted(), [id]: what }));

  async function cachesOf(id) {
    return (await caches.keys()).filter((name) => name.startsWith(`${prefix}packet|${id}`));
  }

  async function saved() {
    const found = noted();
    Object.values(found).forEach((one) => { one.isLost = true; });
    for (const name of await cachesOf("")) {
      const [, , , , id, sha256] = name.split("|");
      const list = await (await caches.open(name)).match(`${here}${id}.json`);
      const manifest = list && (await list.json());
      if (list) found[id] = { ...manifest, size: sum(manifest.files), name, sha256 };
    }
    return Object.values(found);
  }

  async function drop(id, but) {
    await Promise.all((await cachesOf(`${id}|`)).map((name) => name === but || caches.delete(name)));
    if (!but) note(id);
  }

  /* What the site says */

  const fault = (key, values) => Object.assign(new Error(key), { key, values });

  async function digest(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /* A login page or that of a hotel's network is no list: then there is no contact, and nothing is deleted. */
  async function siteList() {
    const list = await (await fetch(`${here}list.json`, afresh)).json();
    if (list.format !== 1 || list.edition !== told.edition) throw fault("network");
    return list.packets;
  }

  async function manifestOf(id, sha256) {
    const bytes = await (await fetch(`${here}${id}.json`, afresh)).arrayBuffer();
    if ((await digest(bytes)) !== sha256) throw fault("underway");
    return { ...JSON.parse(new TextDecoder().decode(bytes)), sha256, bytes };
  }

  /* Saving */

  async function kept(file, names) {
    for (const name of names) {
      const found = await (await caches.open(name)).match(root + file.url);
      if (found && (await digest(await found.clone().arrayBuffer())) === file.sha256) return found;
    }
    return undefined;
  }

  async function fetched(file, tell) {
    const response = await fetch(root + file.url, { cache: "reload" });
    if (!response.ok) throw fault("unfound", file);
    const parts = [];
    const reader = response.body.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value);
      tell(step.value.length);
    }
    const bytes = await new Blob(parts).arrayBuffer();
    if ((await digest(bytes)) !== file.sha256) throw fault("damaged", file);
    /* What the host says of lengths, ranges and packing does not hold for what is kept. */
    return new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") } });
  }

  /* Returns how many bytes came over the network. */
  async function fill(manifest, tell = () => {}) {
    const { id, title, date } = manifest;
    const files = manifest.files.filter((file) => !file.whole);
    const name = `${prefix}packet|${id}|${manifest.sha256}`;
    const cache = await caches.open(name);
    const names = [...(await cachesOf(`${id}|`)), ...(await cachesOf(""))];
    const all = sum(files);
    let [done, received] = [0, 0];
    note(id, { id, title, date, size: sum(manifest.files) });
    for (const file of files) {
      const known = await kept(file, names);
      const base = done;
      await cache.put(root + file.url, known || (await fetched(file, (more) => tell(done += more, all))));
      done = base + file.size;
      received += known ? 0 : file.size;
      tell(done, all);
    }
    await ready(await register());
    await cache.put(`${here}${id}.json`, new Response(manifest.bytes));
    await drop(id, name);
    return received;
  }

  /* The packet's PDF comes after: it says what page and papers say, and is another file whenever one of them is. */
  async function follow(one) {
    const cache = await caches.open(one.name);
    for (const file of one.files.filter(({ whole, sha256 }) => whole && !given.has(sha256))) {
      if (await cache.match(root + file.url)) continue;
      const response = await fetched(file, () => {}).catch((error) => {
        if (error.key) given.add(file.sha256); // another try would bring the same
        throw error;
      });
      await cache.put(root + file.url, response);
    }
  }

  const register = () => worker.register(`${here}sw.js`, { scope: here, updateViaCache: "none" });

  function ready({ active, waiting, installing }) {
    const coming = active ? null : waiting || installing;
    return coming && new Promise((resolve, reject) => {
      coming.addEventListener("statechange", () => {
        if (coming.state === "activated") resolve();
        if (coming.state === "redundant") reject(fault("worker"));
      });
    });
  }

  /* One page at a time. */
  const alone = (run) => (navigator.locks ? navigator.locks.request(prefix, run) : run());

  async function save(id, tell) {
    const { [id]: sha256 } = await siteList();
    if (!sha256) throw fault("unfound", { label: id });
    return fill(await manifestOf(id, sha256), tell);
  }

  /* What has changed */

  async function check() {
    const list = await siteList();
    const current = [];
    for (const one of await saved()) {
      if (!list[one.id]) {
        await drop(one.id);
        announce(one.id, say("gone", one));
      } else if (!one.isLost && list[one.id] !== one.sha256) {
        await compare(one, await manifestOf(one.id, list[one.id]));
      } else if (!one.isLost) {
        current.push(one);
      }
    }
    return current;
  }

  async function compare(old, now) {
    const shown = ({ papers }) => new Map(papers.filter((one) => one.sha256).map((one) => [one.id, one.sha256]));
    const [before, after] = [shown(old), shown(now)];
    const named = (key, papers) => (papers.length ? say(key, { papers: papers.map((one) => one.number).join(say("and")) }) : "");
    const gone = old.papers.filter(({ id }) => before.has(id) && !after.has(id));
    if (gone.length || old.redactions !== now.redactions) {
      await purge(old, now, gone, named("withdrawn", gone) || say("redacted", old));
      return;
    }
    const replaced = now.papers.filter(({ id }) => before.has(id) && before.get(id) !== after.get(id));
    const added = now.papers.filter(({ id }) => after.has(id) && !before.has(id));
    const words = named("replaced", replaced) + named("added", added) || say("newer");
    announce(old.id, old.id === told.id ? words : `${old.title} ${words}`, "update", () => run(old.id));
  }

  /* What was withdrawn stands in the page and in the packet's PDF as well: they go at once, and come again without it. */
  async function purge(old, now, gone, words) {
    const cache = await caches.open(old.name);
    const ids = gone.map((one) => one.id);
    const leaving = old.files.filter(({ url, paper }) => ids.includes(paper) || url.startsWith("packets/"));
    await Promise.all([{ url: `packets/${old.id}.json` }, ...leaving].map(({ url }) => cache.delete(root + url)));
    const trouble = await fill(now).then(() => "", () => say("again_later"));
    announce(old.id, words + trouble, ...(trouble ? [] : again(old.id)));
  }

  async function contact() {
    if (document.hidden || isBusy || !(await saved()).length) return;
    try {
      const current = await alone(check);
      await show();
      await (await register()).update();
      for (const one of current) await follow(one);
    } catch (error) { /* no contact */ }
  }

  /* What is shown */

  const news = make("div", "c-offline__news");
  news.setAttribute("role", "status");
  place.closest("article").append(news);

  function announce(id, words, key, act) {
    const row = make("p", "c-offline__new", make("span", "", words));
    if (key) row.append(button(key, () => { row.remove(); act(); }, STRONG));
    row.append(button("close", () => row.remove()));
    row.dataset.id = id;
    news.replaceChildren(...[...news.children].filter((other) => other.dataset.id !== id), row);
  }

  const again = (id) => (id === told.id ? ["reload", () => location.reload()] : []);

  async function run(id) {
    if (isBusy) return;
    isBusy = true;
    const meter = make("progress", "c-offline__meter");
    meter.setAttribute("aria-label", say("progress"));
    const words = make("span", "");
    const row = make("p", "c-offline__new", meter, words);
    news.append(row);
    navigator.storage.persist();
    const old = (await saved()).find((one) => one.id === id && !one.isLost);
    try {
      const received = await alone(() => save(id, (done, all) => {
        Object.assign(meter, { max: all, value: done });
        words.textContent = say("saving", { done: size(done), all: size(all) });
      }));
      announce(id, say(old ? "updated" : "done", { size: size(received) }), ...(old ? again(id) : []));
      setTimeout(contact);
    } catch (error) {
      announce(id, say(error.name === "QuotaExceededError" ? "full" : error.key || "network", error.values));
    }
    row.remove();
    isBusy = false;
    show();
  }

  function state(one) {
    const key = one.isLost ? "lost" : "saved";
    const more = one.isLost ? [button("again", () => run(one.id), STRONG)] : [];
    return [make("span", `c-offline__${key}`, say(key, { size: size(one.size) })), ...more];
  }

  async function showHere(all) {
    const one = all.find(({ id }) => id === told.id);
    isSaved = Boolean(one && !one.isLost);
    lead();
    const parts = one ? state(one) : [button("save", () => run(told.id), STRONG)];
    at("here").replaceChildren(...parts);
    if (one) return;
    const { files } = await (await fetch(`${here}${told.id}.json`, afresh)).json();
    parts[0].append(say("about", { size: size(sum(files)) }));
  }

  async function showList(all) {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: told.timezone }).format(new Date());
    const rank = ({ date }) => (date === today ? "9" : "") + date;
    const rows = all.sort((a, b) => (rank(a) < rank(b) ? 1 : -1)).map((one) => {
      const link = Object.assign(make("a", "c-row__title", one.title), { href: `${here}${one.id}.html` });
      const chip = one.date === today ? [make("span", "c-chip", say("today")), " "] : [];
      const main = make("div", "c-row__main", ...chip, link);
      const erase = button("delete", () => window.confirm(say("sure", one)) && drop(one.id).then(show));
      erase.setAttribute("aria-label", say("delete_one", one));
      return make("li", "c-row c-row--plain", main, make("div", "c-offline__line", ...state(one), erase));
    });
    at("list").replaceChildren(...(rows.length ? rows : [make("li", "c-empty", say("empty"))]));
    const { usage, quota } = await navigator.storage.estimate();
    const isKept = await navigator.storage.persisted();
    at("room").textContent = `${say("room", { used: size(usage), free: size(quota - usage) })} ${say(isKept ? "kept" : "loose")}`;
  }

  async function show() {
    await (at("list") ? showList : showHere)(await saved()).catch(() => { /* without sizes */ });
  }

  /* Links */

  /* Papers lie outside the worker's folder; below it they are the same, and open without a network. */
  function lead() {
    const ways = [`${root}files/`, `${here}files/`];
    const [from, to] = isSaved && worker.controller ? ways : ways.reverse();
    document.querySelectorAll('article a[href*="files/"], article iframe[src*="files/"]').forEach((element) => {
      const name = element.href ? "href" : "src";
      if (element[name].startsWith(from)) element[name] = to + element[name].slice(from.length);
    });
  }

  function hold(event) {
    const link = event.target.closest("a[href]");
    if (navigator.onLine || !link || link.origin !== location.origin || link.href.startsWith(here)) return;
    event.preventDefault();
    announce("", say("elsewhere"));
  }

  function linkTo(rel, name) {
    document.head.append(Object.assign(make("link", ""), { rel, crossOrigin: "use-credentials", href: here + name }));
  }

  const notice = (key, ...more) => place.prepend(make("p", "c-notice c-notice--differs", say(key), ...more));

  if (at("list") && !/\/offline(\.html)?$/.test(location.pathname)) notice("missing");
  if (!/^http/.test(root) || !worker || !window.caches) {
    notice("insecure", ...(told.pdf ? [" ", Object.assign(make("a", "", say("pdf")), { href: told.pdf })] : []));
    return;
  }
  linkTo("manifest", "app.webmanifest");
  linkTo("apple-touch-icon", "icon-192.png");
  show().then(contact);
  document.addEventListener("click", hold);
  document.addEventListener("visibilitychange", contact);
  window.addEventListener("online", contact);
  worker.addEventListener("controllerchange", lead);
  setInterval(contact, PAUSE);
})();
