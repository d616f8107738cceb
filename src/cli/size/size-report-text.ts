import type { SizeReport } from '../../app';
import { formatDay, formatKroner, formatWhole, RATE_CLASSES, rateCell } from '../../domain';
import { explainWord } from '../../messages';
import { olderCopyText } from '../approval/approval-text';
import { type CliContext, say } from '../context';
import { componentName, rateClassName } from '../table-words';
import { textTable } from '../text-table';
import { budgetText } from './budget-text';
import { forecastText } from './forecast-text';
import { percentOf } from './size-report-json';

/** `size` as a page of text. */
export function sizeReportText(report: SizeReport, context: CliContext): string {
  const parts = [
    olderCopyText(report.ledger?.missing ?? [], context),
    head(report, context),
    cellTable(report, context),
    totals(report, context),
    remarks(report, context),
  ];
  if (report.budget !== undefined) parts.push(budgetText(report.budget, report.ledger, context));
  if (report.forecast !== undefined) parts.push(forecastText(report.forecast, context));
  return parts.filter((part) => part !== '').join('\n');
}

function head(report: SizeReport, context: CliContext): string {
  const { grantYear, snapshot } = report;
  const day = formatDay(report.asOf);
  return say(context, 'size.title', { grantYear, day, snapshot: snapshot.slice(0, 12) });
}

function cellTable({ size }: SizeReport, context: CliContext): string {
  const words = say(context, 'size.columns_component');
  const rows = size.cells.map((cell) => [
    componentName(cell.component, context),
    cell.yearNumber === 0 ? '' : String(cell.yearNumber),
    rateClassName(RATE_CLASSES[cell.rateClass - 1], context),
    formatWhole(cell.personsAtRecipients),
    cell.rateNok === null ? '' : formatKroner(cell.rateNok),
    formatKroner(cell.amountNok),
  ]);
  return textTable(words.split('|'), 'lllrrr', rows);
}

function totals(report: SizeReport, context: CliContext): string {
  const { size, appropriationNok, differenceNok } = report;
  const rows = [
    [say(context, 'common.in_all'), formatKroner(size.totalNok)],
    [say(context, 'size.held'), formatKroner(size.heldNok)],
  ];
  if (appropriationNok !== undefined && differenceNok !== undefined) {
    rows.push([say(context, 'common.appropriation'), formatKroner(appropriationNok)]);
    rows.push([say(context, 'size.appropriation_less_size'), formatKroner(differenceNok)]);
    const percent = percentOf(report.coverageHundredths);
    if (percent !== undefined) rows.push([say(context, 'common.coverage'), `${percent} %`]);
  }
  return rows.map(([label = '', value = '']) => `${label.padEnd(30)}${value.padStart(20)}\n`).join('');
}

function remarks(report: SizeReport, context: CliContext): string {
  const lines: string[] = [];
  const { unknownCountryPersons: persons, unverifiedRates } = report;
  if (persons > 0) {
    lines.push(say(context, 'size.country_unknown', { persons }));
  }
  if (unverifiedRates.length > 0) {
    const cells = unverifiedRates.map(
      (rate) => `${rateCell(rate.key, rate.grantYear, rate.rateClass)} (${explainWord(rate.status, context.language)})`,
    );
    lines.push(`${say(context, 'size.rates_not_verified')}: ${cells.join(', ')}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
