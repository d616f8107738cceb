import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { pseudonymKeyId, pseudonymsOf } from '../../src/audit/pseudonym';
import { openPseudonymKey, readPseudonymKey, readPseudonymKeyInUse } from '../../src/audit/pseudonym-key';
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

test('the key is made once, for its owner alone, and its id tells keys apart', () => {
  const path = join(temporaryFolder(), 'key');
  const key = openPseudonymKey(path, [], false);
  expect(key).toHaveLength(32);
  expect(openPseudonymKey(path, [], false)).toEqual(key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(pseudonymKeyId(key)).toMatch(/^[0-9a-f]{16}$/);
  expect(pseudonymKeyId(key)).not.toBe(pseudonymKeyId(openPseudonymKey(join(temporaryFolder(), 'key'), [], false)));
});

test('a file that holds no key is refused', () => {
  const path = join(temporaryFolder(), 'key');
  writeFileSync(path, 'secret', { mode: 0o600 });
  expect(() => openPseudonymKey(path, [], false)).toThrow(
    expect.objectContaining({ code: 'PSEUDONYM_KEY_UNREADABLE', exitCode: 3, params: { file: path } }),
  );
});

const HEX = '5a'.repeat(32);

test.each([
  ['a line end', `${HEX}\n`],
  ['none', HEX],
  ['one of Windows', `${HEX}\r\n`],
])('a key with %s is read', (_, text) => {
  const path = join(temporaryFolder(), 'key');
  writeFileSync(path, text, { mode: 0o600 });
  expect(Buffer.from(readPseudonymKey(path)).toString('hex')).toBe(HEX);
});

test.each([
  ['a digit short', HEX.slice(1), 'PSEUDONYM_KEY_LENGTH'],
  ['doubled', HEX + HEX, 'PSEUDONYM_KEY_LENGTH'],
  ['empty', '', 'PSEUDONYM_KEY_UNREADABLE'],
  ['two lines', `${HEX}\n${HEX}\n`, 'PSEUDONYM_KEY_UNREADABLE'],
  ['a byte order mark', `\ufeff${HEX}`, 'PSEUDONYM_KEY_UNREADABLE'],
  ['a blank', `${HEX} `, 'PSEUDONYM_KEY_UNREADABLE'],
])('a key that is %s is told as what it is', (_, text, code) => {
  const path = join(temporaryFolder(), 'key');
  writeFileSync(path, text, { mode: 0o600 });
  expect(() => readPseudonymKey(path)).toThrow(expect.objectContaining({ code, exitCode: 3 }));
});

test('a key that others may read, a pipe, a folder and a link to nothing are refused; a link to a key is read', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'key');
  writeFileSync(path, `${HEX}\n`, { mode: 0o600 });
  chmodSync(path, 0o640);
  const refused = (at: string): unknown => {
    try {
      return readPseudonymKey(at);
    } catch (cause) {
      return cause;
    }
  };
  expect(refused(path)).toMatchObject({ code: 'PSEUDONYM_KEY_OPEN', exitCode: 6 });
  chmodSync(path, 0o600);
  symlinkSync(path, join(folder, 'link'));
  expect(readPseudonymKey(join(folder, 'link'))).toHaveLength(32);
  symlinkSync(join(folder, 'gone'), join(folder, 'dangling'));
  expect(refused(join(folder, 'dangling'))).toMatchObject({ code: 'PSEUDONYM_KEY_LINK' });
  expect(() => openPseudonymKey(join(folder, 'dangling'), [], false)).toThrow();
  expect(existsSync(join(folder, 'gone'))).toBe(false);
  expect(refused(folder)).toMatchObject({ code: 'PSEUDONYM_KEY_NOT_FILE', exitCode: 3 });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(refused(join(folder, 'pipe'))).toMatchObject({ code: 'PSEUDONYM_KEY_NOT_FILE' });
  expect(refused(join(folder, 'none'))).toMatchObject({ code: 'PSEUDONYM_KEY_MISSING', exitCode: 2 });
});

test('a key that runs name is not made anew, and another is not taken, unless somebody accepts a new one', () => {
  const path = join(temporaryFolder(), 'key');
  const inUse = ['0123456789abcdef'];
  expect(() => openPseudonymKey(path, inUse, false)).toThrow(
    expect.objectContaining({ code: 'PSEUDONYM_KEY_LOST', exitCode: 6, params: { file: path, keyIds: inUse[0] } }),
  );
  expect(existsSync(path)).toBe(false);
  const key = openPseudonymKey(path, inUse, true);
  const params = { file: path, keyId: pseudonymKeyId(key), keyIds: inUse[0] };
  expect(() => openPseudonymKey(path, inUse, false)).toThrow(
    expect.objectContaining({ code: 'PSEUDONYM_KEY_OTHER', exitCode: 6, params }),
  );
  expect(() => readPseudonymKeyInUse(path, inUse)).toThrow(expect.objectContaining({ code: 'PSEUDONYM_KEY_OTHER' }));
  expect(openPseudonymKey(path, [...inUse, pseudonymKeyId(key)], false)).toEqual(key);
});
