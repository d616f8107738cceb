import type { RuleSet } from '../../../rules';
import { type Component, componentOrdinal, type Day, type RegisterSource, type SizingRow } from '../../domain';
import { componentOfCell } from '../facts/cell-key';
import { type MissingPrice, stopIfMissing } from '../facts/missing-prices';
import { forecastCounted } from './forecast-counted';
import { lookAt } from './forecast-looks';
import { expectPersons } from './forecast-persons';
import { forecastRate } from './forecast-rates';
import { spreadOverRecipients } from './forecast-recipients';
import { eachScenario, type Forecast, type ForecastCell, type ForecastRecipient } from './forecast-types';
import { movesSeen } from './moves-seen';

/**
 * Estimates what the grant year will come to and what the next one will, from one register: cohorts move on, people
 * enter, fall away, are registered late and move as a year ago. Never an input to a payout.
 *
 * @param sizing rows of the year's size at D
 * @param earlier an extract of a year ago; without it nobody is seen to fall away who is in the register today
 * @throws NorsktilskuddError NO_CALENDAR (the year before must have one), PARAMETERS_MISSING
 */
export function forecast(
  register: RegisterSource,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  sizing: readonly SizingRow[],
  excluded: readonly Component[],
  earlier: RegisterSource = register,
): Forecast {
  const looks = lookAt(register, rules, grantYear, asOf, earlier);
  const expected = expectPersons(looks, rules);
  const missing: MissingPrice[] = [];
  const rateYears = (year: number): number[] => (year === grantYear ? [year] : [year, grantYear]);
  const cells = expected.cells
    .filter(({ cell }) => !excluded.includes(componentOfCell(cell)))
    .map((expectedCell): ForecastCell => {
      const { cell, persons } = expectedCell;
      const rate = forecastRate(cell, rateYears(expectedCell.grantYear), rules.rates, persons.high, missing);
      return { ...expectedCell, ...rate, amountNok: eachScenario((scenario) => persons[scenario] * rate.rateNok) };
    });
  const counted = excluded.includes('grunntilskudd')
    ? undefined
    : forecastCounted(looks, expected.newcomers, sizing, rules, missing);
  stopIfMissing(missing, rules.rates);
  const spread = spreadOverRecipients(cells, sizing, looks.next, movesSeen(looks.now, looks.nowThen));
  return {
    grantYear,
    cells: [...cells, ...(counted?.cells ?? [])].sort((a, b) => a.grantYear - b.grantYear || a.cell - b.cell),
    recipients: [...spread, ...(counted?.recipients ?? [])].sort(compareRecipients),
    courses: [...expected.courses.values()],
    paces: [...expected.paces.values()],
    daysLeft: expected.daysLeft,
    rulesChange: looks.rulesChange,
    hasEarlier: earlier !== register,
  };
}

function compareRecipients(a: ForecastRecipient, b: ForecastRecipient): number {
  return (
    a.grantYear - b.grantYear ||
    a.recipient - b.recipient ||
    componentOrdinal(a.component) - componentOrdinal(b.component)
  );
}
