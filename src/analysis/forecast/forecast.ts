import type { RuleSet } from '../../../rules';
import {
  COUNT_COMPONENT,
  type Component,
  componentOrdinal,
  type Day,
  formatDay,
  NorsktilskuddError,
  type RegisterSource,
  yearOf,
} from '../../domain';
import { componentOfCell } from '../facts/cell-key';
import { type MissingPrice, stopIfMissing } from '../facts/missing-prices';
import { sizeRegister } from '../size/size-register';
import { codesIn } from './code-in-year';
import { forecastCounted } from './forecast-counted';
import { lookAt } from './forecast-looks';
import { expectPersons } from './forecast-persons';
import { forecastRate } from './forecast-rates';
import { spreadOverRecipients } from './forecast-recipients';
import { eachScenario, type Forecast, type ForecastCell, type ForecastRecipient } from './forecast-types';
import { movesSeen } from './moves-seen';

/** What an estimate is asked for. */
export interface ForecastRequest {
  readonly grantYear: number;
  readonly asOf: Day;
  readonly excluded: readonly Component[];
}

/**
 * Estimates what the grant year will come to and what the next one will, from one register: cohorts move on, people
 * enter, fall away, are registered late and move as a year ago. Never an input to a payout.
 *
 * Each year has one estimate, whatever year is asked for: the year of D and those before it from what is known of them,
 * the one after D's from D's own year. Later ones have none.
 *
 * @param earlier an extract of a year ago; without it nobody is seen to fall away who is in the register today
 * @throws NorsktilskuddError usage FORECAST_TOO_FAR; NO_CALENDAR (the year before must have one), PARAMETERS_MISSING
 */
export function forecast(
  register: RegisterSource,
  rules: RuleSet,
  request: ForecastRequest,
  earlier: RegisterSource = register,
): Forecast {
  const { grantYear, asOf } = request;
  const yearOfAsOf = yearOf(asOf);
  if (grantYear > yearOfAsOf + 1) {
    const params = { year: grantYear, asOf: formatDay(asOf), last: yearOfAsOf + 1 };
    throw new NorsktilskuddError('usage', 'FORECAST_TOO_FAR', params);
  }
  const from = (year: number): Forecast => twoYears(register, rules, { ...request, grantYear: year }, earlier);
  const own = from(Math.min(grantYear, yearOfAsOf));
  if (grantYear === yearOfAsOf) return own;
  if (grantYear > yearOfAsOf) return { ...own, ...ofYear(own, grantYear), years: [grantYear] };
  const [these, following] = [ofYear(own, grantYear), ofYear(from(grantYear + 1), grantYear + 1)];
  const cells = [...these.cells, ...following.cells];
  return { ...own, cells, recipients: [...these.recipients, ...following.recipients] };
}

function ofYear({ cells, recipients }: Forecast, year: number): Pick<Forecast, 'cells' | 'recipients'> {
  const isOf = ({ grantYear }: { readonly grantYear: number }): boolean => grantYear === year;
  return { cells: cells.filter(isOf), recipients: recipients.filter(isOf) };
}

/** A year that D's is or that lies before it, and the one after it, by what is known of the first at D. */
function twoYears(
  register: RegisterSource,
  rules: RuleSet,
  { grantYear, asOf, excluded }: ForecastRequest,
  earlier: RegisterSource,
): Forecast {
  const sizing = sizeRegister(register, rules, grantYear, asOf, excluded).rows;
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
  const codeIn = codesIn(rules.places);
  const counted = excluded.includes(COUNT_COMPONENT)
    ? undefined
    : forecastCounted(looks, expected.newcomers, sizing, rules, missing, codeIn);
  stopIfMissing(missing, rules.rates);
  const spread = spreadOverRecipients(cells, sizing, looks.next, movesSeen(looks.now, looks.nowThen), codeIn);
  return {
    grantYear,
    years: [grantYear, grantYear + 1],
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
