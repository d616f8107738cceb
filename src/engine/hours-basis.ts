import { limitsOf } from '../../rules';
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
  clearHours,
  emptyHours,
  hasAnyGrantedDecision,
  type KommuneHours,
  lawOfEarliestRow,
  mainRecipient,
  PersonHours,
  startsWithin,
} from './hours-person';

type Cell = { -readonly [Name in keyof HoursBasisRow]: HoursBasisRow[Name] };

/** Laws and year numbers in keys: -1 (all) to 5. */
const SPAN = 7;
const ALL = -1;
const OTHER = 0;

/** Hours basis per kommune, law and year number (rulebook 8.2). Never changes a payout. */
export class HoursBasis {
  /** Cells of each kommune by law and year number, and the national ones under NO_RECIPIENT. */
  readonly #cells = new Map<number, (Cell | undefined)[]>();
  readonly #hours: PersonHours;
  readonly #total = emptyHours();
  readonly #context: GrantYearContext;
  readonly #startMonths: number;

  constructor(context: GrantYearContext) {
    this.#context = context;
    this.#startMonths = limitsOf(context).whole('starters.months');
    this.#hours = new PersonHours(context);
  }

  /** @param outcome of persontilskudd in the grant year; undefined where the component does not exist then */
  addPerson(person: PersonView, outcome: Outcome | undefined): void {
    const hours = this.#hours;
    hours.read(person);
    const triggers = outcome !== undefined && outcome.chosenRow >= 0;
    if (hours.kommuneCount === 0 && !triggers) return;
    const law = triggers
      ? u8(person.block.targetGroup.law, outcome.chosenRow)
      : lawOfEarliestRow(person, this.#context);
    const yearNumber = triggers ? outcome.yearNumber : OTHER;
    if (hours.kommuneCount > 0) this.#addHours(law, yearNumber, this.#isUndecided(person));
    if (triggers) this.#addTriggering(person, outcome, law, yearNumber);
  }

  /** Rows that are not zero throughout, in no particular order; the writer sorts them. */
  rows(): HoursBasisRow[] {
    const rows: HoursBasisRow[] = [];
    for (const cells of this.#cells.values()) {
      for (const cell of cells) if (cell && isNotEmpty(cell)) rows.push(cell);
    }
    return rows;
  }

  #isUndecided(person: PersonView): boolean {
    return this.#hours.hasHours && !hasAnyGrantedDecision(person, this.#context);
  }

  #addHours(law: number, yearNumber: number, undecided: boolean): void {
    const total = this.#total;
    clearHours(total, NO_RECIPIENT);
    for (let index = 0; index < this.#hours.kommuneCount; index += 1) {
      const kommune = this.#hours.kommune(index);
      this.#addToCells(kommune, law, yearNumber, undecided);
      total.norwegianHundredths += kommune.norwegianHundredths;
      total.socialStudiesHundredths += kommune.socialStudiesHundredths;
      total.absenceHundredths += kommune.absenceHundredths;
      total.rows += kommune.rows;
      total.rowsOnTime += kommune.rowsOnTime;
    }
    this.#addToCells(total, law, yearNumber, undecided);
  }

  /** To the cells of a person: own law and all, own year number and all. Without a law only those of all laws. */
  #addToCells(hours: KommuneHours, law: number, yearNumber: number, undecided: boolean): void {
    const cells = this.#cellsOf(hours.kommune);
    addHours(cellOf(cells, hours.kommune, ALL, yearNumber), hours, undecided);
    addHours(cellOf(cells, hours.kommune, ALL, ALL), hours, undecided);
    if (law === ALL) return;
    addHours(cellOf(cells, hours.kommune, law, yearNumber), hours, undecided);
    addHours(cellOf(cells, hours.kommune, law, ALL), hours, undecided);
  }

  #addTriggering(person: PersonView, outcome: Outcome, law: number, yearNumber: number): void {
    const enteredOn = i32(person.block.targetGroup.enteredOn, outcome.chosenRow);
    const starter = enteredOn >= this.#context.firstDay && enteredOn <= this.#context.lastDay;
    const inTime = starter && startsWithin(this.#startMonths, this.#hours.firstMonth, enteredOn);
    const { hasHours } = this.#hours;
    const add = (kommune: number): void => {
      const cells = this.#cellsOf(kommune);
      addStart(cellOf(cells, kommune, ALL, yearNumber), starter, inTime, hasHours);
      addStart(cellOf(cells, kommune, ALL, ALL), starter, inTime, hasHours);
      addStart(cellOf(cells, kommune, law, yearNumber), starter, inTime, hasHours);
      addStart(cellOf(cells, kommune, law, ALL), starter, inTime, hasHours);
    };
    const main = mainRecipient(outcome);
    if (main !== NO_RECIPIENT) add(main);
    add(NO_RECIPIENT);
  }

  #cellsOf(kommune: number): (Cell | undefined)[] {
    const known = this.#cells.get(kommune);
    if (known) return known;
    const made = new Array<Cell | undefined>(SPAN * SPAN).fill(undefined);
    this.#cells.set(kommune, made);
    return made;
  }
}

function cellOf(cells: (Cell | undefined)[], kommune: number, law: number, yearNumber: number): Cell {
  const place = (law + 1) * SPAN + yearNumber + 1;
  const known = cells[place];
  if (known) return known;
  const made = emptyCell(kommune, law, yearNumber);
  cells[place] = made;
  return made;
}

function emptyCell(kommune: number, law: number, yearNumber: number): Cell {
  return {
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
}

function addStart(cell: Cell, starter: boolean, inTime: boolean, hasHours: boolean): void {
  if (starter) cell.starters += 1;
  if (inTime) cell.startersWithinThreeMonths += 1;
  if (!hasHours) cell.triggeringWithoutHours += 1;
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
