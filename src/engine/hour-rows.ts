import { rowEnd, rowStart, visiblePersonRow } from '../../rules';
import {
  asDay,
  f64,
  type GrantYearContext,
  type HourMonth,
  i32,
  type PersonView,
  type RegisterSource,
  type TeachingHoursColumns,
  u16,
} from '../domain';

/** The grant year, D, and the kommuner in force at the end of the year. */
type HourContext = Pick<GrantYearContext, 'grantYear' | 'asOf' | 'translation'>;

/** Takes hours that count: of a kommune at the end of the year, in a month from January (0), in hundredths. */
export type AddHours = (kommune: number, month: number, kind: 'teaching' | 'participant', hundredths: number) => void;

/** Hours of persons and of teaching count under the same conditions: known on D, and of a month of the year (rulebook 5.3). */
export class HourRows {
  readonly #context: HourContext;
  readonly #add: AddHours;

  constructor(context: HourContext, add: AddHours) {
    this.#context = context;
    this.#add = add;
  }

  addPerson({ block: { hours }, index }: Pick<PersonView, 'block' | 'index'>): void {
    const end = rowEnd(hours, index);
    for (let row = rowStart(hours, index); row < end; row += 1) {
      this.#row(hours, row, 'participant', u16(hours.hoursHundredths, row));
    }
  }

  addTeachingHours(table: TeachingHoursColumns): void {
    for (let row = 0; row < table.line.length; row += 1) {
      this.#row(table, row, 'teaching', f64(table.hoursHundredths, row));
    }
  }

  #row(
    { registeredOn, kommune, month }: Pick<TeachingHoursColumns, 'registeredOn' | 'kommune' | 'month'>,
    row: number,
    kind: 'teaching' | 'participant',
    hundredths: number,
  ): void {
    const { grantYear, asOf, translation } = this.#context;
    const monthOfYear = i32(month, row) - grantYear * 12;
    if (i32(registeredOn, row) > asOf || monthOfYear < 0 || monthOfYear > 11) return;
    this.#add(i32(translation.target, i32(kommune, row)), monthOfYear, kind, hundredths);
  }
}

/** Number of months, from January, whose hours are due at a term. */
export function monthsDue(term: number): number {
  return term * 3;
}

/** Hours of a kommune in each month that is due at a term, by the rows of a register that were known on D. */
export function hourMonths(
  register: Pick<RegisterSource, 'blocks' | 'teachingHours'>,
  context: HourContext,
  kommune: number,
  term: number,
): readonly HourMonth[] {
  const months = Array.from({ length: monthsDue(term) }, (_, month) => emptyMonth(context.grantYear, month));
  const rows = new HourRows(context, (code, month, kind, hundredths) => {
    const found = code === kommune ? months[month] : undefined;
    if (found === undefined) return;
    found[`${kind}Hundredths`] += hundredths;
    found[`${kind}Rows`] += 1;
  });
  for (const block of register.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      if (visiblePersonRow(block.persons, index, asDay(context.asOf)) >= 0) rows.addPerson({ block, index });
    }
  }
  rows.addTeachingHours(register.teachingHours);
  return months;
}

function emptyMonth(grantYear: number, month: number) {
  const name = `${grantYear}-${String(month + 1).padStart(2, '0')}`;
  return { month: name, teachingHundredths: 0, teachingRows: 0, participantHundredths: 0, participantRows: 0 };
}
