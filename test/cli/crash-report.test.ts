import { readFileSync, statSync } from 'node:fs';
import { maskIds, reportCrash } from '../../src/cli/end-with';
import { memoryTerminal } from '../../src/cli/terminal';
import { InvariantError } from '../../src/domain';

test('ids of 11 and 12 digits are masked, longer and shorter numbers are not', () => {
  expect(maskIds('201212 345603 and 018176-00189, 018176.00189')).toBe('****** ****** and ******-*****, ******.*****');
  expect(maskIds('person 201212345603, born 01817600189, line 1234567890, hash 1234567890123')).toBe(
    'person ************, born ***********, line 1234567890, hash 1234567890123',
  );
});

test('a fault of the program shows no stack and names a debug file that only its owner can read', () => {
  const terminal = memoryTerminal('/');
  const names = { language: 'en', commandName: '', exitCode: 0, json: false } as const;
  const context = { ...names, terminal, red: (text: string) => text };
  reportCrash(new InvariantError('parts are not the whole'), ['init', '201212345603'], context);
  const file = /debug file (\S+)/.exec(terminal.errText())?.[1] ?? '';
  expect(terminal.errText()).toBe(
    `The program itself failed (InvariantError). Nothing half-done was kept.\nWhat to do: send the debug file ${file} to those who maintain the program.\n`,
  );
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('parts are not the whole');
  expect(text).toContain('command init ************');
  expect(text).not.toContain('201212345603');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
