import { sha256Hex } from '../../src/domain';
import { STATEMENTS, tableStatements } from '../../src/ledger/schema/schema';
import { TABLE_SETS, tableSetHash } from '../../src/ledger/schema/table-sets';

/*
 * A file whose shape is not what the program would write is refused: ledgers that are in use can be opened as long as these stay.
 * A new table comes with a set of its own, or a new version of one.
 */

test('the shape of ledgers in use never changes', () => {
  const tablesOf = (format: number) => tableStatements(format).map(({ statement }) => statement);
  expect({
    whole: sha256Hex(STATEMENTS.join(';\n')),
    tablesOfFormat1: sha256Hex(tablesOf(1).toSorted().join(';\n')),
  }).toMatchInlineSnapshot(`
{
  "tablesOfFormat1": "29e94f33ed1b32ebd74e5890826c10b30c54f29bd1eb6f5261c69eca810233f2",
  "whole": "2590b74a12a2df059054c5b6dab4ddbf23c69da4ceb26a48eace5b3c8948116a",
}
`);
});

test('nor does that of tables that came later', () => {
  const hashes = TABLE_SETS.map((set) => [`${set.name} ${set.version}`, tableSetHash(set)]);
  expect(Object.fromEntries(hashes)).toMatchInlineSnapshot(`
{
  "access-heads 1": "a70b26cf8f2c46f43bfcf5eec49e795fe84acc33c2c596e8155d33d571d14ed0",
  "case-deletions 1": "f200307a481bfbf69b8b58052e82d3f624d0957b6777f8dccbfbcc8ffd4d08dd",
  "cases 1": "16a485a864d74f161297c7607bfe0de57aff9f6953f836c6064ae3b2d162b639",
  "claims 1": "97cf96e2234ef9470a4f8dc537e1db5af805b89c8f44e1ef7b2c6dc9144abf80",
  "opening-payments 1": "dfdb4390bcfdf5367d7c631bf6c2aea5bb7d6a6e2446e289cc954cc46169757d",
  "payment-files 1": "14668e572757090668747b8b52656292b2b28e3de776bc0fa8ceede2357bbaa8",
  "receipt-deletions 1": "e11aa6856d1a0f9c2e76141a2423299f4b0323375a37de6987d5cb0b027b45a6",
  "receipts 1": "06f9fe7a64151712ab7a44be4b44d31ffdcfab3b37b5660d2ccf8bca2f0b54ae",
  "recipients 1": "6189ccc466cffcf3954574b64ec1ef23b3dcca91ae1004a3d7df6f9442b500f6",
}
`);
});
