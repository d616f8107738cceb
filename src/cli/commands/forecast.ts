import {
  backTest,
  expectLooker,
  forecastAnswer,
  forecastTables,
  NO_GRANT_YEAR,
  reportForecast,
  withAnalysis,
} from '../../app';
import { NorsktilskuddError } from '../../domain';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { backTestText } from '../forecast/back-test-text';
import { forecastJson } from '../forecast/forecast-json';
import { forecastAnswerText } from '../forecast/forecast-text';
import { tablesWanted, writeTables } from '../tables/write-tables';

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
