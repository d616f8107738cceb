import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExtracts } from '../../src/cli/generate-extracts';
import { setFaultPlan } from '../../src/effects';
import { generate } from './support/extract-text';
import { PLACES } from './support/places';

const OPTIONS = { persons: 120, year: 2018, seed: 4, snapshots: 2, places: PLACES };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'extracts-'));
});

afterEach(() => {
  setFaultPlan(undefined);
  rmSync(folder, { recursive: true, force: true });
});

test('writes each extract into a folder of its own, the bytes as generated', () => {
  const written = writeExtracts(OPTIONS, folder);
  expect(written.map((extract) => extract.name)).toEqual(['2018-T1', '2018-T2']);
  expect(readdirSync(folder)).toEqual(['2018-T1', '2018-T2']);
  for (const [index, extract] of generate(OPTIONS).entries()) {
    let bytes = 0;
    for (const [file, text] of extract.files) {
      const content = readFileSync(join(folder, extract.name, file));
      expect(content.equals(Buffer.from(text, 'utf8'))).toBe(true);
      bytes += content.length;
    }
    expect(written[index]?.bytes).toBe(bytes);
  }
});

test('refuses a folder that holds something', () => {
  writeFileSync(join(folder, 'note.txt'), 'x');
  expect(() => writeExtracts(OPTIONS, folder)).toThrow('GENERATE_FOLDER_NOT_EMPTY');
  expect(readdirSync(folder)).toEqual(['note.txt']);
});

test.each(['fail:file.write:3', 'fail:file.sync:1', 'fail:file.rename:2', 'fail:file.open:5'])(
  'leaves whole extracts only after %s',
  (fault) => {
    const [, prefix = '', occurrence] = fault.split(':');
    setFaultPlan({ action: 'fail', prefix, occurrence: Number(occurrence) });
    expect(() => writeExtracts(OPTIONS, folder)).toThrow('injected fault');
    setFaultPlan(undefined);
    for (const name of readdirSync(folder)) {
      expect(name).toBe('2018-T1');
      expect(readdirSync(join(folder, name))).toHaveLength(11);
    }
  },
);
