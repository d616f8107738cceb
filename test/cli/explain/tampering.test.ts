import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTraceStore } from '../../../src/audit/trace-files';
import { TraceReader } from '../../../src/trace/trace-reader';
import { temporaryFolder } from '../../support/temporary-folder';
import { lineOf, PERSONS, type Story, tellStory } from './story';

const folder = temporaryFolder();
let story: Story;
beforeAll(async () => {
  story = await tellStory(folder);
}, 120_000);

/** Changes a file of the second run while the work goes on, and puts it back. */
async function withChanged(name: string, change: (bytes: Buffer) => Buffer, work: () => Promise<void>): Promise<void> {
  const path = join(`${story.db}.d`, 'runs', story.runs[2] ?? '', name);
  const before = readFileSync(path);
  chmodSync(path, 0o600);
  writeFileSync(path, change(Buffer.from(before)));
  try {
    await work();
  } finally {
    writeFileSync(path, before);
  }
}

const mover = (): string => lineOf(story, story.runs[2] ?? '', PERSONS.mover);

test('an amount changed in the trace: refused, and said what differs', async () => {
  const line = mover();
  const replaced = (bytes: Buffer): Buffer => {
    const at = bytes.indexOf(Buffer.from(Int32Array.of(45_232).buffer));
    expect(at % 4).toBe(0);
    bytes.writeInt32LE(45_233, at);
    return bytes;
  };
  await withChanged('trace.bin', replaced, async () => {
    const { code, out, err } = await story.explain(line);
    expect([code, out]).toEqual([5, '']);
    expect(err).toContain('[EXPLAIN_REPLAY_DIFFERS]');
    expect(err).toContain('persontilskudd 2018 parts. Nothing');
    expect(err).not.toMatch(/45.?23[23]/);
  });
});

test('every bit of the words of a person counts, and nobody else sees a change', async () => {
  const runId = story.runs[2] ?? '';
  const store = openTraceStore(join(`${story.db}.d`, 'runs', runId));
  const reader = new TraceReader(store);
  const index = Number(mover().split('-').at(-1)) - 1;
  const leaf = reader.line(index)?.leaf ?? 0;
  const from = Buffer.from(store.read('trace.index', leaf * 8, 4)).readUInt32LE();
  const { length } = reader.words(leaf).words;
  store.close();
  for (let word = 0; word < length; word += 1) {
    const flipped = (bytes: Buffer): Buffer => {
      bytes.writeInt32LE(bytes.readInt32LE((from + word) * 4) ^ (1 << ((word * 5) % 32)), (from + word) * 4);
      return bytes;
    };
    await withChanged('trace.bin', flipped, async () => {
      expect([word, (await story.explain('--person', PERSONS.mover, '--run', runId)).code]).toEqual([word, 5]);
    });
  }
  const first = (bytes: Buffer): Buffer => {
    bytes.writeInt32LE(bytes.readInt32LE((from + 5) * 4) ^ 1, (from + 5) * 4);
    return bytes;
  };
  await withChanged('trace.bin', first, async () => {
    expect((await story.explain('--person', PERSONS.hidden, '--run', runId)).code).toBe(0);
  });
}, 60_000);

test.each([
  ['payout_lines.csv', ',-45232,', ',-45231,', 'EXPLAIN_LINE_DIFFERS'],
  ['parameters.csv', '62300', '62301', 'RUN_FOLDER_CHANGED'],
  ['payouts.csv', '-45232', '-45230', 'RUN_FOLDER_CHANGED'],
  ['manifest.json', '"term": 2', '"term": 3', 'RUN_FOLDER_CHANGED'],
] as const)('%s changed: refused', async (name, was, is, message) => {
  const line = mover();
  const replaced = (bytes: Buffer): Buffer => {
    const text = bytes.toString('utf8');
    expect(text).toContain(was);
    return Buffer.from(text.replace(was, is));
  };
  await withChanged(name, replaced, async () => {
    const { code, out, err } = await story.explain(line);
    expect([code, out]).toEqual([5, '']);
    expect(err).toContain(message);
  });
});
