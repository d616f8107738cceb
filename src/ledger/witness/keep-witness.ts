import { NorsktilskuddError } from '../../domain';
import { errorCodeOf, pathExists, realPath } from '../../effects';
import type { OpenLedger } from '../posting-reads';
import { witnessPlaces } from './places';
import { witnessGap } from './witness';
import {
  heldBy,
  notePath,
  readNote,
  type Witness,
  type WitnessedList,
  type WitnessedPosting,
  witnessText,
  writeNote,
} from './witness-file';

/**
 * Does something to the ledger and keeps it in the notes. They are brought up to date before, too: an act broken off after
 * it stood in the ledger has left them behind, and where the ledger's own cannot be written nothing more is done. That it
 * fails afterwards says nothing against the act, which stands.
 */
export function withWitness<T>(ledger: OpenLedger, act: () => T): T {
  keepWitness(ledger);
  const answer = act();
  unlessOfSystem(() => keepWitness(ledger));
  return answer;
}

/**
 * Brings the notes up to what the ledger holds; what they know beyond that stays, unless somebody has said that it was
 * never paid. Written are the ledger's own, and those that stand where it once lived: a copy there is then an older one.
 * A note that is missing is not made in passing: it is what tells an older copy. The lock of the ledger keeps two commands
 * from writing at once.
 *
 * @param anew somebody has said by name why the note is missing
 */
export function keepWitness(ledger: OpenLedger, anew = false): void {
  if (ledger.rehearsal) return;
  ledger.db.transaction(() => {
    const gap = witnessGap(ledger);
    if (gap.otherPostings.length > 0 || gap.otherLists.length > 0) return;
    if (gap.missingNote !== undefined && !anew) return;
    const { postings, lists } = heldBy(ledger);
    const lost = gap.lostPostings.filter(({ head }) => head !== '').map(bare);
    const text = witnessText({ postings: [...postings, ...lost], lists: [...lists, ...gap.lostLists.map(bareList)] });
    const { own, remembered } = witnessPlaces(ledger);
    const [main = '', ...others] = own;
    writeNote(main, text);
    const real = `${realPath(ledger.path)}.d`;
    for (const folder of others) {
      if (folder === real || pathExists(notePath(folder))) unlessOfSystem(() => writeNote(folder, text));
    }
    for (const folder of remembered) {
      if (isWithin(readNote(folder), text)) unlessOfSystem(() => writeNote(folder, text));
    }
  });
}

/** Whether a note stands and tells nothing that a text does not: what another copy knows more is never taken away. */
function isWithin(note: Witness | undefined, text: string): boolean {
  if (note === undefined) return false;
  const rows = new Set(text.split('\n'));
  return witnessText(note)
    .split('\n')
    .every((row) => rows.has(row));
}

/** A place that cannot be written (another's folder, a share that is gone) is left as it is. */
function unlessOfSystem(work: () => void): void {
  try {
    work();
  } catch (cause) {
    const isOfSystem = errorCodeOf(cause) !== undefined && !(cause instanceof NorsktilskuddError);
    if (!isOfSystem) throw cause;
  }
}

function bare({ posting, kind, grantYear, term, supplementNumber, runId, head }: WitnessedPosting): WitnessedPosting {
  return { posting, kind, grantYear, term, supplementNumber, runId, head };
}

function bareList({ kind, version, hash }: WitnessedList): WitnessedList {
  return { kind, version, hash };
}
