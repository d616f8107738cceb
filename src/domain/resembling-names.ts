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
  if (limit > 0 && editDistance(form, knownForm) <= limit) return true;
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

/** Furthest that a suggestion may lie from what was typed: a swapped, left-out or wrong letter or two. */
const MAX_DISTANCE = 3;
/** Likeness below which a suggestion would only puzzle. */
const MIN_SIMILARITY = 0.4;

/**
 * The candidate nearest to a word that somebody mistyped; undefined where none is near.
 * @example closestWord('persontilskud', ['grunntilskudd', 'persontilskudd']) // 'persontilskudd'
 */
export function closestWord(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = MAX_DISTANCE + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const similarity = 1 - distance / Math.max(word.length, candidate.length);
    if (distance < bestDistance && similarity > MIN_SIMILARITY) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Letters to insert, leave out or replace to get from one word to the other. */
function editDistance(from: string, to: string): number {
  const [letters, others] = [Array.from(from), Array.from(to)];
  let row = Array.from({ length: others.length + 1 }, (_, place) => place);
  for (const [index, letter] of letters.entries()) {
    const next = [index + 1];
    for (const [place, other] of others.entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[others.length] ?? 0;
}
