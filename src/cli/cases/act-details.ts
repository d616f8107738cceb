import { type Day, EMPTY_CASE_ACT, formatDay, NO_PERSON } from '../../domain';
import { combine } from '../declare/source';
import { FLAGS } from '../flags/flags';

/** What an act says, by flags that may be left out: what one lacks is reported all at once. */
export const details = combine(
  {
    grantYear: FLAGS.year,
    component: FLAGS.component,
    person: FLAGS.person,
    recipient: FLAGS.recipientCode,
    basisRecipient: FLAGS.basisRecipient,
    firstDay: FLAGS.firstDay,
    lastDay: FLAGS.lastDay,
    amount: FLAGS.caseAmount,
    code: FLAGS.payoutCode,
    table: FLAGS.caseTable,
    key: FLAGS.rowKey,
    row: FLAGS.caseRow,
  },
  ({ grantYear = 0, recipient = 0, basisRecipient = 0, amount = 0, code = '', ...said }) => ({
    ...EMPTY_CASE_ACT,
    ...{ grantYear, component: said.component ?? ('' as const), recipient, basisRecipient, amount, code },
    personId: said.person?.revealNumber() ?? NO_PERSON,
    fromDay: dayText(said.firstDay),
    toDay: dayText(said.lastDay),
    table: said.table ?? ('' as const),
    key: said.key?.trim() ?? '',
    row: rowText(said.row ?? []),
  }),
);

function dayText(day: Day | undefined): string {
  return day === undefined ? '' : formatDay(day);
}

/** `column=value` of a row as JSON; empty without any. */
function rowText(columns: readonly string[]): string {
  if (columns.length === 0) return '';
  return JSON.stringify(
    Object.fromEntries(columns.map((each) => [each.split('=', 1)[0], each.slice(each.indexOf('=') + 1)])),
  );
}
