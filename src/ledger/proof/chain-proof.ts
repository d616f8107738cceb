import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import { type ChainEntry, headOfText, statedFigures } from '../chain/chain-entries';

import { emptyPostingHead } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { endBlocks } from '../postings/post-figures';
import { headerRows } from '../postings/posting-text';

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
