import { rowEnd, rowStart } from '../../../rules';
import {
  asDay,
  calendarDate,
  type Day,
  dayOf,
  FAR_FUTURE,
  type Finding,
  i32,
  monthIndex,
  NO_DAY,
  type PersonView,
  type RowColumns,
  u32,
} from '../../domain';
import { personFinding, type RowPlace } from './person-place';

/** Nobody is older than that: such a date of birth was written wrongly. */
const OLDEST_YEARS = 120;

type ImpossibleCode =
  | 'BORN_AFTER_AS_OF'
  | 'BORN_LONG_AGO'
  | 'BORN_AFTER_ENTRY'
  | 'PERMIT_BEFORE_BIRTH'
  | 'DECISION_BEFORE_BIRTH'
  | 'HOURS_BEFORE_BIRTH'
  | 'DEAD_BEFORE_BIRTH'
  | 'DEAD_BEFORE_ENTRY'
  | 'EMIGRATED_BEFORE_BIRTH'
  | 'EMIGRATED_BEFORE_ENTRY';

/** A fact that cannot be, and the row that says it. */
interface ImpossibleFact {
  readonly code: ImpossibleCode;
  readonly place: RowPlace;
}

/**
 * Facts of one person that cannot be (rulebook 9). They are findings and never change an amount: the rules count what
 * is registered. Of a kind that several rows show the first is reported. Reads only rows visible at D.
 */
export class ImpossibleFacts {
  readonly #asOf: number;
  /** Births before this day are more than 120 years ago. */
  readonly #oldestBirth: number;

  constructor(asOf: Day) {
    this.#asOf = asOf;
    const { year, month, dayOfMonth } = calendarDate(asOf);
    this.#oldestBirth = dayOf(year - OLDEST_YEARS, month, dayOfMonth);
  }

  /** Adds a finding for each. */
  observe(person: PersonView, findings: Finding[]): void {
    for (const { code, place } of this.#factsOf(person)) {
      findings.push(personFinding(person, this.#asOf, 'error', code, place));
    }
  }

  /** True where the person has any. */
  isIn(person: PersonView): boolean {
    return this.#factsOf(person).length > 0;
  }

  #factsOf(person: PersonView): readonly ImpossibleFact[] {
    const { persons, targetGroup, decisions } = person.block;
    const row = person.personRow;
    const born = i32(persons.birthDate, row);
    const gone = Math.min(i32(persons.deathDate, row), i32(persons.emigratedOn, row));
    const firstEntry = this.#firstRow(person, targetGroup, () => true);
    const entered = firstEntry < 0 ? FAR_FUTURE : i32(targetGroup.enteredOn, firstEntry);
    const facts: ImpossibleFact[] = [];
    const tell = (is: boolean, code: ImpossibleCode, column: string): void => {
      if (is) facts.push({ code, place: { file: 'persons', line: u32(persons.line, row), column } });
    };
    tell(born > this.#asOf, 'BORN_AFTER_AS_OF', 'birth_date');
    tell(born < this.#oldestBirth, 'BORN_LONG_AGO', 'birth_date');
    tell(born > entered, 'BORN_AFTER_ENTRY', 'birth_date');
    if (gone < FAR_FUTURE) this.#gone(person, born, tell);
    const permit = this.#firstRow(person, targetGroup, (each) =>
      isBetween(i32(targetGroup.permitGrantedOn, each), born),
    );
    this.#add(facts, 'PERMIT_BEFORE_BIRTH', 'target_group', targetGroup, permit, 'permit_granted_on');
    const decided = this.#firstRow(person, decisions, (each) => i32(decisions.decidedOn, each) < born);
    this.#add(facts, 'DECISION_BEFORE_BIRTH', 'decisions', decisions, decided, 'decided_on');
    const taught = this.#hoursBefore(person, monthIndex(asDay(born)));
    this.#add(facts, 'HOURS_BEFORE_BIRTH', 'hours', person.block.hours, taught, 'month');
    return facts;
  }

  #gone(person: PersonView, born: number, tell: (is: boolean, code: ImpossibleCode, column: string) => void): void {
    const { persons, targetGroup } = person.block;
    const died = i32(persons.deathDate, person.personRow);
    tell(died < born, 'DEAD_BEFORE_BIRTH', 'death_date');
    const entersDead = this.#firstRow(person, targetGroup, (row) => i32(targetGroup.enteredOn, row) > died) >= 0;
    tell(died >= born && entersDead, 'DEAD_BEFORE_ENTRY', 'death_date');
    tell(i32(persons.emigratedOn, person.personRow) < born, 'EMIGRATED_BEFORE_BIRTH', 'emigrated_on');
  }

  /** The first visible row of which that holds; -1 for none. */
  #firstRow({ index }: PersonView, table: RowColumns, holds: (row: number) => boolean): number {
    const end = rowEnd(table, index);
    for (let row = rowStart(table, index); row < end; row += 1) {
      if (i32(table.registeredOn, row) <= this.#asOf && holds(row)) return row;
    }
    return -1;
  }

  /** The first visible hours row of a month before another. Rows are in the order of their months. */
  #hoursBefore({ block: { hours }, index }: PersonView, month: number): number {
    const end = rowEnd(hours, index);
    for (let row = rowStart(hours, index); row < end && i32(hours.month, row) < month; row += 1) {
      if (i32(hours.registeredOn, row) <= this.#asOf) return row;
    }
    return -1;
  }

  #add(
    facts: ImpossibleFact[],
    code: ImpossibleCode,
    file: string,
    table: RowColumns,
    row: number,
    column: string,
  ): void {
    if (row >= 0) facts.push({ code, place: { file, line: u32(table.line, row), column } });
  }
}

function isBetween(day: number, born: number): boolean {
  return day !== NO_DAY && day < born;
}
