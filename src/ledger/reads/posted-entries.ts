import { at, FORGOTTEN_PERSON, NO_PERSON, type PostedEntry } from '../../domain';
import type { SqlValue } from '../../effects';
import { ADDRESS_BASE, componentOrdinals } from '../codes';
import { identitiesWithPostings } from '../drafts/identities';
import type { OpenLedger } from '../posting-reads';
import { PostingsProof } from '../text-proof/postings-proof';
import { TotalsCheck } from './control-totals';

/** An entry with what it is held to its text by. */
interface StoredEntry extends PostedEntry {
  /** The ledger's number of the person. */
  readonly person: number;
  readonly componentNumber: number;
  /** Sum of the addresses of its postings that have a code. */
  readonly addresses: number;
}

/** Which postings are summed: as of `posting`, of grant years from the first to the last. */
interface Scope {
  readonly ledger: OpenLedger;
  readonly posting: number;
  readonly grantYears: readonly number[];
}

/**
 * Entries of the given grant years in ascending order of the canonical person id, NO_PERSON first, FORGOTTEN_PERSON last. Persons are walked in
 * the order of their ids with their postings beside them, so nothing is sorted and little is kept: only persons with old
 * ids are held in memory. The text of the batches is read first, and at the end every sum has been held to it and to the
 * control totals.
 *
 * @throws NorsktilskuddError verification LEDGER_TOTALS_DIFFER, LEDGER_NOT_PROVEN
 */
export function* postedEntries(
  ledger: OpenLedger,
  posting: number,
  grantYears: readonly number[],
  identities: ReadonlyMap<number, number>,
): Generator<PostedEntry> {
  if (grantYears.length === 0 || posting === 0) return;
  const scope: Scope = { ledger, posting, grantYears };
  const check = new TotalsCheck(ledger, posting, grantYears);
  const proof = new PostingsProof(ledger, posting, grantYears);
  const merged = mergedPersons(scope, identities);
  const pending = [...merged.keys()].sort((a, b) => a - b);
  let next = 0;
  for (const entry of storedEntries(scope)) {
    check.add(entry);
    proof.add(entry);
    if (merged.size > 0) {
      if (identities.has(entry.personId) || merged.has(entry.personId)) continue;
      for (; next < pending.length && at(pending, next) < entry.personId; next += 1) {
        yield* merged.get(at(pending, next)) ?? [];
      }
    }
    yield entry;
  }
  for (; next < pending.length; next += 1) yield* merged.get(at(pending, next)) ?? [];
  proof.end();
  check.end();
}

/**
 * Entries of one person alone, or of the components without persons (NO_PERSON), as of a posting: the same sums as
 * postedEntries gives among everybody's. `ids` are all ids that are the person, the one that counts first.
 */
export function entriesOfOne(
  ledger: OpenLedger,
  posting: number,
  grantYears: readonly number[],
  ids: readonly number[],
): PostedEntry[] {
  if (grantYears.length === 0 || posting === 0) return [];
  const scope: Scope = { ledger, posting, grantYears };
  const personId = at(ids, 0);
  if (personId === NO_PERSON) return [...entriesWithoutPerson(scope)];
  return joined(ids.flatMap((id) => [...entriesOfPerson(scope, id)]).map((entry) => ({ ...entry, personId })));
}

/** Everything of those persons who have postings under an old id, old and new joined. */
function mergedPersons(scope: Scope, identities: ReadonlyMap<number, number>): Map<number, PostedEntry[]> {
  const idsOf = new Map<number, number[]>();
  for (const [old, now] of identitiesWithPostings(scope.ledger, identities)) {
    idsOf.set(now, [...(idsOf.get(now) ?? [now]), old]);
  }
  const merged = new Map<number, PostedEntry[]>();
  for (const [personId, ids] of idsOf) {
    merged.set(
      personId,
      joined(ids.flatMap((id) => [...entriesOfPerson(scope, id)]).map((entry) => ({ ...entry, personId }))),
    );
  }
  return merged;
}

