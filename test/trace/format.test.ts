import { createHash, createHmac } from 'node:crypto';
import { TRACE_FILES } from '../../src/trace/format';
import { pseudonymKeyId, pseudonymOf } from '../../src/trace/keys';
import { EXAMPLE_KEYS, EXAMPLE_PERSONS, writeExample } from './support/example';
import { documentedFiles } from './support/format-document';

/** Recomputes the document's example by what the document says, with node:crypto alone. */
const { pseudonymKey, runId } = EXAMPLE_KEYS;
const hmac = (key: Buffer, ...parts: (string | Buffer)[]): Buffer => {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};
const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const saltKey = hmac(pseudonymKey, 'norsktilskudd/trace-salt/v1\n', runId);
const salt = (leaf: number, number: number): Buffer => {
  const block = hmac(saltKey, 'leaf', u32(leaf, Math.floor(number / 2)));
  return number % 2 === 0 ? block.subarray(0, 16) : block.subarray(16);
};
const entry = (...parts: Buffer[]): Buffer => sha256(Buffer.of(0), ...parts);
const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);

describe('the worked example of FORMAT.md', () => {
  const documented = documentedFiles();
  const bytes = (name: string): Buffer => Buffer.from(documented.get(name) ?? '', 'hex');
  const words = (from: number, to: number): Buffer => bytes(TRACE_FILES.words).subarray(from * 4, to * 4);
  const pseudonym = (leaf: number): Buffer => bytes(TRACE_FILES.persons).subarray(leaf * 16, leaf * 16 + 16);

  test.each(Object.values(TRACE_FILES))('%s is what the program writes', (name) => {
    expect(writeExample().store.bytes(name).toString('hex')).toBe(documented.get(name));
  });

  test('pseudonyms and key id', () => {
    for (const [leaf, person] of EXAMPLE_PERSONS.entries()) {
      const expected = hmac(pseudonymKey, `norsktilskudd/pseudonym/v1\n${person}`).subarray(0, 16);
      expect(pseudonym(leaf)).toEqual(expected);
      expect(pseudonymOf(pseudonymKey, person)).toBe(expected.toString('hex'));
    }
    expect(pseudonymKeyId(pseudonymKey)).toBe(
      hmac(pseudonymKey, 'norsktilskudd/key-id/v1\n').toString('hex').slice(0, 16),
    );
  });

  test('the root follows from the words by the rules of the document', () => {
    const tag = (text: string): Buffer => Buffer.from(text, 'latin1');
    const place = (component: number): number => 2018 + component * 65_536;
    const hashes = [
      entry(tag('HEAD'), salt(0, 0), pseudonym(0), words(4, 39)),
      entry(tag('PART'), salt(0, 1), pseudonym(0), u32(0, 0, place(3)), words(39, 45)),
      entry(tag('PART'), salt(0, 2), pseudonym(0), u32(0, 0, place(3)), words(45, 51)),
      entry(tag('HEAD'), salt(1, 0), pseudonym(1), words(51, 72)),
      entry(tag('HEAD'), salt(2, 0), pseudonym(2), words(72, 87)),
      entry(tag('PART'), salt(2, 1), pseudonym(2), u32(2, 0, place(1)), words(87, 93)),
    ];
    const [a, b, c, d, e, f] = hashes;
    if (!a || !b || !c || !d || !e || !f) throw new Error('six entries');
    const root = node(node(node(a, b), node(c, d)), node(e, f));
    expect(root.toString('hex')).toBe(documented.get(TRACE_FILES.tree));
    expect(root.toString('hex')).toBe(writeExample().summary.root);
  });
});
