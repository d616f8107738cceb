import { hourGrantNok } from '../../rules';
import {
  ASSUMPTION,
  type PersonView,
  RATE_CLASS,
  type RateKey,
  type RateTable,
  rateCell,
  type TeachingHoursColumns,
} from '../domain';
import { HourRows, monthsDue } from './hour-rows';
import type { KommuneDue } from './kommune-settle';
import type { ComponentPlan } from './plan';
import type { Sizing } from './sizing';
import type { Tally } from './tally';

interface Hours {
  teachingHundredths: number;
  participantHundredths: number;
  rows: number;
}

/** Hours of a grant year per kommune for the hour grant of 2004 (rulebook 5.3). */
export class HourGrant {
  readonly #plan: ComponentPlan;
  readonly #rows: HourRows;
  /** Months up to the quarter's end, and all months. */
  readonly #upToTerm = new Map<number, Hours>();
  readonly #wholeYear = new Map<number, Hours>();

  constructor(plan: ComponentPlan) {
    this.#plan = plan;
    this.#rows = new HourRows(plan.context, (kommune, month, kind, hundredths) =>
      this.#add(kommune, month, kind, hundredths),
    );
  }

  /** Adds the hours of a person who exists, also of one who is withheld. */
  addPerson(person: PersonView): void {
    this.#rows.addPerson(person);
  }

  addTeachingHours(table: TeachingHoursColumns): void {
    this.#rows.addTeachingHours(table);
  }

  /** Amounts per kommune at the run's term. */
  dues(rates: RateTable, tally: Tally): KommuneDue[] {
    tally.assumptions |= ASSUMPTION.A13;
    return this.#sorted(this.#upToTerm).map(([kommune, hours]) => {
      const { amountNok, rateIndexes } = this.#amount(hours, rates, tally);
      const record = {
        kommune,
        count: hours.rows,
        teachingHundredths: hours.teachingHundredths,
        participantHundredths: hours.participantHundredths,
        rateIndexes,
        rateClass: RATE_CLASS.single,
        annualAmountNok: amountNok,
      };
      return { record, dueNok: amountNok, entitled: true };
    });
  }

  /** Sizing uses all visible months of the grant year (rulebook 5.3, 8.1). */
  addSizing(rates: RateTable, tally: Tally, sizing: Sizing): void {
    for (const [kommune, hours] of this.#sorted(this.#wholeYear)) {
      sizing.addKommune(
        kommune,
        this.#plan.ordinal,
        RATE_CLASS.single,
        0,
        null,
        this.#amount(hours, rates, tally).amountNok,
      );
    }
  }

  #add(kommune: number, month: number, kind: 'teaching' | 'participant', hundredths: number): void {
    const isDue = month < monthsDue(this.#plan.dueTerm);
    for (const map of isDue ? [this.#wholeYear, this.#upToTerm] : [this.#wholeYear]) {
      const cell = map.get(kommune) ?? { teachingHundredths: 0, participantHundredths: 0, rows: 0 };
      map.set(kommune, cell);
      cell.rows += 1;
      cell[`${kind}Hundredths`] += hundredths;
    }
  }

  #sorted(map: ReadonlyMap<number, Hours>): [number, Hours][] {
    return [...map].sort(([a], [b]) => a - b);
  }

  #amount(hours: Hours, rates: RateTable, tally: Tally): { amountNok: number; rateIndexes: number[] } {
    const teaching = this.#rate('timetilskudd.per_teaching_hour', hours.teachingHundredths, rates, tally);
    const participant = this.#rate('timetilskudd.per_participant_hour', hours.participantHundredths, rates, tally);
    const amountNok = hourGrantNok(
      hours.teachingHundredths,
      teaching.valueNok,
      hours.participantHundredths,
      participant.valueNok,
    );
    return { amountNok, rateIndexes: [teaching.index, participant.index].filter((index) => index >= 0) };
  }

  /** The rate where there are hours that need it. */
  #rate(key: RateKey, hundredths: number, rates: RateTable, tally: Tally): { index: number; valueNok: number } {
    if (hundredths === 0) return { index: -1, valueNok: 0 };
    const index = rates.find(key, this.#plan.grantYear, 'single');
    if (index < 0) tally.missing(rateCell(key, this.#plan.grantYear, 'single'));
    else tally.useRate(index);
    return { index, valueNok: rates.rates[index]?.valueNok ?? 0 };
  }
}
