import fc from 'fast-check';
import type { PayoutRow } from '../../src/domain';
import { componentOrdinal, LineTable, parseRecipientCode, Settlement } from '../../src/domain';
import { TRACE_FILES } from '../../src/trace/format';
import { checkInclusion } from '../../src/trace/merkle-proof';
import { proveEntry } from '../../src/trace/prove-entry';
import { RecipientTree } from '../../src/trace/recipient-tree';
import { createTraceWriter } from '../../src/trace/trace-writer';
import {
  EXAMPLE_BLOCK,
  EXAMPLE_KEYS,
  exampleLines,
  exampleOutcome,
  exampleSettlement,
  writeExample,
} from './support/example';
import { inMemory } from './support/in-memory';
import { MemoryStore } from './support/memory-store';

const rootOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('proof of an entry of a stored trace', () => {
  test('every entry of the example is proven, and holds its own words only', () => {
    const { store, summary } = writeExample();
    const entries = [
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const;
    for (const [place, [leaf, number]] of entries.entries()) {
      const { data, proof } = proveEntry(store, EXAMPLE_KEYS, leaf, number);
      expect(proof).toMatchObject({ index: place, size: 6 });
      expect(data.toString('latin1', 0, 4)).toBe(number === 0 ? 'HEAD' : 'PART');
      expect(checkInclusion(data, proof, rootOf(summary.root))).toBe(true);
    }
  });

  test("a kommune's part names no other kommune, neither in its data nor in the number of hashes beside it", () => {
    const { store } = writeExample();
    const { data, proof } = proveEntry(store, EXAMPLE_KEYS, 0, 1);
    const words = new Int32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.length));
    expect([...words.slice(9)]).toEqual(
      [0, 0, 2018 + 3 * 65_536, 3011, 3011, 265 + 365 * 65_536, 45_232, 0, 0].slice(0),
    );
    expect(proof.path).toHaveLength(proveEntry(store, EXAMPLE_KEYS, 1, 0).proof.path.length);
  });

  test('an entry of a later subtree is proven through the stored roots', () => {
    const store = new MemoryStore();
    const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS));
    for (let leaf = 0; leaf < 900; leaf += 1) {
      writer.beginPerson(leaf, 200012345600 + leaf, { block: EXAMPLE_BLOCK, index: 0, personRow: 0 });
      writer.record(2018, componentOrdinal('persontilskudd'), exampleOutcome(), exampleSettlement());
    }
    writer.end();
    const { root, entries } = writer.finish(new LineTable());
    expect(entries).toBe(2700);
    for (const [leaf, number] of [
      [0, 0],
      [341, 0],
      [341, 1],
      [682, 2],
      [899, 2],
    ] as const) {
      const { data, proof } = proveEntry(store, EXAMPLE_KEYS, leaf, number);
      expect(checkInclusion(data, proof, rootOf(root))).toBe(true);
    }
  });

  test('any changed bit of the words, pseudonyms or roots breaks the proof of the entry it touches', () => {
    const { store, summary } = writeExample();
    const names = [TRACE_FILES.persons, TRACE_FILES.tree] as const;
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat({ max: 7 }), (name, where, bit) => {
        const changed = new MemoryStore();
        for (const [file, bytes] of store.files) changed.files.set(file, Buffer.from(bytes));
        const bytes = changed.bytes(name);
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const leaf = name === TRACE_FILES.persons ? Math.floor(at / 16) : 0;
        const { data, proof } = proveEntry(changed, EXAMPLE_KEYS, leaf, 0);
        const holds = checkInclusion(data, proof, rootOf(summary.root));
        expect(holds).toBe(name === TRACE_FILES.tree);
      }),
    );
  });

  test('another run or another key gives other salts, so nothing can be compared', () => {
    const { store, summary } = writeExample();
    for (const keys of [
      { ...EXAMPLE_KEYS, runId: '2018-T3-000000000000' },
      { ...EXAMPLE_KEYS, pseudonymKey: Buffer.alloc(32, 8) },
    ]) {
      const { data, proof } = proveEntry(store, keys, 0, 1);
      expect(data.subarray(4, 20)).not.toEqual(proveEntry(store, EXAMPLE_KEYS, 0, 1).data.subarray(4, 20));
      expect(checkInclusion(data, proof, rootOf(summary.root))).toBe(false);
    }
  });
});

describe('the tree of recipients', () => {
  const code = (text: string): number => parseRecipientCode(text) ?? 0;
  const row = (recipient: string, group: PayoutRow['group'], sumNok: number): PayoutRow => ({
    recipient: code(recipient),
    group,
    linesTotalNok: sumNok,
    carriedInNok: 0,
    paidNok: Math.max(sumNok, 0),
    carriedOutNok: Math.min(sumNok, 0),
  });
  const payouts = [
    row('0301', 'persontilskudd', 45_232),
    row('0602', 'grunntilskudd', 575_000),
    row('0602', 'persontilskudd', -45_232),
  ];
  const tree = (rows = payouts, lines = exampleLines()): RecipientTree =>
    new RecipientTree({ payouts: rows, lines }, EXAMPLE_KEYS);

  test('proves each row with all its lines', () => {
    for (const index of payouts.keys()) {
      const { data, proof } = tree().prove(index);
      expect(checkInclusion(data, proof, rootOf(tree().root))).toBe(true);
      expect(data.readUInt32LE(20)).toBe(payouts[index]?.recipient);
      expect(Number(data.readBigInt64LE(28))).toBe(payouts[index]?.linesTotalNok);
      expect(data.readUInt32LE(60)).toBe(1);
      expect(Number(data.readBigInt64LE(80))).toBe(payouts[index]?.linesTotalNok);
    }
  });

  test('has another root when a line or a sum changes', () => {
    const other = new LineTable();
    for (const line of exampleLines()) other.push({ ...line, amountNok: line.amountNok + 1 });
    const roots = new Set([tree().root, tree(payouts, other).root, tree([...payouts].reverse()).root]);
    for (const key of ['linesTotalNok', 'carriedInNok', 'paidNok', 'carriedOutNok'] as const) {
      roots.add(tree(payouts.map((item) => ({ ...item, [key]: item[key] - 1 }))).root);
    }
    expect(roots.size).toBe(7);
  });

  test('a line without its row is a fault of the program', () => {
    expect(() => tree(payouts.slice(1))).toThrow();
  });
});

test('a settlement without recipients has no part', () => {
  const store = new MemoryStore();
  const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS));
  writer.beginPerson(0, 200012345600, { block: EXAMPLE_BLOCK, index: 0, personRow: 0 });
  writer.record(2018, 3, exampleOutcome(), new Settlement());
  writer.end();
  expect(writer.finish(new LineTable()).entries).toBe(1);
});
