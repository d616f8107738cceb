import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema, readConfigFile } from '../../src/cli/config/config-file';
import { loadSettings } from '../../src/cli/config/settings';
import { failureText } from '../../src/cli/failure-report';
import { memoryTerminal } from '../../src/cli/terminal';
import { NorsktilskuddError } from '../../src/domain';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const file = join(folder, 'norsktilskudd.json');

function refusal(text: string): string {
  writeFileSync(file, text);
  try {
    readConfigFile(file);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    expect(cause.exitCode).toBe(3);
    const context = {
      terminal: memoryTerminal(folder),
      language: 'en',
      commandName: '',
      exitCode: 0,
      json: false,
      red: (text: string) => text,
    } as const;
    return failureText(cause, context).replaceAll(folder, '');
  }
  throw new Error('the file was accepted');
}

test('unknown keys and bad values are all named, with line and suggestion', () => {
  const text = `{
  "ledgr": "a.db",
  "approvers": [],
  "limits": { "reject_percen": 3 },
  "language": "se"
}`;
  expect(
    refusal(text),
  ).toBe(`- /norsktilskudd.json:3 (approvers): The value [] cannot be used: Too small: expected array to have >=1 items. [CONFIG_BAD_VALUE; 2 times, also /norsktilskudd.json:5 (language)]
- /norsktilskudd.json:4 (limits.reject_percen): The key is unknown. [CONFIG_UNKNOWN_KEY; 2 times, also /norsktilskudd.json:2 (ledgr)]
  Did you mean reject_percent?
Error: The settings in /norsktilskudd.json cannot be used. [CONFIG_REFUSED]
What to do: Correct the keys above; norsktilskudd init writes the schema beside the file.
`);
});

test('broken JSON is shown at its line and column', () => {
  expect(refusal('{\n  "ledger": "a.db",\n}')).toContain('Error: /norsktilskudd.json:3:1: The file is not JSON');
});

test('flags go before the environment, the environment before the file, the file before defaults', () => {
  writeFileSync(file, JSON.stringify({ ledger: 'file.db', recipients: 'file.csv', limits: { reject_percent: 2.5 } }));
  const env = { NORSKTILSKUDD_DB: 'environment.db', NORSKTILSKUDD_RECIPIENTS: 'environment.csv' };
  const settings = loadSettings({ db: 'flag.db' }, memoryTerminal(folder, env));
  expect(settings.db).toBe(join(folder, 'flag.db'));
  expect(settings.recipients).toBe(join(folder, 'environment.csv'));
  expect(settings.rejectLimit).toBe('2.5');
  expect(settings.pseudonymKeyFile).toBe(join(folder, 'flag.db.d', 'pseudonym.key'));
  expect(settings.origins).toMatchObject({
    db: 'flag',
    recipients: 'environment',
    reject_limit: 'file',
    columns: 'default',
  });
});

test('init writes a configuration file that is accepted, its schema, and never over either', async () => {
  const made = join(folder, 'made');
  expect((await cli(folder, ['init', 'made'])).code).toBe(0);
  expect(readConfigFile(join(made, 'norsktilskudd.json'))).toMatchObject({ ledger: 'norsktilskudd.db' });
  expect(readFileSync(join(made, 'norsktilskudd.schema.json'), 'utf8')).toBe(configJsonSchema());
  const again = await cli(folder, ['init', 'made']);
  expect(again.code).toBe(2);
  expect(again.err).toContain('norsktilskudd.schema.json is already there.');
});

test('the published schema is the one that the program checks with', () => {
  const published = readFileSync(join(__dirname, '../../src/cli/config/norsktilskudd.schema.json'), 'utf8');
  expect(published).toBe(configJsonSchema());
});
