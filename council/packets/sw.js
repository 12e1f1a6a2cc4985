/* Answers for saved packets without a network. Pages save and delete; this only reads, so that any version of it fits.
   TOLD stands before this text: the edition, the version, and what the page needs that stands for whatever is not saved. */
"use strict";

const HERE = new URL("./", self.location.href).href;
const ROOT = new URL("../", HERE).href;
const PAPERS = `${HERE}files/`;
const PREFIX = `council1|${TOLD.edition}|${new URL(HERE).pathname}|`;
const SHELL = `${PREFIX}shell|${TOLD.version}`;
const LOOSE = { ignoreSearch: true, ignoreVary: true };

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  /* Whoever asks past the browser's cache compares with the site, never with what is saved here. */
  const isPast = request.cache === "reload" || request.cache === "no-store";
  if (request.method === "GET" && request.url.startsWith(ROOT) && !isPast) event.respondWith(answer(event));
});

async function fill() {
  const shell = await caches.open(SHELL);
  await Promise.all(TOLD.shell.map(async ([uri, sha256]) => {
    const response = await fetch(ROOT + uri, { cache: "reload" });
    const bytes = await response.arrayBuffer();
    if (!response.ok || (await digest(bytes)) !== sha256) throw new Error(uri);
    await shell.put(ROOT + uri, new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") } }));
  }));
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function tidy() {
  const shells = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}shell|`) && name !== SHELL);
  await Promise.all(shells.map((name) => caches.delete(name)));
}

async function answer({ request, clientId }) {
  const address = place(request.url);
  const asker = clientId ? await self.clients.get(clientId) : undefined;
  const id = packetOf(address) || packetOf(asker ? asker.url : "");
  const kept = (id && (await saved(address, `${id}|`))) || (await inShell(address));
  if (kept) return part(request, kept);
  try {
    return await fetch(request.url.startsWith(PAPERS) ? new Request(address, { headers: request.headers }) : request);
  } catch (error) {
    return instead(request, address, error);
  }
}

/* A paper is opened below packets/: at its own address it would be out of this worker's reach. */
function place(url) {
  const [address] = url.split(/[?#]/);
  return address.startsWith(PAPERS) ? ROOT + address.slice(HERE.length) : address;
}

function packetOf(url) {
  const [, id] = (url.startsWith(HERE) && /^([^./?#]+)(?:\.\w+)?(?:[?#]|$)/.exec(url.slice(HERE.length))) || [];
  return id;
}

async function inShell(address) {
  return (await caches.open(SHELL)).match(address, LOOSE);
}

/* A packet that was saved whole holds its own list, which is put there last. */
async function saved(address, which) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}packet|${which}`));
  for (const name of names) {
    const cache = await caches.open(name);
    const isWhole = await cache.match(`${HERE}${name.split("|")[4]}.json`);
    const found = isWhole && ((await cache.match(address, LOOSE)) || (await cache.match(`${address}.html`, LOOSE)));
    if (found) return found;
  }
  return undefined;
}

async function instead(request, address, error) {
  const elsewhere = await saved(address, "");
  if (elsewhere) return part(request, elsewhere);
  if (request.mode !== "navigate") throw error;
  const page = packetOf(request.url) && (await inShell(`${HERE}offline.html`));
  return page || Response.redirect(`${HERE}offline.html`);
}

async function part(request, response) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") || "") || [];
  if (!from && !to) return response;
  const whole = await response.blob();
  const start = from ? Number(from) : Math.max(0, whole.size - Number(to));
  const end = from && to ? Math.min(Number(to), whole.size - 1) : whole.size - 1;
  const headers = new Headers(response.headers);
  headers.set("Accept-Ranges", "bytes");
  headers.set("Content-Range", `bytes ${start > end ? "*" : `${start}-${end}`}/${whole.size}`);
  if (start > end) return new Response(null, { status: 416, headers });
  headers.set("Content-Length", end - start + 1);
  return new Response(whole.slice(start, end + 1), { status: 206, headers });
}
