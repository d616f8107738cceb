import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { type Ledger, openLedger } from '../../src/ledger';
import { temporaryFolder } from '../support/temporary-folder';
import { approvalOf, draftOf, failureOf, KARI } from './support';
import { columnsOf, original, rowsOf, tables } from './tamper';

const folder = temporaryFolder();
let count = 0;

interface Step {
  readonly dues: readonly number[];
  readonly fate: 'approve' | 'approve twice' | 'withdraw' | 'supersede' | 'annul';
}

/** A step of a history: a run of the term with these dues, and what becomes of it. */
const step: fc.Arbitrary<Step> = fc.record({
  dues: fc.array(fc.integer({ min: 0, max: 31_900 }), { minLength: 1, maxLength: 3 }),
  fate: fc.constantFrom('approve', 'approve twice', 'withdraw', 'supersede', 'annul'),
});

/** Plays a term; a person of each due, in kommune 1507 or 0301 by turns. */
function play(ledger: Ledger, term: number, { dues, fate }: Step): void {
  const posted = postedByPerson(ledger);
  const lines = dues.map((due, index) => {
    const recipient = index % 2 === 0 ? '1507' : '0301';
    return { recipient, person: index + 1, due, posted: posted.get(index + 1) ?? 0, annual: 31_900 };
  });
  const changed = lines.filter((line) => line.due !== line.posted);
  const record = (runId: string) => ledger.recordDraft(draftOf(ledger, { term, runId, lines: changed })).batch;
  const batch = record(`run-${term}`);
  if (fate === 'withdraw') {
    ledger.withdraw(batch.runId, { ...KARI, reason: 'feil' });
    return;
  }
  if (fate === 'supersede') {
    const next = record(`run-${term}-again`);
    expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch)))).toBe('refused LEDGER_DRAFT_ENDED');
    ledger.approve(next.runId, approvalOf(next));
    return;
  }
  ledger.approve(batch.runId, approvalOf(batch));
  if (fate === 'approve twice') expect(ledger.approve(batch.runId, approvalOf(batch)).already).toBe(true);
  if (fate !== 'annul') return;
  const annulment = ledger.recordAnnulment(batch.runId, { ...KARI, reason: 'feil' }).batch;
  ledger.approve(annulment.runId, approvalOf(annulment));
}

function postedByPerson(ledger: Ledger): Map<number, number> {
  const entries = [...ledger.postedState().entries([2018], new Map())];
  return new Map(entries.map((entry) => [entry.personId, entry.amountNok]));
}

/** Kroner by place over all movements. */
function places(path: string): Map<string, number> {
  const db = new Sqlite(path, { readonly: true });
  const sums = new Map<string, number>();
  for (const row of db.prepare('SELECT from_place, to_place, amount FROM movements').raw().all()) {
    const [from, to, amount] = [...Object.values(JSON.parse(JSON.stringify(row)))].map(String);
    sums.set(from ?? '', (sums.get(from ?? '') ?? 0) - Number(amount));
    sums.set(to ?? '', (sums.get(to ?? '') ?? 0) + Number(amount));
  }
  db.close();
  return sums;
}

test('no history pays twice: what is paid and carried is what is posted, and all places hold nothing together', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
      count += 1;
      const path = join(folder, `history-${count}.db`);
      const ledger = openLedger(path, { create: { rehearsal: false } });
      for (const [index, one] of steps.entries()) play(ledger, index + 1, one);
      const counting = ledger.batches().filter(({ state, kind }) => state === 'posted' && kind === 'run');
      const payments = counting.flatMap(({ runId }) => ledger.paymentsOf(runId));
      const all = ledger.batches().flatMap(({ runId }) => ledger.paymentsOf(runId));
      const carriedNok = ledger.postedState().balances.reduce((sum, row) => sum + row.balanceNok, 0);
      const paidNok = payments.reduce((sum, row) => sum + row.amountNok, 0);
      const postedNok = [...postedByPerson(ledger).values()].reduce((sum, amount) => sum + amount, 0);
      expect(paidNok + carriedNok).toBe(postedNok);
      expect(new Set(all.map((row) => row.paymentKey)).size).toBe(all.length);
      expect([...places(path).values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
      expect(places(path).get('ordered') ?? 0).toBe(paidNok);
      expect(ledger.verify().faults).toEqual([]);
      ledger.close();
    }),
    { numRuns: 12 },
  );
});

test('the database itself refuses every change, and every deletion but that of persons nobody needs', () => {
  const db = new Sqlite(original);
  const attempt = (sql: string): string => {
    try {
      return db.prepare(sql).run().changes === 0 ? 'no row' : 'DONE';
    } catch (cause) {
      return String(cause); // An error of the native module may be of another realm than the test's.
    }
  };
  for (const table of tables.filter((name) => rowsOf(name) > 0)) {
    const column = columnsOf(table).at(-1) ?? '';
    expect(attempt(`UPDATE ${table} SET ${column} = ${column}`)).toContain('rows are never changed');
    const deletion = attempt(`DELETE FROM ${table}`);
    expect(deletion).toMatch(/rows are never deleted|has not ended|can still be corrected/);
  }
  db.close();
});
