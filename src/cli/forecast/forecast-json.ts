import { type BackTest, type ForecastAnswer, recipientText, type SimulatedForecast } from '../../app';
import { analysisReport } from '../answers/analysis-report';
import { cellFields, detail, hundredths, unitsOf } from '../answers/common';
import { leftOut } from '../answers/left-out';
import {
  at,
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
import { amounts, backTest } from './back-test-json';

interface Received {
  readonly recipient: number;
}
interface Named extends Received {
  readonly name: string;
}

const counts = object({ p10: whole, p50: whole, p90: whole });
const recipientId = at(({ recipient }: Received) => recipientText(recipient), text);

const cellFigures = {
  grant_year: whole,
  known: whole,
  persons: counts,
  amount: at('amountNok', amounts),
};
const total = object({ grant_year: whole, known_on: epochDay, amount: at('amountNok', amounts) });
const component = object({ ...cellFigures, component: text });
const cell = object({ ...cellFigures, ...cellFields, rate: kroner, rate_year: whole });

const millionths = unitsOf(6);

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
    list(object({ grant_year: whole, recipient_id: recipientId, ...cellFields, amount: at('amountNok', amounts) })),
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

/** `forecast --json`: a forecast, or with --backtest how forecasts have done. */
export const forecastJson: Shape<ForecastAnswer | BackTest> = oneOf([answer, backTest], (value, to) =>
  'scores' in value ? backTest.encode(value, to) : answer.encode(value, to),
);
