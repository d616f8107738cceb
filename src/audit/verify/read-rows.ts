import { asRecipientCode, at, COMPONENTS, HELD_REASONS, isPerKommune, paymentKey } from '../../domain';
import type { Manifest } from '../manifest-schema';
import type { Problems } from './problems';
import { CodeReader } from './read-codes';
import type { TableRow } from './read-table';
import type { ReadBalance, ReadHeld, ReadPayout, ReadPosted } from './run-contents';

const PSEUDONYM = /^[0-9a-f]{32}$/;
const REASONS = HELD_REASONS.filter((reason) => reason !== '');

/** Rows of payouts.csv: the netting of each and its payment key (rulebook 7). */
export function payoutReader(manifest: Manifest, problems: Problems, into: ReadPayout[]): (row: TableRow) => void {
  const file = 'payouts.csv';
  return (row) => {
    const codes = new CodeReader(row, file, problems);
    const payout = {
      line: row.line,
      recipient: codes.recipient('recipient_id'),
      group: codes.group(),
      linesTotalNok: row.whole('lines_total'),
      carriedInNok: row.whole('carried_in'),
      paidNok: row.whole('paid'),
      carriedOutNok: row.whole('carried_out'),
      paymentRef: row.text('payment_ref'),
      recipientName: row.text('recipient_name'),
      orgNumber: row.text('org_number'),
      accountNumber: row.text('account_number'),
    };
    if (!codes.isGood) return;
    const netNok = payout.linesTotalNok + payout.carriedInNok;
    const cell = (column: string, expected: string): void =>
      problems.compare('VERIFY_CELL', file, expected, row.text(column), { line: row.line, column });
    cell('run_id', manifest.run_id);
    cell('term', String(manifest.identity.term));
    if (payout.carriedInNok > 0) cell('carried_in', '<= 0');
    cell('paid', String(Math.max(netNok, 0)));
    cell('carried_out', String(Math.min(netNok, 0)));
    cell('payment_ref', payout.paidNok > 0 ? keyOf(manifest, payout) : '');
    into.push(payout);
  };
}

function keyOf(manifest: Manifest, { recipient, group }: Pick<ReadPayout, 'recipient' | 'group'>): string {
  const { grant_year: grantYear, term, supplement: supplementNumber, rehearsal } = manifest.identity;
  return paymentKey({ grantYear, term, supplementNumber, recipient: asRecipientCode(recipient), group, rehearsal });
}

/** Rows of held.csv. */
export function heldReader(problems: Problems, into: ReadHeld[]): (row: TableRow) => void {
  return (row) => {
    const codes = new CodeReader(row, 'held.csv', problems);
    const component = codes.component();
    const amount = (column: string): number | null => (row.text(column) === '' ? null : row.whole(column));
    const held = {
      line: row.line,
      grantYear: row.whole('grant_year'),
      component,
      personRef: codes.form('person_ref', isPerKommune(at(COMPONENTS, component)) ? /^$/ : /^\d{12}$/),
      annualAmountNok: amount('annual_amount'),
      heldAmountNok: amount('held_amount'),
      reason: codes.form('reason', new RegExp(`^(${REASONS.join('|')})$`)),
    };
    if (codes.isGood) into.push(held);
  };
}

/** Rows of posted_before.csv. */
export function postedReader(problems: Problems, into: ReadPosted[]): (row: TableRow) => void {
  return (row) => {
    const codes = new CodeReader(row, 'posted_before.csv', problems);
    const component = codes.component();
    const posted = {
      line: row.line,
      personRef: codes.form('person_ref', isPerKommune(at(COMPONENTS, component)) ? /^$/ : PSEUDONYM),
      grantYear: row.whole('grant_year'),
      component,
      basisRecipient: codes.recipient('basis_recipient_id'),
      amountNok: row.whole('amount'),
      code: row.text('code'),
      codeOrder: row.whole('code_order'),
    };
    if (codes.isGood) into.push(posted);
  };
}

/** Rows of balances_before.csv: a balance is below 0. */
export function balanceReader(problems: Problems, into: ReadBalance[]): (row: TableRow) => void {
  const file = 'balances_before.csv';
  return (row) => {
    const codes = new CodeReader(row, file, problems);
    const balance = {
      line: row.line,
      recipient: codes.recipient('recipient_id'),
      group: codes.group(),
      balanceNok: row.whole('balance'),
    };
    if (!codes.isGood) return;
    if (balance.balanceNok >= 0) {
      problems.add('VERIFY_CELL', file, {
        line: row.line,
        column: 'balance',
        expected: '< 0',
        found: balance.balanceNok,
      });
    }
    into.push(balance);
  };
}
