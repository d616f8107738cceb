import { NorsktilskuddError } from '../../domain';
import { openSnapshot } from './snapshot';

/**
 * Whether every part of a stored snapshot is what was written (each has its SHA-256, and those are sealed with the rest). One
 * of a format that this program does not read is not.
 */
export function isSoundSnapshot(path: string): boolean {
  try {
    const snapshot = openSnapshot(path);
    try {
      snapshot.verify();
      return true;
    } finally {
      snapshot.close();
    }
  } catch (cause) {
    if (cause instanceof NorsktilskuddError && cause.kind === 'verification') return false;
    throw cause;
  }
}
