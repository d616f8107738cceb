import { type ErrorDetail, errorDetail } from '../../domain';
import type { ChainEntry } from '../chain/chain-entries';
import type { OpenLedger } from '../posting-reads';
import { POSTING_COLUMNS, storedPostingRow } from '../rows-text';

/** Rows that are named; of more, their number is told. */
const NAMED_ROWS_MAX = 20;
const MISSING = '-';

/**
 * Lines of a posted batch that stand otherwise in the tables than in the hashed text, each with what stands in both.
 * Persons are named by the ledger's number alone. Only for finding a difference that is known to be there: it reads row by
 * row.
 */
export function rowDifferences(
  { db }: OpenLedger,
  { posting, runId }: ChainEntry,
  grantYears: readonly number[],
): ErrorDetail[] {
  const inText = new Map<number, string>();
  for (const [text] of db.prepare('SELECT text FROM posting_text WHERE posting = ? ORDER BY block').iterate(posting)) {
    for (const row of String(text).split('\n')) {
      const [kind, line = '', , year] = row.split('\t');
      if (kind === 'posting' && grantYears.includes(Number(year))) inText.set(Number(line), row);
    }
  }
  const differences: ErrorDetail[] = [];
  const differs = (line: number, text: string, table: string): void => {
    const params = { runId, line, text: plain(text), table: plain(table) };
    if (differences.length < NAMED_ROWS_MAX) differences.push(errorDetail('LEDGER_ROW_DIFFERS', params));
  };
  for (const [line, table] of tableRows(db, posting)) {
    const text = inText.get(line);
    inText.delete(line);
    const isOfYears = text !== undefined || grantYears.includes(Number(table.split('\t')[3]));
    if (isOfYears && `${text}\n` !== table) differs(line, text ?? MISSING, table);
  }
  for (const [line, text] of inText) differs(line, text, MISSING);
  return differences;
}

function* tableRows(db: OpenLedger['db'], posting: number): Generator<[line: number, text: string]> {
  // The plus keeps the query from the index by lines: the rows of the table itself are what has been read.
  const rows = db.prepare(`SELECT ${POSTING_COLUMNS} FROM postings WHERE +posting = ?`);
  for (const row of rows.iterate(posting)) {
    const line = Number(row[0]);
    yield [line, readable(() => storedPostingRow(row))];
  }
}

/** A row with a number that stands for nothing is shown as what it is. */
function readable(work: () => string): string {
  try {
    return work();
  } catch (cause) {
    return `posting\t?\t?\t\t${cause instanceof Error ? cause.message : ''}\n`;
  }
}

function plain(row: string): string {
  return row
    .replace(/^posting\t/, '')
    .trimEnd()
    .replaceAll('\t', ' ');
}
