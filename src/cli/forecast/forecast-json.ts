import type { BackTest, ForecastAnswer } from '../../app';
import {
  type AmountBand,
  type BackTestRow,
  type BackTestScore,
  componentOfCell,
  rateClassOfCell,
  recipientText,
  type SimulatedForecast,
  yearNumberOfCell,
} from '../../app';
import { formatDecimals, RATE_CLASSES } from '../../domain';
import { analysisReport } from '../answers/analysis-report';
import { detail } from '../answers/common';
import { leftOut } from '../answers/left-out';
import {
  at,
  decimal,
  epochDay,
  flag,
  kroner,
  list,
  object,
  oneOf,
  optional,
  orNull,
  type Shape,
  text,
  textOrNull,
  whole,
} from '../declare/answer';

interface Celled {
  readonly cell: number;
}
interface Received {
  readonly recipient: number;
}
interface Named extends Received {
  readonly name: string;
}

const amounts = object({ p10: kronerOf('p10'), p50: kronerOf('p50'), p90: kronerOf('p90') });
const counts = object({ p10: whole, p50: whole, p90: whole });
const cellName = {
  component: at(({ cell }: Celled) => componentOfCell(cell), text),
  year_number: at(({ cell }: Celled) => yearNumberOfCell(cell) || null, orNull(whole)),
  rate_class: at(({ cell }: Celled) => RATE_CLASSES[rateClassOfCell(cell) - 1] ?? null, orNull(text)),
};
const recipientId = at(({ recipient }: Received) => recipientText(recipient), text);

function kronerOf(name: keyof AmountBand) {
  return at((band: AmountBand) => band[name], whole);
}

const cellFigures = {
  grant_year: whole,
  known: whole,
  persons: counts,
  amount: at('amountNok', amounts),
};
const total = object({ grant_year: whole, known_on: epochDay, amount: at('amountNok', amounts) });
const component = object({ ...cellFigures, component: text });
const cell = object({ ...cellFigures, ...cellName, rate: kroner, rate_year: whole });

/** A whole number of some smaller unit as a decimal text. */
function unitsOf(digits: number): Shape<number> {
  return { ...decimal, encode: (value) => formatDecimals(value, digits) };
}

const millionths = unitsOf(6);
const hundredths = unitsOf(2);

const basis = {
  delays: at(
    'forecast.delays',
    list(
      object({ group: text, entries: at('seen', whole), known_after_periods: at('knownMillionths', list(millionths)) }),
    ),
  ),
  paces: at(
    'forecast.paces',
    list(
      object({
        group: text,
        entries_in_periods: at('entriesHundredths', list(hundredths)),
        growth_percent: at('growthHundredths', hundredths),
        drift_percent: at('driftHundredths', hundredths),
      }),
    ),
  ),
  fallen: at(
    'forecast.courses.fallen',
    list(
      object({
        group: text,
        later_years: at('isLater', flag),
        persons: at('seen', whole),
        share: at('millionths', millionths),
      }),
    ),
  ),
  left_share: at('forecast.courses.leftMillionths', millionths),
  moved_share: at('forecast.courses.movedMillionths', millionths),
};

const baseline = object({
  label: text,
  totals: at('forecast.totals', list(total)),
  components: at('forecast.components', list(component)),
  cells: at('forecast.cells', list(cell)),
});

const answer = object({
  as_of: epochDay,
  snapshot: text,
  seed: at('forecast.seed', whole),
  simulations: at('forecast.simulations', whole),
  arrivals_given: at('hasArrivals', flag),
  earlier_extract: at('hasEarlier', flag),
  known_years: at('known', list(object({ grant_year: whole, amount: kroner }))),
  totals: at('forecast.totals', list(total)),
  appropriations: list(
    object({ grant_year: whole, appropriation: at('amountNok', kroner), less_p50: at('leftNok', kroner) }),
  ),
  components: at('forecast.components', list(component)),
  cells: at('forecast.cells', list(cell)),
  recipients: at(
    ({ forecast, nameOf }: ForecastAnswer) => named(forecast.recipients, nameOf),
    list(object({ grant_year: whole, recipient_id: recipientId, name: text, amount: at('amountNok', amounts) })),
  ),
  recipient_cells: at(
    'forecast.recipientCells',
    list(object({ grant_year: whole, recipient_id: recipientId, ...cellName, amount: at('amountNok', amounts) })),
  ),
  baseline: orNull(baseline),
  law: list(
    object({
      grant_year: whole,
      what: text,
      from: at(({ from }: { readonly from: string }) => from, textOrNull),
      to: text,
    }),
  ),
  ...basis,
  left_out: leftOut,
  report: optional(analysisReport),
  warnings: list(detail),
});

function named(
  rows: SimulatedForecast['recipients'],
  nameOf: ForecastAnswer['nameOf'],
): (SimulatedForecast['recipients'][number] & Named)[] {
  return rows.map((row) => ({ ...row, name: nameOf(row.recipient) }));
}

const backTest = object({
  held_on: epochDay,
  rows: list(
    object({
      made_on: epochDay,
      grant_year: whole,
      component: at(({ component: one }: BackTestRow) => one ?? null, textOrNullable()),
      persons: whole,
      amount: at('amountNok', amounts),
      came: kroner,
    }),
  ),
  scores: list(
    object({
      years_ahead: whole,
      component: at(({ component: one }: BackTestScore) => one ?? null, textOrNullable()),
      forecasts: whole,
      bias_percent: at('biasHundredths', hundredths),
      rmse_percent: at('rmseHundredths', hundredths),
      rmse: kroner,
      covered: whole,
    }),
  ),
});

function textOrNullable(): Shape<string | null | undefined> {
  return orNull(text);
}

/** `forecast --json`: a forecast, or with --backtest how forecasts have done. */
export const forecastJson: Shape<ForecastAnswer | BackTest> = oneOf([answer, backTest], (value, to) =>
  'scores' in value ? backTest.encode(value, to) : answer.encode(value, to),
);
