import { join } from 'node:path';
import { parseListFile } from '../../../src/audit';
import { listJson } from '../../../src/audit/approval-folder';
import { listText, maySignBatch, type SignedList as VerifiersList } from '../../../src/audit/verifier/signed-lists';
import { canonicalJson, EMPTY_CASE_ACT } from '../../../src/domain';
import {
  type BatchInfo,
  type Ledger,
  openLedger,
  type SignedActBy,
  type SignedList,
  listText as textOfList,
} from '../../../src/ledger';
import { parseRight } from '../../../src/ledger/lists/rights';
import { temporaryFolder } from '../../support/temporary-folder';
import { actKeyOf, approversList, type Signer, signedBy, signedInput, signer } from '../signing-support';
import { code, type DraftSketch, draftOf, failureOf, KARI } from '../support';

const kari = signer('Kari Kjører', 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer('Ola Godkjenner', 'approver');
const AT = { at: '2018-05-02T08:00:00Z', build: 'test', reason: 'prøve', salt: '00' };
const by = (who: Signer): SignedActBy & typeof AT => ({ ...AT, actor: who.name, key: actKeyOf(who) });

function listOf(...texts: string[]): SignedList {
  const rights = texts.flatMap((text) => parseRight(text) ?? []);
  const { signatures: _, ...list } = approversList([kari, astrid, ola]);
  return signedBy({ ...list, rights, signatures: [] }, [kari, ola]);
}

function ledgerWith(list: SignedList): Ledger {
  return openLedger(join(temporaryFolder(), 'l.db'), { create: { rehearsal: false, by: KARI, approvers: list } });
}

function openCase(ledger: Ledger, who: Signer): number {
  return ledger.openCase({ ...by(who), kind: 'error', recipient: code('1507'), personId: 0, reference: '24/1' })
    .caseNumber;
}

const adjustment = (amount: number) => ({
  ...EMPTY_CASE_ACT,
  ...{ kind: 'adjustment' as const, grantYear: 2018, component: 'grunntilskudd' as const },
  ...{ recipient: code('1507'), amount, code: 'Grunntilskudd-L' },
});

test('who may propose and confirm an act, and up to which amount, stands in the list', () => {
  const ledger = ledgerWith(listOf('adjustment:propose=attestant', 'adjustment:confirm=approver:100000'));
  const caseNumber = openCase(ledger, kari);
  const propose = (who: Signer, amount: number) =>
    ledger.proposeCaseAct({ ...by(who), caseNumber, details: adjustment(amount) }).act;
  expect(failureOf(() => propose(kari, 50_000))).toBe('refused LEDGER_ACT_REFUSED LEDGER_SIGNER_LACKS_RIGHT');
  const small = propose(astrid, -100_000);
  const large = propose(astrid, 100_001);
  expect(failureOf(() => ledger.confirmCaseAct(large, by(ola)))).toBe('refused LEDGER_ACT_REFUSED LEDGER_ABOVE_LIMIT');
  expect(ledger.confirmCaseAct(small, by(ola)).found.state).toBe('in_force');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('a right takes the place of what roles may do, for that act alone', () => {
  const ledger = ledgerWith(listOf('adjustment:confirm=attestant'));
  const caseNumber = openCase(ledger, kari);
  const { act } = ledger.proposeCaseAct({ ...by(kari), caseNumber, details: adjustment(1) });
  expect(failureOf(() => ledger.confirmCaseAct(act, by(ola)))).toContain('LEDGER_SIGNER_LACKS_RIGHT');
  ledger.confirmCaseAct(act, by(astrid));
  const { act: keep } = ledger.proposeCaseAct({
    ...by(kari),
    caseNumber,
    details: { ...EMPTY_CASE_ACT, kind: 'pin_count', grantYear: 2018, recipient: code('1507'), amount: 4 },
  });
  expect(failureOf(() => ledger.confirmCaseAct(keep, by(astrid)))).toContain('LEDGER_SIGNER_LACKS_ROLE');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test.each([
  [31_900, 'run:confirm=approver:31900', ''],
  [31_901, 'run:confirm=approver:31900', 'LEDGER_ABOVE_LIMIT'],
  [31_901, 'run:attest=attestant:1', ''],
])('a batch that pays %i is posted under %s: %s', (due, right, reason) => {
  const ledger = ledgerWith(listOf(right));
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due, annual: 40_000 }] }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  const attest = failureOf(() => ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant')));
  const approve = failureOf(() => ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver')));
  if (right.startsWith('run:attest')) expect(attest).toContain('LEDGER_ABOVE_LIMIT');
  else expect(approve === '' ? '' : approve.includes(reason)).toBe(reason === '' ? '' : true);
  expect(ledger.lastPosted()?.runId).toBe(reason === '' && attest === '' ? batch.runId : undefined);
  ledger.close();
});

test.each([
  [31_900, ''],
  [31_899, 'refused LEDGER_APPROVAL_REFUSED LEDGER_ABOVE_LIMIT'],
])('an annulment up to %i kroner, of a run whose lines come to nothing but which pays 31 900: %s', (limit, reason) => {
  const ledger = ledgerWith(listOf(`annulment:confirm=approver:${limit}`));
  const prepared = (batch: BatchInfo): BatchInfo => {
    ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
    ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
    return batch;
  };
  const posted = (term: number, lines: DraftSketch['lines']): BatchInfo => {
    const batch = prepared(ledger.recordDraft(draftOf(ledger, { term, lines })).batch);
    return ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver')).batch;
  };
  posted(1, [{ recipient: '1507', due: 31_900 }]);
  const moved = posted(2, [
    { recipient: '1507', due: 0, posted: 31_900 },
    { recipient: '1508', due: 31_900 },
  ]);
  const annulment = prepared(ledger.recordAnnulment(moved.runId, { ...KARI, reason: 'feil' }).batch);
  expect(annulment.linesTotalNok).toBe(0);
  const approve = () => ledger.approve(annulment.runId, signedInput(ledger, annulment, ola, 'approver'));
  expect(failureOf(approve)).toBe(reason);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test.each(['write_off:confirm=treasurer', 'lunch:confirm=approver', 'run:eat=approver', 'run:confirm=approver:-1'])(
  'no right: %s',
  (text) => expect(parseRight(text)).toBeUndefined(),
);

test('a right that is said twice is refused with the list', () => {
  const { signatures: _, ...list } = approversList([kari, astrid, ola]);
  const right = { act: 'run', step: 'confirm', role: 'approver', limitNok: 1 } as const;
  const twice = signedBy({ ...list, rights: [right, { ...right, limitNok: 2 }], signatures: [] }, [kari, ola]);
  expect(failureOf(() => ledgerWith(twice))).toContain('LIST_BAD_RIGHT');
});

test('the file of a list and the verifier tell the same text, and the verifier the same limit', () => {
  const list = listOf('run:confirm=approver:1000', 'claim:propose=runner');
  const json = canonicalJson(listJson(list), 'lines');
  expect(parseListFile(Buffer.from(json), 'list.json')).toEqual(list);
  const verifiers: VerifiersList = { ...JSON.parse(json), sha256: '' };
  expect(listText(verifiers)).toBe(textOfList(list));
  const [, , person] = verifiers.persons;
  const may = (amountNok: number): boolean =>
    person !== undefined && maySignBatch(verifiers, person, 'approver', { act: 'run', amountNok });
  expect([may(1000), may(1001)]).toEqual([true, false]);
});
