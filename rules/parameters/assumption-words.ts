import { asDay, formatDay, type Limit, type LimitKey, type LimitTable, type Wording } from '../../src/domain';
import { agesWording } from '../conditions/wording';
import { YearLimits } from './limit-values';

/**
 * What the assumptions say whose values stand in the limits, with those values, by their ids.
 *
 * @param grantYear whose values are reported where they differ from year to year; the last ones without it
 */
export function assumptionWords(limits: LimitTable, grantYear?: number): Readonly<Record<string, Wording>> {
  const rowsOf = (key: LimitKey): readonly Limit[] => limits.limits.filter((limit) => limit.key === key);
  const year = grantYear ?? Math.max(...limits.limits.map(({ firstGrantYear }) => firstGrantYear ?? 0));
  const law = new YearLimits(limits, year);
  const entry = agesWording(law.ages('persontilskudd.age_on_entry'));
  const start = agesWording(law.ages('persontilskudd.age_at_year_start'));
  const since = (key: LimitKey, value: string): number =>
    rowsOf(key).find((row) => row.value === value)?.firstGrantYear ?? year;
  const with6a = since('grunntilskudd.counts_6a', 'yes');
  const lastEntry = law.day('persontilskudd37d.last_entry');
  return {
    A2: {
      nb: `Etter introduksjonsloven regnes alderen på dagen for inntreden, ${entry.nb}.`,
      en: `Under introduksjonsloven the age counts on the day of entry, ${entry.en}.`,
    },
    A4: {
      nb: `Alderen 31. desember året før må være ${start.nb}.`,
      en: `The age on 31 December of the year before must be ${start.en}.`,
    },
    A8: PRORATION_WORDS[law.proration('persontilskudd.proration')],
    A10: UNIT_WORDS[law.oneOf('split.unit', ['by_days', 'by_months'])],
    A11: {
      nb: `Fra ${with6a} telles også personer etter kapittel 6A i grunntilskuddet.`,
      en: `From ${with6a} persons under chapter 6A count for grunntilskudd too.`,
    },
    A15: dueTerms(rowsOf('grunntilskudd.due_term').filter(({ assumption }) => assumption !== '')),
    A16: {
      nb: `Fra ${since('terms.shares', 'four_terms')} fordeles beløpet likt på terminene som er igjen.`,
      en: `From ${since('terms.shares', 'four_terms')} the amount is spread evenly over the terms that are left.`,
    },
    A19: Number.isFinite(lastEntry)
      ? {
          nb: `Ordningen for kollektiv beskyttelse tar slutt {=${formatDay(asDay(lastEntry + 1))}}.`,
          en: `Collective protection ends on {=${formatDay(asDay(lastEntry + 1))}}.`,
        }
      : { nb: 'Ordningen for kollektiv beskyttelse tar ikke slutt.', en: 'Collective protection does not end.' },
  };
}

/** `i termin 3 i 2016 til 2019 og i termin 1 i 2020 til 2023`. */
function dueTerms(rows: readonly Limit[]): Wording {
  const parts = rows.map(({ value, firstGrantYear, lastGrantYear }) => [value, firstGrantYear, lastGrantYear] as const);
  const nb = parts.map(([term, from, to]) => `i termin ${term} i ${from} til ${to}`).join(' og ');
  const en = parts.map(([term, from, to]) => `in term ${term} in ${from} to ${to}`).join(' and ');
  return { nb: `Grunntilskuddet forfaller ${nb}.`, en: `Grunntilskudd is due ${en}.` };
}

const PRORATION_WORDS = {
  full: {
    nb: 'Den som utløser tilskudd, utløser hele årsbeløpet.',
    en: 'Somebody who triggers the grant triggers the whole amount for the year.',
  },
  days: {
    nb: 'Beløpet avkortes etter dagene i personkretsen.',
    en: 'The amount is reduced by the days in the target group.',
  },
  months: {
    nb: 'Beløpet avkortes etter kalendermånedene i personkretsen.',
    en: 'The amount is reduced by the calendar months in the target group.',
  },
  half_year: {
    nb: 'Den som trer inn etter første halvår, utløser halve beløpet.',
    en: 'Somebody who enters after the first half of the year triggers half of the amount.',
  },
};
const UNIT_WORDS = {
  by_days: {
    nb: 'Beløp fordeles etter antall dager i hele kroner, og kroner til overs går til de største restene.',
    en: 'Amounts are split by days in whole kroner, and kroner left over go to the largest remainders.',
  },
  by_months: {
    nb: 'Beløp fordeles etter kalendermåneder i hele kroner, og kroner til overs går til de største restene.',
    en: 'Amounts are split by calendar months in whole kroner, and kroner left over go to the largest remainders.',
  },
};
