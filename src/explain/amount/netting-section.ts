import { asRecipientCode, type Component, formatRecipientCode, i32, nettingGroupOf } from '../../domain';
import { cutOffDate } from '../../engine';
import type { ExplainCode } from '../../messages';
import type { ExplainedLine, Section, Source, Step } from '../../report';
import { type PayoutCsvRow, payoutRows } from '../run/payout-rows';
import type { RunContext } from '../run/run-context';
import { caseSource } from '../steps/sources';
import { step } from '../steps/step';

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
    .flatMap((row) => payoutSteps(context, row, `${id}/netting/${row.recipientId}`));
  return { id: `${id}/netting`, title: 'SECTION_NETTING', steps };
}

/** Netting and payment of one recipient and group, and what of its balance was claimed and so netted with nothing. */
export function payoutSteps(context: RunContext, row: PayoutCsvRow, id: string): Step[] {
  const { linesNok, carriedInNok, paidNok, carriedOutNok, paymentRef } = row;
  const place = `${row.recipientId} ${row.name}`.trim();
  const source: Source = { kind: 'run_file', file: 'payouts.csv', line: row.line };
  const params = { place, groupWord: row.group, linesNok, carriedInNok, paidNok, carriedOutNok };
  const netting = step(id, nettingCode(row), params, [source]);
  const claims = claimSteps(context, row, place, id);
  if (paymentRef === '') return [netting, ...claims];
  const payment = step(`${id}/payment`, 'PAYMENT', { paymentRef }, [source]);
  return [netting, ...claims, payment, ...wayStep(context, paymentRef, id)];
}

/** How far the payment has come by the ledger's files and what was said of it since. */
function wayStep(context: RunContext, paymentRef: string, id: string): Step[] {
  const way = context.paymentWay(paymentRef);
  if (way === undefined) return [];
  const { file, on: sinceDay } = way;
  const stageWord = `stage.${way.stage}`;
  if (file === '') return [step(`${id}/way`, 'PAYMENT_STAGE_BY_HAND', { stageWord, sinceDay }, [])];
  return sinceDay === ''
    ? [step(`${id}/way`, 'PAYMENT_STAGE', { file, stageWord }, [])]
    : [step(`${id}/way`, 'PAYMENT_STAGE_SINCE', { file, stageWord, sinceDay }, [])];
}

/** Claims on a recipient, also those under a number that it has taken over. */
function claimSteps({ cases, rules, request }: RunContext, row: PayoutCsvRow, place: string, id: string): Step[] {
  const claims = cases.filter(({ kind, code }) => kind === 'claim' && code === row.group);
  if (claims.length === 0) return [];
  const { target } = rules.places.translationTo(cutOffDate(request.grantYear, request.term));
  const isRowOf = (recipient: number): boolean =>
    formatRecipientCode(asRecipientCode(i32(target, recipient))) === row.recipientId;
  return claims
    .filter(({ recipient }) => isRowOf(recipient))
    .map(({ act, amount: claimedNok }) =>
      step(`${id}/claim/${act}`, 'NETTING_CLAIMED', { place, groupWord: row.group, claimedNok }, [
        caseSource(cases, act),
      ]),
    );
}

function nettingCode({ carriedInNok, paidNok, carriedOutNok }: PayoutCsvRow): ExplainCode {
  const fresh = carriedInNok === 0;
  if (paidNok > 0) return fresh ? 'NETTING_PAID' : 'NETTING_PAID_LESS';
  if (carriedOutNok === 0) return fresh ? 'NETTING_ZERO' : 'NETTING_EVEN';
  return fresh ? 'NETTING_CARRIED_NEW' : 'NETTING_CARRIED';
}
