import {
  componentOfCell,
  hideRows,
  type RecipientBand,
  rateClassOfCell,
  type SimulatedForecast,
  yearNumberOfCell,
} from '../../../analysis';
import { FEWEST_PERSONS, formatDay, isCounted, NO_RECIPIENT, RATE_CLASSES } from '../../../domain';
import { messageText } from '../../../messages';
import type { ForecastRecipientShown, ForecastRow, ForecastShown } from '../../../report';
import type { ForecastAnswer } from '../../forecast/forecast-answer';
import { recipientText } from '../../recipient-text';
import { isFew } from '../held-persons';
import { type AnalysisReportWritten, type ReportingPlace, writeAnalysisReport } from './write-analysis-report';

/**
 * Writes a forecast as pages.
 *
 * @throws NorsktilskuddError as writeAnalysisReport()
 */
export function reportForecast(
  answer: ForecastAnswer,
  installation: ReportingPlace,
  folder: string,
): Promise<AnalysisReportWritten> {
  const parts = (isShared: boolean) => ({
    kind: 'forecast' as const,
    cases: [],
    forecast: shownForecast(answer, isShared),
  });
  const { years } = answer.forecast;
  const subjects = ['forecast', ...years.map(String)];
  const mapYear = Math.max(...years);
  return writeAnalysisReport(
    { shared: parts(true), restricted: parts(false), mapYear, subjects },
    { installation },
    folder,
  );
}

function shownForecast(answer: ForecastAnswer, isShared: boolean): ForecastShown {
  const { forecast, known, appropriations, baseline, law, warnings } = answer;
  return {
    asOf: formatDay(answer.asOf),
    seed: forecast.seed,
    simulations: forecast.simulations,
    known,
    years: forecast.totals.map(({ grantYear, amountNok }, place) => ({
      grantYear,
      amountNok,
      baselineNok: baselineOf(baseline?.forecast, grantYear, place),
      appropriationNok: appropriations.find((one) => one.grantYear === grantYear)?.amountNok,
    })),
    components: forecast.components.map((row) => shownRow({ ...row, yearNumber: '', rateClass: '' }, isShared)),
    cells: withoutKnown(
      forecast.cells.map((row) => {
        const year = String(yearNumberOfCell(row.cell) || '');
        const rateClass = RATE_CLASSES[rateClassOfCell(row.cell) - 1] ?? '';
        return shownRow({ ...row, yearNumber: year, rateClass }, isShared);
      }),
    ),
    recipients: recipients(answer, isShared),
    law: law.map(({ what, from, to }) => ({ what, from, to })),
    baseline: baseline?.label ?? '',
    warnings: warnings.map(({ code, params }) => ({
      nb: messageText(code, 'nb', params),
      en: messageText(code, 'en', params),
    })),
  };
}

/** The same year of what it is held against; where that is one year alone, this. */
function baselineOf(base: SimulatedForecast | undefined, grantYear: number, place: number): number | undefined {
  if (base === undefined) return undefined;
  const found =
    base.totals.find((total) => total.grantYear === grantYear) ?? (place === 0 ? base.totals[0] : undefined);
  return found?.amountNok.p50;
}

/** A row of few persons, known or expected, is not shared: bands do not add up, so no other row tells of it. */
function shownRow(row: ForecastRow & { readonly known: number }, isShared: boolean): ForecastRow {
  const { grantYear, component, yearNumber, rateClass, known, persons, amountNok } = row;
  const isHidden = isShared && [known, persons?.p50 ?? 0].some(isFew);
  const shown = isHidden
    ? { known: undefined, persons: undefined, amountNok: undefined }
    : { known, persons, amountNok };
  return { grantYear, component, yearNumber, rateClass, ...shown };
}

/** Persons who are known add up: where one cell of a year and component does not tell them, none of it does. */
function withoutKnown(rows: readonly ForecastRow[]): ForecastRow[] {
  const isSame = (one: ForecastRow, other: ForecastRow): boolean =>
    one.grantYear === other.grantYear && one.component === other.component;
  return rows.map((row) =>
    rows.some((other) => isSame(row, other) && other.known === undefined) ? { ...row, known: undefined } : row,
  );
}

function recipients({ forecast, nameOf }: ForecastAnswer, isShared: boolean): ForecastRecipientShown[] {
  const own = forecast.recipients.filter(({ recipient }) => recipient !== NO_RECIPIENT);
  const hidden = isShared ? hiddenYears(forecast) : new Set<string>();
  const ids = [...new Set(own.map(({ recipient }) => recipient))].sort((one, other) => one - other);
  return ids.map((recipient) => ({
    id: recipientText(recipient),
    name: nameOf(recipient),
    years: own
      .filter((row) => row.recipient === recipient)
      .map((row) => ({ grantYear: row.grantYear, amountNok: hidden.has(keyOf(row)) ? undefined : row.amountNok })),
  }));
}

function keyOf({ grantYear, recipient }: Pick<RecipientBand, 'grantYear' | 'recipient'>): string {
  return `${grantYear} ${recipient}`;
}

/** Recipients and years with few persons to expect, and so many others with them that even sums tell of none. */
function hiddenYears(forecast: SimulatedForecast): Set<string> {
  const hidden = new Set<string>();
  for (const grantYear of forecast.years) {
    const rates = new Map(
      forecast.cells.filter((cell) => cell.grantYear === grantYear).map(({ cell, rateNok }) => [cell, rateNok]),
    );
    const persons = new Map(
      forecast.recipients.filter((row) => row.grantYear === grantYear).map(({ recipient }) => [recipient, 0]),
    );
    for (const { cell, recipient, amountNok, grantYear: year } of forecast.recipientCells) {
      const rateNok = rates.get(cell) ?? 0;
      if (year !== grantYear || rateNok === 0 || isCounted(componentOfCell(cell))) continue;
      persons.set(recipient, (persons.get(recipient) ?? 0) + amountNok.p50 / rateNok);
    }
    // Whoever can expect something and nobody for sure is of few, too: a grant by count alone tells how small the count is.
    const totals = new Map([...persons].map(([recipient, count]) => [recipient, Math.max(1, Math.floor(count))]));
    for (const recipient of hideRows(totals, FEWEST_PERSONS)) hidden.add(keyOf({ grantYear, recipient }));
  }
  return hidden;
}
