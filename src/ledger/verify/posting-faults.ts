import { asRecipientCode, type ErrorDetail, errorDetail, paymentKey } from '../../domain';
import { type ChainEntry, chainEntries, headOfText } from '../chain/chain-entries';
import { LINES_IN_BLOCK } from '../drafts/draft-content';
import { emptyPostingHead } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { storedMovements } from '../postings/movements';
import { headerRows, POSTING_FORMAT, tailRows } from '../postings/post-rows';
import { totalsFaults } from '../reads/control-totals';
import { orderedPayments } from '../reads/lines';
import { amountOfRow, POSTING_COLUMNS, storedPostingRow } from '../rows-text';
import { personsHashOf } from './person-faults';

/** Differing rows that are named for a posting; more are only counted. */
const NAMED_ROWS_MAX = 20;

/**
 * Checks the posting chain: numbered without gaps, each head over the one before and the stored text, and the text of
 * each batch equal to what the tables say, row by row, with control totals and payment keys.
 */
export function postingFaults(ledger: OpenLedger): { postings: number; faults: ErrorDetail[] } {
  const faults: ErrorDetail[] = [];
  let head = emptyPostingHead(ledger.rehearsal);
  let personsTotal = 0;
  const entries = chainEntries(ledger);
  entries.forEach((entry, index) => {
    const follows = entry.posting === index + 1 && entry.previousHead === head && entry.personsBefore === personsTotal;
    if (!follows || entry.format !== POSTING_FORMAT || headOfText(ledger, entry) !== entry.head) {
      faults.push(errorDetail('LEDGER_CHAIN_BROKEN', { posting: entry.posting }));
    }
    head = entry.head;
    personsTotal = entry.personsBefore + entry.personsNew;
    faults.push(...rowFaults(ledger, entry), ...totalsFaults(ledger, entry.posting), ...keyFaults(ledger, entry));
  });
  return { postings: entries.length, faults };
}

function rowFaults(ledger: OpenLedger, entry: ChainEntry): ErrorDetail[] {
  const differing: string[] = [];
  const stored = ledger.db.prepare('SELECT text FROM posting_text WHERE posting = ? AND block = ?');
  let block = 0;
  for (const expected of expectedBlocks(ledger, entry)) {
    const text = String(stored.get(entry.posting, block)?.[0] ?? '');
    if (text !== expected) differing.push(...differingRows(text, expected));
    block += 1;
  }
  if (personsHashOf(ledger, entry) !== entry.personsHash) differing.push('persons');
  const last = ledger.db.prepare('SELECT count(*) FROM posting_text WHERE posting = ?').get(entry.posting);
  if (last?.[0] !== block) differing.push('end');
  const named = [...new Set(differing)];
  const faults: ErrorDetail[] = named
    .slice(0, NAMED_ROWS_MAX)
    .map((row) => errorDetail('LEDGER_POSTING_DIFFERS', { posting: entry.posting, runId: entry.runId, row }));
  const more = named.length - faults.length;
  if (more > 0) faults.push(errorDetail('LEDGER_MORE_DIFFERENCES', { posting: entry.posting, more }));
  return faults;
}

/** Names of rows that only one side has: `posting 17`, `movement 1507 asylum`. Never more than three fields. */
function differingRows(stored: string, expected: string): string[] {
  const left = new Set(stored.split('\n'));
  const right = new Set(expected.split('\n'));
  const only = [...[...left].filter((row) => !right.has(row)), ...[...right].filter((row) => !left.has(row))];
  return only.map((row) => {
    const [kind = '', first = '', second = ''] = row.split('\t');
    return kind === 'posting' || kind === 'payment' ? `${kind} ${first}` : `${kind} ${first} ${second}`.trim();
  });
}

/** The text of a posted batch as the tables say it, block by block. */
function* expectedBlocks(ledger: OpenLedger, entry: ChainEntry): Generator<string> {
  yield headerRows(entry, entry.annuls, entry.coverage);
  const counted = { lines: 0, totalNok: 0 };
  yield* lineBlocks(ledger, entry.posting, counted);
  const { personsBefore, personsNew } = entry;
  yield tailRows({
    personsBefore,
    personsNew,
    personsHash: entry.personsHash,
    movements: storedMovements(ledger, { posting: entry.posting }),
    payments: orderedPayments(ledger, entry.posting).map((row) => ({ ...row, paidNok: row.amountNok })),
    ...counted,
  });
}

function* lineBlocks(
  ledger: OpenLedger,
  posting: number,
  counted: { lines: number; totalNok: number },
): Generator<string> {
  const rows = ledger.db.prepare(
    `SELECT ${POSTING_COLUMNS} FROM postings INDEXED BY postings_line WHERE posting = ? ORDER BY line`,
  );
  let text = '';
  for (const row of rows.iterate(posting)) {
    text += storedPostingRow(row);
    counted.lines += 1;
    counted.totalNok += amountOfRow(row);
    if (counted.lines % LINES_IN_BLOCK !== 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Payment keys say what is paid. */
function keyFaults(ledger: OpenLedger, entry: ChainEntry): ErrorDetail[] {
  return orderedPayments(ledger, entry.posting)
    .filter(({ paymentKey: key, recipient, group }) => {
      const parts = { ...entry, recipient: asRecipientCode(recipient), group, rehearsal: ledger.rehearsal };
      return key !== paymentKey(parts);
    })
    .map((row) => errorDetail('LEDGER_PAYMENT_KEY_DIFFERS', { posting: entry.posting, key: row.paymentKey }));
}
