import { RATE_KEYS, type Rate, type RateClass } from '../../../src/domain';

/** Invented rates, the same every year, so that only persons differ from one year to the next. */
export function sameRates(years: readonly number[]): Rate[] {
  return years.flatMap((grantYear) =>
    RATE_KEYS.flatMap((key) => {
      const classed = key === 'grunntilskudd' || key.startsWith('persontilskudd.');
      const classes: readonly RateClass[] = classed ? ['low', 'high'] : ['single'];
      return classes.map((rateClass): Rate => {
        const valueNok = key === 'grunntilskudd' ? 400_000 : rateClass === 'low' ? 20_000 : 45_000;
        return {
          key,
          grantYear,
          rateClass,
          valueNok,
          status: 'illustrative',
          source: 'test',
          note: '',
          file: '',
          line: 0,
        };
      });
    }),
  );
}
