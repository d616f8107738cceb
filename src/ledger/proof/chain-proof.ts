import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import { type ChainEntry, headOfText, personsAnchor, personsIn, statedFigures } from '../chain/chain-entries';
import { emptyPostingHead } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { endBlocks } from '../postings/post-figures';
import { headerRows } from '../postings/post-rows';

/**
 * Holds the chain of postings to the journal and to the texts: numbers and heads one after the other, each batch what its
 * draft says, the first block of its text and the last those that its act hashed, and coverage and persons what they say.
 */
export function chainProofFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  const stated = statedFigures(ledger);
  let [head, persons] = [emptyPostingHead(ledger.rehearsal), 0];
  const faults = entries.flatMap((entry, index) => {
    const { posting, previousHead, personsBefore, personsNew, runId } = entry;
    const follows = posting === index + 1 && previousHead === head && personsBefore === persons;
    [head, persons] = [entry.head, personsBefore + personsNew];
    if (!follows || !entry.agreesWithDraft || !hasItsText(ledger, entry, stated.get(posting)?.figures)) {
      return [errorDetail('LEDGER_CHAIN_BROKEN', { posting })];
    }
    return differingEnds(ledger, entry).map((row) => errorDetail('LEDGER_POSTING_DIFFERS', { posting, runId, row }));
  });
  return [...faults, ...loneRows(ledger, entries)];
}

/** The ends of its text are those that its act hashed; where no act says it, the whole text leads to its head. */
function hasItsText(ledger: OpenLedger, entry: ChainEntry, figures: string | undefined): boolean {
  if (figures === undefined) return headOfText(ledger, entry) === entry.head;
  const { db } = ledger;
  const [lastYear, hash] = figures.split('\t');
  const found = db.prepare('SELECT max(grant_year) FROM control_totals WHERE posting = ?').get(entry.posting);
  return sha256Hex(endBlocks(db, entry.posting).join('')) === hash && Number(found?.[0] ?? 0) === Number(lastYear);
}

function differingEnds({ db }: OpenLedger, entry: ChainEntry): string[] {
  const [first, last] = endBlocks(db, entry.posting);
  const { personsBefore, personsNew, personsHash } = entry;
  const expected = headerRows(entry, entry.annuls, entry.coverage).split('\n');
  const found = first.split('\n');
  const rows = [...found.filter((row) => !expected.includes(row)), ...expected.filter((row) => !found.includes(row))];
  const isSame = last.startsWith(`persons\t${personsBefore}\t${personsNew}\t${personsHash}\n`);
  return [...new Set([...rows.map((row) => row.replaceAll('\t', ' ')), ...(isSame ? [] : ['persons'])])];
}

/** Coverage and control totals of batches that were never posted. */
function loneRows({ db }: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  const known = entries.map(({ posting }) => posting);
  return ['coverage', 'control_totals']
    .filter((table) =>
      db
        .prepare(`SELECT DISTINCT posting FROM ${table}`)
        .all()
        .some(([posting]) => !known.includes(Number(posting))),
    )
    .map((table) => errorDetail('LEDGER_STRAY_ROWS', { table }));
}

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
