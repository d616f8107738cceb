import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
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
}

/**
 * Looks at a copy as if it stood in the place of a ledger already; nothing is changed.
 *
 * @param copy path of the copy
 * @param place path of the ledger whose place it is to take, which may be gone or damaged
 * @throws NorsktilskuddError those of openLedger() for the copy; refused LEDGER_BUSY, LEDGER_NEWER_FORMAT, LEDGER_NEWER_TABLES for
 * the ledger in that place
 */
export function restorable(copy: string, place: string): Restorable {
  const held = openLedgerFile(copy, { readOnly: true });
  try {
    const faults = contentFaults(held);
    const noted = faultsWithNote({ ...held, path: place }).filter(({ code }) => code !== 'LEDGER_NOTE_MISSING');
    return { faults, missing: [...noted, ...(pathExists(place) ? behindLedger(held, place) : [])] };
  } finally {
    held.db.close();
  }
}

/** Whole, but somebody writes to it now, or a newer program has: it is not replaced unread. */
const READABLE_LATER: readonly string[] = ['LEDGER_BUSY', 'LEDGER_NEWER_FORMAT', 'LEDGER_NEWER_TABLES'];

/** Acts of the ledger in that place which the copy never had; of one that cannot be read only the notes know. */
function behindLedger(copy: OpenLedger, place: string): ErrorDetail[] {
  try {
    const present = openLedgerFile(place, { readOnly: true });
    try {
      return actsLost(copy, present);
    } finally {
      present.db.close();
    }
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError) || READABLE_LATER.includes(cause.code)) throw cause;
    return [];
  }
}

function actsLost(copy: OpenLedger, present: OpenLedger): ErrorDetail[] {
  if (copy.rehearsal !== present.rehearsal) return [errorDetail('LEDGER_RESTORE_OTHER_KIND', { path: present.path })];
  if (hasHad(copy, journalHead(present.db))) return [];
  const acts = present.db.prepare('SELECT hash, act, actor, at FROM journal ORDER BY sequence DESC').all();
  const known = acts.findIndex(([hash]) => hasHad(copy, String(hash)));
  const [, act = '', actor = '', at = ''] = acts[0] ?? [];
  const params = { acts: known < 0 ? acts.length : known, act: String(act), actor: String(actor) };
  return [errorDetail('LEDGER_RESTORE_ACTS_LOST', { ...params, on: String(at).slice(0, 10) })];
}
