import { type ErrorDetail, errorDetail } from '../../domain';
import { type ChainEntry, personsAnchor, personsIn } from '../chain/chain-entries';

import type { OpenLedger } from '../posting-reads';

/** Persons that are named; of more, their number is reported. */
const NAMED_MAX = 20;

/**
 * Holds the persons to the hashes in the texts of the batches that brought them, and from the last forgetting or migration
 * on to the hash of those who were left; then the index by DUF number, by which persons are found, to the table. Persons
 * are named by the ledger's number, never by the DUF number.
 *
 * @param entries the chain, its persons held to the texts
 */
export function personProofFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  const anchor = ledger.format < 2 ? undefined : personsAnchor(ledger);
  const faults: ErrorDetail[] = [];
  const hold = (posting: number, after: number, last: number, expected: string): void => {
    if (last <= after) return;
    const found = personsIn(ledger, after, last);
    // Before the first act that says who was left, nobody can tell what the others' rows were.
    const isForgotten = anchor === undefined && ledger.format < 2 && found.count < last - after;
    if (found.hash === expected || isForgotten) return;
    faults.push(errorDetail('LEDGER_PERSON_ROWS_DIFFER', { posting, first: after + 1, last }));
  };
  if (anchor !== undefined) hold(0, 0, anchor.last, anchor.hash);
  for (const { posting, personsBefore, personsNew, personsHash: expected } of entries) {
    if (personsBefore >= (anchor?.last ?? 0)) hold(posting, personsBefore, personsBefore + personsNew, expected);
  }
  const given = entries.reduce((sum, { personsNew }) => sum + personsNew, 0);
  const extra = ledger.db.prepare('SELECT count(*) FROM persons NOT INDEXED WHERE person > ?').get(given);
  if (Number(extra?.[0]) > 0) faults.push(errorDetail('LEDGER_PERSONS_EXTRA', { count: Number(extra?.[0]) }));
  return [...faults, ...indexFaults(ledger)];
}

/** Number and DUF number of every row, mixed so that two rows cannot make up for each other. */
const SUM = `SELECT count(*), sum((person * 48271 + 11) % 2097143 * (duf % 2097133)), sum(duf % 2097131) FROM persons`;

/** Persons that the index and the table have otherwise. */
function indexFaults({ db }: OpenLedger): ErrorDetail[] {
  const [inTable, inIndex] = [`NOT INDEXED`, `INDEXED BY sqlite_autoindex_persons_1`].map((how) =>
    db.prepare(`${SUM} ${how}`).get()?.join(' '),
  );
  if (inTable === inIndex) return [];
  const rows = (how: string): string => `SELECT person, duf FROM persons ${how}`;
  const [table, index] = [rows('NOT INDEXED'), rows('INDEXED BY sqlite_autoindex_persons_1')];
  const numbers = db
    .prepare(
      `SELECT DISTINCT person FROM (SELECT * FROM (${table} EXCEPT ${index}) UNION ALL SELECT * FROM (${index} EXCEPT ${table}))`,
    )
    .all()
    .map(([person]) => Number(person));
  const persons = numbers.slice(0, NAMED_MAX).join(', ') || '?';
  return [errorDetail('LEDGER_PERSON_INDEX_DIFFERS', { count: numbers.length, persons })];
}
