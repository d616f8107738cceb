import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../../../rules';
import { QualityCheck } from '../../../src/analysis/quality/quality-check';
import { type Finding, knownDay, NO_TRACE, RATE_KEYS, type Rate, type RunResult } from '../../../src/domain';
import { calculate } from '../../../src/engine';
import type { Snapshot } from '../../../src/register';
import { temporaryFolder } from '../../support/temporary-folder';
import { NOTHING_POSTED } from '../support/posted';
import { openExtract, testRules } from '../support/registers';

const HEADERS: Readonly<Record<string, string>> = {
  persons: 'person_id,birth_date,country_background,death_date,emigrated_on,address_protection,registered_on',
  target_group: 'target_group_id,person_id,law,category,permit_granted_on,entered_on,left_on,registered_on',
  decisions: 'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on',
  residence: 'person_id,kommune,kind,from_date,to_date,registered_on',
  training_kommune: 'person_id,kommune,from_date,to_date,registered_on',
  upper_secondary: 'person_id,fylke,from_date,to_date,registered_on',
  hours: 'hours_id,person_id,kommune,month,category,hours,registered_on',
  person_ids: 'old_person_id,person_id,changed_on',
};

/** Rows of an extract by table, as lines of CSV without a header. */
export type Tables = Partial<Record<keyof typeof HEADERS, readonly string[]>>;

export const PERSON = '209800000104';
/** A grown person from Syria without anything odd. */
export const PLAIN_PERSON = `${PERSON},1990-05-17,SYR,,,,2016-02-01`;
/** In the target group of introduksjonsloven since 2017. */
export const MEMBER_2017 = `T1,${PERSON},introduksjonsloven,right_and_duty,2017-03-01,2017-03-01,,2017-03-05`;
export const HOME = `${PERSON},1103,registered,2017-03-01,,2017-03-02`;

/** Every cell of a grant year, made up, so that nothing is missing. */
function ratesOf(grantYear: number): Rate[] {
  return RATE_KEYS.flatMap((key) =>
    (['low', 'high', 'single'] as const).map((rateClass) => ({
      key,
      grantYear,
      rateClass,
      valueNok: rateClass === 'low' ? 10_000 : 20_000,
      status: 'illustrative' as const,
      source: 'test',
      note: '',
      file: 'test',
      line: 0,
    })),
  );
}

/** Runs (year, term 4) over the tables and returns what the check found, by code. */
export function findingsOf(tables: Tables, year = 2018, asOf = `${year}-12-31`): Map<string, Finding[]> {
  const { findings } = checkedRun(tables, year, asOf);
  const byCode = new Map<string, Finding[]>();
  for (const found of findings) byCode.set(found.code, [...(byCode.get(found.code) ?? []), found]);
  return byCode;
}

export function checkedRun(
  tables: Tables,
  year: number,
  asOf: string,
): { result: RunResult; findings: readonly Finding[] } {
  const rules = testRules([ratesOf(year)]);
  const register = registerOf(tables, rules);
  const request = { grantYear: year, term: 4 as const, asOf: knownDay(asOf), excluded: [] };
  const check = new QualityCheck(request, rules);
  const observe = check.observe;
  const result = calculate({ request, register, posted: NOTHING_POSTED, rules, trace: NO_TRACE, observe });
  return { result, findings: check.finish(result) };
}

/** The register of such tables. */
export function registerOf(tables: Tables, rules: RuleSet): Snapshot {
  const folder = join(temporaryFolder(), 'extract');
  mkdirSync(folder);
  for (const [table, header] of Object.entries(HEADERS)) {
    writeFileSync(join(folder, `${table}.csv`), `${[header, ...(tables[table] ?? [])].join('\n')}\n`);
  }
  return openExtract(folder, rules);
}
