import { resolve } from 'node:path';
import { Decimal } from 'decimal.js';
import { parseRecipientCode, type Term } from '../../domain';
import type { Language } from '../../messages';
import type { Explanation } from '../../report';
import { type AdviceReport, adviceReport } from '../advice/advice';
import { type Analysis, withAnalysis } from '../analysis/open-analysis';
import { type Compared, compareSides } from '../compare/compare-sides';
import { explainScenario } from '../explain/explain-scenario';
import { type SizingTools, withSizingTools } from '../facts/sizing-tools';
import { type BackTest, backTest } from '../forecast/back-test';
import { type ForecastAnswer, forecastAnswer, NO_GRANT_YEAR } from '../forecast/forecast-answer';
import { type HoursReport, hoursReport } from '../hours/hours-report';
import { type ImpactReport, impactReport } from '../impact/impact';
import { type RateModelReport, rateModelReport } from '../rate-model/rate-model-report';
import { reportForecast } from '../report/analysis/report-forecast';
import { type AnalysisReportWritten, expectLooker, reportScenarios } from '../report/analysis/write-analysis-report';
import { executeScenarios, type ScenarioResult } from '../scenario/execute-scenarios';
import { scenariosOfLine } from '../scenario/scenario-line';
import type { Grouping } from '../scenario/scenario-side';
import { type SizeReport, sizeReport } from '../size/size-report';
import { type StatisticsReport, statisticsReport } from '../statistics/statistics-report';
import { Payments } from './payments';
import {
  absolute,
  componentOf,
  type ExplainRequest,
  explainTargetOf,
  personOf,
  placeNeeded,
  type RegisterChoice,
  readingOf,
} from './requests';

/** What is reckoned and never paid: sizes, hours, statistics, scenarios, comparisons, rates, advice. */
export class Analyses extends Payments {
  /** The size of a grant year. @example tilskudd.size({ extract, grantYear: 2018 }).size.totalNok */
  size(request: YearRequest & { readonly appropriationNok?: number; readonly forecast?: boolean }): SizeReport {
    const { grantYear, appropriationNok, forecast = false } = request;
    const options = { appropriationNok, budgetYear: grantYear, ledgerFile: undefined, forecast };
    return this.#analyse(request, (analysis) => sizeReport(analysis, options));
  }

  /**
   * Grant years foreseen by simulation, in all, by cell and by recipient; with a folder, also as pages.
   *
   * @example tilskudd.forecast({ extract, from: 2019, to: 2020, uprate: '3.1%' }).forecast.totals[0]?.amountNok.p50
   * @example (await tilskudd.forecast({ extract, from: 2019, report: 'pages' })).report.shared
   */
  forecast(choice: ForecastChoice & { readonly report: string }): Promise<ForecastReported>;
  forecast(choice: ForecastChoice): ForecastAnswer;
  forecast({
    report,
    ...choice
  }: ForecastChoice & { readonly report?: string }): ForecastAnswer | Promise<ForecastReported> {
    if (report === undefined) return this.#forecast(choice);
    return this.#reportedForecast(choice, resolve(report));
  }

