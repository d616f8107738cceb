import { asRecipientCode, type BatchMoney, formatRecipientCode, i32, type PlaceRegister } from '../../domain';
import { cutOffDate } from '../../engine';
import type { Ledger } from '../../ledger';

/** A balance or payment that the ledger holds otherwise than its postings give it. */
export interface RebuiltDifference {
  /** A recipient and netting group, or the key of a payment. */
  readonly what: string;
  readonly rebuiltNok: number;
  readonly heldNok: number;
}

/** Balances and payments as the postings alone give them, beside those that the ledger holds. */
export interface RebuiltBalances {
  readonly batches: number;
  readonly payments: number;
  readonly carriedNok: number;
  readonly differences: readonly RebuiltDifference[];
}

/**
 * Nets every batch again from its lines, from the first on, and compares each payment and every balance. Nothing of what the
 * ledger says of movements is read but what an opening took over, and what was claimed.
 */
export function rebuiltBalances(ledger: Ledger, places: PlaceRegister): RebuiltBalances {
  const history = ledger.paymentHistory().filter(({ isDraft }) => !isDraft);
  const cells = new Map<string, number>();
  const claimed = new Map<string, number>();
  const differences: RebuiltDifference[] = [];
  for (const batch of history) {
    for (const { recipient, group, amountNok } of batch.claimed) {
      add(cells, keyOf(recipient, group), amountNok);
      add(claimed, keyOf(recipient, group), amountNok);
    }
    if (batch.kind === 'run') moveToNewCodes(cells, batch, places);
    for (const { recipient, group, amountNok } of batch.granted) add(cells, keyOf(recipient, group), amountNok);
    for (const { recipient, group, amountNok } of batch.takenOver) add(cells, keyOf(recipient, group), -amountNok);
    if (batch.kind === 'run') differences.push(...payRun(cells, batch));
  }
  for (const [key, amountNok] of claimed) add(cells, key, -amountNok);
  const held = new Map(
    ledger
      .postedState(ledger.postingHead(), 0)
      .balances.map(({ recipient, group, balanceNok }) => [keyOf(recipient, group), balanceNok]),
  );
  for (const key of new Set([...cells.keys(), ...held.keys()])) {
    const [rebuiltNok, heldNok] = [cells.get(key) ?? 0, held.get(key) ?? 0];
    if (rebuiltNok !== heldNok) differences.push({ what: key, rebuiltNok, heldNok });
  }
  return {
    batches: history.length,
    payments: history.reduce((sum, { payments }) => sum + payments.length, 0),
    carriedNok: [...held.values()].reduce((sum, nok) => sum + nok, 0),
    differences,
  };
}

/** Pays what is above nothing, and compares it with what was ordered. */
function payRun(cells: Map<string, number>, batch: BatchMoney): RebuiltDifference[] {
  const ordered = new Map(batch.payments.map((payment) => [keyOf(payment.recipient, payment.group), payment]));
  const differences: RebuiltDifference[] = [];
  for (const key of new Set([...cells.keys(), ...ordered.keys()])) {
    const rebuiltNok = Math.max(cells.get(key) ?? 0, 0);
    const payment = ordered.get(key);
    const heldNok = payment?.amountNok ?? 0;
    if (rebuiltNok !== heldNok)
      differences.push({ what: payment?.paymentKey ?? `${batch.runId} ${key}`, rebuiltNok, heldNok });
    add(cells, key, -rebuiltNok);
  }
  return differences;
}

function moveToNewCodes(cells: Map<string, number>, { grantYear, term }: BatchMoney, places: PlaceRegister): void {
  const { target } = places.translationTo(cutOffDate(grantYear, term));
  for (const [key, amountNok] of [...cells]) {
    const [code = '', group = ''] = key.split(' ');
    const recipient = codes.get(code) ?? 0;
    const now = i32(target, recipient);
    if (now === recipient) continue;
    cells.delete(key);
    add(cells, keyOf(now, group), amountNok);
  }
}

/** Recipient codes by how they are written. */
const codes = new Map<string, number>();

function keyOf(recipient: number, group: string): string {
  const code = formatRecipientCode(asRecipientCode(recipient));
  codes.set(code, recipient);
  return `${code} ${group}`;
}

function add(cells: Map<string, number>, key: string, amountNok: number): void {
  const sumNok = (cells.get(key) ?? 0) + amountNok;
  if (sumNok === 0) cells.delete(key);
  else cells.set(key, sumNok);
}
