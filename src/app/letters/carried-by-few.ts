import { asRecipientCode, formatRecipientCode, NO_PERSON } from '../../domain';
import type { BatchInfo, LedgerLine } from '../../ledger';
import { isFew } from '../report/held-persons';
import type { Settlement } from './settlements';

/** What is asked of a ledger. */
export interface LedgerOfLines {
  batches(): readonly Pick<BatchInfo, 'runId' | 'state' | 'posting'>[];
  linesOf(runId: string): Iterable<Pick<LedgerLine, 'recipient' | 'group' | 'personId' | 'line'>>;
}

/**
 * Recipients and groups (`0301 persontilskudd`) whose balance from earlier terms was last moved by lines of one to four
 * persons: it would tell of them however many persons have lines now. Where no earlier batch moved it under this number,
 * nobody knows whose it is, and it counts as such a one.
 */
export function carriedByFew(
  ledger: LedgerOfLines,
  { posting }: Pick<BatchInfo, 'posting'>,
  settlements: readonly Settlement[],
): ReadonlySet<string> {
  const open = new Set(
    settlements.flatMap(({ recipientId, groups }) =>
      groups.flatMap(({ payout }) => (payout.carriedInNok === 0 ? [] : [`${recipientId} ${payout.group}`])),
    ),
  );
  const few = new Set<string>();
  const before = ledger.batches().filter((batch) => batch.state === 'posted' && batch.posting < posting);
  for (const { runId } of before.toSorted((one, other) => other.posting - one.posting)) {
    if (open.size === 0) break;
    const movedBy = new Map<string, Set<number>>();
    for (const { recipient, group, personId, line } of ledger.linesOf(runId)) {
      const key = `${formatRecipientCode(asRecipientCode(recipient))} ${group}`;
      if (!open.has(key)) continue;
      const persons = movedBy.get(key) ?? new Set<number>();
      movedBy.set(key, persons);
      // Somebody deleted from the ledger stays somebody.
      if (personId !== NO_PERSON) persons.add(personId ?? -line);
    }
    for (const [key, persons] of movedBy) {
      open.delete(key);
      if (isFew(persons.size)) few.add(key);
    }
  }
  return new Set([...few, ...open]);
}
