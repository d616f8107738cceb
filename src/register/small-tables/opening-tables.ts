import {
  COMPONENTS,
  type Day,
  FAR_PAST,
  holdsPersonId,
  isPerKommune,
  NETTING_GROUPS,
  type NettingGroup,
  NO_PERSON,
  NO_RECIPIENT,
  type OpeningBalance,
  type OpeningPosting,
  type RecipientCode,
} from '../../domain';
import {
  choiceColumn,
  dayColumn,
  personColumn,
  recipientColumn,
  textColumn,
  wholeColumn,
  yearColumn,
} from './small-column-kinds';
import type { SmallTableSpec } from './small-table';

/** Rows by the codes that they name; rows of one key add up. */
type OpeningPostingRow = OpeningPosting & { readonly recipient: RecipientCode };
type OpeningBalanceRow = OpeningBalance & { readonly recipient: RecipientCode };

const GRANT_YEAR = yearColumn('grant_year');
const COMPONENT = choiceColumn('component', COMPONENTS, 'persontilskudd');
const PERSON = personColumn('person_id');
const RECIPIENT = recipientColumn('recipient_id', NO_RECIPIENT);
const AMOUNT = wholeColumn('amount', { negative: true });
const CODE = textColumn('code', { required: false });
const GROUP = choiceColumn('netting_group', NETTING_GROUPS, 'persontilskudd');
const BALANCE = wholeColumn('balance', { negative: true });

/** opening_postings.csv, read once by open-ledger. */
export const OPENING_POSTINGS_TABLE: SmallTableSpec<OpeningPostingRow> = {
  table: 'opening_postings',
  columns: [GRANT_YEAR, COMPONENT, PERSON, RECIPIENT, AMOUNT, CODE],
  row: (cell, { line }) => ({
    line,
    grantYear: cell(GRANT_YEAR),
    component: cell(COMPONENT),
    personId: cell(PERSON),
    recipient: cell(RECIPIENT),
    amountNok: cell(AMOUNT),
    code: cell(CODE),
  }),
  check(row, report) {
    const component = row.component;
    if (isPerKommune(component)) {
      if (row.personId !== NO_PERSON) report(PERSON, 'PERSON_NOT_EXPECTED', { component });
    } else if (row.personId === NO_PERSON) {
      report(PERSON, 'VALUE_MISSING', {});
    }
    // A code stands in the ledger for ever, where a person's number can be forgotten.
    if (/\d{11}/.test(row.code) || holdsPersonId(row.code)) report(CODE, 'CODE_HOLDS_NUMBER', {});
  },
  summed: { column: AMOUNT, amountNok: (row) => row.amountNok },
};

/** opening_balances.csv. */
export const OPENING_BALANCES_TABLE: SmallTableSpec<OpeningBalanceRow> = {
  table: 'opening_balances',
  columns: [RECIPIENT, GROUP, BALANCE],
  row: (cell, { line }) => ({
    line,
    recipient: cell(RECIPIENT),
    group: cell(GROUP),
    balanceNok: cell(BALANCE),
  }),
  check(row, report) {
    if (row.balanceNok > 0) report(BALANCE, 'BALANCE_ABOVE_ZERO', {});
  },
  summed: { column: BALANCE, amountNok: (row) => row.balanceNok },
};

/** opening_balances.csv beside the postings that it comes with: a recipient's are added up together. */
export function balancesBeside(postings: readonly OpeningPostingRow[]): SmallTableSpec<OpeningBalanceRow> {
  const beforeNok = postings.reduce((sum, row) => sum + Math.abs(row.amountNok), 0);
  return { ...OPENING_BALANCES_TABLE, summed: { column: BALANCE, amountNok: (row) => row.balanceNok, beforeNok } };
}

/** A row of opening_payments.csv: what an earlier system paid, negative for what came back. */
export interface OpeningPaymentRow {
  readonly line: number;
  readonly on: Day;
  readonly recipient: RecipientCode;
  readonly group: NettingGroup;
  readonly grantYear: number;
  readonly amountNok: number;
}

const PAID_ON = dayColumn('date', FAR_PAST, { aliases: ['dato'] });

/**
 * opening_payments.csv, read once by open-ledger.
 *
 * @param today a later day is a fault
 */
export function openingPaymentsTable(today: Day): SmallTableSpec<OpeningPaymentRow> {
  return {
    table: 'opening_payments',
    columns: [PAID_ON, RECIPIENT, GROUP, GRANT_YEAR, AMOUNT],
    row: (cell, { line }) => ({
      line,
      on: cell(PAID_ON),
      recipient: cell(RECIPIENT),
      group: cell(GROUP),
      grantYear: cell(GRANT_YEAR),
      amountNok: cell(AMOUNT),
    }),
    check(row, report) {
      if (row.on > today) report(PAID_ON, 'DATE_IN_FUTURE', {});
      if (row.amountNok === 0) report(AMOUNT, 'WHOLE_NUMBER_FORM', {});
    },
    summed: { column: AMOUNT, amountNok: (row) => row.amountNok },
  };
}