/** One entry for each grant year, component and basis recipient, in that order; the later code counts. */
function joined(entries: readonly PostedEntry[]): PostedEntry[] {
  const byKey = new Map<string, PostedEntry>();
  for (const entry of entries) {
    const key = `${entry.grantYear} ${entry.component} ${entry.basisRecipient}`;
    const known = byKey.get(key);
    const later = known === undefined || entry.codeOrder > known.codeOrder ? entry : known;
    byKey.set(key, { ...later, amountNok: (known?.amountNok ?? 0) + entry.amountNok });
  }
  return [...byKey.values()].sort(
    (a, b) => a.grantYear - b.grantYear || a.component - b.component || a.basisRecipient - b.basisRecipient,
  );
}

/** Sums per grant year, component and basis recipient, in the order of the primary key. */
function sumsSql(person: string, from: string, where: string): string {
  return `SELECT ${person}, p.grant_year, p.component, p.basis_recipient, sum(p.amount), p.code,
     max(CASE WHEN p.code = '' THEN 0 ELSE p.posting * ${ADDRESS_BASE} + p.line END), p.person,
     sum(CASE WHEN p.code = '' THEN 0 ELSE p.posting * ${ADDRESS_BASE} + p.line END)
   FROM ${from} WHERE ${where} AND p.grant_year BETWEEN ? AND ? AND p.kind <> 5 AND +p.posting IN (
     SELECT posting FROM posted_and_not_annulled WHERE posting <= ? AND annulled_by > ?)
   GROUP BY ${person}, p.grant_year, p.component, p.basis_recipient`;
}

function* storedEntries(scope: Scope): Generator<StoredEntry> {
  yield* entriesWithoutPerson(scope);
  yield* readEntries(scope, sumsSql('s.duf', 'persons AS s CROSS JOIN postings AS p', 'p.person = s.person'));
  if (hasForgotten(scope)) yield* entriesOfForgotten(scope);
}

/** Whether anybody has been forgotten whose postings can be of these years; no run reads such years any more, only checks do. */
function hasForgotten({ ledger, grantYears }: Scope): boolean {
  const last = ledger.db.prepare('SELECT max(last_grant_year) FROM forgettings').get()?.[0];
  return Number(last ?? 0) >= Math.min(...grantYears);
}

/** Persons without a number: each for himself, all under the one number that stands for them. */
function* entriesOfForgotten(scope: Scope): Generator<StoredEntry> {
  const isForgotten = 'p.person > 0 AND NOT EXISTS (SELECT 1 FROM persons AS s WHERE s.person = p.person)';
  for (const entry of readEntries(scope, sumsSql('p.person', 'postings AS p', isForgotten))) {
    yield { ...entry, personId: FORGOTTEN_PERSON };
  }
}

function entriesWithoutPerson(scope: Scope): Generator<StoredEntry> {
  return readEntries(scope, sumsSql('p.person', 'postings AS p', `p.person = ${NO_PERSON}`));
}

function entriesOfPerson(scope: Scope, personId: number): Generator<StoredEntry> {
  return readEntries(
    scope,
    sumsSql('s.duf', 'persons AS s CROSS JOIN postings AS p', 's.duf = ? AND p.person = s.person'),
    personId,
  );
}

const ORDINALS = componentOrdinals();

function* readEntries(scope: Scope, sql: string, ...more: readonly number[]): Generator<StoredEntry> {
  const { ledger, posting, grantYears } = scope;
  const values: SqlValue[] = [...more, Math.min(...grantYears), Math.max(...grantYears), posting, posting];
  for (const row of ledger.db.prepare(sql).iterate(...values)) {
    const grantYear = Number(row[1]);
    if (!grantYears.includes(grantYear)) continue;
    yield {
      personId: Number(row[0]),
      grantYear,
      component: at(ORDINALS, Number(row[2])),
      basisRecipient: Number(row[3]),
      amountNok: Number(row[4]),
      code: String(row[5]),
      codeOrder: Number(row[6]),
      person: Number(row[7]),
      componentNumber: Number(row[2]),
      addresses: Number(row[8]),
    };
  }
}
