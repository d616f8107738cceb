import { buildRateTable, type RuleSet } from '../../../rules';
import { errorDetail, NorsktilskuddError } from '../../domain';
import type { LawChange } from '../facts/size-case';
import { lawOf, overlaysOf } from '../scenario/scenario-case';
import type { ScenarioFile } from '../scenario/scenario-file';
import { changedRates } from '../scenario/scenario-rates';

/** The law of every year of a forecast, and what a scenario says otherwise in each. */
export interface ForecastLaw {
  readonly rulesOf: (grantYear: number) => RuleSet;
  readonly changes: readonly (LawChange & { readonly grantYear: number })[];
}

/** The years that a forecast works out, and that of D. */
export interface ForecastYears {
  readonly from: number;
  readonly to: number;
  readonly yearOfAsOf: number;
}

/**
 * The law of a forecast's years: a scenario's words hold in each of them. `--uprate` raises the rates of every year after
 * that of D from those of the year before it; what a word changes is the rate after that. A year has one law, whatever years
 * are named with it.
 *
 * @throws NorsktilskuddError input SCENARIO_REFUSED for a word of a year that is not worked out; as lawOf()
 */
export function forecastLaw(scenario: ScenarioFile | undefined, rules: RuleSet, years: ForecastYears): ForecastLaw {
  if (scenario === undefined) return { rulesOf: () => rules, changes: [] };
  refuseOthers(scenario, years);
  const laws = new Map<number, RuleSet>();
  const changes: (LawChange & { readonly grantYear: number })[] = [];
  let rates = buildRateTable([rules.rates.rates, overlaysOf(scenario).flatMap((file) => file.rates)]);
  for (let year = Math.min(years.from, years.yearOfAsOf + 1); year <= years.to; year += 1) {
    const isLater = year > years.yearOfAsOf;
    const uprateMillionths = isLater ? (scenario.uprateMillionths ?? 0n) : undefined;
    const isReckoned = scenario.uprateMillionths !== undefined || scenario.words.some(({ kind }) => kind === 'rates');
    if (isReckoned) rates = changedRates(rates, year, { file: scenario.file, words: [], uprateMillionths }).rates;
    if (year < years.from) continue;
    const words = scenario.words.filter((word) => word.kind !== 'rates' || (word.grantYear ?? year) === year);
    const own = { ...scenario, rates: [], words, uprateMillionths: undefined };
    const { rules: law, law: changed } = lawOf(own, { ...rules, rates }, year);
    laws.set(year, law);
    changes.push(...changed.map((change) => ({ ...change, grantYear: year })));
  }
  return { rulesOf: (grantYear) => laws.get(grantYear) ?? rules, changes };
}

function refuseOthers(scenario: ScenarioFile, years: ForecastYears): void {
  const { file, term, words, recipients, fylker, rateClasses, hasEmptyFilter, uprateMillionths } = scenario;
  const problems = words.flatMap((word) => {
    const year = word.kind === 'rates' ? word.grantYear : undefined;
    if (year === undefined || (year >= years.from && year <= years.to)) return [];
    return [errorDetail('SCENARIO_SET_OTHER_YEAR', { scenario: file, word: word.word, year, grantYear: years.from })];
  });
  const { extract, snapshot } = scenario;
  const places = { grant_year: scenario.grantYear, as_of: scenario.asOf, extract, snapshot };
  const named = Object.entries(places).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (named.length > 0) problems.push(errorDetail('FORECAST_HAS_ITS_OWN', { keys: named.join(', ') }));
  if (hasEmptyFilter || recipients.length + fylker.length + rateClasses.length > 0)
    problems.push(errorDetail('FORECAST_SHOWS_ALL', {}));
  if (term !== undefined && term !== 4) problems.push(errorDetail('FORECAST_OF_WHOLE_YEARS', { term }));
  if (uprateMillionths !== undefined && years.to <= years.yearOfAsOf)
    problems.push(errorDetail('FORECAST_UPRATES_LATER', { year: years.yearOfAsOf }));
  if (problems.length > 0) throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, problems);
}
