import { NO_PERSON } from '../../domain';
import type { Database } from '../../effects';
import { TextHash } from '../hash-chain';
import { personText, textRow } from '../rows-text';

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
