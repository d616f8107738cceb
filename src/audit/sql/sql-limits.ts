import { join } from 'node:path';
import { csvObjects } from '../../domain';
import { readText } from '../../effects';
import type { RunContents } from '../verify/run-contents';
import { IN_SQL } from './load-plan';

/** Something that a run follows and SQL does not. */
export interface SqlLimit {
  /** An assumption (`A10`) or a rule module (`persontilskudd@2016`). */
  readonly name: string;
  /** What the run has; empty for a module, or where the run does not say. */
  readonly value: string;
  /** What SQL can follow. */
  readonly known: string;
}

/** What SQL reads each assumption that concerns its components as. */
const ASSUMPTIONS: Readonly<Record<string, RegExp>> = {
  A1: /^march_first$/,
  A2: /^(age_16_to_66_on_entry|16-66)$/,
  A3: /^membership_overlaps_year$/,
  A4: /^(under_67_at_year_start|0-66)$/,
  A5: /^entered_registered_file$/,
  A6: /^regions_table$/,
  A7: /^high$/,
  A8: /^(full_amount|full)$/,
  A9: /^later_from_date_wins$/,
  A10: /^(by_days|by_months)$/,
  A11: /^(count_6a|no, yes)$/,
  A12: /^frozen_once_posted$/,
  A14: /^quarter_ends$/,
  A15: /^(third_then_first|3, 1)$/,
  A16: /^(floor_of_equal_shares|four_terms)$/,
  A17: /^previous_year_once$/,
  A19: /^\d{4}-\d{2}-\d{2}$/,
};

/** What SQL has for each limit that concerns its components: first grant year, value. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'grunntilskudd.count_day': { '': '01-15' },
  'grunntilskudd.counts_6a': { '': 'no', 2022: 'yes' },
  'grunntilskudd.due_term': { 2016: '3', 2020: '1', 2024: '2', 2025: '1' },
  'grunntilskudd.steps': { '': '1-3:low 4-150:high' },
  'persontilskudd.age_at_year_start': { '': '0-66' },
  'persontilskudd.age_on_entry': { '': '16-66' },
  'persontilskudd.age_on_permit': { '': '18-66' },
  'persontilskudd.categories': { '': 'right_and_duty right', 2019: 'right_and_duty' },
  'persontilskudd.decision_needed_from': { '': '2018-01-01' },
  'persontilskudd.decision_within_days': { '': 'none' },
  'persontilskudd.proration': { '': 'full' },
  'persontilskudd.years_paid': { '': '3' },
  'persontilskudd37d.age_at_year_start': { '': '0-66' },
  'persontilskudd37d.age_on_permit': { '': '18-66' },
  'persontilskudd37d.decision_within_days': { '': 'none' },
  'persontilskudd37d.proration': { '': 'full' },
  'terms.shares': { 2004: 'legacy', 2016: 'legacy', 2024: 'four_terms' },
};

const MODULES: readonly string[] = [
  'grunntilskudd@2016',
  'grunntilskudd@2019',
  'grunntilskudd@2022',
  'persontilskudd37d@2022',
  'persontilskudd@2016',
  'persontilskudd@2019',
];

/**
 * What of a run SQL cannot follow: another answer to an assumption, a module of later law. Nothing is compared then, for
 * every difference would be of SQL's making.
 */
export function sqlLimits(run: RunContents): SqlLimit[] {
  const rows = csvObjects(readText(join(run.folder, 'parameters.csv')));
  const assumptions = new Map(rows.map((row) => [row.key ?? '', row.value ?? '']));
  const limits = Object.entries(ASSUMPTIONS).flatMap(([name, known]): SqlLimit[] => {
    const value = assumptions.get(name) ?? '';
    return known.test(value)
      ? []
      : [{ name, value, known: known.source.replace(/[\^$()]/g, '').replaceAll('|', ', ') }];
  });
  const modules = run.manifest.modules.filter((row) => IN_SQL.includes(row.component)).map((row) => row.module);
  const unknown = [...new Set(modules)].filter((module) => !MODULES.includes(module));
  return [...limits, ...otherLimits(rows), ...unknown.map((name) => ({ name, value: '', known: MODULES.join(', ') }))];
}

/** Limits of the run that say something else than SQL; run folders of format 1 have none, their law was SQL's. */
function otherLimits(rows: readonly Readonly<Record<string, string>>[]): SqlLimit[] {
  return rows.flatMap(({ kind, key = '', grant_year: first = '', value = '' }): SqlLimit[] => {
    const known = kind === 'limit' ? LIMITS[key] : undefined;
    if (known === undefined || known[first] === value) return [];
    return [
      { name: first === '' ? key : `${key}/${first}`, value, known: known[first] ?? Object.values(known).join(', ') },
    ];
  });
}
