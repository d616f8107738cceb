import { join } from 'node:path';
import { openDatabase } from '../../../src/effects';
import { type Ledger, type OutcomeInput, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approvalOf, failureOf, OLA, postRun } from '../support';

const folder = temporaryFolder();
const BANK = { actor: 'Bodil Bank', at: '2019-02-01T09:00:00Z', build: 'test' };
const A = 'NT2018T1S0-0301-PERS';
const B = 'NT2018T1S0-1507-PERS';

let count = 0;
function ledgerWithPayments(): Ledger {
  count += 1;
  const ledger = openLedger(join(folder, `outcomes-${count}.db`), { create: { rehearsal: false } });
  postRun(ledger, {
    lines: [
      { recipient: '1507', due: 31_900 },
      { recipient: '0301', due: 13_600, person: 2 },
    ],
  });
  return ledger;
}

const tell = (ledger: Ledger, kind: OutcomeInput['kind'], on: string, ...paymentKeys: string[]) =>
  ledger.recordOutcome({ ...BANK, kind, on, paymentKeys });
const states = (ledger: Ledger, runId = ledger.batches()[0]?.runId ?? '') =>
  ledger
    .trackedPayments(runId)
    .map(({ state, outcomes }) => [state, ...outcomes.map(({ kind, on }) => `${kind} ${on}`)]);

/** Kroner in each place over all movements, by the file itself. */
function places(ledger: Ledger): Record<string, number> {
  const db = openDatabase(ledger.path, { readOnly: true });
  const sums = db
    .prepare(
      `SELECT place, sum(nok) FROM (SELECT to_place AS place, amount AS nok FROM movements
       UNION ALL SELECT from_place, -amount FROM movements) GROUP BY place HAVING sum(nok) <> 0 ORDER BY place`,
    )
    .all();
  db.close();
  return Object.fromEntries(sums.map(([place, nok]) => [String(place), Number(nok)]));
}

