import { EARLIER_SYSTEM } from '../../analysis/budget/attribute-payments';
import type { BudgetYear } from '../../analysis/budget/budget-year';
import type { LedgerView } from '../../app/size/rates-used';
import { formatKroner } from '../../domain';
import type { Text } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** The budget-year table: the appropriation is charged on the day on which money arrives. */
export function budgetText(budget: BudgetYear, ledger: LedgerView | undefined, context: CliContext): string {
  const lines = linesOf(budget, ledger?.draft).flatMap(([text, nok]) =>
    nok === undefined ? [] : [`${say(context, text).padEnd(48)}${formatKroner(nok).padStart(20)}\n`],
  );
  const mark = ledger?.rehearsal ? say(context, { nb: ' - ØVELSE', en: ' - REHEARSAL' }) : '';
  const title = say(context, {
    nb: `Budsjettåret ${budget.budgetYear}${mark}: belastes dagen pengene kommer fram\n`,
    en: `Budget year ${budget.budgetYear}${mark}: charged on the day on which money arrives\n`,
  });
  return `${title}${lines.join('')}${earlierText(budget, context)}\n${paidTable(budget, context)}`;
}

/** What cannot be known of a year that an earlier system began. */
function earlierText(budget: BudgetYear, context: CliContext): string {
  if (!budget.isPaidElsewhere && !budget.isGrantYearPaidElsewhere) return '';
  const year = budget.isPaidElsewhere ? budget.budgetYear : budget.grantYear;
  return say(context, {
    nb: `Det et tidligere system har betalt i eller for ${year}, er ikke kjent: åpningen tok over posteringer, ikke betalinger. Det som står som betalt, er det denne hovedboken har betalt.\n`,
    en: `What an earlier system has paid in or for ${year} is not known: the opening took over postings, not payments. What stands as paid is what this ledger has paid.\n`,
  });
}

function linesOf(budget: BudgetYear, draft: string | undefined): [Text, number | undefined][] {
  const { budgetYear: year, grantYear } = budget;
  const of = draft === undefined ? '' : ` (${draft})`;
  return [
    [{ nb: 'bevilgning', en: 'appropriation' }, budget.appropriationNok],
    [{ nb: `betalt i ${year}`, en: `paid in ${year}` }, budget.paidNok],
    [{ nb: '  av dette for andre tilskuddsår', en: '  of it for other grant years' }, budget.arrearsNok],
    [{ nb: 'bestilt, utfallet er ikke ført', en: 'ordered, outcome not recorded' }, budget.orderedNok],
    [{ nb: 'avvist, ikke betalt på nytt', en: 'refused, not paid again' }, budget.refusedNok],
    [{ nb: `denne kjøringen${of}`, en: `this batch${of}` }, budget.thisBatchNok],
    [{ nb: `forfaller senere av ${grantYear}`, en: `due later of ${grantYear}` }, budget.dueLaterNok],
    [{ nb: 'rettelser som venter på motregning', en: 'corrections waiting to be netted' }, budget.carriedNok],
    [{ nb: 'holdt tilbake', en: 'held' }, budget.heldNok],
    [{ nb: 'ubrukt: bevilgning minus betalt', en: 'unspent: appropriation less paid' }, budget.unspentNok],
    [{ nb: 'igjen når alt over er betalt', en: 'remaining once all above is paid' }, budget.remainingNok],
    [{ nb: `betalt etter ${year} for ${grantYear}`, en: `paid after ${year} for ${grantYear}` }, budget.paidLaterNok],
    [{ nb: `betalt i alt for ${grantYear}`, en: `paid in all for ${grantYear}` }, budget.grantYearPaidNok],
  ];
}

function paidTable(budget: BudgetYear, context: CliContext): string {
  if (budget.paid.length === 0) return '';
  const words = say(context, { nb: 'betalt i|for tilskuddsår|beløp', en: 'paid in|for grant year|amount' });
  const earlier = say(context, { nb: 'tidligere system', en: 'earlier system' });
  const rows = budget.paid.map((row) => [
    String(row.calendarYear),
    row.grantYear === EARLIER_SYSTEM ? earlier : String(row.grantYear),
    formatKroner(row.amountNok),
  ]);
  return textTable(words.split('|'), 'llr', rows);
}
