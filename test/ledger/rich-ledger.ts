import { receiptJudge } from '../../src/app/receipts/receipt-judge';
import { asRecipientCode, type CaseActDetails, EMPTY_CASE_ACT } from '../../src/domain';
import { type Ledger, openLedger, type SignedActBy } from '../../src/ledger';
import { fileOf } from './payment-files-support';
import { bring, fact } from './receipts/support';
import { factsOf } from './recipients-support';
import { actKeyOf, approversList, ratesList, signedInput, signer } from './signing-support';
import { approvalOf, code, type DraftSketch, draftOf, KARI, OLA, postRun } from './support';

const kari = signer(KARI.actor, 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer(OLA.actor, 'approver');

/**
 * A ledger in which every act has been done and every table has rows: an opening, batches with corrections and carried
 * balances, outcomes of payments, an annulment, drafts superseded, withdrawn and open, forgotten persons, a deleted
 * snapshot, and from then on lists and signatures, of a batch and of acts.
 */
export function makeRichLedger(path: string): void {
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  const opening = ledger.recordOpening({
    ...KARI,
    postings: [
      {
        line: 2,
        grantYear: 2015,
        component: 'persontilskudd',
        personId: 201500000001,
        recipient: code('1507'),
        amountNok: 9000,
        code: '',
      },
      {
        line: 3,
        grantYear: 2015,
        component: 'grunntilskudd',
        personId: 0,
        recipient: code('0301'),
        amountNok: 500,
        code: 'G',
      },
    ],
    balances: [{ line: 2, recipient: code('1507'), group: 'persontilskudd', balanceNok: -700 }],
    payments: [
      { on: '2015-12-18', recipient: code('1507'), group: 'persontilskudd', grantYear: 2015, amountNok: 9700 },
      { on: '2016-01-05', recipient: code('0301'), group: 'grunntilskudd', grantYear: 2015, amountNok: 500 },
    ],
  }).batch;
  ledger.approve(opening.runId, approvalOf(opening));
  const line = { recipient: '1507', grantYear: 2018 };
  ledger.recordDraft(draftOf(ledger, { runId: 'first', lines: [{ ...line, due: 100 }] }));
  postRun(ledger, {
    runId: 'second',
    lines: [
      { ...line, due: 31_900 },
      { recipient: '0301', due: 13_600, person: 2 },
    ],
  });
  const [payment] = ledger.paymentsOf('second');
  ledger.recordOutcome({
    ...OLA,
    at: '2018-05-01T08:00:00Z',
    kind: 'paid',
    on: '2018-04-20',
    paymentKeys: [payment?.paymentKey ?? ''],
  });
  postRun(ledger, { term: 2, lines: [{ ...line, due: 26_900, posted: 31_900 }] });
  const wrong = postRun(ledger, { term: 3, lines: [{ ...line, due: 28_000, posted: 26_900 }] });
  const annulment = ledger.recordAnnulment(wrong.runId, { ...KARI, reason: 'feil fil' }).batch;
  ledger.approve(annulment.runId, approvalOf(annulment));
  ledger.recordDraft(
    draftOf(ledger, { term: 4, runId: 'withdrawn', lines: [{ ...line, due: 30_000, posted: 26_900 }] }),
  );
  ledger.withdraw('withdrawn', { ...KARI, reason: 'feil uttrekk' });
  ledger.forgetPersons({ lastGrantYear: 2015 }, { ...KARI, reason: 'tiden er ute' });
  ledger.recordPruning('snapshot-never-used', { ...KARI, reason: 'rydding' });
  register(ledger);
  signedPart(ledger);
  ledger.close();
}

function register(ledger: Ledger): void {
  const later = { ...KARI, at: '2018-04-01T10:00:00Z' };
  const source = 'b'.repeat(64);
  const [first, second] = [code('1507'), code('0301')].map(asRecipientCode);
  if (first === undefined || second === undefined) throw new Error('two recipients');
  ledger.proposeRecipients({
    ...later,
    source,
    rows: [factsOf('1507'), factsOf('0301', { kids: new Map([['*', '18']]) })],
  });
  ledger.confirmRecipients({ ...OLA, at: later.at, recipients: 'all', reference: 'brev 1' });
  ledger.blockRecipients({ ...later, reason: 'ringte ikke tilbake' }, [first]);
  ledger.confirmRecipients({ ...OLA, at: later.at, recipients: [first], reference: 'oppringt' });
  ledger.proposeRecipients({ ...later, source, rows: [factsOf('0301', { account: '15030033334' })] });
  ledger.rejectRecipients({ ...OLA, at: later.at, recipients: [second], reference: 'falsk' });
  ledger.proposeRecipients({ ...later, source, rows: [factsOf('1507', { account: '15030044441' })] });
}

/** A case with acts proposed, dropped, in force and withdrawn; decided and closed. */
function casesIn(ledger: Ledger, ola_: SignedActBy): void {
  const kari_ = { ...ola_, ...KARI, at: ola_.at, key: actKeyOf(kari), reason: 'klage' };
  const salt = '00';
  const person = 201712345601;
  const about = { kind: 'complaint' as const, recipient: code('1507'), personId: person, reference: '24/1' };
  const { caseNumber } = ledger.openCase({ ...kari_, ...about, salt });
  const propose = (details: Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>): number =>
    ledger.proposeCaseAct({ ...kari_, caseNumber, salt, details: { ...EMPTY_CASE_ACT, ...details } }).act;
  const days = { fromDay: '2018-01-01', toDay: '2018-12-31' };
  ledger.confirmCaseAct(propose({ kind: 'block', personId: person, ...days }), ola_);
  ledger.confirmCaseAct(propose({ kind: 'keep', personId: person }), ola_);
  ledger.withdrawCaseAct(propose({ kind: 'correct', personId: person }), { ...kari_, salt });
  ledger.confirmCaseAct(ledger.withdrawCaseAct(2, { ...kari_, salt }).act, ola_);
  const owed = { recipient: code('1507'), code: 'persontilskudd' };
  const claim = propose({ kind: 'claim', ...owed, amount: 900, toDay: '2021-05-01' });
  ledger.confirmCaseAct(claim, ola_);
  const paid = propose({ kind: 'claim_payment', ...owed, amount: 300, key: String(claim), fromDay: '2018-04-30' });
  ledger.confirmCaseAct(paid, ola_);
  ledger.confirmCaseAct(propose({ kind: 'write_off', ...owed, amount: 100, key: String(claim) }), ola_);
  ledger.confirmCaseAct(ledger.withdrawCaseAct(claim, { ...kari_, salt }).act, ola_);
  ledger.decideCase(caseNumber, 'upheld', { ...ola_, reason: 'medhold' });
  ledger.closeCase(caseNumber, kari_);
}

function signedPart(ledger: Ledger): void {
  const list = approversList([kari, astrid, ola]);
  const later = { ...KARI, at: '2018-04-02T08:00:00Z' };
  ledger.adoptList(list, later);
  ledger.adoptList(ratesList([{ name: 'rates.csv', sha256: 'a'.repeat(64) }], list, [kari, ola]), later);
  const sketch: DraftSketch = { term: 4, runId: 'signed', lines: [{ recipient: '1507', due: 30_000, posted: 26_900 }] };
  const { batch } = ledger.recordDraft(draftOf(ledger, sketch));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver'));
  const signing = { ...OLA, at: '2018-05-02T08:00:00Z', key: actKeyOf(ola) };
  const [, payment] = ledger.paymentsOf('second');
  ledger.recordOutcome({ ...signing, kind: 'refused', on: '2018-04-20', paymentKeys: [payment?.paymentKey ?? ''] });
  const refused = fileOf(ledger, 'second', 2);
  ledger.writePaymentFiles(() => [fileOf(ledger, 'second', 1)], signing);
  ledger.discardPaymentFiles('second', [], { ...signing, reason: 'feil dato' });
  ledger.writePaymentFiles(() => [refused], signing);
  ledger.paymentFileMade(refused.name, signing);
  ledger.handOverPaymentFiles({ ...signing, runId: 'second', names: [], on: '2018-05-02', reference: 'nettbank 1' });
  receiptsPart(ledger, payment?.paymentKey ?? '');
  casesIn(ledger, signing);
  ledger.recordPruning('snapshot-of-nothing', { ...signing, reason: 'rydding' });
  deletionsPart(ledger, signing);
  ledger.recordDraft(
    draftOf(ledger, {
      grantYear: 2020,
      term: 2,
      runId: 'open',
      lines: [{ recipient: '1507', due: 31_000, person: 3 }],
      held: [],
      identities: new Map([[2, 4]]),
    }),
  );
}

/** Two years later: receipts and a case whose time is over, of which one person wants the contents deleted and another confirms it. */
function deletionsPart(ledger: Ledger, signing: SignedActBy): void {
  const lines = [{ recipient: '1507', due: 30_000, person: 3 }];
  const { batch } = ledger.recordDraft(draftOf(ledger, { grantYear: 2020, runId: 'later', lines }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner', signing.at));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant', signing.at));
  ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver', signing.at));
  const reason = 'tiden er ute';
  for (const what of ['receipts', 'cases'] as const) {
    ledger.deleteContents(what, '2019-01-01', { ...signing, reason });
    ledger.deleteContents(what, '2019-01-01', { ...signing, actor: KARI.actor, key: actKeyOf(kari), reason });
  }
}

/** A receipt that proves a payment, one that says otherwise under the same id and is withdrawn, and one that nobody can read. */
function receiptsPart(ledger: Ledger, paymentKey: string): void {
  const signing = { ...OLA, at: '2018-05-02T09:00:00Z', key: actKeyOf(ola) };
  const booked = fact(paymentKey, 'paid', { orderId: '', at: '2018-05-02' });
  bring(ledger, [booked], 'N1', signing);
  const { receipt } = bring(ledger, [booked, { ...booked, booking: 'another' }], 'N1', signing);
  const request = { receipt, paymentKey: '', reason: 'prøvefil' };
  ledger.withdrawReceipt({ ...signing, ...request }, receiptJudge);
  ledger.withdrawReceipt({ ...KARI, at: signing.at, key: actKeyOf(kari), ...request }, receiptJudge);
  const refused = fact(paymentKey, 'refused', { orderId: 'SECOND-F02', at: '2018-05-02T10:00:00', codes: ['AC04'] });
  const doubted = bring(ledger, [refused], 'S1', signing);
  ledger.withdrawReceipt({ ...signing, receipt: doubted.receipt, paymentKey, reason: 'uavklart' }, receiptJudge);
  ledger.receiveReceipt({ name: 'ukjent.xml', bytes: Buffer.from('?') }, signing);
}
