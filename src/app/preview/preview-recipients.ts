import {
  asDay,
  asRecipientCode,
  formatDay,
  formatRecipientCode,
  knownDay,
  type MessageCode,
  nextBankDay,
  type PayeeFaultKind,
} from '../../domain';
import { nowUtc } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import type { PayeeState } from '../approve/payee-faults';
import { payeesOfLedger } from '../payout/payees';

/** A recipient that a batch pays, and whether a file could pay it. */
export interface PreviewRecipient extends PayeeState {
  readonly canBePaid: boolean;
  /** Codes of what keeps its payments out of a file; empty where it can be paid. */
  readonly obstacles: readonly MessageCode[];
}

/** Everybody whom a batch pays, and whether they could be paid. */
export interface PreviewRecipients {
  /** The next bank day, on which a file could pay: `YYYY-MM-DD`. undefined where the ledger has no register of recipients. */
  readonly payableOn: string | undefined;
  readonly recipients: readonly PreviewRecipient[];
}

/** What faults of the recipients file keep money from; of the others a file is written all the same. */
const KEPT_BY_FILE: Readonly<Partial<Record<PayeeFaultKind, MessageCode>>> = {
  not_in_file: 'PAYEE_UNKNOWN',
  several_rows: 'PAYEE_UNKNOWN',
  no_account: 'PAYEE_NO_ACCOUNT',
  account_check: 'PAYEE_ACCOUNT',
};

/**
 * Whether each recipient could be paid if the files were written now: by what stands in the way of each of its payments on the
 * next bank day; without a register of recipients by what its file says.
 */
export function previewRecipients(ledger: Ledger, batch: BatchInfo, states: readonly PayeeState[]): PreviewRecipients {
  const payableOn = formatDay(nextBankDay(asDay(knownDay(nowUtc().slice(0, 10)))));
  const hasRegister = ledger.recipientsOn(payableOn) !== undefined;
  const obstacles = hasRegister ? obstaclesOn(ledger, batch, payableOn) : obstaclesOfFile(states);
  const recipients = states.map((state) => {
    const own = [...new Set(obstacles.get(state.recipientId))];
    return { ...state, canBePaid: own.length === 0, obstacles: own };
  });
  return { payableOn: hasRegister ? payableOn : undefined, recipients };
}

function obstaclesOn(ledger: Ledger, batch: BatchInfo, on: string): Map<string, MessageCode[]> {
  const found = new Map<string, MessageCode[]>();
  const { runId } = batch;
  const own = ledger.paymentHistory(batch).find((money) => money.runId === runId);
  const payments = (own?.payments ?? []).map((payment) => ({ ...payment, runId }));
  for (const { payment, obstacles } of payeesOfLedger(ledger, payments, on)) {
    const id = formatRecipientCode(asRecipientCode(payment.recipient));
    found.set(id, [...(found.get(id) ?? []), ...obstacles.map(({ code }) => code)]);
  }
  return found;
}

function obstaclesOfFile(states: readonly PayeeState[]): Map<string, MessageCode[]> {
  return new Map(
    states.map(({ recipientId, faults }) => [recipientId, faults.flatMap((kind) => KEPT_BY_FILE[kind] ?? [])]),
  );
}
