import { createHash, createHmac } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { pseudonymKeyId, pseudonymsOf } from '../../src/audit/pseudonym';
import { openPseudonymKey } from '../../src/audit/pseudonym-key';
import { compressBlock, INITIAL_STATE } from '../../src/audit/sha256-block';
import { temporaryFolder } from '../support/temporary-folder';

const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a pseudonym is the HMAC that any other tool makes', () => {
  fc.assert(
    fc.property(key32, fc.array(fc.integer({ min: 1, max: 999_999_999_999 }), { minLength: 1 }), (key, persons) => {
      const pseudonyms = pseudonymsOf(key);
      for (const person of [...persons, ...persons]) {
        const text = `norsktilskudd/pseudonym/v1\n${String(person).padStart(12, '0')}`;
        const expected = createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
        expect(pseudonyms.of(person)).toBe(expected);
      }
    }),
  );
});

test('no person has no pseudonym', () => {
  const pseudonyms = pseudonymsOf(new Uint8Array(32));
  expect(pseudonyms.of(0)).toBe('');
  expect(pseudonyms.of(1024)).toMatch(/^[0-9a-f]{32}$/);
  expect(pseudonyms.of(0)).toBe('');
});

test('one block of SHA-256 as node:crypto hashes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 55 }), (message) => {
      const bytes = Buffer.alloc(64);
      bytes.set(message);
      bytes[message.length] = 0x80;
      bytes.writeUInt32BE(message.length * 8, 60);
      const state = new Int32Array(8);
      compressBlock(
        INITIAL_STATE,
        Int32Array.from({ length: 16 }, (_, word) => bytes.readInt32BE(word * 4)),
        state,
      );
      const digest = Buffer.alloc(32);
      for (const [word, bits] of state.entries()) digest.writeInt32BE(bits, word * 4);
      expect(digest.toString('hex')).toBe(createHash('sha256').update(message).digest('hex'));
    }),
  );
});

test('the key is made once, for its owner alone, and its id tells keys apart', () => {
  const path = join(temporaryFolder(), 'key');
  const key = openPseudonymKey(path);
  expect(key).toHaveLength(32);
  expect(openPseudonymKey(path)).toEqual(key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(pseudonymKeyId(key)).toMatch(/^[0-9a-f]{16}$/);
  expect(pseudonymKeyId(key)).not.toBe(pseudonymKeyId(openPseudonymKey(join(temporaryFolder(), 'key'))));
});

test('a file that holds no key is refused', () => {
  const path = join(temporaryFolder(), 'key');
  writeFileSync(path, 'secret');
  expect(() => openPseudonymKey(path)).toThrow(
    expect.objectContaining({ code: 'PSEUDONYM_KEY_UNREADABLE', exitCode: 3, params: { file: path } }),
  );
});
