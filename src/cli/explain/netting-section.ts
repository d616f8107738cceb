import { type Component, nettingGroupOf } from '../../domain';
import type { ExplainedLine, Section, Source, Step } from '../../report/explanation/explanation';
import { type PayoutCsvRow, payoutRows } from './payout-rows';
import type { RunContext } from './run-context';
import { step } from './step';

/**
 * What became of the lines' money: netting and payment of each recipient that they go to. Nothing for a protected
 * person, whose lines name no recipient.
 */
export function nettingSection(
  context: RunContext,
  id: string,
  component: Component,
  lines: readonly ExplainedLine[],
): Section {
  const recipients = new Set(lines.map((line) => line.recipient_id).filter((recipient) => recipient !== ''));
  const group = nettingGroupOf(component);
  const rows = recipients.size === 0 ? [] : payoutRows(context);
  const steps = rows
    .filter((row) => row.group === group && recipients.has(row.recipientId))
    .flatMap((row) => payoutSteps(row, `${id}/netting/${row.recipientId}`));
  return { id: `${id}/netting`, title: 'SECTION_NETTING', steps };
}

/** Netting and payment of one recipient and group. */
export function payoutSteps(row: PayoutCsvRow, id: string): Step[] {
  const { linesNok, carriedInNok, paidNok, carriedOutNok, paymentRef } = row;
  const place = `${row.recipientId} ${row.name}`.trim();
  const source: Source = { kind: 'run_file', file: 'payouts.csv', line: row.line };
  const params = { place, groupWord: row.group, linesNok, carriedInNok, paidNok, carriedOutNok };
  const fresh = carriedInNok === 0;
  const paid = fresh ? 'NETTING_PAID' : 'NETTING_PAID_LESS';
  const code = paidNok > 0 ? paid : fresh ? 'NETTING_CARRIED_NEW' : 'NETTING_CARRIED';
  const netting = step(id, code, params, [source]);
  return paymentRef === '' ? [netting] : [netting, step(`${id}/payment`, 'PAYMENT', { paymentRef }, [source])];
}
