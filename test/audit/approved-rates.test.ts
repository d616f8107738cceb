import { SHIPPED_RATES, SHIPPED_RATES_ON_LIST, unapprovedRates } from '../../src/audit';
import type { SignedList } from '../../src/ledger';

const hash = (digit: string): string => digit.repeat(64);
const OWN = { name: 'rates-2019.csv', sha256: hash('1') };
const SHIPPED = { name: SHIPPED_RATES, sha256: hash('2') };

function listOf(...files: readonly { name: string; sha256: string }[]): SignedList {
  return { kind: 'rates', version: 1, validFrom: '', previous: '', approvers: '', persons: [], files, signatures: [] };
}

const run = { identity: { recipients_sha256: '', tables: [SHIPPED] }, inputs: [OWN], rates_used: [{}] };

test('a list of rates covers every cell that was used, those of the shipped table, too', () => {
  const codes = (list: SignedList | undefined, manifest: Parameters<typeof unapprovedRates>[0] = run): string[] =>
    unapprovedRates(manifest, list).map(({ code }) => code);
  expect(codes(listOf(OWN, { name: SHIPPED_RATES_ON_LIST, sha256: SHIPPED.sha256 }))).toEqual([]);
  expect(codes(listOf(OWN))).toEqual(['SHIPPED_RATES_NOT_APPROVED']);
  expect(codes(listOf(OWN, { name: SHIPPED_RATES_ON_LIST, sha256: hash('3') }))).toEqual([
    'SHIPPED_RATES_NOT_APPROVED',
  ]);
  expect(codes(listOf(SHIPPED))).toEqual(['RATES_NOT_APPROVED']);
  // Without any list the program alone says what ships; a run of format 1 does not name the table.
  expect(codes(undefined, { ...run, inputs: [] })).toEqual([]);
  expect(codes(listOf(OWN), { ...run, identity: { recipients_sha256: '' } })).toEqual([]);
});