describe('outcomes of payments', () => {
  test('are reported once, and reporting them again changes nothing', () => {
    const ledger = ledgerWithPayments();
    const head = ledger.postingHead();
    expect(places(ledger)).toEqual({ granted: -45_500, ordered: 45_500 });
    expect(tell(ledger, 'paid', '2018-04-20', A)).toMatchObject({ recordedNok: 13_600, already: [], kept: [] });
    const journal = ledger.journalHead();
    expect(tell(ledger, 'paid', '2018-04-20', A)).toMatchObject({ recordedNok: 0, already: [{ paymentKey: A }] });
    expect(ledger.journalHead()).toBe(journal);
    expect(states(ledger)).toEqual([['paid', 'paid 2018-04-20'], ['ordered']]);
    expect(places(ledger)).toEqual({ granted: -45_500, ordered: 31_900, settled: 13_600 });
    // An outcome decides no result: what a run stands on is the same.
    expect(ledger.postingHead()).toBe(head);
    expect(ledger.verify().faults).toEqual([]);
    ledger.close();
  });

  test('of a whole batch leave alone what has been told already', () => {
    const ledger = ledgerWithPayments();
    const runId = ledger.batches()[0]?.runId ?? '';
    tell(ledger, 'refused', '2018-04-20', B);
    const answer = ledger.recordOutcome({ ...BANK, kind: 'paid', on: '2018-04-20', paymentKeys: [], runId });
    expect(answer).toMatchObject({ recorded: [{ paymentKey: A }], kept: [{ paymentKey: B, state: 'refused' }] });
    const again = ledger.recordOutcome({ ...BANK, kind: 'paid', on: '2018-04-20', paymentKeys: [], runId });
    expect(again).toMatchObject({ recorded: [], already: [{ paymentKey: A }], kept: [{ paymentKey: B }] });
    ledger.close();
  });

  test('refused and paid again, sent back, undone: the money is always in one place', () => {
    const ledger = ledgerWithPayments();
    tell(ledger, 'refused', '2018-12-30', B);
    expect(places(ledger)).toEqual({ granted: -45_500, ordered: 13_600, refused: 31_900 });
    tell(ledger, 'refused', '2019-01-02', B);
    expect(places(ledger)).toEqual({ granted: -45_500, ordered: 13_600, refused: 31_900 });
    tell(ledger, 'paid', '2019-01-05', A, B);
    expect(places(ledger)).toEqual({ granted: -45_500, settled: 45_500 });
    tell(ledger, 'refused', '2019-01-20', A);
    expect(places(ledger)).toEqual({ granted: -45_500, refused: 13_600, settled: 31_900 });
    tell(ledger, 'undone', '2019-01-21', A);
    expect(states(ledger)[0]).toEqual(['paid', 'paid 2019-01-05']);
    tell(ledger, 'undone', '2019-01-21', A);
    expect(states(ledger)[0]).toEqual(['ordered']);
    expect(places(ledger)).toEqual({ granted: -45_500, ordered: 13_600, settled: 31_900 });
    expect(ledger.verify().faults).toEqual([]);
    ledger.close();
  });

  test('are refused where they cannot be', () => {
    const ledger = ledgerWithPayments();
    tell(ledger, 'paid', '2018-04-20', A);
    const attempt = (kind: OutcomeInput['kind'], on: string, key: string) =>
      failureOf(() => tell(ledger, kind, on, key));
    expect(attempt('paid', '2018-04-20', 'NT2018T1S0-9999-PERS')).toBe(
      'usage LEDGER_PAYMENTS_UNKNOWN LEDGER_PAYMENT_UNKNOWN',
    );
    expect(attempt('paid', '2018-04-21', A)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_PAID_ALREADY');
    expect(attempt('refused', '2018-04-19', A)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_BEFORE_LAST');
    expect(attempt('paid', '2018-03-30', B)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_BEFORE_BATCH');
    expect(attempt('paid', '2018-04-01', B)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_BEFORE_APPROVAL');
    expect(attempt('paid', '2019-02-03', B)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_IN_FUTURE');
    expect(attempt('undone', '2019-02-03', A)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_IN_FUTURE');
    expect(attempt('undone', '2018-04-19', B)).toBe('refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_NOTHING_TO_UNDO');
    expect(states(ledger)).toEqual([['paid', 'paid 2018-04-20'], ['ordered']]);
    ledger.close();
  });

  test('keep a batch from being annulled, until they are undone', () => {
    const ledger = ledgerWithPayments();
    const runId = ledger.batches()[0]?.runId ?? '';
    const annul = () => ledger.recordAnnulment(runId, { ...BANK, reason: 'feil fil' });
    tell(ledger, 'paid', '2018-04-20', A);
    expect(failureOf(annul)).toBe('refused LEDGER_ANNUL_HAS_OUTCOMES');
    tell(ledger, 'undone', '2018-04-21', A);
    const { batch } = annul();
    // Told after the annulment was drafted: it is refused with that reason, not as damage of the file.
    tell(ledger, 'paid', '2018-04-22', A);
    expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch, OLA)))).toBe(
      'refused LEDGER_APPROVAL_REFUSED LEDGER_ANNUL_HAS_OUTCOMES',
    );
    tell(ledger, 'undone', '2018-04-23', A);
    ledger.approve(batch.runId, approvalOf(batch, OLA));
    expect(failureOf(() => tell(ledger, 'paid', '2018-04-24', A))).toBe(
      'refused LEDGER_OUTCOME_REFUSED LEDGER_OUTCOME_ANNULLED',
    );
    expect(places(ledger)).toEqual({});
    expect(ledger.verify().faults).toEqual([]);
    ledger.close();
  });
});

describe('the file itself', () => {
  // An error of the database module may be of another suite's world, where `instanceof Error` does not hold.
  const messageOf = (cause: unknown): string =>
    typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : '';
  const change = (ledger: Ledger, sql: string): string => {
    const db = openDatabase(ledger.path);
    try {
      db.exec(sql);
      return '';
    } catch (cause) {
      return messageOf(cause);
    } finally {
      db.close();
    }
  };

  test('refuses outcomes that are changed, deleted, doubled or without an act', () => {
    const ledger = ledgerWithPayments();
    tell(ledger, 'paid', '2018-04-20', A);
    tell(ledger, 'refused', '2018-04-20', B);
    expect(change(ledger, "UPDATE payment_outcomes SET on_date = '2018-04-21'")).toContain('never changed');
    expect(change(ledger, 'DELETE FROM payment_outcomes')).toContain('never deleted');
    const last = Number(ledger.verify().counts.acts);
    const row = (values: string) => `INSERT OR REPLACE INTO payment_outcomes VALUES (${values})`;
    for (const values of [
      `2, ${last}, '${B}', 'paid', '2018-04-20', 0`, // a number that has been used
      `3, 1, '${B}', 'paid', '2018-04-20', 0`, // of an act that tells no outcome
      `3, ${last - 1}, '${B}', 'paid', '2018-04-20', 0`, // of an act before the last
      `3, ${last}, '${A}', 'paid', '2018-04-20', 0`, // paid twice
      `3, ${last}, '${B}', 'paid', '2018-04-19', 0`, // before the last one
      `3, ${last}, '${A}', 'undone', '2018-04-20', 2`, // undoes another payment's
    ]) {
      expect(change(ledger, row(values))).toMatch(/^payment_outcomes: /);
    }
    const money = `INSERT INTO movements VALUES (1, 3011, 4, 'ordered', 'settled', 5, 0, 0)`;
    expect(change(ledger, money)).toContain('belongs to no act');
    expect(ledger.verify().faults).toEqual([]);
    ledger.close();
  });

  test.each([
    ['a date', "UPDATE payment_outcomes SET on_date = '2018-04-21' WHERE outcome = 1", 'LEDGER_ACT_DIFFERS'],
    ['a payment', `UPDATE payment_outcomes SET payment_key = '${B}' WHERE outcome = 1`, 'LEDGER_OUTCOMES_DIFFER'],
    ['an outcome that goes', 'DELETE FROM payment_outcomes WHERE outcome = 2', 'LEDGER_OUTCOMES_DIFFER'],
    ['a movement', 'UPDATE movements SET amount = amount + 1 WHERE posting = 0', 'LEDGER_OUTCOMES_DIFFER'],
    [
      'money from nowhere',
      "INSERT INTO movements VALUES (1, 3011, 4, 'ordered', 'settled', 5, 0, 0)",
      'LEDGER_OUTCOMES_DIFFER',
    ],
  ])('verify finds %s that was changed past the triggers', (_what, sql, code) => {
    const ledger = ledgerWithPayments();
    tell(ledger, 'paid', '2018-04-20', A);
    tell(ledger, 'refused', '2018-04-20', B);
    const db = openDatabase(ledger.path);
    const triggers = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
    for (const [name] of triggers) db.exec(`DROP TRIGGER ${String(name)}`);
    db.exec(sql);
    db.close();
    expect(ledger.verify().faults.map((fault) => fault.code)).toContain(code);
    ledger.close();
  });
});