  async #reportedForecast(choice: ForecastChoice, folder: string): Promise<ForecastReported> {
    expectLooker(this.installation);
    const answer = this.#forecast(choice);
    return { ...answer, report: await reportForecast(answer, this.installation, folder) };
  }

  #forecast({
    from,
    to = from,
    seed = 1,
    arrivals,
    scenario,
    set = [],
    uprate,
    baseline,
    appropriationsNok = {},
    ...request
  }: ForecastChoice): ForecastAnswer {
    const { place, ...reading } = readingOf(request);
    const against = typeof baseline === 'string' ? resolve(baseline) : baseline;
    const files = { arrivals: absolute(arrivals), scenario: absolute(scenario), baseline: against };
    const options = {
      ...files,
      from,
      to,
      seed,
      set,
      uprate,
      appropriationsNok: new Map(Object.entries(appropriationsNok).map(([year, nok]) => [Number(year), nok])),
      cwd: process.cwd(),
      isDayGiven: reading.asOf !== undefined,
    };
    const wanted = {
      place: placeNeeded(place),
      grantYear: NO_GRANT_YEAR,
      ...reading,
      earlier: absolute(request.earlier),
    };
    return withAnalysis(this.installation, wanted, (analysis) => forecastAnswer(analysis, options));
  }

  /** What forecasts from earlier stored extracts would have said, beside the newest one. @example tilskudd.backTest({ from: 2018 }).scores */
  backTest({
    from,
    to = from,
    seed = 1,
    ...request
  }: Pick<ForecastChoice, 'from' | 'to' | 'seed'> & RegisterChoice): BackTest {
    const { place, excluded, rejectLimitPercent } = readingOf(request);
    return backTest(this.installation, { from, to, seed, place, excluded, rejectLimitPercent });
  }

  /** The hours that a year's rates rest on. @example tilskudd.hours({ extract, grantYear: 2018 }).rows */
  hours({ scenario, set = [], withCases, ...request }: YearRequest & HoursChoice): HoursReport {
    const tried = { scenario: absolute(scenario), set, cwd: process.cwd() };
    const ledgerFile = withCases === true ? this.installation.db : undefined;
    return this.#analyse(request, (analysis) => hoursReport(analysis, tried, ledgerFile));
  }

  /**
   * Tables of a year in which no group is smaller than the threshold.
   *
   * @example tilskudd.statistics({ extract, grantYear: 2018, threshold: 5 }).tables
   */
  statistics(request: YearRequest & { readonly threshold: number }): StatisticsReport {
    return this.#analyse(request, (analysis) => statisticsReport(analysis, request.threshold));
  }

  /**
   * Works scenario files out, or a question in a line, beside the sizing under the law of the year.
   *
   * @example await tilskudd.scenarios(['higher.json'], { extract, grantYear: 2018 })
   * @example await tilskudd.scenarios([], { extract, grantYear: 2018, set: ['persontilskudd.year2/high=+3%'], by: 'fylke' })
   */
  scenarios(
    files: readonly string[],
    {
      set = [],
      only = [],
      uprate,
      stack = [],
      baseline,
      by,
      solve,
      report,
      term,
      withCases,
      ...request
    }: SizingChoice & ScenarioChoice,
  ): Promise<ScenarioResult[]> {
    const scenarios = scenariosOfLine(files, { set, only, uprate, stack }, process.cwd());
    const against = typeof baseline === 'string' ? resolve(baseline) : baseline;
    const sum = solve && { component: componentOf(solve.component), sumNok: solve.sumNok };
    const options = { baseline: against, isStack: stack.length > 0, by, solve: sum };
    return this.#size({ ...request, term, withCases }, async (tools) => {
      const results = executeScenarios(scenarios, tools.defaults, tools.shelf, options);
      if (report !== undefined) await reportScenarios(scenarios, tools, options, resolve(report));
      return results;
    });
  }

  /**
   * Two sides beside each other: runs, scenario files, extracts (`FOLDER@YEAR`) or years.
   *
   * @example await tilskudd.compare('2018', 'higher.json', { extract }) // kind 'size', comparison.total
   */
  compare(
    a: string,
    b: string,
    { grantYear, person, out, report, withCases, ...request }: CompareChoice = {},
  ): Promise<Compared> {
    const { byLines, namesPersons, language = 'nb', ...choice } = request;
    const sides = {
      a,
      b,
      cwd: process.cwd(),
      byLines,
      namesPersons,
      language,
      out: absolute(out),
      report: absolute(report),
    };
    return compareSides(this.installation, {
      ...readingOf(choice),
      ...sides,
      grantYear,
      withCases,
      person: personOf(person),
    });
  }

  /**
   * Explains a person, a recipient or a component under the law of a scenario.
   *
   * @example (await tilskudd.explainScenario({ person: '201212345603', extract, grantYear: 2018, set: ['persontilskudd.proration=days'] })).chapters
   */
  explainScenario(request: ExplainRequest & SizingChoice & ScenarioExplained): Promise<Explanation> {
    const { scenario, set = [], whyNot = false, grantYear, term, withCases, actor } = request;
    const as = actor ?? this.installation.as;
    const asked = { scenario: absolute(scenario), set, target: explainTargetOf(request), whyNot, cwd: process.cwd() };
    return explainScenario(
      { ...this.installation, as },
      { ...readingOf(request), grantYear, term, withCases, ...asked },
    );
  }

  /** Candidate rates for the next year. @example tilskudd.rateModel({ extract, grantYear: 2018, coverage: '70', index: '3.1' }).rates */
  rateModel({
    coverage,
    index,
    baseYear,
    costYear,
    seed = 1,
    ...request
  }: YearRequest & RateModelChoice): RateModelReport {
    const covered = typeof coverage === 'string' ? new Decimal(coverage).div(100) : coverage;
    const shares = { coverage: covered, index: new Decimal(index).div(100) };
    const options = { baseYear: baseYear ?? request.grantYear, costYear, seed, ...shares };
    return this.#analyse(request, (analysis) => rateModelReport(analysis, options));
  }

  /** What another answer to each open question would move. @example (await tilskudd.impact({ extract, grantYear: 2018 })).impacts */
  impact(request: SizingChoice & CasesChoice): Promise<ImpactReport> {
    return this.#size(request, impactReport);
  }

  /** What is missing or late in the register. @example (await tilskudd.advice({ extract, grantYear: 2018 })).faults */
  advice({ recipient, ...request }: SizingChoice & { readonly recipient?: string }): Promise<AdviceReport> {
    const code = recipient === undefined ? undefined : parseRecipientCode(recipient);
    return this.#size(request, (tools) => adviceReport(tools, { recipient: code }));
  }

  #analyse<T>(request: YearRequest, work: (analysis: Analysis) => T): T {
    const { place, ...reading } = readingOf(request);
    const { grantYear } = request;
    const wanted = { place: placeNeeded(place), grantYear, ...reading, earlier: absolute(request.earlier) };
    return withAnalysis(this.installation, wanted, work);
  }

  #size<T>(
    { grantYear, term, withCases = false, ...request }: SizingChoice & TermChoice & CasesChoice,
    work: (tools: SizingTools) => T | Promise<T>,
  ): Promise<T> {
    return withSizingTools(this.installation, { ...readingOf(request), grantYear, term, withCases }, work);
  }
}

