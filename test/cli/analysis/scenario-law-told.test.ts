import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExtract } from '../../oracle/extract';
import { underLimits } from '../../oracle/law';
import { personsOn } from '../../oracle/person';
import { triggeringRow } from '../../oracle/qualifying';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

/* Whatever tells of a scenario tells its law, never today's (rulebook 8.4). */

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const EXTRACT = join(work, 'extracts/2018-T4');
const REGISTER = ['--extract', EXTRACT, '--year', '2018', '--rates', RATES, '--db', 'ledger.db'];

beforeAll(async () => {
  const flags = '--persons 120 --year 2018 --seed 5 --snapshots 1 --out extracts';
  expect((await cli(work, ['generate', ...flags.split(' ')])).code).toBe(0);
  const late = { name: 'late', limits: { 'persontilskudd.decision_within_days': '0' }, set: ['regions/SYR=low'] };
  writeFileSync(join(work, 'late.json'), JSON.stringify({ ...late, exclude: ['grunntilskudd'] }));
});

/** Somebody who gets persontilskudd by the law, and nothing where the decision must be of the day of entry. */
function lateDecision(): string {
  const persons = personsOn(readExtract(EXTRACT), '2018-12-31');
  const limit = { 'persontilskudd.decision_within_days': '0' };
  const found = [...persons.values()].find((person) => {
    if (person.withheld || triggeringRow(person, 2018) === undefined) return false;
    return underLimits(limit, () => triggeringRow(person, 2018) === undefined);
  });
  if (found === undefined) throw new Error('nobody has a late decision');
  return found.id;
}

test('explain and why-not go by the law of the scenario, and keep nothing', async () => {
  const person = lateDecision();
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('norsktilskudd-scenario'));
  const asked = ['explain', '--format', 'full', '--person', person, ...REGISTER, '--as', 'kari', '--lang', 'en'];
  const own = await cli(work, [...asked, '--set', 'persontilskudd.year1=+0']);
  const late = await cli(work, [...asked, '--scenario', 'late.json', '--why-not']);
  expect([own.code, late.code]).toEqual([0, 0]);
  expect(own.out).toMatch(/^SCENARIO\n/);
  expect(own.out).toContain('Its law is that of 2018.');
  expect(own.out).toContain('triggers the grant');
  expect(late.out).toContain('Its law has persontilskudd.decision_within_days 0 in place of none.');
  expect(late.out).toContain('Its law has regions/SYR low in place of high.');
  expect(late.out.replace(/\s+/g, ' ')).toContain('is granted, but too late');
  expect(late.out).toContain('persontilskudd.decision_within_days 0, scenario');
  // Nothing of it is left: no ledger, no folder; only the look in the access log.
  expect(existsSync(join(work, 'ledger.db'))).toBe(false);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('norsktilskudd-scenario'))).toEqual(before);
  const log = await cli(work, ['access', '--db', 'ledger.db', '--json']);
  expect(log.out).toContain('"late"');
});

test('a scenario has no lines and no run', async () => {
  const { code, err } = await cli(work, ['explain', '2018-T4-000000000000-1', '--scenario', 'late.json', ...REGISTER]);
  expect([code, err]).toEqual([2, expect.stringContaining('EXPLAIN_SCENARIO_WHAT')]);
});

test('rules diff sets a scenario beside a year', async () => {
  const { out } = await cli(work, ['rules', 'diff', '2018', 'late.json', '--json']);
  expect(JSON.parse(out)).toEqual({
    from: 2018,
    to: 'late',
    differences: [
      { what: 'persontilskudd.decision_within_days', from: 'none', to: '0' },
      { what: 'regions/SYR', from: 'high', to: 'low' },
      { what: 'exclude grunntilskudd', from: '-', to: 'grunntilskudd' },
    ],
  });
  const back = await cli(work, ['rules', 'diff', 'late.json', '2018', '--json']);
  expect(JSON.parse(back.out).differences[1]).toEqual({ what: 'regions/SYR', from: 'low', to: 'high' });
});

test('compare shows the law of a side that is a scenario', async () => {
  const { out } = await cli(work, ['compare', '2018', 'late.json', ...REGISTER, '--json']);
  const { a, b } = JSON.parse(out);
  expect(a.law).toEqual([]);
  expect(b.law).toContainEqual({ what: 'persontilskudd.decision_within_days', from: 'none', to: '0' });
  const text = await cli(work, ['compare', '2018', 'late.json', ...REGISTER, '--lang', 'nb']);
  expect(text.out).toMatch(/B {2}hva +var +er\npersontilskudd\.decision_within_days +none +0/);
});
