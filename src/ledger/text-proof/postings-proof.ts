import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { type ChainEntry, chainEntries, statedFigures } from '../chain/chain-entries';
import { TextHash } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { POSTING_COLUMNS, storedPostingRow } from '../rows-text';
import { drawSecret, KeyedSums, postingAddress } from './keyed-sums';
import { PostingRowReader } from './posting-rows';

/** What a query gives for one key: the sum of its postings and where the code that counts stands. */
export interface SummedPosting {
  /** The ledger's number of the person. */
  readonly person: number;
  readonly grantYear: number;
  /** Number in the ledger. */
  readonly componentNumber: number;
  readonly basisRecipient: number;
  readonly amountNok: number;
  readonly code: string;
  /** Address of the last posting with a code, 0 for none. */
  readonly codeOrder: number;
  /** Sum of the addresses of those that have a code. */
  readonly addresses: number;
}

const ADJUSTMENT = 5;

const placeOf = (grantYear: number, component: number): number => grantYear * 16 + component;

/**
 * Holds the postings of some grant years that a query adds up to the hashed text of their batches. The text is read first
 * and held to the heads; then every sum is taken as it is read; `end()` compares. Nothing is looked up by an index.
 */
export class PostingsProof {
  readonly #ledger: OpenLedger;
  readonly #grantYears: readonly number[];
  readonly #entries: readonly ChainEntry[];
  readonly #inText: KeyedSums;
  readonly #inTables: KeyedSums;
  readonly #reader = new PostingRowReader();
  /** Code of each line of a batch, as its place in the reader's list. */
  readonly #codeOfLine = new Map<number, Uint16Array>();
  #isCodeWrong = false;

  /**
   * @param posting postings as of this one count
   * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN where a text does not lead to its head
   */
  constructor(ledger: OpenLedger, posting: number, grantYears: readonly number[]) {
    const secret = drawSecret();
    [this.#inText, this.#inTables] = [new KeyedSums(secret), new KeyedSums(secret)];
    [this.#ledger, this.#grantYears] = [ledger, grantYears];
    this.#entries = countingEntries(ledger, posting, Math.min(...grantYears));
    for (const entry of this.#entries) this.#readText(entry);
  }

  /** Takes a sum as the tables give it. */
  add(sum: SummedPosting): void {
    this.#inTables.add(
      sum.person,
      placeOf(sum.grantYear, sum.componentNumber),
      sum.basisRecipient,
      sum.amountNok,
      sum.addresses,
    );
    if (this.#codeAt(sum.codeOrder) !== sum.code) this.#isCodeWrong = true;
  }

  /** @throws NorsktilskuddError verification LEDGER_NOT_PROVEN, naming the rows that differ */
  end(): void {
    if (this.#inText.equals(this.#inTables) && !this.#isCodeWrong) return;
    const { path } = this.#ledger;
    const found = this.#entries.flatMap((entry) => rowDifferences(this.#ledger, entry, this.#grantYears));
    const years = this.#grantYears.join(', ');
    const details = found.length > 0 ? found : [errorDetail('LEDGER_POSTINGS_DIFFER', { path, years })];
    throw new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', { path, count: details.length }, details);
  }

  #codeAt(address: number): string | undefined {
    if (address === 0) return '';
    const posting = Math.floor(address / postingAddress(1, 0));
    const place = this.#codeOfLine.get(posting)?.[address - postingAddress(posting, 0)];
    return place === undefined ? undefined : this.#reader.codes[place];
  }

  #readText(entry: ChainEntry): void {
    const { posting } = entry;
    const hash = new TextHash(entry.previousHead);
    const { row, codes } = this.#reader;
    const [one = 0, two = one] = this.#grantYears;
    const isOfYears = (year: number): boolean => year === one || year === two || this.#grantYears.includes(year);
    let codeOfLine = new Uint16Array(4096);
    const take = (): void => {
      if (row.line >= codeOfLine.length) codeOfLine = grown(codeOfLine, row.line);
      codeOfLine[row.line] = row.code;
      if (row.kind === ADJUSTMENT || !isOfYears(row.grantYear)) return;
      const address = codes[row.code] === '' ? 0 : postingAddress(posting, row.line);
      this.#inText.add(row.person, placeOf(row.grantYear, row.component), row.basisRecipient, row.amountNok, address);
    };
    const blocks = this.#ledger.db.prepare(
      'SELECT CAST(text AS BLOB) FROM posting_text WHERE posting = ? ORDER BY block',
    );
    for (const [block] of blocks.iterate(posting)) {
      const bytes = Buffer.isBuffer(block) ? block : Buffer.alloc(0);
      hash.addBytes(bytes);
      this.#reader.read(bytes, take);
    }
    this.#codeOfLine.set(posting, codeOfLine);
    if (hash.hex() !== entry.head) {
      const { path } = this.#ledger;
      const detail = errorDetail('LEDGER_CHAIN_BROKEN', { posting });
      throw new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', { path, count: 1 }, [detail]);
    }
  }
}

function grown(before: Uint16Array, line: number): Uint16Array<ArrayBuffer> {
  const after = new Uint16Array(Math.max(2 * before.length, line + 1));
  after.set(before);
  return after;
}

/** Batches that count as of a posting and can hold lines of a grant year or a later one. */
function countingEntries(ledger: OpenLedger, posting: number, firstYear: number): ChainEntry[] {
  const stated = statedFigures(ledger);
  const entries = chainEntries(ledger).filter((entry) => entry.posting <= posting);
  const annulled = new Set(entries.map(({ annuls }) => annuls));
  return entries.filter((entry) => {
    const lastYear = stated.get(entry.posting)?.figures.split('\t')[0];
    const isOld = lastYear !== undefined && Number(lastYear) < firstYear;
    return entry.kind !== 'annulment' && !annulled.has(entry.posting) && !isOld;
  });
}

/** Rows that are named; of more, their number is reported. */
const NAMED_ROWS_MAX = 20;
const MISSING = '-';

/**
 * Lines of a posted batch that stand otherwise in the tables than in the hashed text, each with what stands in both.
 * Persons are named by the ledger's number alone. Only for finding a difference that is known to be there: it reads row by
 * row.
 *
 * @param grantYears undefined for every year
 */
export function rowDifferences(
  { db }: OpenLedger,
  { posting, runId }: ChainEntry,
  grantYears?: readonly number[],
): ErrorDetail[] {
  const isOfYears = (year: unknown): boolean => grantYears?.includes(Number(year)) ?? true;
  const inText = new Map<number, string>();
  for (const [text] of db.prepare('SELECT text FROM posting_text WHERE posting = ? ORDER BY block').iterate(posting)) {
    for (const row of String(text).split('\n')) {
      const [kind, line = '', , year] = row.split('\t');
      if (kind === 'posting' && isOfYears(year)) inText.set(Number(line), row);
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
    if ((text !== undefined || isOfYears(table.split('\t')[3])) && `${text}\n` !== table)
      differs(line, text ?? MISSING, table);
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
