// Posting lists: bins as the package council.search.bins writes them, and sets of ascending document numbers.

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const HEADING = 9;

/** Read a bin: each term with its list, still packed. Throws where the bytes are no bin. */
export function readBin(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const lists = [];
  let place = 2;
  for (let left = view.getUint16(0, true); left > 0; left--) {
    const end = place + 1 + view.getUint8(place);
    const [kind, size, count] = [view.getUint8(end), view.getUint32(end + 1, true), view.getUint32(end + 5, true)];
    lists.push({ term: UTF8.decode(data.subarray(place + 1, end)), kind, size, count });
    place = end + HEADING;
  }
  const found = new Map();
  for (const list of lists) {
    found.set(list.term, { ...list, payload: data.subarray(place, place + list.size) });
    place += list.size;
  }
  if (place !== data.length) throw new RangeError(`${data.length} bytes, not ${place}`);
  return found;
}

/** Unpack a list. Throws where it does not hold as many numbers as it says. */
export function numbersOf({ kind, count, payload }) {
  const numbers = new Uint32Array(count);
  const found = kind ? fromBitmap(payload, numbers) : fromVarints(payload, numbers);
  if (found !== count) throw new RangeError(`${found} numbers, not ${count}`);
  return numbers;
}

function fromBitmap(payload, numbers) {
  let found = 0;
  payload.forEach((byte, place) => {
    for (let bit = 0; byte >> bit; bit++) if ((byte >> bit) & 1) numbers[found++] = place * 8 + bit;
  });
  return found;
}

function fromVarints(payload, numbers) {
  let [found, number, gap, shift] = [0, 0, 0, 0];
  for (const byte of payload) {
    gap |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      numbers[found++] = number += gap;
      gap = shift = 0;
    }
  }
  return found;
}

/** The first place in an ascending list, from `start` on, whose number is at least `number`. */
export function placeOf(numbers, number, start = 0) {
  let end = numbers.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (numbers[middle] < number) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** What stands in every one of the lists, at least one. */
export function intersection(lists) {
  const [smallest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  return others.reduce((found, list) => kept(found, list, true), smallest);
}

/** What stands in the first list and not in the second. */
export const difference = (numbers, barred) => kept(numbers, barred, false);

/** What stands in any of the lists. */
export function union(lists) {
  if (lists.length === 1) return lists[0];
  return Uint32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}

/** How many numbers two lists have in common. */
export const countCommon = (numbers, list) => kept(numbers, list, true).length;

function kept(numbers, list, wanted) {
  const found = [];
  let place = 0;
  for (const number of numbers) {
    if (place < list.length && list[place] < number) place = placeOf(list, number, place);
    if ((list[place] === number) === wanted) found.push(number);
  }
  return found;
}
