import { join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { temporaryFolder } from '../support/temporary-folder';
import { approvalOf, code, draftOf, failureOf, hashOf, KARI, postRun } from './support';

const folder = temporaryFolder();

describe('a ledger from the first draft to the last balance', () => {
  const ledger = openLedger(join(folder, 'whole.db'), { create: { rehearsal: false } });
  afterAll(() => ledger.close());

  test('a run is a draft, then posted, and both acts can be repeated', () => {
    const draft = draftOf(ledger, {
      lines: [
        { recipient: '1507', due: 31_900 },
        { recipient: '0301', due: 13_600, person: 2 },
      ],
    });
    const first = ledger.recordDraft(draft);
    expect(first).toMatchObject({
      already: false,
      superseded: [],
      batch: { state: 'draft', payments: 2, paidNok: 45_500 },
    });
    expect(ledger.recordDraft(draft)).toEqual({ ...first, already: true });
    const remade = { ...draft, manifestHash: hashOf('another version of the program') };
    expect(failureOf(() => ledger.recordDraft(remade))).toBe('refused LEDGER_DRAFT_OTHER_MANIFEST');
    const otherLines = draftOf(ledger, { runId: draft.runId, lines: [{ recipient: '1507', due: 31_901 }] });
    expect(failureOf(() => ledger.recordDraft(otherLines))).toBe('refused LEDGER_DRAFT_DIFFERS');
    expect(ledger.postingHead()).toBe(draft.postingHead);
    expect([...ledger.linesOf(draft.runId)].map((line) => line.amountNok)).toEqual([13_600, 31_900]);

    const approved = ledger.approve(draft.runId, approvalOf(first.batch));
    expect(approved).toMatchObject({ already: false, batch: { state: 'posted', posting: 1 } });
    expect(ledger.approve(draft.runId, approvalOf(first.batch))).toEqual({ ...approved, already: true });
    expect(ledger.recordDraft(draft)).toEqual({ already: true, superseded: [], batch: approved.batch });
    expect(ledger.postingHead()).toBe(approved.batch.headAfter);
    expect([...ledger.linesOf(draft.runId)].map((line) => line.personId)).toEqual([2, 201800000001]);
    expect(ledger.paymentsOf(draft.runId).map((payment) => payment.paymentKey)).toEqual([
      'NT2018T1S0-0301-PERS',
      'NT2018T1S0-1507-PERS',
    ]);
  });

  test('a negative balance is carried until the total is positive', () => {
    const at = (term: number, due: number, posted: number, supplement = false) =>
      postRun(ledger, { term, supplement, lines: [{ recipient: '1507', due, posted }] });
    expect(at(2, 26_900, 31_900).paidNok).toBe(0);
    expect(ledger.postedState().balances).toEqual([
      { recipient: code('1507'), group: 'persontilskudd', balanceNok: -5000 },
    ]);
    expect(at(3, 29_900, 26_900).paidNok).toBe(0);
    expect(at(3, 33_900, 29_900, true).paidNok).toBe(2000);
    expect(ledger.postedState().balances).toEqual([]);
  });

  test('posted state sums what was posted, as of any head', () => {
    const heads = ledger.batches().map((batch) => batch.headAfter);
    const sumsAt = (head?: string) =>
      [...ledger.postedState(head).entries([2017, 2018], new Map())].map((entry) => [entry.personId, entry.amountNok]);
    expect(sumsAt(heads[0])).toEqual([
      [2, 13_600],
      [201800000001, 31_900],
    ]);
    expect(sumsAt(heads[1])).toEqual([
      [2, 13_600],
      [201800000001, 26_900],
    ]);
    expect(sumsAt()).toEqual([
      [2, 13_600],
      [201800000001, 33_900],
    ]);
    const merged = [...ledger.postedState().entries([2018], new Map([[2, 201800000001]]))];
    expect(merged.map((entry) => [entry.personId, entry.basisRecipient, entry.amountNok])).toEqual([
      [201800000001, code('0301'), 13_600],
      [201800000001, code('1507'), 33_900],
    ]);
  });

  test('refuses what must not be', () => {
    const plan = (request: object) => () =>
      ledger.planRun({ grantYear: 2018, term: 3, asOf: 17_805, supplement: false, ...request });
    expect(failureOf(plan({}))).toBe('refused LEDGER_TERM_POSTED');
    expect(failureOf(plan({ term: 2 }))).toBe('refused LEDGER_TERM_ORDER');
    expect(failureOf(plan({ term: 4, supplement: true }))).toBe('refused LEDGER_NO_TERM_TO_SUPPLEMENT');
    expect(failureOf(plan({ term: 4, asOf: 17_000 }))).toBe('refused LEDGER_AS_OF_BEFORE_LAST');
    const { batch } = ledger.recordDraft(
      draftOf(ledger, { term: 4, lines: [{ recipient: '1507', due: 40_000, posted: 33_900 }] }),
    );
    expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch, KARI)))).toBe(
      'refused LEDGER_APPROVAL_REFUSED LEDGER_RUNNER_CANNOT_APPROVE',
    );
    const { batch: other } = ledger.recordDraft(
      draftOf(ledger, { term: 4, runId: 'other', lines: [{ recipient: '1507', due: 41_000, posted: 33_900 }] }),
    );
    expect(ledger.batch(batch.runId)).toMatchObject({ state: 'superseded', supersededBy: 'other' });
    expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch)))).toBe('refused LEDGER_DRAFT_ENDED');
    expect(ledger.withdraw('other', { ...KARI, reason: 'feil uttrekk' })).toMatchObject({
      already: false,
      batch: { state: 'withdrawn' },
    });
    expect(failureOf(() => ledger.approve('other', approvalOf(other)))).toBe('refused LEDGER_DRAFT_ENDED');
  });
});
