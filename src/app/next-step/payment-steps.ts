import { asRecipientCode, formatRecipientCode } from '../../domain';
import { nowUtc } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { type PaymentProgress, paymentProgress } from '../receipts/payment-progress';
import { type NextStep, type StepSettings, type StepWord, signedAs, step } from './step';

/** What is left of the payments of a posted run; nothing in a rehearsal, which is never paid. */
export function paymentSteps(ledger: Ledger, { runId }: BatchInfo, settings: StepSettings): NextStep[] {
  if (ledger.rehearsal) return [];
  const payments = paymentProgress(ledger, runId);
  const has = (stage: PaymentProgress['stage']): boolean => payments.some((payment) => payment.stage === stage);
  const needsKey = ledger.requiresSignatures();
  const by = (words: readonly StepWord[]): StepWord[] => [...words, ...signedAs('name', needsKey)];
  const hasRegister = ledger.recipientsOn(nowUtc().slice(0, 10)) !== undefined;
  const writes = ledger.paymentFiles(runId).length > 0 || (settings.hasPayer && hasRegister);
  const road: StepWord[] = ['--channel', channelOf(ledger), '--on', { blank: 'day' }];
  const steps: NextStep[] = [];
  const add = (kind: NextStep['kind'], words: StepWord[]): void => void steps.push(step(kind, by(words), { runId }));
  if (has('in_file')) {
    add('hand_over', ['payout', 'sent', runId, '--by-hand', '--reference', { blank: 'reference' }]);
  }
  if (has('approved')) {
    if (writes)
      add('write_files', ['payout', 'write', runId, ...road, ...(has('blocked') ? ['--hold-unpayable'] : [])]);
    else if (settings.hasPayer)
      add('import_recipients', ['recipients', 'import', settings.recipients ?? { blank: 'file' }]);
    else add('record_outcome', ['outcome', '--batch', runId, '--paid', '--on', { blank: 'day' }]);
  }
  const unclear = payments.filter(({ stage }) => stage === 'unknown').map(({ paymentKey }) => paymentKey);
  if (unclear.length > 0) steps.push(step('clear_unknown', ['receipt', 'list'], { runId, blockedBy: unclear }));
  if (['handed_over', 'valid', 'accepted', 'waiting'].some((stage) => payments.some((each) => each.stage === stage))) {
    add('read_receipts', ['receipt', 'read', { blank: 'file' }]);
  }
  const back = payments.filter(({ stage }) => stage === 'refused' || stage === 'returned');
  const kept = back.filter(({ isBlocked }) => isBlocked);
  if (back.length > kept.length) {
    const hold = kept.length > 0 ? ['--hold-unpayable'] : [];
    if (writes) add('pay_again', ['payout', 'write', runId, '--again', ...road, ...hold]);
    else add('record_outcome', ['outcome', '--batch', runId, '--paid', '--again', '--on', { blank: 'day' }]);
  }
  const blocked = [...payments.filter(({ stage }) => stage === 'blocked'), ...kept];
  if (blocked.length > 0) steps.push(step('see_blocked', ['preview', runId], { runId, blockedBy: namesOf(blocked) }));
  return steps;
}

/** What somebody has called wrong in a receipt waits for a second person. */
export function receiptSteps(ledger: Ledger): NextStep[] {
  const open = ledger
    .receipts()
    .flatMap(({ withdrawals }) => withdrawals.filter(({ confirmedBy }) => confirmedBy === ''));
  const by = signedAs('other', ledger.requiresSignatures());
  return open.map(({ receipt, paymentKey }) => {
    const which = [String(receipt), ...(paymentKey === '' ? [] : [paymentKey])];
    return step('confirm_receipt_withdrawal', [
      'receipt',
      'withdraw',
      ...which,
      '--reason',
      { blank: 'reason' },
      ...by,
    ]);
  });
}

function namesOf(blocked: readonly PaymentProgress[]): string[] {
  return [...new Set(blocked.map(({ recipient }) => nameOf(recipient)))];
}

/** The road of the files before. */
function channelOf(ledger: Ledger): string {
  return ledger.paymentFiles().at(-1)?.channel ?? 'pain001';
}

const nameOf = (code: number): string => formatRecipientCode(asRecipientCode(code));

/** Rows of the register of recipients that wait for a second person: new ones all at once, changed accounts each by name. */
export function recipientSteps(ledger: Ledger): NextStep[] {
  const register = ledger.recipientsOn(nowUtc().slice(0, 10));
  if (register === undefined) return [];
  const blocked = [...register].filter(([, { state }]) => state === 'blocked').map(([code]) => nameOf(code));
  const waiting = ledger.recipientHistory().filter(({ fate }) => fate === 'waiting');
  const fresh = [...new Set(waiting.map(({ facts }) => nameOf(facts.recipient)))].filter(
    (name) => !blocked.includes(name),
  );
  const by = signedAs('other', ledger.requiresSignatures());
  const confirm = (names: readonly string[], which: readonly string[]): NextStep =>
    step('confirm_recipients', ['recipients', 'confirm', ...which, '--reference', { blank: 'reference' }, ...by], {
      blockedBy: names,
    });
  return [
    ...(fresh.length > 0 ? [confirm(fresh, ['--all'])] : []),
    ...(blocked.length > 0 ? [confirm(blocked, blocked)] : []),
  ];
}
