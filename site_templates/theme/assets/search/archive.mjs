// The static files of a site's search: loaded once, and never believed where they are not whole.

import { intersection, numbersOf, placeOf, readBin, union } from "./postings.mjs";
import { FOLDING, fold } from "./words.mjs";

const FORMAT = 2;
const HELD = 600; // files in memory
const AT_ONCE = 64 << 10; // bytes of lists that a query asks for together
const TOO_MUCH = 150 << 10; // bytes of lists for a query beyond which the texts are to decide
const SMALL_PART = 1 / 8; // of that, for a layer that is smaller: its own lists are short
const FEW = 20; // documents whose texts are sooner read than more lists
const READ = 300 << 10; // bytes of texts that may be read only to know which documents are hits
const FILES = 100; // and files that they may lie in: all there are of a small council
const FOLDERS = { bill: "bills", decision: "votes", material: "materials" };

/** Something that the search needs is not to be had: `reason` is missing, damaged, offline or old, for a filter undated. */
export class SearchError extends Error {
  constructor(reason, file) {
    super(`${reason}: ${file}`);
    Object.assign(this, { name: "SearchError", reason, file });
  }
}

const archives = new Map();

/** Run something with the archive of a site; again where files are missing because a newer edition took their place. */
export async function withArchive(base, run) {
  const archive = await opened(base);
  try {
    return await run(archive);
  } catch (error) {
    if (error.reason !== "missing") throw error;
    archives.delete(base);
    const newer = await opened(base);
    if (newer.names.directory === archive.names.directory) throw error;
    return run(newer);
  }
}

function opened(base) {
  return remembered(archives, base, async () => {
    const root = new URL("assets/search/", base);
    const names = await read(root, "index.json", json, { cache: "no-cache" });
    if (names.format !== FORMAT || names.folding !== FOLDING) throw new SearchError("old", "index.json");
    return read(root, names.directory, (bytes) => new Archive(root, names, json(bytes)));
  });
}

class Archive {
  constructor(root, names, directory) {
    Object.assign(this, { root, names, directory, held: new Map() });
    this.blocks = directory.blocks.map(([base, count, kind, date, session, body, title, key, chunks]) => {
      const [id, name] = [directory.sessions[session]?.[0] ?? "", directory.names[body] ?? ""];
      return { base, count, kind, date, session: id, body: name, title, key, chunks };
    });
    this.bases = this.blocks.map((block) => block.base);
    const layers = directory.bins.map(binsOf);
    const sizes = layers.map((bins) => bins.reduce((size, bin) => size + bin.size, 0));
    const all = sizes.reduce((size, one) => size + one, 0);
    this.layers = layers.map((bins, place) => ({ bins, part: Math.max(SMALL_PART, sizes[place] / all) }));
  }

  /** The numbers of all documents. */
  all() {
    return this.blocks.flatMap(({ base, count }) => Array.from({ length: count }, (_, place) => base + place));
  }

  block(number) {
    return this.blocks[placeOf(this.bases, number + 1) - 1];
  }

