import { basename } from 'node:path';
import { buildRateTable, formOfLimit, type RuleSet, withChoice, withLimits } from '../../../rules';
import { priceListOf } from '../../analysis';
import {
  closestWord,
  type ErrorDetail,
  errorDetail,
  NorsktilskuddError,
  parseLimitKey,
  RATE_KEYS,
  type Rate,
} from '../../domain';
import { RATES_TABLE, readSmallTable, rowsOrStop } from '../../register';
import type { FactShelf } from '../facts/fact-shelf';
import { basisOf, type CaseDefaults, plainCase, type SizeCase } from '../facts/size-case';
import type { RatesFile } from '../rates/rates-warnings';
import { readGivenFile } from '../read-given-file';
import type { RegisterPlace } from '../register/open-place';
import { filterWarnings, shownRecipients } from './filter-warnings';
import { lawChanges } from './law-changes';
import type { ScenarioFile } from './scenario-file';
import { changedRates, type ScenarioRates } from './scenario-rates';
import { withRegionsOf } from './scenario-regions';

/**
 * The case of a scenario. Its rates have status `scenario` whatever their file says: nothing of it can be paid (rulebook 1).
 *
 * @throws NorsktilskuddError input SCENARIO_REFUSED, all that is wrong with it at once; SCENARIO_ASSUMPTION, SCENARIO_REGIONS
 */
export function scenarioCase(scenario: ScenarioFile, defaults: CaseDefaults, shelf: FactShelf): SizeCase {
  const place = placeOf(scenario) ?? defaults.place;
  const grantYear = scenario.grantYear ?? defaults.grantYear;
  const asOf = scenario.asOf ?? defaults.asOf;
  const term = scenario.term ?? defaults.term;
  const excluded = [...new Set([...defaults.excluded, ...scenario.excluded])];
  const base = plainCase(scenario.name, { ...defaults, place, grantYear, asOf, term, excluded }, shelf);
  const { overlays, bases, ...law } = lawOf(scenario, defaults.rules, base.grantYear);
  // A file that rates are reckoned from has been used, though its cells hold no longer.
  const reckoned = new Set(bases.map(({ file }) => file));
  const ratesFiles = [...base.ratesFiles, ...overlays].filter(
    ({ rates }) => !rates.some(({ file }) => reckoned.has(file)),
  );
  return { ...base, ...law, ...viewOf(scenario, base, defaults), ratesFiles, asksOfLaw: asksOfLaw(scenario) };
}

/** Whether limits, choices or regions are named at all, be it with the value that the law has. */
function asksOfLaw({ assumptions, limits, regions, words }: ScenarioFile): boolean {
  const isNamed = [assumptions, limits].some((named) => Object.keys(named).length > 0);
  return isNamed || regions !== undefined || words.some(({ kind }) => kind !== 'rates');
}

/** What a scenario tries: its law, with its rates, and what that says otherwise. */
export function lawOf(
  scenario: ScenarioFile,
  rules: RuleSet,
  grantYear: number,
): Pick<SizeCase, 'rules' | 'rates' | 'prices' | 'basis' | 'law'> &
  Pick<ScenarioRates, 'bases'> & { readonly overlays: readonly RatesFile[] } {
  const limited = limitedLaw(scenario, withRegionsOf(scenario, assumedLaw(scenario, rules, grantYear)), grantYear);
  const overlays = overlaysOf(scenario);
  const byFiles = buildRateTable([rules.rates.rates, overlays.flatMap((file) => file.rates)]);
  const words = scenario.words.flatMap((word) => (word.kind === 'rates' ? [word] : []));
  const { uprateMillionths, file } = scenario;
  const { rates, bases, problems } = changedRates(byFiles, grantYear, { file, words, uprateMillionths });
  if (problems.length > 0) throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, problems);
  const law = { ...limited, rates };
  const changes = lawChanges(rules, law, grantYear, scenario.excluded);
  const prices = priceListOf(rates, grantYear);
  return { rules: law, rates, prices, basis: basisOf(law, grantYear), law: changes, bases, overlays };
}

function viewOf(
  scenario: ScenarioFile,
  { grantYear }: SizeCase,
  { rules }: CaseDefaults,
): Pick<SizeCase, 'filter' | 'warnings'> {
  return {
    filter: { recipients: shownRecipients(scenario, rules.places), rateClasses: scenario.rateClasses },
    warnings: filterWarnings(scenario, grantYear, rules.places),
  };
}

