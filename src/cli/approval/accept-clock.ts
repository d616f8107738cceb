import type { FlagReader } from '../flag-reader';

/**
 * Reads --accept of a command that accepts nothing but the clock: somebody says that a clock far ahead of the ledger is right.
 */
export function acceptsClock(names: readonly string[] | undefined, reader: FlagReader): { acceptClock?: true } {
  for (const value of names ?? []) {
    if (value.trim().toLowerCase() !== 'clock') {
      reader.problem('FLAG_BAD_VALUE', { flag: '--accept', value, expected: 'clock' });
    }
  }
  return names === undefined || names.length === 0 ? {} : { acceptClock: true };
}
