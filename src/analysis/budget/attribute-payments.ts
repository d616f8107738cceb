import {
  asRecipientCode,
  assert,
  type BatchMoney,
  type DatedPayment,
  type GrantedSum,
  i32,
  type PlaceRegister,
} from '../../domain';
import { cutOffDate } from '../../engine';

/** Grant year of what an earlier system left to be carried: it says no year. */
export const EARLIER_SYSTEM = 0;

/** A payment with the grant years that it pays for. */
export interface AttributedPayment extends DatedPayment {
  readonly runId: string;
  readonly isDraft: boolean;
  /** Grant year to kroner; the sum is the payment's amount. A correction that was netted off is negative. */
  readonly byGrantYear: ReadonlyMap<number, number>;
}

/** Payments, and what is granted but in no payment yet: at most 0 for each recipient and group. */
export interface Attribution {
  readonly payments: readonly AttributedPayment[];
  /** What is carried to later batches, by grant year; drafts included. */
  readonly carriedByGrantYear: ReadonlyMap<number, number>;
}

type Parts = Map<number, number>;

/**
 * Tells which grant years every payment pays for. A payment pays all that has been granted to the recipient in the
 * netting group since the last payment, corrections that were carried included, so its parts are exactly those sums:
 * nothing is shared out. Balances follow the recipient to a new kommune number as netting does (rulebook 7). What is
 * claimed is netted with nothing: the oldest of what is owed is claimed first.
 *
 * @param keyOf what the parts are of; the grant year where it is left out
 */
export function attributePayments(
  history: readonly BatchMoney[],
  places: PlaceRegister,
  keyOf: (granted: GrantedSum) => number = ({ grantYear }) => grantYear,
): Attribution {
  const cells = new Map<string, Parts>();
  const payments = history.flatMap((batch) => {
    for (const { recipient, group, amountNok } of batch.claimed) {
      takeClaim(partsOf(cells, recipient, group), amountNok);
    }
    if (batch.kind === 'run') moveToNewCodes(cells, batch, places);
    for (const granted of batch.granted) {
      const { recipient, group } = granted;
      add(partsOf(cells, recipient, group), keyOf(granted), granted.amountNok);
    }
    for (const { recipient, group, amountNok } of batch.takenOver) leaveBalance(cells, recipient, group, amountNok);
    return batch.payments.map((payment) => takePayment(cells, payment, batch));
  });
  const carriedByGrantYear: Parts = new Map();
  for (const parts of cells.values()) for (const [year, nok] of parts) add(carriedByGrantYear, year, nok);
  return { payments, carriedByGrantYear };
}

/** A claim of the oldest that is owed; what is brought back is owed for the oldest year that is known. */
function takeClaim(parts: Parts, amountNok: number): void {
  let leftNok = amountNok;
  for (const year of [...parts.keys()].sort((a, b) => a - b)) {
    const takenNok = Math.min(leftNok, Math.max(0 - (parts.get(year) ?? 0), 0));
    if (leftNok > 0) add(parts, year, takenNok);
    leftNok -= Math.max(takenNok, 0);
  }
  if (leftNok !== 0) add(parts, EARLIER_SYSTEM, leftNok);
}

function takePayment(cells: Map<string, Parts>, payment: DatedPayment, batch: BatchMoney): AttributedPayment {
  const byGrantYear = new Map([...partsOf(cells, payment.recipient, payment.group)].filter(([, nok]) => nok !== 0));
  assert(sumOf(byGrantYear) === payment.amountNok, `${payment.paymentKey} is not what has been granted`);
  cells.delete(cellOf(payment.recipient, payment.group));
  return { ...payment, runId: batch.runId, isDraft: batch.isDraft, byGrantYear };
}

/** Of opening lines only a balance stays; which grant year it belongs to the earlier system did not say. */
function leaveBalance(cells: Map<string, Parts>, recipient: number, group: string, takenOverNok: number): void {
  const balanceNok = sumOf(partsOf(cells, recipient, group)) - takenOverNok;
  cells.set(cellOf(recipient, group), new Map([[EARLIER_SYSTEM, balanceNok]]));
}

function moveToNewCodes(cells: Map<string, Parts>, batch: BatchMoney, places: PlaceRegister): void {
  const { target } = places.translationTo(cutOffDate(batch.grantYear, batch.term));
  for (const [cell, parts] of [...cells]) {
    const [code = '', group = ''] = cell.split(' ');
    const recipient = Number(code);
    const now = i32(target, asRecipientCode(recipient));
    if (now === recipient) continue;
    cells.delete(cell);
    const moved = partsOf(cells, now, group);
    for (const [year, nok] of parts) add(moved, year, nok);
  }
}

function cellOf(recipient: number, group: string): string {
  return `${recipient} ${group}`;
}

function partsOf(cells: Map<string, Parts>, recipient: number, group: string): Parts {
  const cell = cellOf(recipient, group);
  const parts = cells.get(cell) ?? new Map<number, number>();
  cells.set(cell, parts);
  return parts;
}

function add(parts: Parts, year: number, nok: number): void {
  parts.set(year, (parts.get(year) ?? 0) + nok);
}

function sumOf(parts: ReadonlyMap<number, number>): number {
  return [...parts.values()].reduce((sum, nok) => sum + nok, 0);
}
