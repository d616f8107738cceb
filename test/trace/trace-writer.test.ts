import { componentOrdinal, LineTable, Outcome, Settlement } from '../../src/domain';
import { TraceReader } from '../../src/trace/trace-reader';
import { createTraceWriter } from '../../src/trace/trace-writer';
import { ANY_BLOCK } from './support/arbitrary';
import { EXAMPLE_KEYS, exampleOutcome, writeExample } from './support/example';
import { inMemory } from './support/in-memory';
import { MemoryStore } from './support/memory-store';

describe('a trace that was written', () => {
  test('is counted in its summary', () => {
    const { store, summary } = writeExample();
    expect(summary).toMatchObject({ format: 2, leaves: 3, entries: 3 });
    for (const { name, bytes } of summary.files) expect(store.size(name)).toBe(bytes);
  });

  test('gives each leaf, pseudonym and line back', () => {
    const reader = new TraceReader(writeExample().store);
    expect(reader.leafCount).toBe(3);
    expect([...reader.leaves()]).toEqual([reader.leaf(0), reader.leaf(1), reader.leaf(2)]);
    expect(reader.findPseudonym(reader.pseudonym(1))).toBe(1);
    expect(reader.findPseudonym('00'.repeat(15))).toBe(-1);
    expect(reader.findPseudonym('ab'.repeat(16))).toBe(-1);
    expect(reader.line(1)).toEqual({ leaf: 0, record: 0 });
    expect(reader.line(3)).toBeUndefined();
  });
});

test('written for comparison in format 1, header, index and counts are those of that format', () => {
  const { store, summary } = writeExample(1);
  expect(summary).toMatchObject({ format: 1, leaves: 3, entries: 6 });
  expect(store.bytes('trace.bin').toString('hex', 0, 16)).toBe('4e545452414345310100000000000000');
  expect(store.bytes('trace.bin').subarray(16)).toEqual(writeExample().store.bytes('trace.bin').subarray(16));
  const index = '04000000 00000000 33000000 03000000 48000000 04000000';
  expect(store.bytes('trace.index').toString('hex')).toBe(index.replaceAll(' ', ''));
});

describe('a trace of many persons', () => {
  const PERSONTILSKUDD = componentOrdinal('persontilskudd');
  const COUNT = 7000;

  function writeMany(store: MemoryStore): void {
    const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS));
    const outcome = exampleOutcome();
    const settlement = new Settlement();
    for (let leaf = 0; leaf < COUNT; leaf += 1) {
      writer.beginPerson(leaf, 200012345600 + leaf, { block: ANY_BLOCK, index: 0, personRow: 0 });
      outcome.annualAmountNok = leaf;
      writer.record(2018, PERSONTILSKUDD, outcome, settlement);
    }
    writer.end();
    writer.finish(new LineTable());
  }

  test('crosses chunks without a seam', () => {
    const store = new MemoryStore();
    writeMany(store);
    const reader = new TraceReader(store);
    let leaf = 0;
    for (const value of reader.leaves()) {
      if (value.kind !== 'person') throw new Error('a person');
      if (value.leaf !== leaf || value.records[0]?.annualAmountNok !== leaf) throw new Error(`seam at leaf ${leaf}`);
      leaf += 1;
    }
    expect(leaf).toBe(COUNT);
    expect(reader.leaf(6999)).toMatchObject({ leaf: 6999 });
  });

  test('has the same bytes every time', () => {
    const [a, b] = [new MemoryStore(), new MemoryStore()];
    writeMany(a);
    writeMany(b);
    const hex = (kept: MemoryStore): unknown[] =>
      [...kept.files].map(([name, bytes]) => [name, bytes.toString('base64')]);
    expect(hex(a)).toEqual(hex(b));
  });
});

test('a leaf out of turn is a fault of the program', () => {
  const store = new MemoryStore();
  const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS));
  expect(() => writer.beginAbsentPerson(1, 200012345600)).toThrow('leaves are told in the order of their numbers');
  writer.beginAbsentPerson(0, 200012345600);
  writer.record(2018, 3, new Outcome(), new Settlement());
  expect(() => writer.beginAbsentPerson(0, 200012345601)).toThrow('leaves are told in the order of their numbers');
});

test('a run without persons has the head alone', () => {
  const store = new MemoryStore();
  const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS));
  writer.end();
  expect(writer.finish(new LineTable())).toMatchObject({
    leaves: 0,
    entries: 1,
    root: '1d23b910fd8a73895c3f608d6bb4cdb3ea9b17f70d752ea9e752921afc81dffc',
  });
  expect(new TraceReader(store).leafCount).toBe(0);
});
