import { createHash, createHmac } from 'node:crypto';
import { TRACE_FILES } from '../../src/trace/format';
import { pseudonymKeyId, pseudonymOf, RecipientPseudonyms } from '../../src/trace/keys';
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
const partKey = hmac(pseudonymKey, 'norsktilskudd/trace-part/v2\n', runId);
const ofRecipient = (pseudonym: Buffer, code: number): Buffer =>
  hmac(pseudonymKey, 'norsktilskudd/of-recipient/v2\n', u32(code), pseudonym).subarray(0, 16);
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

  test('pseudonyms before a recipient', () => {
    const made = new RecipientPseudonyms(pseudonymKey);
    for (const code of [3011, 6021]) {
      const general = pseudonym(0);
      expect(made.text(general.toString('hex'), code)).toBe(ofRecipient(general, code).toString('hex'));
    }
  });

  test('the root follows from the words by the rules of the document', () => {
    const tag = (text: string): Buffer => Buffer.from(text, 'latin1');
    const part = (leaf: number, component: number, code: number, from: number): Buffer => {
      const secret = sha256(partKey, u32(leaf, 0, code));
      const who = leaf === 2 ? Buffer.alloc(16) : ofRecipient(pseudonym(leaf), code);
      const what = u32(2018 + component * 65_536);
      return entry(tag('PART'), secret.subarray(0, 16), who, secret.subarray(16, 24), what, words(from, from + 6));
    };
    const ofOslo = [part(0, 3, 3011, 39)];
    const ofNittedal = [part(0, 3, 6021, 45), part(2, 1, 6021, 87)].sort(Buffer.compare);
    const salt = hmac(hmac(pseudonymKey, 'norsktilskudd/trace-salt/v1\n', runId), 'head').subarray(0, 16);
    const head = entry(tag('HEAD'), salt, sha256(bytes(TRACE_FILES.words)), sha256(bytes(TRACE_FILES.persons)));
    const entries = [
      head,
      entry(tag('PRTS'), u32(3011), ...ofOslo),
      entry(tag('PRTS'), u32(6021), ...ofNittedal),
    ] as const;
    expect(Buffer.concat(entries).toString('hex')).toBe(documented.get(TRACE_FILES.tree));
    expect(node(node(entries[0], entries[1]), entries[2]).toString('hex')).toBe(writeExample().summary.root);
  });
});