  /** The documents with every term; more where texts are better read than more lists. `share`: of how many words it is one. */
  async having(terms, share = 1) {
    const found = await Promise.all(this.layers.map(({ bins, part }) => this.#havingIn(bins, terms, AT_ONCE / share, (TOO_MUCH / share) * part)));
    return found.flatMap((numbers) => [...numbers]); // those of a layer are above those of the one before
  }

  async #havingIn(bins, terms, atOnce, most) {
    const asked = new Map();
    for (const term of terms) {
      const bin = binOf(bins, term);
      if (!bin) return [];
      asked.set(bin, [...(asked.get(bin) ?? []), term]);
    }
    let [found, spent] = [null, 0];
    for (const { some, size } of together([...asked.keys()], atOnce)) {
      spent += size;
      if (found && (found.length <= FEW || spent > most)) break;
      const lists = await Promise.all(some.flatMap((bin) => asked.get(bin).map((term) => this.#list(bin, term))));
      found = intersection(found ? [found, ...lists] : lists);
    }
    return found;
  }

  /** The documents with any of the terms. */
  async havingAny(terms) {
    return union(await Promise.all(terms.map((term) => this.having([term]))));
  }

  /** What the site suggests while something is typed. */
  suggestions() {
    return this.#load(this.names.suggest, json);
  }

  documents(numbers) {
    return Promise.all(Array.from(numbers, (number) => this.#document(number)));
  }

  /** How many of some documents, from the first on, lie in so few texts that these may be read only to know which are hits. */
  soonRead(numbers) {
    const files = new Set();
    const most = Math.min(FILES, READ / this.directory.chunk);
    const end = numbers.findIndex((number) => files.add(this.#fileOf(number).file).size > most);
    return end < 0 ? numbers.length : end;
  }

  async #document(number) {
    const { block, file, first } = this.#fileOf(number);
    const documents = await this.#load(file, (bytes) => json(bytes).map((row) => documentOf(block, row)));
    const found = documents[number - first];
    if (found) return found;
    this.held.delete(file);
    throw new SearchError("damaged", file);
  }

  #fileOf(number) {
    const block = this.block(number);
    const place = number - block.base;
    let chunk = 0;
    while (block.chunks[chunk + 2] <= place) chunk += 2;
    const [start, hash] = block.chunks.slice(chunk, chunk + 2);
    return { block, file: `t/${block.key}.${hash}.pack`, first: block.base + start };
  }

  async #list({ file, first }, term) {
    const lists = await this.#load(file, readBin);
    try {
      if (!lists.has(first)) throw new RangeError("another bin");
      return lists.has(term) ? numbersOf(lists.get(term)) : [];
    } catch {
      this.held.delete(file); // another time it may be whole
      throw new SearchError("damaged", file);
    }
  }

  #load(name, make) {
    return remembered(this.held, name, () => read(this.root, name, make));
  }
}

function binsOf(told) {
  return Array.from({ length: told.length / 3 }, (_, place) => {
    const [first, hash, size] = told.slice(3 * place, 3 * place + 3);
    return { first, file: `p/${first.codePointAt(0).toString(16)}.${hash}.bin`, size };
  });
}

function binOf(bins, term) {
  const wanted = [...term];
  let [start, end] = [0, bins.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if (isAfter([...bins[middle].first], wanted)) end = middle;
    else start = middle + 1;
  }
  return bins[start - 1];
}

function documentOf(block, [id, title, name, role, speaker, group, text]) {
  const { kind, date, key } = block;
  const url = kind === "speech" ? `meetings/${key}.html#${id}` : `${FOLDERS[kind]}/${id}.html`;
  let folded;
  const found = { id, kind, url, date, name, role, title: title || block.title, speaker, group, text };
  return Object.defineProperty(found, "folded", { get: () => (folded ??= fold(text)) });
}

// By code points, as Python orders text: JavaScript's own order is that of units.
function isAfter(one, other) {
  const place = one.findIndex((character, at) => character !== other[at]);
  if (place < 0) return false;
  return place >= other.length || one[place].codePointAt(0) > other[place].codePointAt(0);
}

/** Bins in portions that are asked for at once, the smallest first. */
function* together(bins, most) {
  let [some, size] = [[], 0];
  for (const bin of bins.sort((a, b) => a.size - b.size)) {
    if (some.length && size + bin.size > most) {
      yield { some, size };
      [some, size] = [[], 0];
    }
    some.push(bin);
    size += bin.size;
  }
  yield { some, size };
}

function remembered(held, name, make) {
  const known = held.get(name) ?? make();
  held.delete(name);
  held.set(name, known); // last, as the last used
  if (held.size > HELD) held.delete(held.keys().next().value);
  known.catch(() => held.get(name) === known && held.delete(name));
  return known;
}

const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

async function read(root, name, make, options) {
  const url = new URL(name, root);
  const bytes = await (url.protocol === "file:" ? fromDisk(url, name) : fromServer(url, name, options));
  try {
    return make(await unpacked(bytes, name));
  } catch (error) {
    throw error instanceof SearchError ? error : new SearchError("damaged", name);
  }
}

async function fromServer(url, name, options) {
  let answer;
  try {
    answer = await fetch(url, options);
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch {
    throw new SearchError("offline", name);
  }
  throw new SearchError("missing", name);
}

async function fromDisk(url, name) {
  const { readFile } = await import("node:fs/promises");
  return readFile(url).catch(() => {
    throw new SearchError("missing", name);
  });
}

async function unpacked(bytes, name) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // some servers unpack what they send
  const hash = /\.([0-9a-f]{16})\./.exec(name)?.[1];
  if (hash && globalThis.crypto?.subtle && (await sha256(bytes)) !== hash) throw new RangeError("another file");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
