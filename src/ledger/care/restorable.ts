import { type ErrorDetail, errorDetail } from '../../domain';
import { pathExists } from '../../effects';
import { journalHead } from '../journal';
import { openLedgerFile } from '../open-ledger';
import type { OpenLedger } from '../posting-reads';
import { hasHad } from '../reads/journal-reads';
import { contentFaults } from '../verify/verify-ledger';
import { faultsWithNote } from '../witness/witness-rules';

/** Whether a copy can take the place of a ledger. */
export interface Restorable {
  /** What is wrong with the copy itself. */
  readonly faults: readonly ErrorDetail[];
  /** What the ledger in that place, and the folders that the copy knows of, tell and the copy lacks: it is older. */
  readonly missing: readonly ErrorDetail[];
  /** What is wrong with the ledger in that place; empty where it is whole, or where none is there. */
  readonly damage: readonly ErrorDetail[];
}

/**
 * Looks at a copy as if it stood in the place of a ledger already; nothing is changed.
 *
 * @param copy path of the copy
 * @param place path of the ledger whose place it is to take, which may be gone or damaged
 * @throws NorsktilskuddError those of openLedger() for the copy
 */
export function restorable(copy: string, place: string): Restorable {
  const held = openLedgerFile(copy, { readOnly: true });
  try {
    const faults = contentFaults(held);
    const noted = faultsWithNote({ ...held, path: place }).filter(({ code }) => code !== 'LEDGER_NOTE_MISSING');
    if (!pathExists(place)) return { faults, missing: noted, damage: [] };
    const { behind, damage } = besideLedger(held, place);
    return { faults, missing: [...noted, ...behind], damage };
  } finally {
    held.db.close();
  }
}

/** Acts of the ledger in that place which the copy never had; of one that cannot be read nobody knows. */
function besideLedger(
  copy: OpenLedger,
  place: string,
): { readonly behind: readonly ErrorDetail[]; readonly damage: readonly ErrorDetail[] } {
  let present: OpenLedger;
  try {
    present = openLedgerFile(place, { readOnly: true });
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    return { behind: [], damage: [errorDetail('LEDGER_FILE_DAMAGED', { what })] };
  }
  try {
    if (copy.rehearsal !== present.rehearsal) {
      return { behind: [errorDetail('LEDGER_RESTORE_OTHER_KIND', { path: place })], damage: [] };
    }
    const damage = contentFaults(present);
    if (hasHad(copy, journalHead(present.db))) return { behind: [], damage };
    const acts = present.db.prepare('SELECT hash, act, actor, at FROM journal ORDER BY sequence DESC').all();
    const newer = acts.slice(
      0,
      Math.max(
        acts.findIndex(([hash]) => hasHad(copy, String(hash))),
        0,
      ) || acts.length,
    );
    const [last] = newer;
    const [, act = '', actor = '', at = ''] = last ?? [];
    const params = { acts: newer.length, act: String(act), actor: String(actor), on: String(at).slice(0, 10) };
    return { behind: [errorDetail('LEDGER_RESTORE_ACTS_LOST', params)], damage };
  } finally {
    present.db.close();
  }
}
