import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listJson } from '../../../src/audit/approval-folder';
import { DISK } from '../../../src/audit/verifier/alone/disk';
import { readJournal } from '../../../src/audit/verifier/check-journal';
import { checkLists } from '../../../src/audit/verifier/check-lists';
import { Findings } from '../../../src/audit/verifier/findings';
import type { SignedList as VerifiersList } from '../../../src/audit/verifier/signed-lists';
import { type CaseActDetails, canonicalJson, EMPTY_CASE_ACT } from '../../../src/domain';
import { type BatchInfo, type Ledger, listHash, openLedger, type SignedList } from '../../../src/ledger';
import { parseRight } from '../../../src/ledger/lists/rights';
import { actKeyOf, approversList, type Signer, signedBy, signedInput, signer } from '../../ledger/signing-support';
import { code, draftOf, failureOf, KARI } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';

const kari = signer('Kari Kjører', 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer('Ola Godkjenner', 'approver');
const per = signer('Per Utenfor', 'approver');
const AT = { at: '2018-05-02T08:00:00Z', build: 'test', reason: 'prøve', salt: '00' };
const by = (who: Signer, key = who) => ({ ...AT, actor: who.name, key: actKeyOf(key) });
const PLACES = { basisRecipient: code('1507'), recipient: code('1508') };
const [DAYS, CELL] = [
  { fromDay: '2018-01-01', toDay: '2018-12-31' },
  { recipient: code('1507'), code: 'persontilskudd' },
];

/** The list of approvers, with rights. */
function listWith(...texts: string[]): SignedList {
  const rights = texts.flatMap((text) => parseRight(text) ?? []);
  const { signatures: _, ...list } = approversList([kari, astrid, ola]);
  return signedBy({ ...list, ...(rights.length > 0 ? { rights } : {}), signatures: [] }, [kari, ola]);
}
const LIST = listWith();

function post(ledger: Ledger, term: number, due: number, posted: number): void {
  const lines = [{ recipient: '1507', due, posted }];
  postSigned(ledger, ledger.recordDraft(draftOf(ledger, { term, lines })).batch);
}

function postSigned(ledger: Ledger, batch: BatchInfo): void {
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver'));
}

type Said = Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>;
/** Every act of a case: what it says, and whether it is withdrawn afterwards. */
const ACTS: readonly Said[] = [
  { kind: 'block', recipient: CELL.recipient, ...DAYS },
  { kind: 'block_payments', recipient: CELL.recipient, ...DAYS },
  { kind: 'pin_count', grantYear: 2018, recipient: CELL.recipient, amount: 4 },
  { kind: 'keep', personId: 201712345601 },
  { kind: 'claim', ...CELL, amount: 3000 },
  { kind: 'claim_payment', ...CELL, amount: 1000, key: '5', fromDay: '2018-04-01' },
  { kind: 'write_off', ...CELL, amount: 500, key: '5' },
  {
    kind: 'adjustment',
    grantYear: 2018,
    component: 'grunntilskudd',
    ...CELL,
    amount: -390_000,
    code: 'Grunntilskudd-H',
  },
  { kind: 'pin_kommune', grantYear: 2018, personId: 201712345601, recipient: CELL.recipient, fromDay: '2018-03-01' },
  { kind: 'pin_successor', grantYear: 2018, component: 'grunntilskudd', ...PLACES },
  { kind: 'row_void', grantYear: 2018, personId: 201712345601, table: 'residence', key: '0301/2017-03-01' },
  { kind: 'correct', personId: 201712345601 },
];
const ADJUSTMENT = '8';

/** The journal of a ledger that requires signatures, with every act of a case; what others tried was refused. */
function journalWithCase(): string[] {
  const path = join(temporaryFolder(), 'l.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers: LIST } });
  post(ledger, 1, 31_900, 0);
  post(ledger, 2, 26_900, 31_900);
  const about = { kind: 'recovery' as const, recipient: CELL.recipient, personId: 0, reference: '24/9' };
  expect(failureOf(() => ledger.openCase({ ...AT, actor: kari.name, ...about }))).toContain('SIGNATURE_NEEDED');
  ledger.openCase({ ...by(kari), ...about });
  for (const said of ACTS) {
    const details = { ...EMPTY_CASE_ACT, ...said };
    const propose = (who: ReturnType<typeof by>) => ledger.proposeCaseAct({ ...who, caseNumber: 1, details }).act;
    expect(failureOf(() => propose(by(per)))).toContain('LEDGER_SIGNER_UNKNOWN');
    expect(failureOf(() => propose(by(kari, ola)))).toContain('LEDGER_SIGNATURE_WRONG');
    const act = propose(by(kari));
    expect(failureOf(() => ledger.confirmCaseAct(act, by(per)))).toContain('LEDGER_SIGNER_UNKNOWN');
    expect(failureOf(() => ledger.confirmCaseAct(act, by(ola, per)))).toContain('LEDGER_SIGNATURE_WRONG');
    expect(failureOf(() => ledger.confirmCaseAct(act, by(astrid)))).toContain('LEDGER_SIGNER_LACKS_ROLE');
    ledger.confirmCaseAct(act, by(ola));
  }
  for (const ended of [1, 7]) ledger.confirmCaseAct(ledger.withdrawCaseAct(ended, by(kari)).act, by(ola));
  const dropped = ledger.proposeCaseAct({
    ...by(kari),
    caseNumber: 1,
    details: { ...EMPTY_CASE_ACT, ...ACTS[3], kind: 'keep' },
  });
  expect(failureOf(() => ledger.withdrawCaseAct(dropped.act, by(per)))).toContain('LEDGER_SIGNER_UNKNOWN');
  ledger.withdrawCaseAct(dropped.act, by(kari));
  ledger.decideCase(1, 'upheld', by(ola));
  ledger.closeCase(1, by(kari));
  expect(ledger.verify().faults).toEqual([]);
  const bodies = [...ledger.journalBodies()];
  ledger.close();
  return bodies;
}
const journal = journalWithCase();

/** What the verifier of one file finds in a journal, by a list that is given for the one that is in force. */
function found(bodies: readonly string[], list = LIST, amounts?: ReadonlyMap<string, number>): string[] {
  const path = join(temporaryFolder(), 'journal.txt');
  writeFileSync(path, bodies.map((body) => `${body}\n`).join(''));
  const verifiers: VerifiersList = { ...JSON.parse(canonicalJson(listJson(list), 'lines')), sha256: '' };
  const findings = new Findings();
  readJournal(DISK, path, undefined, new Map([[listHash(LIST), verifiers]]), findings, amounts);
  return findings.list().map(({ code: name, params }) => `${name} ${params?.role ?? params?.what ?? ''}`.trim());
}

test('a signed ledger with every act of a case has nothing to object to', () => expect(found(journal)).toEqual([]));

test.each<[string, string[]]>([
  ['claim:confirm=approver:2999', ['APPROVAL_NOT_ALLOWED confirm-claim']],
  ['claim:confirm=approver:3000', []],
  // The write-off, and its withdrawal.
  ['write_off:confirm=attestant', ['APPROVAL_NOT_ALLOWED confirm-claim', 'APPROVAL_NOT_ALLOWED confirm-claim']],
  ['write_off:confirm=approver:499', ['APPROVAL_NOT_ALLOWED confirm-claim', 'APPROVAL_NOT_ALLOWED confirm-claim']],
  ['write_off:confirm=approver:500', []],
  ['block:propose=attestant', ['APPROVAL_NOT_ALLOWED propose-act']],
  ['pin_count:confirm=attestant', ['APPROVAL_NOT_ALLOWED confirm-act']],
  ['case:confirm=attestant', ['APPROVAL_NOT_ALLOWED decide-case']],
  ['case:propose=approver', ['APPROVAL_NOT_ALLOWED open-case', 'APPROVAL_NOT_ALLOWED close-case']],
])('by a list that says %s', (right, expected) => expect(found(journal, listWith(right))).toEqual(expected));

test.each<[string, string[]]>([
  ['run:confirm=approver:31900', []],
  // Both runs pay as much; the second takes as much from another kommune, so its lines come to nothing.
  ['run:attest=attestant:31899', ['APPROVAL_NOT_ALLOWED attestant', 'APPROVAL_NOT_ALLOWED attestant']],
  ['annulment:confirm=approver:31900', []],
  ['annulment:confirm=approver:31899', ['APPROVAL_NOT_ALLOWED approver']],
])('batches by a list that says %s', (right, expected) => {
  expect(found(annulled(), listWith(right))).toEqual(expected);
});

/** The journal of two runs, the second of which is taken back. */
function annulled(): string[] {
  const path = join(temporaryFolder(), 'l.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers: LIST } });
  post(ledger, 1, 31_900, 0);
  const lines = [
    { recipient: '1507', due: 0, posted: 31_900 },
    { recipient: '1508', due: 31_900 },
  ];
  const { batch } = ledger.recordDraft(draftOf(ledger, { term: 2, lines }));
  postSigned(ledger, batch);
  postSigned(ledger, ledger.recordAnnulment(batch.runId, { ...KARI, reason: 'feil' }).batch);
  expect(ledger.verify().faults).toEqual([]);
  const bodies = [...ledger.journalBodies()];
  ledger.close();
  return bodies;
}

test('an act of a case without its signature is found, whichever it is', () => {
  const acts = ['open-case', 'propose-act', 'confirm-act', 'confirm-claim', 'drop-act', 'decide-case', 'close-case'];
  for (const act of acts) {
    const place = journal.findLastIndex((body) => JSON.parse(body).act === act);
    const { signature: _, public_key: __, approvers: ___, ...bare } = JSON.parse(journal[place] ?? '');
    const forged = journal.with(place, canonicalJson(bare));
    expect(found(forged)).toContain(`JOURNAL_UNSIGNED (${act})`);
  }
});

test('an act that its proposer confirmed is found', () => {
  const place = journal.findIndex((body) => JSON.parse(body).act === 'confirm-act');
  const forged = journal.with(place, canonicalJson({ ...JSON.parse(journal[place] ?? ''), actor: kari.name }));
  expect(found(forged)).toContain('APPROVAL_SAME_PERSON');
});

test.each(['Kari Kjorer', 'K\u0430ri Kj\u00f8rer', 'KARI-KJ\u00d8RER', 'Kari  Kj\u00f8r\u0301er'])(
  'one person under two names is found, as the ledger would: %s confirms, approves and signs a list',
  (alike) => {
    const asAlike = (act: string): string[] => {
      const place = journal.findIndex((body) => JSON.parse(body).act === act);
      return journal.with(place, canonicalJson({ ...JSON.parse(journal[place] ?? ''), actor: alike }));
    };
    expect(found(asAlike('confirm-act'))).toContain('APPROVAL_SAME_PERSON');
    expect(found(asAlike('approve'))).toContain('APPROVAL_SAME_PERSON');
    const { signatures: _, ...list } = approversList([kari, astrid, { ...ola, name: alike }]);
    const signed = signedBy({ ...list, signatures: [] }, [kari, { ...ola, name: alike }]);
    const verifiers: VerifiersList = {
      ...JSON.parse(canonicalJson(listJson(signed), 'lines')),
      sha256: listHash(signed),
    };
    const findings = new Findings();
    checkLists('approvers', { format: 1, kind: 'approvers', versions: [verifiers] }, [], findings);
    expect(findings.list().map(({ code: name, params }) => `${name} ${params?.reason}`)).toEqual([
      'APPROVAL_LIST_BROKEN LIST_BAD_NAME',
    ]);
  },
);

test('the limit of an adjustment is held to the kroner that a run says, and told as unchecked where none does', () => {
  const path = join(temporaryFolder(), 'journal.txt');
  writeFileSync(path, journal.map((body) => `${body}\n`).join(''));
  const unchecked = (list: SignedList, amounts?: ReadonlyMap<string, number>): number => {
    const verifiers: VerifiersList = { ...JSON.parse(canonicalJson(listJson(list), 'lines')), sha256: '' };
    const lists = new Map([[listHash(LIST), verifiers]]);
    return readJournal(DISK, path, undefined, lists, new Findings(), amounts).unlimitedActs;
  };
  const [below, above] = ['389999', '390000'].map((nok) => listWith(`adjustment:confirm=approver:${nok}`));
  const amounts = new Map([[ADJUSTMENT, -390_000]]);
  expect(found(journal, below, amounts)).toEqual(['APPROVAL_NOT_ALLOWED confirm-act']);
  expect(found(journal, above, amounts)).toEqual([]);
  // With the kroner of the adjustment told, the withdrawal of the block is left: which act it ends is not.
  expect([unchecked(below ?? LIST), unchecked(below ?? LIST, amounts), unchecked(LIST)]).toEqual([2, 1, 0]);
  // Claims say their kroner when they are confirmed, not when they are proposed.
  expect(unchecked(listWith('claim:confirm=approver:3000'))).toBe(0);
  expect(unchecked(listWith('claim:propose=runner:3000'))).toBe(3);
});

test('a pin, an adjustment or a correction whose signed bytes were changed is found, and so is a signature of another act', () => {
  const acts = journal.map((body): Readonly<Record<string, unknown>> => JSON.parse(body));
  const proposals = acts.flatMap((body, place) => (body.act === 'propose-act' ? [{ body, place }] : []));
  const kinds = ['adjustment', 'pin_kommune', 'pin_successor', 'pin_count', 'row_void', 'correct'];
  for (const kind of kinds) {
    const { body, place } = proposals.find((one) => one.body.kind === kind) ?? { body: {}, place: -1 };
    const signature = String(body.signature);
    const other = proposals.find((one) => one.body.kind !== kind)?.body.signature ?? '';
    const turned = `${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`;
    const forgeries = [
      { ...body, details_hash: '0'.repeat(64) },
      { ...body, signature: turned },
      { ...body, signature: other },
    ];
    for (const forged of forgeries) {
      const changed = found(journal.with(place, canonicalJson(JSON.parse(JSON.stringify(forged)))));
      expect([kind, changed]).toEqual([kind, expect.arrayContaining(['APPROVAL_SIGNATURE_WRONG'])]);
    }
  }
});

test('contents that one and the same person wanted deleted and deleted are found', () => {
  const path = join(temporaryFolder(), 'l.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers: LIST } });
  ledger.openCase({ ...by(kari), kind: 'error', recipient: CELL.recipient, personId: 0, reference: '24/9' });
  ledger.decideCase(1, 'dismissed', by(ola));
  ledger.closeCase(1, by(kari));
  for (const who of [kari, ola]) ledger.deleteContents('cases', '2030-01-01', by(who));
  const bodies = [...ledger.journalBodies()];
  ledger.close();
  expect(found(bodies)).toEqual([]);
  const place = bodies.findIndex((body) => JSON.parse(body).act === 'delete-cases');
  const forged = bodies.with(place, canonicalJson({ ...JSON.parse(bodies[place] ?? ''), actor: kari.name }));
  expect(found(forged)).toContain('APPROVAL_SAME_PERSON');
});
