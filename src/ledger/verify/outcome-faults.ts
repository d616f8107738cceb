import { type ErrorDetail, errorDetail } from '../../domain';
import { type RowOf, rowsOf, text, whole } from '../columns';
import { type ActContent, fieldsOf } from '../journal';
import { findPayment, movementsBetween, type PaymentRecord } from '../outcomes/outcome-reads';
import { OUTCOME, type PaymentOutcome } from '../outcomes/outcome-types';
import { outcomeAct } from '../outcomes/outcomes';
import type { OpenLedger } from '../posting-reads';
import { type Movement, storedMovements } from '../postings/movements';

const ROW = {
  ...OUTCOME,
  journal: whole('journal'),
  paymentKey: text('payment_key'),
  undoes: whole('undoes'),
};
type OutcomeRow = RowOf<typeof ROW>;

/**
 * Plays every outcome again from the first: numbers without gaps, each payment in a way it can go, and the movements of
 * each act exactly those that its outcomes make. Nothing else may move money outside a batch.
 */
export function outcomeFaults(ledger: OpenLedger): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const standing = new Map<string, PaymentOutcome[]>();
  const explained = new Set<number>();
  const rows = outcomeRows(ledger);
  if (rows.some((row, index) => row.number !== index + 1)) faults.push(faultOf('numbers'));
  for (const act of actsOf(rows)) {
    const journal = act[0]?.journal ?? 0;
    explained.add(journal);
    const payments = new Map(act.map((row) => [row.paymentKey, paymentBefore(ledger, row, standing)]));
    for (const row of act) if (!play(row, standing)) faults.push(faultOf(`outcome ${row.number}`));
    const moved = [...payments].flatMap(([key, payment]) =>
      payment === undefined ? [] : [{ payment, after: standing.get(key) ?? [] }],
    );
    if (moved.length < payments.size) faults.push(faultOf(`act ${journal}: payment`));
    const expected = textOf(movementsBetween(moved));
    if (textOf(storedMovements(ledger, { journal })) !== expected) faults.push(faultOf(`act ${journal}: movements`));
  }
  faults.push(...annulledFaults(ledger));
  const stray = ledger.db.prepare('SELECT DISTINCT journal FROM movements WHERE posting = 0 AND case_number = 0').all();
  for (const [journal] of stray) {
    if (!explained.has(Number(journal))) faults.push(faultOf(`act ${Number(journal)}: movements`));
  }
  return faults;
}

/** A batch is annulled while no payment of it is known to have arrived, and nothing is told of them afterwards. */
function annulledFaults(ledger: OpenLedger): ErrorDetail[] {
  return ledger.db
    .prepare(
      `SELECT o.outcome FROM payment_outcomes AS o JOIN payments AS p USING (payment_key)
       JOIN posting_chain AS a ON a.annuls = p.posting
       WHERE o.journal > a.journal OR (o.kind = 'paid' AND o.outcome = (
         SELECT max(outcome) FROM payment_outcomes_in_force WHERE payment_key = o.payment_key))`,
    )
    .all()
    .map(([outcome]) => faultOf(`outcome ${Number(outcome)}: annulled`));
}

/** What the table says that an act told; undefined where it holds nothing of it. */
export function outcomeContent(ledger: OpenLedger, journal: number, body: string): ActContent | undefined {
  // By their own numbers, as the act says them: there is no index by acts.
  const { first_outcome: from, payment_keys: named } = fieldsOf(body, ['first_outcome', 'payment_keys']);
  const count = Array.isArray(named) ? named.length : 0;
  const rows = outcomeRows(ledger, { from: Number(from ?? 0), to: Number(from ?? 0) + count - 1 });
  const [first] = rows;
  const isOne = rows.every((row) => row.journal === journal && row.kind === first?.kind && row.on === first.on);
  if (first === undefined || !isOne) return undefined;
  const keys = rows.map((row) => row.paymentKey);
  return outcomeAct(
    first.kind,
    first.on,
    first.number,
    keys,
    rows.map((row) => row.undoes),
  );
}

function outcomeRows(ledger: OpenLedger, range?: { from: number; to: number }): OutcomeRow[] {
  const where = range === undefined ? '' : ` WHERE outcome BETWEEN ${range.from} AND ${range.to}`;
  return rowsOf(ledger.db, ROW, `FROM payment_outcomes${where} ORDER BY outcome`);
}

function actsOf(rows: readonly OutcomeRow[]): OutcomeRow[][] {
  const acts = new Map<number, OutcomeRow[]>();
  for (const row of rows) acts.set(row.journal, [...(acts.get(row.journal) ?? []), row]);
  return [...acts.values()];
}

function paymentBefore(
  ledger: OpenLedger,
  row: OutcomeRow,
  standing: ReadonlyMap<string, readonly PaymentOutcome[]>,
): PaymentRecord | undefined {
  const payment = findPayment(ledger, row.paymentKey);
  return payment && { ...payment, outcomes: [...(standing.get(row.paymentKey) ?? [])] };
}

/** Adds an outcome to what stands; false where the payment could not go that way. */
function play(row: OutcomeRow, standing: Map<string, PaymentOutcome[]>): boolean {
  const outcomes = standing.get(row.paymentKey) ?? [];
  standing.set(row.paymentKey, outcomes);
  const last = outcomes.at(-1);
  if (row.kind === 'undone') return outcomes.pop()?.number === row.undoes;
  outcomes.push({ number: row.number, kind: row.kind, on: row.on });
  return last === undefined || (last.on <= row.on && !(last.kind === 'paid' && row.kind === 'paid'));
}

function textOf(movements: readonly Movement[]): string {
  return movements
    .map((row) => `${row.recipient} ${row.groupNumber} ${row.from} ${row.to} ${row.amountNok}`)
    .join('\n');
}

function faultOf(what: string): ErrorDetail {
  return errorDetail('LEDGER_OUTCOMES_DIFFER', { what });
}
