import { foldName, wordsOfName } from './text-forms';

/** Letters that a name of so many may differ in and still resemble another (data contract 1, "Near misses"). */
function lettersApart(length: number): number {
  return length >= 6 ? 2 : length >= 4 ? 1 : 0;
}

/**
 * True where a name resembles a known one without being it: few letters apart for its length, or the same words in
 * another order or with one more.
 */
export function resemblesName(name: string, known: string): boolean {
  const [form, knownForm] = [foldName(name), foldName(known)];
  if (form === knownForm) return false;
  const limit = lettersApart(Array.from(knownForm).length);
  if (limit > 0 && distanceWithin(form, knownForm, limit)) return true;
  return hasWordsOf(wordsOfName(name), wordsOfName(known));
}

function hasWordsOf(words: readonly string[], known: readonly string[]): boolean {
  if (known.length === 0 || words.length < known.length || words.length > known.length + 1) return false;
  const left = [...words];
  for (const word of known) {
    const place = left.indexOf(word);
    if (place < 0) return false;
    left.splice(place, 1);
  }
  return true;
}

/** True where so many letters put in, taken out or changed make one text of the other. */
function distanceWithin(first: string, second: string, limit: number): boolean {
  const [a, b] = [Array.from(first), Array.from(second)];
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [index, letter] of a.entries()) {
    const next = [index + 1];
    for (const [place, other] of b.entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? 0) <= limit;
}
