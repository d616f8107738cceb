import { assert, type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { actorKey, type SignedActBy } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { witnessGap } from './witness';
import { lostText } from './witness-file';
import { behind, faultsWithNote, witnessFaults } from './witness-rules';

/** Who says why a ledger may go on. */
export interface ContinueInput extends SignedActBy {
  readonly reason: string;
  /**
   * True: nothing of what the ledger lacks was ever paid, it counts for nothing. False: the newest copy is lost, and what
   * is missing is run and approved again in order, to the same result and the same payment keys.
   */
  readonly neverPaid: boolean;
}

/** What was answered for; empty where nothing was missing, and then nothing was written. */
export interface ContinueAnswer {
  readonly answeredFor: readonly ErrorDetail[];
}

/**
 * Writes down by name why a ledger goes on whose note is missing or knows more than the ledger, for the
 * journal. The caller writes the note anew afterwards (keepWitness).
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND while a list is missing (it is adopted again first), and where another
 * history was posted and nobody says that it was never paid; LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function continueLedger(ledger: OpenLedger, by: ContinueInput): ContinueAnswer {
  assert(by.reason !== '' && actorKey(by.actor) !== '', 'to go on needs a name and a reason');
  return ledger.db.transaction(() => {
    const gap = witnessGap(ledger);
    const rows = [...gap.lostPostings, ...gap.otherPostings, ...gap.otherLists];
    const open = by.neverPaid ? rows : rows.filter(({ isExplained }) => !isExplained);
    if (gap.lostLists.length > 0) throw behind(ledger, witnessFaults(ledger));
    if (!by.neverPaid && gap.otherPostings.length + gap.otherLists.length > 0) {
      const faults = [...witnessFaults(ledger), errorDetail('LEDGER_OTHER_HISTORY', { path: ledger.path })];
      throw new NorsktilskuddError('refused', 'LEDGER_BEHIND', { path: ledger.path }, faults);
    }
    if (open.length === 0 && gap.missingNote === undefined) return { answeredFor: [] };
    const answeredFor = faultsWithNote(ledger);
    writeSignedAct(ledger.db, 'continue', by, {
      note: gap.missingNote === undefined ? 'there' : 'missing',
      lost: open.map(lostText),
      never_paid: by.neverPaid ? 1 : 0,
    });
    return { answeredFor };
  });
}
