import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRunFolder } from '../../../src/audit/verify/verify-run-folder';
import { FILE_HEADER, TRACE_FILES } from '../../../src/trace/format';
import { firstRecord, leafKind, leafLength, partCount, partLength, recordLength } from '../../../src/trace/leaf-words';
import { copyOf, makeTwoTerms, type TwoTerms } from './two-terms';

let terms: TwoTerms;
beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 60, seed: 5 });
}, 60_000);

/** Words of the last part of the first record that has one, and the first word of its leaf. */
function firstPart(words: Int32Array): { leaf: number; part: number } {
  for (let leaf: number = FILE_HEADER.length; leaf < words.length; leaf += leafLength(words, leaf)) {
    const end = leaf + leafLength(words, leaf);
    for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
      if (partCount(words, record, leafKind(words, leaf)) === 0) continue;
      return { leaf, part: record + recordLength(words, record) - partLength(words, record) };
    }
  }
  throw new Error('the trace has no part');
}

// Numbers that no code can be, and a leaf's number below zero: told with their place, and nothing breaks off.
test.each([
  ['no basis recipient', 'part', 0, 0],
  ['a basis recipient beyond all codes', 'part', 0, 0xf_ff_ff],
  ['no recipient', 'part', 1, 0],
  ['a recipient below zero', 'part', 1, -3011],
  ['a recipient beyond all codes', 'part', 1, 100_000],
  ['a leaf below zero', 'leaf', 1, -5],
] as const)('%s', (_, of, offset, value) => {
  const folder = copyOf(terms.folders[1] ?? '');
  const path = join(folder, TRACE_FILES.words);
  const bytes = readFileSync(path);
  const words = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  words[firstPart(words)[of] + offset] = value;
  writeFileSync(path, new Uint8Array(words.buffer));
  const codes = verifyRunFolder(folder, { key: terms.key }).problems.map(({ code }) => code);
  expect(codes).toContain(of === 'part' ? 'VERIFY_TRACE_LEAF' : 'VERIFY_TRACE_WORD');
  expect(codes).toContain('VERIFY_ROOT');
});
