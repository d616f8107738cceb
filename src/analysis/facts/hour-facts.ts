import { rowEnd, rowStart } from '../../../rules';
import { f64, type GrantYearContext, i32, type PersonView, type TeachingHoursColumns, u16 } from '../../domain';
import type { KommuneHoursFact } from './fact-table';

/** Teaching and participant hours of the months of a grant year per kommune, for the hour grant of 2004 (rulebook 5.3, 8.1). */
export class HourFacts {
  readonly #context: GrantYearContext;
  readonly #lastMonth: number;
  readonly #kommuner = new Map<number, { teachingHundredths: number; participantHundredths: number }>();

  /** @param term months up to its last one; all of the year where left out */
  constructor(context: GrantYearContext, term = 4) {
    this.#context = context;
    this.#lastMonth = context.grantYear * 12 + term * 3 - 1;
  }

  /** Adds the visible hours of a person who exists, also of one who is withheld. */
  addPerson(person: PersonView): void {
    const { hours } = person.block;
    const end = rowEnd(hours, person.index);
    for (let row = rowStart(hours, person.index); row < end; row += 1) {
      if (i32(hours.registeredOn, row) > this.#context.asOf || !this.#isInYear(i32(hours.month, row))) continue;
      this.#kommune(i32(hours.kommune, row)).participantHundredths += u16(hours.hoursHundredths, row);
    }
  }

  addTeachingHours(table: TeachingHoursColumns): void {
    for (let row = 0; row < table.line.length; row += 1) {
      if (i32(table.registeredOn, row) > this.#context.asOf || !this.#isInYear(i32(table.month, row))) continue;
      this.#kommune(i32(table.kommune, row)).teachingHundredths += f64(table.hoursHundredths, row);
    }
  }

  /** In the order of the codes. */
  kommuner(): KommuneHoursFact[] {
    return [...this.#kommuner].sort(([a], [b]) => a - b).map(([kommune, hours]) => ({ kommune, ...hours }));
  }

  #isInYear(month: number): boolean {
    return Math.floor(month / 12) === this.#context.grantYear && month <= this.#lastMonth;
  }

  #kommune(code: number): { teachingHundredths: number; participantHundredths: number } {
    const kommune = i32(this.#context.translation.target, code);
    const known = this.#kommuner.get(kommune) ?? { teachingHundredths: 0, participantHundredths: 0 };
    this.#kommuner.set(kommune, known);
    return known;
  }
}
