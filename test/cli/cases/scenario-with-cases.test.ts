import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseActKind, csvObjects, formatKroner } from '../../../src/domain';
import type { OracleAct } from '../../oracle/acts';
import { componentsOf } from '../../oracle/components';
import { readExtract } from '../../oracle/extract';
import { underLimits } from '../../oracle/law';
import { personsOn } from '../../oracle/person';
import { sizing } from '../../oracle/sizing';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { RATES, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, LEDGER, openCase } from './support';

/*
 * A scenario sees the extract alone; cases only where a ledger is named with it (rulebook 8.4). Held to the naive calculator
 * with the same cases and the same law.
 */

const [MOVED, VOID, OTHER] = ['201712345601', '201712345602', '201712345603'];
const ASKED = ['scenario', '--set', 'persontilskudd.proration=half_year', '--extract', 'e', '--year', '2018'];
const SHIPPED = join(__dirname, '../../../rules/data/rates.csv');
const cwd = temporaryFolder();

interface Impact {
  readonly alternative: string;
  readonly recipients: readonly { readonly recipient_id: string; readonly change: number }[];
}

interface Scenario {
  readonly warnings: readonly { readonly code: string }[];
  readonly recipients: readonly {
    readonly recipient_id: string;
    readonly amount: number;
    readonly base_amount: number;
  }[];
}

async function asked(...flags: readonly string[]): Promise<Scenario> {
  const answer = await ok(cwd, ...ASKED, '--rates', RATES, ...flags);
  const [one] = answer.scenarios as Scenario[];
  if (one === undefined) throw new Error('no scenario');
  return one;
}

const codes = ({ warnings }: Scenario): string[] => warnings.map(({ code }) => code);

/** An act as the naive calculator has it. */
function said(kind: CaseActKind & OracleAct['kind'], number: number, what: Partial<OracleAct>): OracleAct {
  const nothing = {
    component: '',
    person: '',
    recipient: '',
    basis: '',
    from: '',
    to: '',
    code: '',
    table: '',
    key: '',
  };
  return { ...nothing, amount: 0, row: {}, act: number, kind, grantYear: 2018, ...what };
}

function naive(acts: readonly OracleAct[], limits: Readonly<Record<string, string>>): Record<string, number> {
  const rates = [SHIPPED, RATES].flatMap((file) => csvObjects(readFileSync(file, 'utf8')));
  const rateOf = (key: string, year: number, rateClass: string): number =>
    Number(
      rates.find((row) => row.key === key && row.grant_year === String(year) && row.rate_class === rateClass)?.value,
    );
  const persons = personsOn(readExtract(join(cwd, 'e')), '2018-12-31', 2018, acts);
  const rows = underLimits(limits, () => sizing(persons, [], '2018-12-31', 2018, componentsOf(2018), rateOf, acts));
  const sums: Record<string, number> = {};
  for (const { recipient, annual } of rows) sums[recipient] = (sums[recipient] ?? 0) + annual;
  return sums;
}

const column = ({ recipients }: Scenario, name: 'amount' | 'base_amount'): Record<string, number> =>
  Object.fromEntries(recipients.map((row) => [row.recipient_id, row[name]]));

const total = (sums: Record<string, number>): number => Object.values(sums).reduce((sum, amount) => sum + amount, 0);

/** What days in place of the whole year give a person, without the ends of lines. */
async function explained(person: string, ...flags: readonly string[]): Promise<string> {
  const law = ['--set', 'persontilskudd.proration=days', '--extract', 'e', '--year', '2018', '--rates', RATES];
  const { code, out } = await cli(cwd, ['explain', '--person', person, ...law, ...flags]);
  expect(code).toBe(0);
  return out.replace(/\n +/g, ' ').replaceAll('\n', ' ');
}

