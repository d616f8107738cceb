import {
  type GrantYearContext,
  type HoursBasisRow,
  i32,
  NO_RECIPIENT,
  type Outcome,
  type PersonView,
  u8,
} from '../domain';
import {
  hasAnyGrantedDecision,
  type KommuneHours,
  lawOfEarliestRow,
  mainRecipient,
  PersonHours,
  startsWithinThreeMonths,
} from './hours-person';

type Cell = { -readonly [Name in keyof HoursBasisRow]: HoursBasisRow[Name] };

/** Laws and year numbers in keys: -1 (all) to 3. */
const SPAN = 5;
const ALL = -1;
const OTHER = 0;

/** Hours basis per kommune, law and year number (rulebook 8.2). Never changes a payout. */
export class HoursBasis {
  readonly #cells = new Map<number, Cell>();
  readonly #hours = new PersonHours();
  readonly #context: GrantYearContext;

  constructor(context: GrantYearContext) {
    this.#context = context;
  }

  /** @param outcome of persontilskudd in the grant year; undefined where the component does not exist then */
  addPerson(person: PersonView, outcome: Outcome | undefined): void {
    const hours = this.#hours;
    hours.read(person, this.#context);
    const triggers = outcome !== undefined && outcome.chosenRow >= 0;
    if (hours.kommuner.length === 0 && !triggers) return;
    const law = triggers
      ? u8(person.block.targetGroup.law, outcome.chosenRow)
      : lawOfEarliestRow(person, this.#context);
    const yearNumber = triggers ? outcome.yearNumber : OTHER;
    const undecided = hours.hasHours && !hasAnyGrantedDecision(person, this.#context);
    for (const kommune of hours.kommuner) {
      this.#each(kommune.kommune, law, yearNumber, (cell) => addHours(cell, kommune, undecided));
    }
    this.#addNationally(law, yearNumber, undecided);
    if (triggers) this.#addTriggering(person, outcome, law, yearNumber);
  }

  /** Rows that are not zero throughout, in no particular order; the writer sorts them. */
  rows(): HoursBasisRow[] {
    return [...this.#cells.values()].filter(isNotEmpty);
  }

  #addNationally(law: number, yearNumber: number, undecided: boolean): void {
    const total: KommuneHours = {
      kommune: NO_RECIPIENT,
      norwegianHundredths: 0,
      socialStudiesHundredths: 0,
      absenceHundredths: 0,
      rows: 0,
      rowsOnTime: 0,
    };
    for (const kommune of this.#hours.kommuner) {
      total.norwegianHundredths += kommune.norwegianHundredths;
      total.socialStudiesHundredths += kommune.socialStudiesHundredths;
      total.absenceHundredths += kommune.absenceHundredths;
      total.rows += kommune.rows;
      total.rowsOnTime += kommune.rowsOnTime;
    }
    if (total.rows > 0) this.#each(NO_RECIPIENT, law, yearNumber, (cell) => addHours(cell, total, undecided));
  }

  #addTriggering(person: PersonView, outcome: Outcome, law: number, yearNumber: number): void {
    const enteredOn = i32(person.block.targetGroup.enteredOn, outcome.chosenRow);
    const starter = enteredOn >= this.#context.firstDay && enteredOn <= this.#context.lastDay;
    const inTime = starter && startsWithinThreeMonths(this.#hours.firstMonth, enteredOn);
    const add = (cell: Cell): void => {
      if (starter) cell.starters += 1;
      if (inTime) cell.startersWithinThreeMonths += 1;
      if (!this.#hours.hasHours) cell.triggeringWithoutHours += 1;
    };
    const main = mainRecipient(outcome);
    if (main !== NO_RECIPIENT) this.#each(main, law, yearNumber, add);
    this.#each(NO_RECIPIENT, law, yearNumber, add);
  }

  /** The cells of a person: own law and all, own year number and all. Without a law only those of all laws. */
  #each(kommune: number, law: number, yearNumber: number, change: (cell: Cell) => void): void {
    change(this.#cell(kommune, ALL, yearNumber));
    change(this.#cell(kommune, ALL, ALL));
    if (law === ALL) return;
    change(this.#cell(kommune, law, yearNumber));
    change(this.#cell(kommune, law, ALL));
  }

  #cell(kommune: number, law: number, yearNumber: number): Cell {
    const key = (kommune * SPAN + law + 1) * SPAN + yearNumber + 1;
    const known = this.#cells.get(key);
    if (known) return known;
    const made: Cell = {
      kommune,
      law,
      yearNumber,
      participants: 0,
      norwegianHundredths: 0,
      socialStudiesHundredths: 0,
      absenceHundredths: 0,
      hoursRows: 0,
      hoursRowsOnTime: 0,
      starters: 0,
      startersWithinThreeMonths: 0,
      triggeringWithoutHours: 0,
      hoursWithoutDecision: 0,
    };
    this.#cells.set(key, made);
    return made;
  }
}

function addHours(cell: Cell, hours: KommuneHours, undecided: boolean): void {
  const participates = hours.norwegianHundredths + hours.socialStudiesHundredths > 0;
  if (participates) cell.participants += 1;
  if (participates && undecided) cell.hoursWithoutDecision += 1;
  cell.norwegianHundredths += hours.norwegianHundredths;
  cell.socialStudiesHundredths += hours.socialStudiesHundredths;
  cell.absenceHundredths += hours.absenceHundredths;
  cell.hoursRows += hours.rows;
  cell.hoursRowsOnTime += hours.rowsOnTime;
}

function isNotEmpty(cell: HoursBasisRow): boolean {
  return (
    cell.participants +
      cell.norwegianHundredths +
      cell.socialStudiesHundredths +
      cell.absenceHundredths +
      cell.hoursRows +
      cell.hoursRowsOnTime +
      cell.starters +
      cell.startersWithinThreeMonths +
      cell.triggeringWithoutHours +
      cell.hoursWithoutDecision >
    0
  );
}
