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
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