test('cases count in a scenario and its baseline where their ledger is named, and nowhere else', async () => {
  const homes = [
    [MOVED, '1103'],
    [VOID, '1106'],
    [OTHER, '1119'],
  ] as const;
  const persons = homes.map(([id, kommune]) => ({
    id,
    homes: [[kommune, '2017-03-01']] as const,
    entered: '2017-08-01',
  }));
  writeExtract(join(cwd, 'e'), persons, { takenAt: '2018-12-31' });
  await runTerm(cwd, 'e', 4);
  const number = await openCase(cwd, 'error');
  const year = ['--year', '2018'];
  const pinned = await act(
    cwd,
    number,
    'pin_kommune',
    ...year,
    '--person',
    MOVED,
    '--recipient',
    '1114',
    '--from',
    '2018-03-15',
  );
  const gone = await act(
    cwd,
    number,
    'row_void',
    ...year,
    '--person',
    VOID,
    '--table',
    'target_group',
    '--row-key',
    `T${VOID}`,
  );
  const counted = await act(cwd, number, 'pin_count', ...year, '--recipient', '1119', '--amount', '7');
  const none = await act(cwd, number, 'pin_count', ...year, '--recipient', '1103', '--amount', '0');
  const acts = [
    said('pin_kommune', pinned, { person: MOVED, recipient: '1114', from: '2018-03-15' }),
    said('row_void', gone, { person: VOID, table: 'target_group', key: `T${VOID}` }),
    said('pin_count', counted, { recipient: '1119', amount: 7 }),
    said('pin_count', none, { recipient: '1103', amount: 0 }),
  ];

  const withCases = await asked(...LEDGER);
  expect(codes(withCases)).toContain('SIZE_WITH_CASES');
  expect(column(withCases, 'base_amount')).toEqual(naive(acts, {}));
  const days = await asked('--set', 'persontilskudd.proration=days', ...LEDGER);
  expect(column(days, 'amount')).toEqual(naive(acts, { 'persontilskudd.proration': 'days' }));
  const steps = await asked('--set', 'grunntilskudd.steps=1-9:low', ...LEDGER);
  expect(column(steps, 'amount')).toEqual(
    naive(acts, { 'persontilskudd.proration': 'half_year', 'grunntilskudd.steps': '1-9:low' }),
  );
  // Before grunntilskudd is due no pinned count is either.
  expect(column(await asked('--term', '1', ...LEDGER), 'amount')).toHaveProperty('1119', 62_300);

  const alone = await asked('--db', 'elsewhere.db');
  expect(codes(alone)).not.toContain('SIZE_WITH_CASES');
  expect(column(alone, 'base_amount')).toEqual(naive([], {}));
  // The same size, and the same hours.
  const sized = await ok(cwd, 'size', '--extract', 'e', ...year, '--rates', RATES, ...LEDGER);
  expect(sized).toMatchObject({ size: total(naive(acts, {})) });
  const hours = async (...flags: string[]): Promise<unknown> =>
    ((await ok(cwd, 'hours', '--extract', 'e', ...year, ...flags)).rows as Record<string, unknown>[]).find(
      (row) => row.kommune === 'ALL' && row.law === 'all' && row.year_number === 'all',
    )?.triggering_without_hours;
  expect([await hours(), await hours(...LEDGER)]).toEqual([3, 2]);

  // The explanation tells the same amounts, and what the cases decide.
  const sums = column(days, 'amount');
  const told = await explained(MOVED, ...LEDGER);
  expect(told).toContain(`1114 Bjerkreim gets ${formatKroner(sums['1114'] ?? 0)} of persontilskudd`);
  expect(told).toMatch(/What cases of the ledger decide .* \(acts: 4\).*\[case 1, act 1\]/);
  expect(await explained(VOID, ...LEDGER)).toContain('There is no amount for the person');
  const untold = await explained(MOVED);
  expect(untold).toContain(`1103 Stavanger gets ${formatKroner(62_300)}`);
  expect(untold).toContain('The extract alone is read');

  // So do a comparison and every other answer to an open question; advice is of the register whatever a case says.
  const fewer = { 'grunntilskudd.steps': '1-9:low' };
  writeFileSync(join(cwd, 'fewer.json'), JSON.stringify({ name: 'fewer', limits: fewer }));
  const what = ['--extract', 'e', ...year, '--rates', RATES];
  const pair = await ok(cwd, 'compare', '2018', 'fewer.json', ...what, ...LEDGER);
  expect(pair.total).toMatchObject({ a: total(naive(acts, {})), b: total(naive(acts, fewer)) });
  const withFour = { code: 'SIZE_WITH_CASES', params: { acts: 4 } };
  const unused = { code: 'RATES_UNUSED' };
  expect(pair.warnings).toMatchObject([unused, withFour]);
  const { impacts, warnings } = await ok(cwd, 'impact', ...what, ...LEDGER);
  expect(warnings).toMatchObject([withFour]);
  const split = (impacts as Impact[]).find(({ alternative }) => alternative === 'by_months');
  const [byDays, byMonths] = [naive(acts, {}), naive(acts, { 'split.unit': 'by_months' })];
  const differences = ['1103', '1114'].map((code) => ({
    recipient_id: code,
    change: (byMonths[code] ?? 0) - (byDays[code] ?? 0),
  }));
  expect(differences[0]?.change).not.toBe(0);
  expect(split?.recipients).toEqual(differences);
  const advice = (...flags: string[]): Promise<Record<string, unknown>> => ok(cwd, 'advice', ...what, ...flags);
  const [ofLedger, ofExtract] = [await advice(...LEDGER), await advice()];
  expect(ofLedger).toEqual({
    ...ofExtract,
    warnings: [expect.objectContaining({ code: 'ADVICE_WITHOUT_CASES', params: { acts: 4 } })],
  });
  // So is a forecast.
  const left = ['--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd'];
  const forecast = (...flags: string[]): Promise<Record<string, unknown>> =>
    ok(cwd, 'forecast', '2018', '--extract', 'e', '--rates', RATES, ...left, ...flags);
  const [beside, bare] = [await forecast(...LEDGER), await forecast()];
  const without = expect.objectContaining({ code: 'FORECAST_WITHOUT_CASES', params: { acts: 4 } });
  expect(beside).toEqual({ ...bare, warnings: expect.arrayContaining([without]) });
  expect(bare.warnings).not.toEqual(expect.arrayContaining([without]));
}, 120_000);
