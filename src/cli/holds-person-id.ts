const WEIGHTS = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
];

/**
 * Whether a text holds a DUF number (12 digits) or a national id (11 digits whose check digits hold, so that account
 * numbers pass), also with a blank, dot or hyphen
 * after the sixth digit. The hash in a run id may be digits alone and passes.
 */
export function holdsPersonId(text: string): boolean {
  const numbers = text.match(/(?<![0-9a-z]|T\d-)\d{6}[ .-]?\d{5,6}(?![0-9a-z])/gi) ?? [];
  return numbers
    .map((found) => found.replace(/\D/g, ''))
    .some((digits) => digits.length === 12 || isNationalId(digits));
}

function isNationalId(digits: string): boolean {
  return WEIGHTS.every(
    (weights) => weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11 === 0,
  );
}
