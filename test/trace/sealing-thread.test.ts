import { join } from 'node:path';
import { LineTable } from '../../src/domain';
import { startThread } from '../../src/effects';
import { createSealer } from '../../src/trace/create-sealer';
import { createTraceWriter } from '../../src/trace/trace-writer';
import { ANY_BLOCK } from './support/arbitrary';
import { EXAMPLE_KEYS, exampleOutcome, exampleSettlement } from './support/example';
import { MemoryStore } from './support/memory-store';

const SCRIPT = join(__dirname, 'support', 'sealing-thread.cjs');

/** Copies of the chunks of a trace of a few thousand persons. */
function chunks(): [Int32Array, Float64Array][] {
  const taken: [Int32Array, Float64Array][] = [];
  const keep = {
    chunk: (words: Int32Array, ids: Float64Array) => void taken.push([words.slice(), ids.slice()]),
    finish: () => ({ root: Buffer.alloc(32), entries: 15_000, pseudonyms: Buffer.alloc(0), subtrees: Buffer.alloc(0) }),
  };
  const store = new MemoryStore();
  const writer = createTraceWriter({ open: (name) => store.open(name), sealer: keep });
  for (let leaf = 0; leaf < 5000; leaf += 1) {
    writer.beginPerson(leaf, 200012345600 + leaf, { block: ANY_BLOCK, index: 0, personRow: 0 });
    writer.record(2018, 3, exampleOutcome(), exampleSettlement());
  }
  writer.end();
  writer.finish(new LineTable());
  return taken;
}

test('a thread seals what it is sent as the caller would, and is waited for without an event loop', () => {
  const here = createSealer(EXAMPLE_KEYS);
  const thread = startThread(SCRIPT, EXAMPLE_KEYS);
  const all = chunks();
  expect(all.length).toBeGreaterThan(2);
  for (const [words, ids] of all) {
    here.chunk(words, ids);
    thread.post([new Uint8Array(words.buffer), new Uint8Array(ids.buffer)]);
  }
  const expected = here.finish();
  expect(thread.finish()).toEqual({
    root: new Uint8Array(expected.root),
    entries: expected.entries,
    pseudonyms: new Uint8Array(expected.pseudonyms),
    subtrees: new Uint8Array(expected.subtrees),
  });
});

test('what goes wrong in the thread is thrown to the caller', () => {
  expect(() => startThread(SCRIPT, 'no keys').finish()).toThrow('the sealing thread is given its keys');
});
