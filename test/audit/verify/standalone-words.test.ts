import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageCodes } from '../../../src/messages';
import { temporaryFolder } from '../../support/temporary-folder';

const ROOT = join(__dirname, '..', '..', '..');
const SOURCES = join(ROOT, 'src', 'audit', 'verifier');
const NAMES = ['approval', 'export', 'figures', 'run', 'sample', 'trace'].map((name) => `verify-${name}.cjs`);
const textOf = (name: string, folder = join(ROOT, 'bin')): string => readFileSync(join(folder, name), 'utf8');

const { buildVerifiers }: { buildVerifiers: (root: string, options: object, outdir: string) => Promise<void> } =
  require('../../../.build-verifiers.cjs');
const { optionsFor }: { optionsFor: (root: string) => object } = require('../../../.build.cjs');

test('the files that stand alone are what the build makes of the modules, byte for byte', async () => {
  const [first, again] = [temporaryFolder(), temporaryFolder()].map((folder) => join(folder, 'bin'));
  for (const folder of [first ?? '', again ?? '']) {
    mkdirSync(folder);
    await buildVerifiers(ROOT, optionsFor(ROOT), folder);
  }
  expect(readdirSync(first ?? '')).toEqual(NAMES);
  for (const name of NAMES) {
    expect(textOf(name)).toBe(textOf(name, first));
    expect(textOf(name, again)).toBe(textOf(name, first));
  }
});

test.each(NAMES)('%s needs nothing but Node, says what it is first and keeps the comments', (name) => {
  const text = textOf(name);
  const needed = Array.from(text.matchAll(/\brequire\("([^"]+)"\)/g), ([, module = '']) => module);
  expect(needed.filter((module) => !module.startsWith('node:'))).toEqual([]);
  expect(text).toMatch(/^#!\/usr\/bin\/env node\n'use strict';\n\/\*\n \* /);
  const functions = text.split('\n').filter((line) => /^(async )?function /.test(line)).length;
  expect(text.split('\n/**').length).toBeGreaterThan(functions / 2);
});

test('what the verifier finds has a text', () => {
  const known: readonly string[] = messageCodes();
  const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.ts'));
  const codes = sources.flatMap((name) =>
    Array.from(
      textOf(name, SOURCES).matchAll(/'((?:VERIFY|APPROVAL|JOURNAL|EXPORT|RATES|SHIPPED)_[A-Z_]+)'/g),
      ([, code = '']) => code,
    ),
  );
  expect(codes.length).toBeGreaterThan(80);
  expect(codes.filter((code) => !known.includes(code))).toEqual([]);
});
