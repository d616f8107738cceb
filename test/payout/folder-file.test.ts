import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBytes } from '../../src/effects';
import { FolderFile, type SealedFile } from '../../src/payout';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function newFile(name: string): { file: FolderFile; path: string; sealed: SealedFile[] } {
  const sealed: SealedFile[] = [];
  const path = join(folder, name);
  return { file: new FolderFile(name, path, 0o644, (each) => sealed.push(each)), path, sealed };
}

describe('a file that is lent', () => {
  test('is closed as what was written to it elsewhere', () => {
    const { file, path, sealed } = newFile('lent.bin');
    const bytes = Buffer.from('written by another thread');
    writeBytes(file.descriptorForThread(), bytes);
    file.writtenByThread({ bytes: bytes.length, sha256: sha256(bytes) });
    file.close(null);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(sealed).toEqual([{ name: 'lent.bin', bytes: bytes.length, rows: null, sha256: sha256(bytes) }]);
  });

  test('is neither written by its owner nor closed before it is back', () => {
    const { file, sealed } = newFile('away.bin');
    file.descriptorForThread();
    expect(() => file.bytes(Buffer.from('x'))).toThrow('a file that is lent is written by one only');
    expect(() => file.close(null)).toThrow('a file that was lent is taken back before it is closed');
    file.abandon();
    expect(sealed).toEqual([]);
  });

  test('is lent before its first byte only, and taken back only then', () => {
    const { file } = newFile('late.bin');
    expect(() => file.writtenByThread({ bytes: 0, sha256: '' })).toThrow('only what was lent is taken back');
    file.text('x');
    expect(() => file.descriptorForThread()).toThrow('a file is lent before its first byte');
    file.abandon();
  });
});