/** At which term a scenario that names none is looked at. */
interface TermChoice {
  /** Left out: 4, the whole year. */
  readonly term?: Term | undefined;
}

/** The law that something is explained under: a scenario file, single changes, or both. */
export interface ScenarioExplained extends TermChoice, CasesChoice {
  readonly scenario?: string;
  readonly set?: readonly string[];
}

interface CasesChoice {
  /** What cases of the ledger decide of facts counts, too. Left out: the extract alone is read. */
  readonly withCases?: boolean | undefined;
}

/** A question in a line, and how scenarios are held against each other; each means what the flag of `scenario` means. */
export interface ScenarioChoice extends TermChoice, CasesChoice {
  readonly set?: readonly string[];
  readonly only?: readonly string[];
  readonly uprate?: string;
  readonly stack?: readonly string[];
  /** A scenario file or a grant year. */
  readonly baseline?: string | number;
  readonly by?: Grouping;
  readonly solve?: { readonly component: string; readonly sumNok: number };
  /** A folder for pages of the scenarios. */
  readonly report?: string;
}

/** The law that hours are looked at under. */
interface HoursChoice extends CasesChoice {
  /** A scenario file. */
  readonly scenario?: string;
  readonly set?: readonly string[];
}

/** Of `rateModel`, in percent: `70`, `3.1`; the coverage may be a sum that is to be met. */
interface RateModelChoice {
  readonly coverage: string | { readonly sumNok: number };
  readonly index: string;
  /** Year of the costs. Left out: the grant year. */
  readonly costYear?: number;
  /** Of the kommuner that are drawn again. Left out: 1. */
  readonly seed?: number;
  /** Left out: the grant year. */
  readonly baseYear?: number;
}

/** Grant years to foresee; each means what the flag or argument of `forecast` means. */
export interface ForecastChoice extends RegisterChoice {
  readonly from: number;
  /** Left out: the first alone. */
  readonly to?: number;
  readonly seed?: number;
  /** File with the arrivals that are expected. */
  readonly arrivals?: string;
  readonly scenario?: string;
  readonly set?: readonly string[];
  readonly uprate?: string;
  /** A scenario file or a grant year. */
  readonly baseline?: string | number;
  /** By grant year, of those whose appropriation is known. */
  readonly appropriationsNok?: Readonly<Record<number, number>>;
  /** Folder of an extract of a year before. */
  readonly earlier?: string;
}

/** A forecast, and where its pages lie. */
export interface ForecastReported extends ForecastAnswer {
  readonly report: AnalysisReportWritten;
}

/** A register and the grant year that it is looked at for. */
export interface YearRequest extends RegisterChoice {
  readonly grantYear: number;
  /** Folder of an extract of a year before, for estimates. */
  readonly earlier?: string;
}

/** How two sides are looked at. */
export interface CompareChoice extends SizingChoice, CasesChoice {
  /** Line by line: both sides are runs. */
  readonly byLines?: boolean;
  /** DUF number of one person alone. */
  readonly person?: string;
  /** A new folder for tables. */
  readonly out?: string;
  /** A folder for pages of the comparison. */
  readonly report?: string;
  /** Lines are reported with their persons, by pseudonym: the look is logged. */
  readonly namesPersons?: boolean;
  /** Of the workbook in the folder. Left out: nb. */
  readonly language?: Language;
}

/** What is sized where a scenario or a side of a comparison does not say itself. */
export interface SizingChoice extends RegisterChoice {
  readonly grantYear?: number;
}
