import { countWorld } from '../../../src/analysis/simulation/count-world';
import { factsUnder } from '../../../src/analysis/simulation/entry-history';
import { type SimulationRequest, simulateForecast } from '../../../src/analysis/simulation/simulate-forecast';
import { YearPieces } from '../../../src/analysis/simulation/year-pieces';
import { knownDay, NO_RECIPIENT } from '../../../src/domain';
import { generatedRegisters, testRules } from '../support/registers';
import { sameRates } from '../support/same-rates';

const rules = testRules([sameRates([2018, 2019, 2020])]);
const [register] = generatedRegisters({ persons: 800, year: 2019, seed: 4, snapshots: 1, arrivals: 'steady' }, rules);
if (register === undefined) throw new Error('a register');
const request: SimulationRequest = {
  ...{ from: 2019, to: 2020, asOf: knownDay('2019-12-31'), excluded: [], arrivals: [], seed: 3 },
  rulesOf: () => rules,
};
const forecast = simulateForecast(register, request);

const inForce = (code: number, day: string): boolean =>
  rules.places.places.some(
    (place) => place.code === code && place.validFrom <= knownDay(day) && knownDay(day) < place.validTo,
  );
const codesOf = (year: number): number[] => [
  ...new Set(
    forecast.recipientCells.flatMap((row) =>
      row.grantYear === year && row.recipient !== NO_RECIPIENT ? [row.recipient] : [],
    ),
  ),
];

test('no kommune is named that has ended by the year', () => {
  expect(codesOf(2020).length).toBeGreaterThan(100);
  expect(codesOf(2020).filter((code) => !inForce(code, '2020-12-31'))).toEqual([]);
  expect(codesOf(2019).every((code) => inForce(code, '2020-12-31'))).toBe(false);
});

test('bands ascend, are whole, and the total lies about the sum of its components', () => {
  const all = [...forecast.totals, ...forecast.components, ...forecast.cells, ...forecast.recipients];
  for (const { amountNok } of [...all, ...forecast.recipientCells]) {
    const { p10, p50, p90 } = amountNok;
    expect([p10 <= p50, p50 <= p90, [p10, p50, p90].every(Number.isSafeInteger)]).toEqual([true, true, true]);
  }
  for (const { grantYear, amountNok } of forecast.totals) {
    const parts = forecast.components.filter((row) => row.grantYear === grantYear);
    const sum = parts.reduce((total, row) => total + row.amountNok.p50, 0);
    expect(Math.abs(sum - amountNok.p50) / amountNok.p50).toBeLessThan(0.01);
  }
});

test('amounts of a cell are persons at its rate; grunntilskudd is steps of counts, not the step of an expected count', () => {
  for (const { component, rateNok, persons, amountNok } of forecast.cells) {
    if (component === 'grunntilskudd')
      expect([amountNok.p10, amountNok.p50, amountNok.p90].every((nok) => nok % rateNok === 0)).toBe(true);
    else expect(amountNok.p50).toBe(persons.p50 * rateNok);
  }
  // Many a kommune has one step in one simulation and none in another: the band of all together is wider than nothing.
  const uncertain = forecast.cells.filter(
    ({ grantYear, component, amountNok }) =>
      grantYear === 2020 && component === 'grunntilskudd' && amountNok.p10 < amountNok.p90,
  );
  expect(uncertain.length).toBeGreaterThan(0);
});

test('others come to kommuner like those in which each person counts once, and to empty ones as many as stand alone', () => {
  const world = (year: number) =>
    countWorld(factsUnder(register, rules, year), rules, year, request.asOf, new YearPieces(year, rules));
  const [now, next] = [world(2019), world(2020)];
  // Most of those who count in 2020 do so in 2019, too: taken for two they would hide who stands alone.
  expect(next.homes.length).toBeLessThan(now.known.length + next.known.length / 2);
  const persons = new Map<number, number>();
  for (const home of next.homes) persons.set(home, (persons.get(home) ?? 0) + 1);
  const alone = [...persons.values()].filter((count) => count === 1).length;
  expect(alone).toBeGreaterThan(persons.size / 2);
  expect(next.emptyShare).toBe(alone / next.homes.length);
});
