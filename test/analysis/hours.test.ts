import { join } from 'node:path';
import { hoursCharts } from '../../src/analysis/hours/hours-charts';
import { hoursOfRegister } from '../../src/analysis/hours/hours-of-register';
import { type HoursBasisRow, knownDay, NO_TRACE, type RegisterSource } from '../../src/domain';
import { calculate } from '../../src/engine';
import { barChart } from '../../src/report/charts/bar-chart';
import { CASES, caseNames, readScenario, type ScenarioRun } from '../golden/scenario';
import { NOTHING_POSTED } from './support/posted';
import { openExtract, ratesOfFile, testRules } from './support/registers';

const RUNS = caseNames().flatMap((name) => {
  const runs = readScenario(name).commands.filter((command): command is ScenarioRun => command.command === 'run');
  const last = runs.filter((run) => run.exit === undefined).at(-1);
  return last === undefined ? [] : [{ name, run: last }];
});
const byPlace = (rows: readonly HoursBasisRow[]) =>
  [...rows].sort((a, b) => a.kommune - b.kommune || a.law - b.law || a.yearNumber - b.yearNumber);

/** The same register with other hours in every row: none, more, in other months, never absent. */
function withOtherHours(register: RegisterSource): RegisterSource {
  return {
    personCount: register.personCount,
    teachingHours: register.teachingHours,
    costBase: register.costBase,
    identities: register.identities,
    rejectedWithoutRow: register.rejectedWithoutRow,
    fileNames: register.fileNames,
    *blocks() {
      for (const block of register.blocks()) {
        const { hours } = block;
        const hoursHundredths = hours.hoursHundredths.map((value, row) =>
          row % 3 === 0 ? 0 : (value * 7 + row) % 25_000,
        );
        const month = hours.month.map((value, row) => value - (row % 2));
        yield {
          ...block,
          hours: { ...hours, hoursHundredths, month, absenceHundredths: hours.absenceHundredths.map(() => 0) },
        };
      }
    },
  };
}

describe.each(RUNS)('hours of $name', ({ name, run }) => {
  const rules = testRules([ratesOfFile(join(CASES, name, run.rates))]);
  const register = openExtract(join(CASES, name, run.extract), rules, run.reject_limit ?? null);
  const asOf = knownDay(run.as_of);
  const term = ([1, 2, 3, 4] as const).find((candidate) => candidate === run.term) ?? 4;
  const request = { grantYear: run.year, term, asOf, excluded: [] };
  const ofRun = (source: RegisterSource) =>
    calculate({ request, register: source, posted: NOTHING_POSTED, rules, trace: NO_TRACE });
  const result = ofRun(register);

  test('are those of a run', () => {
    expect(byPlace(hoursOfRegister(register, rules, run.year, asOf))).toEqual(byPlace(result.hoursBasis));
  });

  test('change no payout, whatever they are', () => {
    const other = ofRun(withOtherHours(register));
    // In 2004 the hours were the grant; in every other year they are not.
    const asPaid = run.year === 2004 ? expect([...other.lines]).not : expect([...other.lines]);
    asPaid.toEqual([...result.lines]);
    if (run.year === 2004) return;
    expect(other.payouts).toEqual(result.payouts);
    expect(other.held).toEqual(result.held);
    expect(other.sizing).toEqual(result.sizing);
    if (result.hoursBasis.some((row) => row.hoursRows > 0)) expect(other.hoursBasis).not.toEqual(result.hoursBasis);
  });
});

describe('charts', () => {
  const row = (changes: Partial<HoursBasisRow>): HoursBasisRow => ({
    kommune: 0,
    law: -1,
    yearNumber: -1,
    participants: 0,
    norwegianHundredths: 0,
    socialStudiesHundredths: 0,
    absenceHundredths: 0,
    hoursRows: 0,
    hoursRowsOnTime: 0,
    starters: 0,
    startersWithinThreeMonths: 0,
    triggeringWithoutHours: 0,
    hoursWithoutDecision: 0,
    ...changes,
  });

  test('hold averages and shares, rounded half up, and leave out what has no basis', () => {
    const charts = hoursCharts([
      row({ yearNumber: 1, participants: 3, norwegianHundredths: 1000, starters: 8, startersWithinThreeMonths: 5 }),
      row({ yearNumber: 0, participants: 0 }),
      row({ kommune: 3011, norwegianHundredths: 40 }),
      row({ kommune: 46011, norwegianHundredths: 50 }),
    ]);
    expect(charts.average_hours_by_year_number).toEqual([{ label: '1', hundredths: 333 }]);
    expect(charts.started_within_3_months_percent_by_year_number).toEqual([{ label: '1', hundredths: 6250 }]);
    expect(charts.registered_on_time_percent_by_year_number).toEqual([]);
    expect(charts.hours_by_kommune.map(({ label }) => label)).toEqual(['46011', '3011']);
  });

  test('are drawn with their figures and nothing that breaks the drawing', () => {
    const svg = barChart({
      title: 'Timer <i> & år',
      unit: 'timer',
      language: 'nb',
      bars: [{ label: '1', hundredths: 333 }],
    });
    expect(svg).toContain('<title>Timer &lt;i&gt; &amp; år</title>');
    expect(svg).toContain('>3,33 timer</text>');
    expect(svg).toContain('width="360"');
  });
});