function placeOf(scenario: ScenarioFile): RegisterPlace | undefined {
  if (scenario.extract !== undefined) return { extract: scenario.extract };
  return scenario.snapshot === undefined ? undefined : { snapshotId: scenario.snapshot };
}

/** Rates files of a scenario, with the status that everything of it has. */
export function overlaysOf(scenario: ScenarioFile): RatesFile[] {
  return scenario.rates.map((path) => {
    const rows = rowsOrStop(path, readSmallTable(readGivenFile(path, `rates in ${scenario.file}`), path, RATES_TABLE));
    const name = basename(path);
    return { name, rates: rows.map((rate): Rate => ({ ...rate, file: name, status: 'scenario' })) };
  });
}

/** Other values of assumptions; those on the command line hold. */
function assumedLaw({ file, assumptions, words }: ScenarioFile, rules: RuleSet, grantYear: number): RuleSet {
  let law = rules;
  const choices = words.flatMap((word): [string, string][] =>
    word.kind === 'assumption' ? [[word.id, word.value]] : [],
  );
  for (const [assumption, value] of [...Object.entries(assumptions), ...choices]) {
    const known = rules.assumptions.assumptions.find(({ id }) => id === assumption)?.alternatives;
    if (known === undefined) {
      const problem = unknownKey({ file, place: assumption, key: assumption }, rules, grantYear);
      throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, [problem]);
    }
    if (!known.includes(value)) throw noSuchChoice({ file, assumption, value, known }, rules, grantYear);
    law = withChoice(law, assumption, value);
  }
  return law;
}

/** Where the assumption is about limits, those are what a scenario may change. */
function noSuchChoice(
  { known, ...params }: Record<'file' | 'assumption' | 'value', string> & { readonly known: readonly string[] },
  { limits }: RuleSet,
  grantYear: number,
): NorsktilskuddError {
  const keys = limits.limits
    .filter(
      (limit) => limit.assumption === params.assumption && limits.limits[limits.find(limit.key, grantYear)] === limit,
    )
    .map(({ key }) => {
      const known = parseLimitKey(key);
      return `${key} (${(known && formOfLimit(known)) ?? '-'})`;
    });
  return keys.length === 0
    ? new NorsktilskuddError('input', 'SCENARIO_ASSUMPTION', { ...params, alternatives: known.join(', ') })
    : new NorsktilskuddError('input', 'SCENARIO_ASSUMPTION_OF_LIMITS', { ...params, limits: keys.join(', ') });
}

/** All that is wrong with the limits of a scenario is said at once. */
function limitedLaw({ file, limits, words }: ScenarioFile, rules: RuleSet, grantYear: number): RuleSet {
  const problems: ErrorDetail[] = [];
  let law = rules;
  const inWords = words.flatMap((word): [string, string][] => (word.kind === 'limit' ? [[word.key, word.value]] : []));
  for (const [key, value] of Object.entries({ ...limits, ...Object.fromEntries(inWords) })) {
    try {
      law = withLimits(law, grantYear, { [key]: value });
    } catch (cause) {
      if (!(cause instanceof NorsktilskuddError)) throw cause;
      if (cause.code === 'LIMIT_KEY_UNKNOWN') {
        const place = inWords.some(([word]) => word === key) ? key : `limits.${key}`;
        problems.push(unknownKey({ file, place, key }, rules, grantYear));
        continue;
      }
      const known = parseLimitKey(key);
      const form = (known && formOfLimit(known)) ?? '-';
      problems.push(
        errorDetail('CONFIG_BAD_VALUE', { file, line: 1, column: `limits.${key}`, found: value, expected: form }),
      );
    }
  }
  if (problems.length > 0) throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, problems);
  return law;
}

/** A key that is neither a limit of the year nor a rate, with the one that is meant, if any is close. */
function unknownKey(
  { file, place, key }: { readonly file: string; readonly place: string; readonly key: string },
  { limits }: RuleSet,
  grantYear: number,
): ErrorDetail {
  const ofYear = limits.limits.filter((limit) => limits.limits[limits.find(limit.key, grantYear)] === limit);
  const suggestion = closestWord(key, [...RATE_KEYS, ...ofYear.map((limit) => limit.key)]);
  const params = { file, key: place, grantYear };
  return errorDetail('SCENARIO_KEY_UNKNOWN', suggestion === undefined ? params : { ...params, suggestion });
}
