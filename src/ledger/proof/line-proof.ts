import { COMPONENTS, type ErrorDetail, errorDetail, NO_PERSON, NorsktilskuddError, nettingGroupOf } from '../../domain';
import { type ChainEntry, chainEntries } from '../chain/chain-entries';
import { componentNumber, groupNumber, kindNumber, POSTING_KINDS } from '../codes';
import { LINES_IN_BLOCK } from '../drafts/draft-content';
import { TextHash } from '../hash-chain';
import { type OpenLedger, postingOfHead } from '../posting-reads';
import { totalsFaults } from '../reads/control-totals';
import { POSTING_COLUMNS, storedPostingRow } from '../rows-text';
import { rowDifferences } from '../text-proof/postings-proof';

/** Rows of the texts that are not postings: the first block of a text, and the last, which ends it. */
const LINE_PREFIX = 'posting\t';

/**
 * Holds every line of posted batches, as the tables have it, to the texts of the batches, and the texts to their heads: what
 * is told of lines or added up from them is what was posted.
 */
export function lineProofFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  return entries.flatMap((entry) => {
    const { posting } = entry;
    const hash = new TextHash(entry.previousHead);
    const isSame = linesAsInTable(ledger, posting, hash);
    if (hash.hex() !== entry.head) return [errorDetail('LEDGER_CHAIN_BROKEN', { posting })];
    if (isSame) return [];
    const rows = rowDifferences(ledger, entry);
    return rows.length > 0 ? rows : [errorDetail('LEDGER_STRAY_ROWS', { table: 'postings' })];
  });
}

/** Whether the lines of a text are what the table has, block by block; the whole text goes into the hash. */
function linesAsInTable({ db }: OpenLedger, posting: number, hash: TextHash): boolean {
  const table = db.prepare(BLOCK_OF_TABLE);
  const blocks = db.prepare('SELECT text FROM posting_text WHERE posting = ? ORDER BY block');
  let [last, isSame] = [0, true];
  for (const [block] of blocks.iterate(posting)) {
    const text = String(block);
    hash.add(text);
    if (!text.startsWith(LINE_PREFIX)) continue;
    // Not so many rows on: rows of an opening that are one posting leave gaps in the numbers of its lines.
    const end = lineNumber(text.slice(text.lastIndexOf('\n', text.length - 2) + 1));
    isSame &&= table.get(posting, last, end)?.[0] === text;
    last = end;
  }
  return isSame && db.prepare('SELECT 1 FROM postings WHERE posting = ? AND line > ?').get(posting, last) === undefined;
}

/** Number of the line that a row of a text is of; 0 of any other row. */
function lineNumber(row: string): number {
  return row.startsWith(LINE_PREFIX) ? Number.parseInt(row.slice(LINE_PREFIX.length), 10) : 0;
}

function choice<T>(
  column: string,
  from: readonly T[],
  key: (of: T) => number,
  value: (of: T) => string | number,
): string {
  return `CASE ${column} ${from.map((each) => `WHEN ${key(each)} THEN ${value(each)}`).join(' ')} END`;
}

const CODE = (column: string): string =>
  `CASE ${column} % 10 WHEN 1 THEN substr('000' || (${column} / 10), -4) ELSE substr('0' || (${column} / 1000), -2) END`;

/** Rows of the table from one line to another as storedPostingRow() writes them: a thousand at once, for there are millions. */
const BLOCK_OF_TABLE = `SELECT group_concat(${[
  `'posting' || char(9) || line`,
  choice('kind', POSTING_KINDS, kindNumber, (name) => `'${name}'`),
  'grant_year',
  choice('component', COMPONENTS, componentNumber, (name) => `'${name}'`),
  'person',
  CODE('basis_recipient'),
  CODE('recipient'),
  'amount',
  'code',
  "coalesce(annual_amount, '')",
  'reverses',
  'case_number || char(10)',
].join(' || char(9) || ')}, '') FROM (SELECT * FROM postings INDEXED BY postings_line
  WHERE posting = ? AND line > ? AND line <= ? ORDER BY line) WHERE netting_group = ${choice('component', COMPONENTS, componentNumber, (name) => groupNumber(nettingGroupOf(name)))}`;

/** @throws NorsktilskuddError verification LEDGER_CONTROL_TOTALS_DIFFER with the lines that are not as they were posted */
export function checkTotalsOf(ledger: OpenLedger, posting: number): void {
  if (posting === 0) return;
  const [fault] = totalsFaults(ledger, posting);
  if (fault === undefined) return;
  const rows = lineProofFaults(
    ledger,
    chainEntries(ledger).filter((entry) => entry.posting === posting),
  );
  throw new NorsktilskuddError('verification', fault.code, fault.params, rows);
}

/**
 * Holds the postings of one person (NO_PERSON: of the components without persons) to the texts, each to the block that it
 * stands in. The whole texts are not hashed: a look-up must answer at once, and whoever changes a line and its text alike is
 * found by every act and by `verify`. A line that is gone is found where the look-up works the run out again.
 *
 * @param ids all ids that are the person
 */
export function postingsOfOneFaults(ledger: OpenLedger, head: string, ids: readonly number[]): ErrorDetail[] {
  const number = ledger.db.prepare('SELECT person FROM persons WHERE duf = ?');
  const persons = ids.flatMap((id) => (id === NO_PERSON ? 0 : Number(number.get(id)?.[0] ?? -1)));
  const rows = ledger.db.prepare(`SELECT ${POSTING_COLUMNS}, posting FROM postings WHERE person = ? AND posting <= ?`);
  const last = postingOfHead(ledger, head);
  const runs = new Map(chainEntries(ledger).map(({ posting, runId }) => [posting, runId]));
  const blocks = new Map<string, readonly string[]>();
  return persons.flatMap((person) =>
    rows.all(person, last).flatMap((row) => {
      const [line, posting] = [Number(row[0]), Number(row.at(-1))];
      const text = lineOf(ledger, blocks, posting, line);
      const table = storedPostingRow(row).trimEnd();
      if (text === table) return [];
      const runId = runs.get(posting) ?? '-';
      return [errorDetail('LEDGER_ROW_DIFFERS', { runId, line, text: plain(text), table: plain(table) })];
    }),
  );
}

/** A line in the text of its batch, in the block of its number or, where numbers have gaps, one before; each block is read once. */
function lineOf({ db }: OpenLedger, blocks: Map<string, readonly string[]>, posting: number, line: number): string {
  const stored = db.prepare('SELECT text FROM posting_text WHERE posting = ? AND block = ?');
  // Block 0 holds no lines.
  for (let block = 1 + Math.floor((line - 1) / LINES_IN_BLOCK); block > 0; block -= 1) {
    const known = blocks.get(`${posting} ${block}`);
    const lines = known ?? String(stored.get(posting, block)?.[0] ?? '').split('\n');
    blocks.set(`${posting} ${block}`, lines);
    const expected = lines[(line - 1) % LINES_IN_BLOCK] ?? '';
    if (lineNumber(expected) === line) return expected;
    const first = lineNumber(lines[0] ?? '');
    if (first > 0 && first <= line) return lines.find((row) => lineNumber(row) === line) ?? '-';
  }
  return '-';
}

function plain(row: string): string {
  return row.replace(LINE_PREFIX, '').replaceAll('\t', ' ');
}
