/** Longest value shown in a message or a list of rejects. */
const SHOWN_CHARACTERS = 60;

/**
 * A value as it may be shown. Ids keep their shape only: digits become `*` and letters `x`, so that a wrong length or
 * a letter among digits can be seen but nobody can be recognised. Anything that looks like an id is masked wherever it
 * stands, for columns get swapped.
 */
export function maskValue(value: string, isId: boolean): string {
  const shown = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
  if (isId) return shown.replace(/\p{Nd}/gu, '*').replace(/\p{L}/gu, 'x');
  return shown.replace(/\d(?:[ .-]?\d){10,}/g, (digits) => digits.replace(/\d/g, '*'));
}
