import { asRecipientCode, at, COMPONENTS, FEWEST_PERSONS, formatRecipientCode, HELD, HELD_REASONS } from '../../domain';
import type { HeldRow } from '../../report';
import type { OpenRun } from '../explain/open-run-context';

/** Reasons whose recipient is known: the rest is held of nobody in particular. */
const OF_RECIPIENT: readonly number[] = [HELD.blocked, HELD.differenceNoUniqueSuccessor, HELD.adjustmentWaits];

/** What a run holds back from each recipient, by component and reason, as its trace has it. */
export function heldOfRecipients({ trace }: Pick<OpenRun, 'trace'>): ReadonlyMap<string, readonly HeldRow[]> {
  const sums = new Map<string, Map<string, HeldRow>>();
  for (const { kind, records } of trace.leaves()) {
    for (const { component: ordinal, parts } of records) {
      for (const { held, recipient, dueNok, postedNok } of parts) {
        if (!OF_RECIPIENT.includes(held) || dueNok === postedNok) continue;
        const id = formatRecipientCode(asRecipientCode(recipient));
        const own = sums.get(id) ?? new Map<string, HeldRow>();
        sums.set(id, own);
        const [component, reason] = [at(COMPONENTS, ordinal), HELD_REASONS[held] ?? ''];
        const key = `${component} ${reason}`;
        const { persons, amountNok = 0 } = own.get(key) ?? { persons: 0, amountNok: 0 };
        const isPerson = kind === 'person' || kind === 'absentPerson';
        own.set(key, {
          component,
          reason,
          persons: persons + (isPerson ? 1 : 0),
          amountNok: amountNok + dueNok - postedNok,
        });
      }
    }
  }
  return new Map([...sums].map(([id, own]) => [id, [...own.values()]]));
}

/** Those of nobody or of enough persons. */
export function shownHeld(rows: readonly HeldRow[]): HeldRow[] {
  return rows.filter(({ persons }) => persons === 0 || persons >= FEWEST_PERSONS);
}
