import {
  apportion,
  asRecipientCode,
  at,
  COMPONENTS,
  COUNT_COMPONENT,
  formatRecipientCode,
  hasParticipants,
  isPerKommune,
  PARTICIPANT_COMPONENT,
  RATE_CLASSES,
  SHARING,
  STATUS,
} from '../../domain';
import type { PersonTraceRecord } from '../../trace/trace-leaf';
import type { Problems } from './problems';
import type { ReadSizing, RunContents, SizingFigures } from './run-contents';

const FILE = 'sizing.csv';
/** Most persons of the low step of grunntilskudd, and of the high one. */
const [COUNT_LOW_MOST, COUNT_MOST] = [3, 150];
/** Recipient of what is held (rulebook 8.1). */
const HELD_RECIPIENT = 'HELD';

/** What a row of sizing.csv is about, as one text. */
export function sizingKey(recipient: string, component: string, yearNumber: string, rateClass: string): string {
  return [recipient, component, yearNumber, rateClass].filter((text) => text !== '').join(' ');
}

/**
 * The annual size of the components per person (rulebook 8.1), counted again from the trace: each triggered person at the
 * full annual amount, over all recipients as known at D. Rows per kommune rest on counts that the trace has in some runs only.
 */
export class SizingFromTrace {
  readonly #rates: readonly number[];
  readonly #cells = new Map<string, { -readonly [Name in keyof SizingFigures]: SizingFigures[Name] }>();

  /** Persons who trigger persontilskudd, by year number, those of unknown countries too. */
  readonly #triggering = new Map<number, number>();

  /** @param rates values of the rates of parameters.csv, in order */
  constructor(rates: readonly number[]) {
    this.#rates = rates;
  }

  /** @param read a record of the run's own grant year */
  add(read: PersonTraceRecord): void {
    if (hasParticipants(at(COMPONENTS, read.component)) && read.chosenLine > 0) {
      this.#triggering.set(read.yearNumber, (this.#triggering.get(read.yearNumber) ?? 0) + 1);
    }
    if (read.status === STATUS.noRecipient) this.#add(HELD_RECIPIENT, read, true, 0, read.annualAmountNok);
    if (read.status !== STATUS.triggered) return;
    const amounts = amountsOf(read);
    const seen = new Set<string>();
    read.recipients.forEach(({ code, stopped, days }, place) => {
      const recipient = stopped ? HELD_RECIPIENT : formatRecipientCode(asRecipientCode(code));
      this.#add(recipient, read, !seen.has(recipient), days, at(amounts, place));
      seen.add(recipient);
    });
  }

  #add(recipient: string, read: PersonTraceRecord, isNew: boolean, days: number, amountNok: number): void {
    const yearNumber = read.sharing === SHARING.separate || read.yearNumber === 0 ? '' : String(read.yearNumber);
    const rateClass = RATE_CLASSES[read.rateClass - 1] ?? '';
    const key = sizingKey(recipient, at(COMPONENTS, read.component), yearNumber, rateClass);
    const rateNok = this.#rates[read.rateIndex] ?? 0;
    const cell = this.#cells.get(key) ?? { persons: 0, days: 0, rateNok, annualNok: 0 };
    this.#cells.set(key, cell);
    if (isNew) cell.persons += 1;
    cell.days += days;
    cell.annualNok += amountNok;
  }

  /** Holds sizing.csv to it, row by row and both ways, and the hours basis to those who trigger. */
  compare({ sizing, triggeringInHours, manifest }: RunContents, problems: Problems): void {
    this.#compareSizing(sizing, problems);
    sizing
      .filter(({ component }) => component === COUNT_COMPONENT)
      .forEach((row) => {
        checkStep(row, problems);
      });
    const { grant_year: year } = manifest.identity;
    const isComputed = manifest.modules.some(
      (row) => row.component === PARTICIPANT_COMPONENT && row.grant_year === year,
    );
    for (const [yearNumber, { line, persons }] of isComputed ? triggeringInHours : []) {
      const expected = this.#triggering.get(yearNumber) ?? 0;
      const params = { line, column: 'participants, triggering_without_hours' };
      problems.compare('VERIFY_CELL', 'hours_basis.csv', expected, persons, params);
    }
  }

  #compareSizing(sizing: readonly ReadSizing[], problems: Problems): void {
    const wanted = new Map<string, SizingFigures>(this.#cells);
    const perPerson = COMPONENTS.filter((component) => !isPerKommune(component)).map(String);
    for (const row of sizing.filter(({ component }) => perPerson.includes(component))) {
      const { line, key } = row;
      const should = wanted.get(key);
      wanted.delete(key);
      const cell = (column: string, expected: number | null, found: number | null): void =>
        problems.compare('VERIFY_CELL', FILE, expected ?? '', found ?? '', { line, column });
      if (!should) problems.add('VERIFY_SIZING_UNFOUNDED', FILE, { line, column: 'recipient_id', row: key });
      else {
        cell('persons', should.persons, row.persons);
        cell('days', should.days, row.days);
        cell('rate', should.rateNok, row.rateNok);
        cell('annual_amount', should.annualNok, row.annualNok);
      }
    }
    for (const [row, { annualNok }] of wanted) {
      problems.add('VERIFY_SIZING_MISSING', FILE, { row, amountNok: annualNok });
    }
  }
}

/** The step of grunntilskudd that a count leads to (rulebook 5.1): the class, and the rate as the amount. */
function checkStep({ line, key, persons, rateNok, annualNok }: ReadSizing, problems: Problems): void {
  const [expected, found] = [stepOf(persons), key.split(' ').at(-1) ?? ''];
  const params = { line, column: 'rate_class' };
  problems.compare('VERIFY_CELL', FILE, expected === '' ? 'grunntilskudd' : expected, found, params);
  const column = 'annual_amount';
  problems.compare('VERIFY_CELL', FILE, expected === '' ? 0 : (rateNok ?? 0), annualNok, { line, column });
}

function stepOf(persons: number): string {
  if (persons > COUNT_MOST) return '';
  return persons > COUNT_LOW_MOST ? 'high' : 'low';
}

/** R over the recipients of a record: by its weights, half and half with the odd krone to the first, or each its own. */
function amountsOf({ sharing, recipients, annualAmountNok }: PersonTraceRecord): number[] {
  if (sharing === SHARING.separate) return recipients.map(({ amountNok }) => amountNok);
  const parts: number[] = [];
  const hasWeights = recipients.some(({ weight }) => weight > 0);
  const weights = recipients.map(({ days, weight }) => (hasWeights ? weight : days));
  const isByDays = sharing === SHARING.days && weights.some((weight) => weight > 0);
  if (isByDays) apportion(annualAmountNok, weights, parts);
  else if (recipients.length === 1) parts.push(annualAmountNok);
  else {
    const second = Math.floor(annualAmountNok / 2);
    parts.push(annualAmountNok - second, second);
  }
  return parts;
}
