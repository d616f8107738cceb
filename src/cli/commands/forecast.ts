import {
  type BackTest,
  backTest,
  expectLooker,
  forecastAnswer,
  forecastTables,
  NO_GRANT_YEAR,
  reportForecast,
  withAnalysis,
} from '../../app';
import { formatDay, formatDecimals, formatWhole, NorsktilskuddError } from '../../domain';
import { decimalText } from '../../messages';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { forecastJson } from '../forecast/forecast-json';
import { forecastAnswerText } from '../forecast/forecast-text';
import { componentName } from '../table-words';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { table } from '../view';

const DEFAULT_SEED = 1;

/** `forecast`: what grant years come to, by simulation; or how forecasts from earlier extracts have done. */
export const forecastCommand = command('forecast', {
  examples: [
    'norsktilskudd forecast 2018..2020 --extract extracts/2018-T2 --rates rates.csv',
    'norsktilskudd forecast 2019 --baseline 2018 --uprate 3.1% --arrivals arrivals.csv --extract extracts/2018-T4',
    'norsktilskudd forecast 2019 --set persontilskudd.decision_within_days=90 --extract extracts/2018-T4 --out forecast-2019',
    'norsktilskudd forecast 2019..2021 --extract extracts/2018-T4 --report pages --as kari',
    'norsktilskudd forecast 2018 --backtest --db norsktilskudd.db --rates rates.csv',
  ],
  input: {
    years: argument('forecastYears', '<years>', kind.years),
    place: sources.placeIfNamed,
    asOf: FLAGS.asOfTaken,
    rejectLimitPercent: sources.rejectLimitPercent,
    columns: SETTINGS.columns,
    readingLimits: sources.readingLimits,
    rates: SETTINGS.rates,
    excluded: sources.excluded,
    arrivals: FLAGS.arrivals,
    scenario: FLAGS.forecastScenario,
    set: FLAGS.set,
    uprate: FLAGS.uprateLater,
    baseline: FLAGS.forecastBaseline,
    earlier: FLAGS.earlier,
    appropriationsNok: sources.appropriationsByYear,
    seed: FLAGS.forecastSeed,
    backtest: FLAGS.backtest,
    db: sources.db,
    withCases: sources.withCases,
    tables: tablesWanted,
    report: FLAGS.reportFolder,
    as: SETTINGS.as,
  },
  async run(
    { years: [from, to], backtest, seed = DEFAULT_SEED, tables, report, as, place, withCases, ...input },
    context,
  ) {
    if (backtest) {
      const { arrivals, scenario, set, uprate, baseline, earlier } = input;
      const isAsked =
        set.length > 0 ||
        [arrivals, scenario, uprate, baseline, earlier, tables, report].some((one) => one !== undefined);
      if (isAsked) throw new NorsktilskuddError('usage', 'BACK_TEST_ALONE', {});
      return backTest(input, { ...input, from, to, seed, place });
    }
    if (place === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: '--extract' });
    const { db } = input;
    const looker = as === undefined ? { db } : { db, as };
    if (report !== undefined) expectLooker(looker);
    const ledgerFile = withCases ? db : undefined;
    const isDayGiven = input.asOf !== undefined;
    const options = { ...input, from, to, seed, ledgerFile, cwd: context.terminal.cwd, isDayGiven };
    const answer = withAnalysis(input, { ...input, place, grantYear: NO_GRANT_YEAR }, (analysis) =>
      forecastAnswer(analysis, options),
    );
    await writeTables(tables, () => forecastTables(answer), context);
    if (report === undefined) return answer;
    return { ...answer, report: await reportForecast(answer, looker, report) };
  },
  warnings: (answer) => ('scores' in answer ? [] : answer.warnings),
  json: forecastJson,
  text: (answer, context) => ('scores' in answer ? backTestText(answer, context) : forecastAnswerText(answer, context)),
});

/** How forecasts from earlier extracts have done: each forecast, and by component bias, error and cover. */
function backTestText({ heldOn, rows, scores }: BackTest, context: CliContext): string {
  const nameOf = (component: string | undefined): string =>
    component === undefined ? say(context, 'common.in_all') : componentName(component, context);
  const percent = (hundredths: number): string => `${decimalText(formatDecimals(hundredths, 2), context.language)} %`;
  const forecasts = rows
    .filter(({ component }) => component === undefined)
    .map(({ madeOn, grantYear, amountNok, cameNok }) => {
      const isCovered = amountNok.p10 <= cameNok && cameNok <= amountNok.p90;
      const word = say(context, isCovered ? 'simulation.yes' : 'simulation.no');
      return [formatDay(madeOn), String(grantYear), amountNok.p10, amountNok.p50, amountNok.p90, cameNok, word];
    });
  const judged = scores.map(
    ({ yearsAhead, component, forecasts: count, biasHundredths, rmseHundredths, rmseNok, covered }) => [
      String(yearsAhead),
      nameOf(component),
      count,
      percent(biasHundredths),
      percent(rmseHundredths),
      rmseNok,
      `${formatWhole(covered)}/${formatWhole(count)}`,
    ],
  );
  return [
    say(context, 'simulation.back_test_title', { day: formatDay(heldOn) }),
    table(context, 'simulation.columns_back_test', 'llkkkkl', forecasts),
    table(context, 'simulation.columns_scores', 'llnrrkr', judged),
    say(context, 'simulation.back_test_meaning'),
  ].join('\n');
}
