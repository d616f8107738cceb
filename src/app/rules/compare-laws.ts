import { resolve } from 'node:path';
import type { RuleSet } from '../../../rules';
import { NorsktilskuddError } from '../../domain';
import { lawChanges } from '../scenario/law-changes';
import { lawOf } from '../scenario/scenario-case';
import { readScenarioFile } from '../scenario/scenario-file';
import { compareYears, type YearDifference } from './compare-years';

/** A law to be held against another: a grant year, or a scenario of one. */
interface Law {
  readonly label: string;
  readonly year: number;
  readonly rules: RuleSet;
  /** What a scenario changes that the view of a year does not show: countries, components that are left out. */
  readonly besides: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
}

/**
 * What differs between two laws, each a grant year (`2018`) or a scenario file. A scenario that names no year is of the year
 * of the other side.
 *
 * @throws NorsktilskuddError usage YEAR_NOT_GIVEN where neither side says a year; as readScenarioFile()
 */
export function compareLaws(
  rules: RuleSet,
  from: string,
  to: string,
  cwd: string,
): { readonly from: string; readonly to: string; readonly differences: readonly YearDifference[] } {
  const [a, b] = [lawFrom(from, to, rules, cwd), lawFrom(to, from, rules, cwd)];
  const differences = compareYears(a.rules, a.year, b.year, b.rules);
  const besides = [...new Set([...a.besides.keys(), ...b.besides.keys()])].map((what) => {
    const [before, after] = [a.besides.get(what), b.besides.get(what)];
    return { what, from: before?.to ?? after?.from ?? '-', to: after?.to ?? before?.from ?? '-' };
  });
  const differing = besides.filter((one) => one.from !== one.to);
  return { from: a.label, to: b.label, differences: [...differences, ...differing] };
}

function lawFrom(side: string, other: string, rules: RuleSet, cwd: string): Law {
  if (isYear(side)) return { label: side, year: Number(side), rules, besides: new Map() };
  const file = readScenarioFile(resolve(cwd, side));
  const year = file.grantYear ?? (isYear(other) ? Number(other) : readScenarioFile(resolve(cwd, other)).grantYear);
  if (year === undefined) throw new NorsktilskuddError('usage', 'YEAR_NOT_GIVEN', { side });
  const law = lawOf(file, rules, year);
  const besides = lawChanges(rules, law.rules, year, file.excluded)
    .filter(({ what }) => /^regions\//.test(what) || what === 'exclude')
    .map(({ what, from, to }) => (what === 'exclude' ? { what: `exclude ${to}`, from: '-', to } : { what, from, to }));
  return {
    label: file.name,
    year,
    rules: law.rules,
    besides: new Map(besides.map(({ what, ...values }) => [what, values])),
  };
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}
