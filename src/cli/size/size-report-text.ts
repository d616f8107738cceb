import { personsIn, type SizeReport } from '../../app';
import { formatDay, formatHundredths, formatKroner, formatWhole, RATE_CLASSES, rateCell } from '../../domain';
import { decimalText, explainWord } from '../../messages';
import { leftOutText } from '../answers/left-out';
import { olderCopyText } from '../approval/approval-text';
import { type CliContext, say } from '../context';
import { rateClassName } from '../table-words';
import { table } from '../view';
import { budgetText } from './budget-text';
import { forecastText } from './forecast-text';

/** `size` as a page of text. */
export function sizeReportText(report: SizeReport, context: CliContext): string {
  const { grantYear, asOf, snapshot, size, ledger, budget, forecast } = report;
  const cells = size.cells.map((cell) => {
    const rateClass = rateClassName(RATE_CLASSES[cell.rateClass - 1], context);
    const persons = [personsIn(report, cell), cell.personsAtRecipients];
    return [cell.component, cell.yearNumber || '', rateClass, ...persons, cell.rateNok, cell.amountNok];
  });
  const parts = [
    olderCopyText(ledger?.missing ?? [], context),
    say(context, 'size.title', { grantYear, day: formatDay(asOf), snapshot: snapshot.slice(0, 12) }),
    table(context, 'size.columns_component', 'cllnnkk', cells),
    totals(report, context),
    remarks(report, context),
    budget === undefined ? '' : budgetText(budget, ledger, context),
    forecast === undefined ? '' : forecastText(forecast, context),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function totals({ size, appropriationNok, differenceNok, ...report }: SizeReport, context: CliContext): string {
  const { coverageHundredths } = report;
  const rows = [
    [say(context, 'common.in_all'), formatKroner(size.totalNok)],
    [say(context, 'size.persons'), formatWhole(report.persons)],
    [say(context, 'size.held'), formatKroner(size.heldNok)],
    ...(appropriationNok === undefined || differenceNok === undefined
      ? []
      : [
          [say(context, 'common.appropriation'), formatKroner(appropriationNok)],
          [say(context, 'size.appropriation_less_size'), formatKroner(differenceNok)],
          ...(coverageHundredths === undefined
            ? []
            : [
                [
                  say(context, 'common.coverage'),
                  `${decimalText(formatHundredths(coverageHundredths), context.language)} %`,
                ],
              ]),
        ]),
  ];
  return rows.map(([label = '', value = '']) => `${label.padEnd(30)}${value.padStart(20)}\n`).join('');
}

function remarks({ leftOut, unverifiedRates }: SizeReport, context: CliContext): string {
  const cells = unverifiedRates.map(({ key, grantYear, rateClass, status }) => {
    return `${rateCell(key, grantYear, rateClass)} (${explainWord(status, context.language)})`;
  });
  const reported = [...(cells.length > 0 ? [`${say(context, 'size.rates_not_verified')}: ${cells.join(', ')}`] : [])]
    .map((line) => `${line}\n`)
    .join('');
  return reported + leftOutText(leftOut, context);
}
