/* Notes on this device (IndexedDB): kept by site, edition and packet; out to a file and in from one, never fewer. */
(() => {
  const packet = window.councilPacket;
  if (!packet) return;
  const FORMAT = "council-notes";
  const TEXTS = "id packet kind note quote page paper sha place words before after".split(" ");
  const unkept = new Map(); // what could not be kept lives as long as the page
  let opened;

  function open() {
    opened = opened || new Promise((resolve, reject) => {
      const asked = indexedDB.open(`council-notes ${packet.scope}`, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("notes", { keyPath: "id" }).createIndex("packet", "packet");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    return opened;
  }

  /* Resolves once it is written to the end, not before. */
  async function run(mode, act) {
    const whole = (await open()).transaction("notes", mode);
    return new Promise((resolve, reject) => {
      const asked = act(whole.objectStore("notes"));
      whole.oncomplete = () => resolve(asked?.result);
      whole.onabort = () => reject(whole.error);
    });
  }

  /* All notes, or those of one packet. */
  async function read(id) {
    const stored = await run("readonly", (notes) => notes.index("packet").getAll(id || undefined)).catch(() => []);
    const ours = [...unkept.values()].filter((note) => !id || note.packet === id);
    return [...stored.filter((note) => !unkept.has(note.id)), ...ours];
  }

  async function write(notes) {
    notes.forEach((note) => unkept.set(note.id, note));
    await run("readwrite", (store) => { notes.forEach((note) => store.put(note)); });
    notes.forEach((note) => unkept.delete(note.id));
  }

  function remove(id) {
    unkept.delete(id);
    return run("readwrite", (store) => store.delete(id));
  }

  function isNote(note) {
    const numbers = Array.isArray(note?.print) && [...note.print, note.sheet, note.changed];
    return numbers && numbers.every(Number.isInteger) && TEXTS.every((name) => typeof note[name] === "string");
  }

  const toFile = (notes) => JSON.stringify({ format: FORMAT, version: 1, edition: packet.root.dataset.edition, notes }, null, 1);

  /* Of two states of one note the later stands, nothing is taken away. Resolves to the notes of the file; null: no such file. */
  async function fromFile(text) {
    let file = null;
    try {
      file = JSON.parse(text);
    } catch (broken) { /* no file of notes */ }
    if (file?.format !== FORMAT || !Array.isArray(file.notes) || !file.notes.every(isNote)) return null;
    const before = new Map((await read()).map((note) => [note.id, note.changed]));
    await write(file.notes.filter((note) => !(before.get(note.id) >= note.changed)));
    return file.notes;
  }

  packet.kept = { read, write, remove, toFile, fromFile };
})();
