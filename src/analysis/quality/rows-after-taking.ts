import {
  asRecipientCode,
  CONTRACT_TABLE,
  FAR_FUTURE,
  type Finding,
  finding,
  formatRecipientCode,
  i32,
  type RegisterBlock,
  type RegisterSource,
  type RowColumns,
  u32,
} from '../../domain';
import { kommuneAt, personFinding } from './person-place';

const FILES = { ...CONTRACT_TABLE, hours: 'hours' } as const;
type BlockTable = keyof typeof FILES;
const TABLES: readonly BlockTable[] = [
  'persons',
  'targetGroup',
  'decisions',
  'residence',
  'trainingKommune',
  'upperSecondary',
  'hours',
];

/**
 * Rows registered after the day on which the extract was taken: they cannot be, and count for nothing (rulebook 9 and
 * head). One finding for each person and file, with the first of the rows, so that an extract with a wrong day cannot
 * fill the memory; persons who do not exist at D are looked at, too.
 */
export class RowsAfterTaking {
  readonly #takenAt: number;
  readonly #asOf: number;
  readonly #findings: Finding[] = [];
  /** Ordinal of the first person who has not been seen. */
  #next = 0;

  /** @param takenAt day on which the extract was taken; null where it is not known, and there is nothing to say */
  constructor(takenAt: number | null, asOf: number) {
    this.#takenAt = takenAt ?? Number.POSITIVE_INFINITY;
    this.#asOf = asOf;
  }

  /** The register, whose blocks are looked at as they go by; a second reading of them adds nothing. */
  watching(register: RegisterSource): RegisterSource {
    const observe = (block: RegisterBlock): void => this.observe(block);
    return {
      personCount: register.personCount,
      teachingHours: register.teachingHours,
      costBase: register.costBase,
      identities: register.identities,
      rejectedWithoutRow: register.rejectedWithoutRow,
      fileNames: register.fileNames,
      *blocks() {
        for (const block of register.blocks()) {
          observe(block);
          yield block;
        }
      },
    };
  }

  observe(block: RegisterBlock): void {
    if (block.firstOrdinal < this.#next) return;
    this.#next = block.firstOrdinal + block.personCount;
    for (const table of TABLES) this.#table(block, table);
  }

  /** What was found, with teaching hours, which are of no person. */
  finish({ teachingHours }: Pick<RegisterSource, 'teachingHours'>): readonly Finding[] {
    const late = [...teachingHours.registeredOn.keys()].filter(
      (row) => i32(teachingHours.registeredOn, row) > this.#takenAt,
    );
    const ofKommuner = late.map((row) => {
      const kommune = formatRecipientCode(asRecipientCode(i32(teachingHours.kommune, row)));
      const line = u32(teachingHours.line, row);
      const place = { file: 'teaching_hours', line, column: 'registered_on', kommune };
      return finding('error', 'REGISTERED_AFTER_EXTRACT', place, { rows: 1 });
    });
    return [...this.#findings, ...ofKommuner];
  }

  /** Persons with such a row, by their place in the block. */
  personsIn(block: RegisterBlock): ReadonlySet<number> {
    const found = new Set<number>();
    for (const table of TABLES) this.#eachPerson(block[table], block.personCount, (index) => found.add(index));
    return found;
  }

  #table(block: RegisterBlock, name: BlockTable): void {
    const table: RowColumns = block[name];
    this.#eachPerson(table, block.personCount, (index, row, rows) => {
      const person = { block, index, personRow: u32(block.persons.offsets, index) };
      const place = { file: FILES[name], line: u32(table.line, row), column: 'registered_on' };
      // Where no address is visible at D, the one that is registered too late tells whom it concerns.
      const day = kommuneAt(person, this.#asOf) === '' ? FAR_FUTURE : this.#asOf;
      this.#findings.push(personFinding(person, day, 'error', 'REGISTERED_AFTER_EXTRACT', place, { rows }));
    });
  }

  /** Nearly always a look at one column of numbers, and nothing found. */
  #eachPerson(
    { registeredOn, offsets }: RowColumns,
    personCount: number,
    tell: (index: number, row: number, rows: number) => void,
  ): void {
    const takenAt = this.#takenAt;
    let index = 0;
    for (let row = 0; row < registeredOn.length; row += 1) {
      if (i32(registeredOn, row) <= takenAt) continue;
      while (index < personCount && u32(offsets, index + 1) <= row) index += 1;
      const end = u32(offsets, index + 1);
      let rows = 0;
      for (let each = row; each < end; each += 1) if (i32(registeredOn, each) > takenAt) rows += 1;
      tell(index, row, rows);
      row = end - 1;
    }
  }
}
