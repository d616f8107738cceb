import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { LineTable } from '../../src/domain';
import { openWriter, readBytes, startThread } from '../../src/effects';
import { createTraceWriter } from '../../src/trace/trace-writer';
import { temporaryFolder } from '../support/temporary-folder';
import { ANY_BLOCK } from './support/arbitrary';
import { EXAMPLE_KEYS, exampleOutcome, exampleSettlement } from './support/example';
import { inMemory } from './support/in-memory';
import { MemoryStore } from './support/memory-store';

const NOTHING = Buffer.alloc(0);
/** The thread's script uncompiled, and as runs have it: bundled by the build. */
const SCRIPT = join(__dirname, 'support', 'sealing-thread.cjs');
const BUNDLED = join(__dirname, '..', '..', 'dist', 'sealing-thread.js');

/** Copies of the chunks of a trace of a few thousand persons. */
function chunks(): [Int32Array, Float64Array][] {
  const taken: [Int32Array, Float64Array][] = [];
  const keep = {
    chunk: (words: Int32Array, ids: Float64Array) => void taken.push([words.slice(), ids.slice()]),
    finish: () => ({ root: NOTHING, parts: 10_000, pseudonyms: NOTHING, tree: NOTHING, index: NOTHING }),
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

const folder = temporaryFolder();

/** Sends all chunks to a thread that has a file; returns its answer and the file's bytes. */
function sealOnThread(name: string, script = SCRIPT): { answer: unknown; bytes: Buffer } {
  const path = join(folder, name);
  const file = openWriter(path);
  const thread = startThread(script, { keys: EXAMPLE_KEYS, descriptor: file.descriptor });
  for (const [words, ids] of chunks()) thread.post([new Uint8Array(words.buffer), new Uint8Array(ids.buffer)]);
  const answer = thread.finish();
  file.close();
  return { answer, bytes: readBytes(path) };
}

test.each([
  ['uncompiled', SCRIPT],
  ['bundled', BUNDLED],
])(
  'a thread (%s) seals and writes what it is sent as the caller would, and is waited for without an event loop',
  (name, script) => {
    const store = new MemoryStore();
    const here = inMemory(store, EXAMPLE_KEYS).sealer;
    const all = chunks();
    expect(all.length).toBeGreaterThan(2);
    for (const [words, ids] of all) here.chunk(words, ids);
    const expected = here.finish();
    const { answer, bytes } = sealOnThread(`${name}.bin`, script);
    expect(bytes.equals(store.bytes('trace.bin'))).toBe(true);
    expect(answer).toEqual({
      root: new Uint8Array(expected.root),
      parts: expected.parts,
      pseudonyms: new Uint8Array(expected.pseudonyms),
      tree: new Uint8Array(expected.tree),
      index: new Uint8Array(expected.index),
      written: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    });
  },
);

test('an answer waits for its caller, also when the thread has long ended', async () => {
  const file = openWriter(join(folder, 'early.bin'));
  const thread = startThread(SCRIPT, { keys: EXAMPLE_KEYS, descriptor: file.descriptor });
  for (const [words, ids] of chunks()) thread.post([new Uint8Array(words.buffer), new Uint8Array(ids.buffer)]);
  thread.close();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const { answer } = sealOnThread('late.bin');
  expect(thread.finish()).toEqual(answer);
  thread.stop();
  file.close();
});

test('what goes wrong in the thread is thrown to the caller', () => {
  expect(() => startThread(SCRIPT, 'no keys').finish()).toThrow('the sealing thread is given its keys and a file');
});

test('a file that cannot be written fails the whole, and the thread can be stopped', () => {
  const path = join(folder, 'read-only.bin');
  openWriter(path).close();
  const descriptor = openSync(path, 'r');
  const thread = startThread(SCRIPT, { keys: EXAMPLE_KEYS, descriptor });
  for (const [words, ids] of chunks()) thread.post([new Uint8Array(words.buffer), new Uint8Array(ids.buffer)]);
  expect(() => thread.finish()).toThrow('EBADF');
  thread.stop();
  closeSync(descriptor);
});
