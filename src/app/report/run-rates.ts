import { type Component, csvRecords, isCountedName } from '../../domain';
import type { OpenRun } from '../explain/open-run-context';
import { HELD_RECIPIENT } from './recipient-figures';
import { type RatedPersons, ToldRates } from './told-rates';

/** What public rates tell of a run's persons (sizing.csv), by component. */
export class RunRates {
  readonly #counted = new Map<string, ToldRates>();
  readonly #uncounted = new Map<string, ToldRates>();
  readonly #recipients = new Map<string, string[]>();

  constructor({ sealedText }: Pick<OpenRun, 'sealedText'>) {
    const rows = new Map<string, RatedPersons[]>();
    for (const { cell } of csvRecords(sealedText('sizing.csv'))) {
      const [component, group, rate] = [cell('component'), cell('recipient_id'), cell('rate')];
      if (group === HELD_RECIPIENT || rate === '' || isCountedName(component)) continue;
      const own = rows.get(component) ?? [];
      rows.set(component, own);
      const [persons, nok] = [Number(cell('persons')), Number(cell('annual_amount'))];
      own.push({ group, persons, ratesNok: [Number(rate)], amountsNok: [nok] });
    }
    for (const [component, own] of rows) {
      const rates = own.map(({ ratesNok }) => ratesNok);
      this.#recipients.set(component, [...new Set(own.map(({ group }) => group))]);
      this.#counted.set(component, new ToldRates(rates, own));
      this.#uncounted.set(component, new ToldRates(rates, own, false));
    }
  }

  /** Whether persons and kroner of these recipients together tell of few. */
  tells(component: Component, recipients: readonly string[]): boolean {
    return this.#counted.get(component)?.tells(recipients) ?? false;
  }

  /** Whether so many persons at public rates are told by their count and kroner. */
  tellsOf(component: Component, rows: readonly RatedPersons[]): boolean {
    return this.#counted.get(component)?.tellsOf(rows) ?? false;
  }

  /** Whether the kroner of the whole country tell of few. */
  tellsOfCountry(component: string): boolean {
    return this.#uncounted.get(component)?.tells(this.#recipients.get(component) ?? []) ?? false;
  }
}
