import { NO_PERSON } from '../../domain';
import type { Database } from '../../effects';
import { kindNumber, nameIn, POSTING_KINDS } from '../codes';
import { type DraftLine, LINES_IN_BLOCK } from '../drafts/draft-content';
import { numberOfComponent } from '../drafts/draft-reads';
import { TextHash } from '../hash-chain';
import { personText, postingRow, textRow } from '../rows-text';

interface Total {
  lines: number;
  totalNok: number;
  absoluteNok: number;
}

/** Writes the lines of a batch: columns, text, hash and control totals side by side, so that each can be held to the other. */
export class PostingWriter {
  readonly #db: Database;
  readonly #posting: number;
  readonly #hash: TextHash;
  readonly #insertLine;
  readonly #insertText;
  readonly #totals = new Map<string, Total>();
  #block = 0;
  #pending = '';
  #pendingLines = 0;
  lines = 0;
  totalNok = 0;
  /** Highest grant year of the lines, 0 for none. */
  lastGrantYear = 0;

  constructor(db: Database, posting: number, hash: TextHash) {
    this.#db = db;
    this.#posting = posting;
    this.#hash = hash;
    this.#insertLine = db.prepare('INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertText = db.prepare('INSERT INTO posting_text (posting, block, text) VALUES (?, ?, ?)');
  }

  /** `person` is the ledger's number, `reverses` the address of the posting that this one reverses (0 for none). */
  line(row: DraftLine, person: number, reverses: number): void {
    const kind = kindNumber(nameIn(POSTING_KINDS, row.kind));
    const component = numberOfComponent(row.component);
    this.#insertLine.run(
      this.#posting,
      row.line,
      kind,
      row.grantYear,
      component,
      person,
      row.basisRecipient,
      row.recipient,
      row.groupNumber,
      row.amountNok,
      row.code,
      row.annualAmountNok,
      reverses,
      row.act,
    );
    this.#add(`${row.grantYear}\t${component}\t${row.groupNumber}\t${kind}`, row.amountNok);
    if (row.grantYear > this.lastGrantYear) this.lastGrantYear = row.grantYear;
    this.#pending += postingRow(row, person, reverses);
    this.#pendingLines += 1;
    if (this.#pendingLines === LINES_IN_BLOCK) this.closeBlock();
  }

  /** Adds rows that are no lines to the block under way. */
  text(rows: string): void {
    this.#pending += rows;
  }

  /** Writes the block under way, if it holds anything. */
  closeBlock(): void {
    if (this.#pending === '') return;
    this.#insertText.run(this.#posting, this.#block, this.#pending);
    this.#hash.add(this.#pending);
    this.#block += 1;
    this.#pending = '';
    this.#pendingLines = 0;
  }

  /** Writes the control totals, in the order of their keys. */
  controlTotals(): void {
    const insert = this.#db.prepare('INSERT INTO control_totals VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const [key, total] of this.#totals) {
      insert.run(this.#posting, ...key.split('\t').map(Number), total.lines, total.totalNok, total.absoluteNok);
    }
  }

  #add(key: string, amountNok: number): void {
    this.lines += 1;
    this.totalNok += amountNok;
    const total = this.#totals.get(key) ?? { lines: 0, totalNok: 0, absoluteNok: 0 };
    total.lines += 1;
    total.totalNok += amountNok;
    total.absoluteNok += Math.abs(amountNok);
    this.#totals.set(key, total);
  }
}

/**
 * The ledger's numbers of persons (0 for none). Somebody new gets the next number when a line of theirs is first posted,
 * in the order of the lines; a number is never given twice, even when its person has been deleted since.
 */
export class PersonNumbers {
  readonly before: number;
  readonly #find;
  readonly #insert;
  readonly #hash = new TextHash();
  #lastId = NO_PERSON;
  #lastNumber = 0;
  added = 0;

  constructor(db: Database) {
    const last = db
      .prepare('SELECT persons_before + persons_new FROM posting_chain ORDER BY posting DESC LIMIT 1')
      .get();
    this.before = Number(last?.[0] ?? 0);
    this.#find = db.prepare('SELECT person FROM persons WHERE duf = ?');
    this.#insert = db.prepare('INSERT INTO persons (person, duf) VALUES (?, ?)');
  }

  numberOf(personId: number): number {
    if (personId === NO_PERSON) return 0;
    if (personId === this.#lastId) return this.#lastNumber;
    this.#lastId = personId;
    this.#lastNumber = this.#known(personId) ?? this.#add(personId);
    return this.#lastNumber;
  }

  /** Hash of the rows `person`, number, id of everybody new. */
  hash(): string {
    return this.#hash.hex();
  }

  #known(personId: number): number | undefined {
    const row = this.#find.get(personId);
    return row && Number(row[0]);
  }

  #add(personId: number): number {
    this.added += 1;
    const number = this.before + this.added;
    this.#insert.run(number, personId);
    this.#hash.add(textRow('person', number, personText(personId)));
    return number;
  }
}
