import { join } from 'node:path';
import { type Pseudonyms, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { f64 } from '../../domain';
import { pathExists } from '../../effects';
import type { Ledger } from '../../ledger';
import { openSnapshot } from '../../register';
import type { Installation } from '../installation';
import { keyIdsInUse } from './keys-in-use';

/** True for a pseudonym: 32 hex digits. */
export function isPseudonym(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** The installation's pseudonyms. @throws NorsktilskuddError usage PSEUDONYM_KEY_MISSING; input PSEUDONYM_KEY_UNREADABLE */
export function installationPseudonyms(installation: Pick<Installation, 'db' | 'pseudonymKeyFile'>): Pseudonyms {
  return pseudonymsOf(installationKey(installation));
}

/** The installation's pseudonym key. Throws as installationPseudonyms. */
export function installationKey(installation: Pick<Installation, 'db' | 'pseudonymKeyFile'>): Uint8Array {
  return readPseudonymKeyInUse(installation.pseudonymKeyFile, keyIdsInUse(installation.db));
}

/**
 * The DUF number behind a pseudonym: among the persons of a snapshot where one is given and still stored, then among those
 * of the ledger. undefined where nobody has it under this installation's key.
 */
export function findPerson(
  pseudonym: string,
  pseudonyms: Pseudonyms,
  ledger: Ledger,
  installation: Pick<Installation, 'db' | 'pseudonymKeyFile'>,
  snapshot: string,
): number | undefined {
  const file = join(`${installation.db}.d`, 'snapshots', `${snapshot}.db`);
  if (snapshot !== '' && pathExists(file)) {
    for (const personId of personsOf(file)) if (pseudonyms.of(personId) === pseudonym) return personId;
  }
  for (const personId of ledger.personIds()) if (pseudonyms.of(personId) === pseudonym) return personId;
  return undefined;
}

function* personsOf(file: string): Generator<number> {
  const snapshot = openSnapshot(file);
  try {
    yield* snapshot.identities.keys();
    yield* snapshot.rejectedWithoutRow;
    for (const block of snapshot.blocks()) {
      for (let index = 0; index < block.personIds.length; index += 1) yield f64(block.personIds, index);
    }
  } finally {
    snapshot.close();
  }
}
