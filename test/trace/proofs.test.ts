import fc from 'fast-check';
import { partsOfRecipient, type RecipientParts } from '../../src/audit/export/recipient-parts';
import { leadsToRoot } from '../../src/audit/verifier/merkle';
import type { PayoutRow } from '../../src/domain';
import { componentOrdinal, LineTable, parseRecipientCode, Settlement } from '../../src/domain';
import { RecipientPseudonyms } from '../../src/trace/keys';
import { entryHash, type InclusionProof } from '../../src/trace/merkle-proof';
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
const [OSLO, NITTEDAL] = [3011, 6021];
const NOBODY: ReadonlySet<number> = new Set();

/** The verifier's way from an entry to the root. */
function checkInclusion(data: Buffer, { index, size, path }: InclusionProof, root: Buffer): boolean {
  return leadsToRoot(data, index, size, path, root.toString('hex'));
}

/** Whether a recipient's parts, laid open or as hashes, lead to the root. */
function leads({ proof, parts }: RecipientParts, recipient: number, root: string): boolean {
  const head = Buffer.alloc(8);
  head.write('PRTS', 'latin1');
  head.writeUInt32LE(recipient, 4);
  const hashes = parts.map(({ data, hash }) => (data ? entryHash(data) : hash));
  return proof !== undefined && checkInclusion(Buffer.concat([head, ...hashes]), proof, rootOf(root));
}

/** A trace of so many persons, each with a part for 0301 and one for 0602. */
function manyPersons(count: number): { store: MemoryStore; root: string; entries: number } {
  const store = new MemoryStore();
  const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS));
  for (let leaf = 0; leaf < count; leaf += 1) {
    writer.beginPerson(leaf, 200012345600 + leaf, { block: EXAMPLE_BLOCK, index: 0, personRow: 0 });
    writer.record(2018, componentOrdinal('persontilskudd'), exampleOutcome(), exampleSettlement());
  }
  writer.end();
  return { store, ...writer.finish(new LineTable()) };
}

const pseudonymsIn = ({ parts }: RecipientParts): string[] =>
  parts.flatMap(({ data }) => (data ? [data.toString('hex', 20, 36)] : []));

describe('what a recipient is shown of a stored trace', () => {
  test.each([OSLO, NITTEDAL])('the parts of %i lead to the root, and are all of them', (recipient) => {
    const { store, summary } = writeExample();
    const shown = partsOfRecipient(store, EXAMPLE_KEYS, recipient, NOBODY);
    expect(shown.root).toBe(summary.root);
    expect(leads(shown, recipient, summary.root)).toBe(true);
    expect(shown.parts).toHaveLength(recipient === OSLO ? 1 : 2);
    expect(leads({ ...shown, parts: shown.parts.slice(1) }, recipient, summary.root)).toBe(false);
    expect(leads(shown, recipient + 10, summary.root)).toBe(false);
  });

  test('who has no part has no proof', () => {
    const shown = partsOfRecipient(writeExample().store, EXAMPLE_KEYS, 11031, NOBODY);
    expect([shown.proof, shown.parts]).toEqual([undefined, []]);
  });

  test("a part holds its own words only, and neither leaf nor the person's general pseudonym", () => {
    const { store } = writeExample();
    const [part] = partsOfRecipient(store, EXAMPLE_KEYS, OSLO, NOBODY).parts;
    const data = part?.data ?? Buffer.alloc(0);
    const words = new Int32Array(data.buffer.slice(data.byteOffset + 44, data.byteOffset + data.length));
    expect([...words]).toEqual([2018 + 3 * 65_536, 3011, 3011, 265 + 365 * 65_536, 45_232, 0, 0]);
    expect(data.includes(store.bytes('trace.persons').subarray(0, 16))).toBe(false);
  });

  test('parts of two recipients cannot be joined: not by pseudonym, salt or reference, nor by place', () => {
    const { store, entries } = manyPersons(300);
    expect(entries).toBe(3);
    const [oslo, nittedal] = [OSLO, NITTEDAL].map((code) => partsOfRecipient(store, EXAMPLE_KEYS, code, NOBODY));
    if (!oslo || !nittedal) throw new Error('two recipients');
    const secrets = ({ parts }: RecipientParts): string[] =>
      parts.flatMap(({ data }) =>
        data ? [data.toString('hex', 4, 20), data.toString('hex', 20, 36), data.toString('hex', 36, 44)] : [],
      );
    const all = [...secrets(oslo), ...secrets(nittedal)];
    expect(new Set(all).size).toBe(all.length);
    // Whose part stands at the same place: by the key, which the recipients have not.
    const made = new RecipientPseudonyms(EXAMPLE_KEYS.pseudonymKey);
    const persons = Array.from({ length: 300 }, (_, leaf) =>
      store.bytes('trace.persons').toString('hex', leaf * 16, leaf * 16 + 16),
    );
    const leafBy = (code: number) => new Map(persons.map((person, leaf) => [made.text(person, code), leaf]));
    const [byOslo, byNittedal] = [leafBy(OSLO), leafBy(NITTEDAL)];
    const places = pseudonymsIn(oslo).map((who) => byOslo.get(who) ?? -1);
    const others = pseudonymsIn(nittedal).map((who) => byNittedal.get(who) ?? -1);
    expect([...places].sort((a, b) => a - b)).toEqual(persons.map((_, leaf) => leaf));
    expect(places.filter((leaf, place) => leaf === others[place]).length).toBeLessThan(10);
    expect(places).not.toEqual(persons.map((_, leaf) => leaf));
  });

  test('a person is called the same before a recipient in every run, with another salt and reference', () => {
    const { store } = writeExample();
    const shown = (keys: typeof EXAMPLE_KEYS): Buffer =>
      partsOfRecipient(store, keys, OSLO, NOBODY).parts[0]?.data ?? Buffer.alloc(0);
    const [one, two] = [shown(EXAMPLE_KEYS), shown({ ...EXAMPLE_KEYS, runId: '2018-T3-000000000000' })];
    expect(one.subarray(20, 36)).toEqual(two.subarray(20, 36));
    expect(one.subarray(4, 20)).not.toEqual(two.subarray(4, 20));
    expect(one.subarray(36, 44)).not.toEqual(two.subarray(36, 44));
    expect(shown({ ...EXAMPLE_KEYS, pseudonymKey: Buffer.alloc(32, 8) }).subarray(20, 36)).not.toEqual(
      one.subarray(20, 36),
    );
  });

  test('a hidden part is a hash, and all lead to the root as before', () => {
    const { store, root } = manyPersons(40);
    const shown = partsOfRecipient(store, EXAMPLE_KEYS, OSLO, new Set([3, 7]));
    expect(shown.parts.filter(({ data }) => data === undefined)).toHaveLength(2);
    expect(leads(shown, OSLO, root)).toBe(true);
  });

  test('any changed bit of a part breaks the proof', () => {
    const { store, summary } = writeExample();
    const shown = partsOfRecipient(store, EXAMPLE_KEYS, NITTEDAL, NOBODY);
    fc.assert(
      fc.property(fc.nat({ max: 1 }), fc.nat(), fc.nat({ max: 7 }), (which, where, bit) => {
        const parts = shown.parts.map(({ data, hash }, place) => {
          const changed = Buffer.from(data ?? '');
          const at = where % changed.length;
          if (place === which) changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          return { data: changed, hash };
        });
        expect(leads({ ...shown, parts }, NITTEDAL, summary.root)).toBe(false);
      }),
    );
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
