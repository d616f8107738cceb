import { isSamePerson, personKey } from '../../../src/domain';
import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approvalOf, draftOf, failureOf, KARI } from '../support';

const KARIS = [
  'KARI',
  ' kari ',
  'K.A.R.I',
  'Ka-ri',
  'k a r i',
  'Kаri', // Cyrillic а
  'Κari', // Greek kappa
  'Ｋａｒｉ', // full width
  'Ka\u0301ri', // combining mark
  'Kári',
  'Ka\u200bri', // zero width
  'Karı', // dotless i
  '𝐊𝐚𝐫𝐢', // mathematical letters
];

test.each(KARIS)('%j is kari', (name) => {
  expect(personKey(name)).toBe('kari');
});

test.each([
  ['Øystein Ås', 'Oystein Aas'],
  ['Øystein Ås', 'OEYSTEIN AAS'],
  ['Pál Weiß', 'Pal Weiss'],
  ['Bjørn Æsøy', 'bjorn aesoy'],
  ["Siân O'Neill", 'SIAN O’NEILL'],
  ['ΝΙΝΑ', 'Nina'],
])('%s and %s are one person', (one, other) => {
  expect(isSamePerson(one, other)).toBe(true);
});

test.each([
  ['Kari', 'Karl'],
  ['Kari', 'Kari N'],
  ['kari1', 'kari2'],
  ['Мария', 'Марина'],
  ['李', '王'],
  ['...', '---'],
])('%s and %s are two', (one, other) => {
  expect(isSamePerson(one, other)).toBe(false);
});

test('whoever ran or attested does not approve under a name that only looks otherwise', () => {
  const ledger = openLedger(`${temporaryFolder()}/l.db`, { create: { rehearsal: false, by: KARI } });
  const { batch } = ledger.recordDraft({
    ...draftOf(ledger, { lines: [{ recipient: '1507', due: 5 }] }),
    actor: 'kari',
  });
  ledger.attest(batch.runId, approvalOf(batch, { actor: 'Astrid Ås' }));
  for (const actor of KARIS) {
    expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch, { actor })))).toBe(
      'refused LEDGER_APPROVAL_REFUSED LEDGER_RUNNER_CANNOT_APPROVE',
    );
  }
  expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch, { actor: 'ASTRID AAS' })))).toBe(
    'refused LEDGER_APPROVAL_REFUSED LEDGER_ATTESTANT_CANNOT_APPROVE',
  );
  expect(ledger.approve(batch.runId, approvalOf(batch, { actor: 'Ola' })).already).toBe(false);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});
