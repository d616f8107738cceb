import { NETTING_GROUPS, type NettingGroup, type RecipientCode } from '../../domain';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { type AccountBlock, storedBlocks } from './blocks';
import { factsText, keyOfFacts, type RecipientEntry, type RecipientFacts, storedEntries } from './recipient-entry';
import { RECIPIENT_TABLES } from './recipient-tables';
import type { PayableRecipient, RecipientsOfDay, StandingCause } from './recipient-types';

/** What the register holds of each recipient and first day: what was confirmed last, and what waits for an answer. */
export interface RegisterRow {
  readonly confirmed: RecipientEntry | undefined;
  readonly waiting: RecipientEntry | undefined;
}

/** Rows by their key. The newest entry of a key counts: an older one that nobody answered waits no longer. */
export function registerRows(entries: readonly RecipientEntry[]): ReadonlyMap<string, RegisterRow> {
  const rows = new Map<string, RegisterRow>();
  for (const entry of entries) {
    const key = keyOfFacts(entry);
    const confirmed = entry.isConfirmed ? entry : rows.get(key)?.confirmed;
    rows.set(key, { confirmed, waiting: entry.answered === 0 ? entry : undefined });
  }
  return rows;
}

/**
 * Everybody in the register on a day. Of several rows of a recipient that hold on it, the one that began last counts, so
 * that a new account takes the place of one without a last day.
 *
 * @param day `YYYY-MM-DD`
 * @param blocks accounts that a bank has refused and nobody has confirmed anew
 */
function standingsOn(
  entries: readonly RecipientEntry[],
  blocks: readonly AccountBlock[],
  day: string,
): RecipientsOfDay {
  const rows = [...registerRows(entries).values()];
  const confirmed = rowsOn(
    rows.flatMap((row) => row.confirmed ?? []),
    day,
  );
  const proposed = rowsOn(
    rows.flatMap((row) => row.waiting ?? row.confirmed ?? []),
    day,
  );
  const codes = [...new Set([...confirmed.keys(), ...proposed.keys()])].sort((a, b) => a - b);
  return new Map(
    codes.flatMap((code) => {
      const facts = confirmed.get(code) ?? proposed.get(code);
      if (facts === undefined) return [];
      const causes = causesOf(confirmed.get(code), proposed.get(code), blocks);
      return [[code, payable(facts, causes)] as const];
    }),
  );
}

function rowsOn(rows: readonly RecipientEntry[], day: string): Map<RecipientCode, RecipientEntry> {
  const found = new Map<RecipientCode, RecipientEntry>();
  for (const row of rows) {
    if (row.validFrom > day || (row.validTo !== '' && row.validTo < day)) continue;
    const other = found.get(row.recipient);
    if (other === undefined || other.validFrom < row.validFrom) found.set(row.recipient, row);
  }
  return found;
}

function causesOf(
  confirmed: RecipientEntry | undefined,
  proposed: RecipientEntry | undefined,
  blocks: readonly AccountBlock[],
): StandingCause[] {
  if (confirmed === undefined) return ['new'];
  const isBlocked = blocks.some(
    ({ recipient, account }) => recipient === confirmed.recipient && account === confirmed.account,
  );
  return [...changedNumbers(confirmed, proposed ?? confirmed), ...(isBlocked ? (['account_blocked'] as const) : [])];
}

/** What of two rows a second person has to have checked: where money goes, and to whom. */
export function changedNumbers(before: RecipientFacts, after: RecipientFacts): StandingCause[] {
  return [
    ...(before.account === after.account ? [] : (['account_changed'] as const)),
    ...(before.orgNumber === after.orgNumber ? [] : (['org_number_changed'] as const)),
  ];
}

/**
 * What was confirmed of a recipient before an entry that waits: under the same first day, else the row that began last
 * before it, else any; undefined for a new recipient.
 */
export function entryBefore(
  { recipient, validFrom }: Pick<RecipientFacts, 'recipient' | 'validFrom'>,
  rows: ReadonlyMap<string, RegisterRow>,
): RecipientEntry | undefined {
  const confirmed = [...rows.values()]
    .flatMap((row) => row.confirmed ?? [])
    .filter((row) => row.recipient === recipient)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return confirmed.findLast((row) => row.validFrom <= validFrom) ?? confirmed[0];
}

function payable(facts: RecipientFacts, causes: readonly StandingCause[]): PayableRecipient {
  const { kids, recipient, validFrom, validTo, legalName, orgNumber, account, language, address } = facts;
  const kidByGroup = new Map<NettingGroup, string>();
  for (const group of NETTING_GROUPS) {
    const kid = kids.get(group) ?? kids.get('*');
    if (kid !== undefined) kidByGroup.set(group, kid);
  }
  const state = causes.length === 0 ? 'confirmed' : causes.includes('new') ? 'unconfirmed' : 'blocked';
  return { recipient, validFrom, validTo, legalName, orgNumber, account, language, address, kidByGroup, state, causes };
}

/** Whether a row says anything that the register does not hold, or is not waiting, already. */
export function isNews(rows: ReadonlyMap<string, RegisterRow>, facts: RecipientFacts): boolean {
  const row = rows.get(keyOfFacts(facts));
  const newest = row?.waiting ?? row?.confirmed;
  return newest === undefined || factsText(newest) !== factsText(facts);
}

/** Whether a ledger holds a register of recipients. */
export function hasRecipients(ledger: OpenLedger): boolean {
  return hasTables(ledger, RECIPIENT_TABLES.name);
}

/**
 * Everybody in the register of recipients on a day, as its acts stand now; undefined where the ledger has no register.
 *
 * @param day `YYYY-MM-DD`: the cut-off date for what a run seals, the day of execution for what is paid
 * @param before the register as it stood before that act of the journal; undefined where it had no row then
 */
export function recipientsOn(ledger: OpenLedger, day: string, before?: number): RecipientsOfDay | undefined {
  if (!hasRecipients(ledger)) return undefined;
  const isLater = (journal: number): boolean => before !== undefined && journal >= before;
  const entries = storedEntries(ledger.db).filter(({ journal }) => !isLater(journal));
  if (before !== undefined && entries.length === 0) return undefined;
  const asThen = (entry: RecipientEntry): RecipientEntry =>
    isLater(entry.answered) ? { ...entry, answered: 0, isConfirmed: false } : entry;
  const blocks = storedBlocks(ledger.db).filter(
    ({ journal, released }) => !isLater(journal) && (released === 0 || isLater(released)),
  );
  return standingsOn(entries.map(asThen), blocks, day);
}
