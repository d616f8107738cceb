import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema, readConfigFile } from '../../src/cli/config/config-file';
import { callWith } from '../../src/cli/declare/call';
import { readInput } from '../../src/cli/declare/source';
import { failureText } from '../../src/cli/failure-report';
import { SETTINGS } from '../../src/cli/flags/settings';
import { db, pseudonymKeyFile } from '../../src/cli/flags/sources';
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
  ).toBe(`- /norsktilskudd.json:3 (approvers): The value [] cannot be used; it can be [...] >= 1. [CONFIG_BAD_VALUE; 2 times, also /norsktilskudd.json:5 (language)]
- /norsktilskudd.json:4 (limits.reject_percen): The key is unknown. [CONFIG_UNKNOWN_KEY; 2 times, also /norsktilskudd.json:2 (ledgr)]
  Did you mean reject_percent?
Error: The settings in /norsktilskudd.json cannot be used. [CONFIG_REFUSED]
What to do: Correct the keys above; norsktilskudd init writes the schema beside the file.
`);
});

test.each([
  ['"approvers": "kari"', '[...]'],
  ['"language": "se"', 'nb, en'],
  ['"limits": { "reject_percent": "3" }', '1.5'],
  ['"limits": { "reject_percent": 101 }', '<= 100'],
  ['"limits": { "persons": 1.5 }', '1'],
  ['"require_signatures": "yes"', 'true, false'],
  ['"recipients": ""', '"..." >= 1'],
  ['"payment": { "bank_days": { "closed": ["24.12"] } }', 'YYYY-MM-DD'],
  ['"payment": { "bank_days": { "last_of_year": "28" } }', 'MM-DD'],
])('what can stand there is said in no language: %s', (setting, expected) => {
  expect(refusal(`{ ${setting} }`)).toContain(`cannot be used; it can be ${expected}. [CONFIG_BAD_VALUE]`);
});

test('broken JSON is shown at its line and column', () => {
  expect(refusal('{\n  "ledger": "a.db",\n}')).toContain('Error: /norsktilskudd.json:3:1: The file is not JSON');
});

test('flags go before the environment, the environment before the file, the file before defaults', () => {
  writeFileSync(file, JSON.stringify({ ledger: 'file.db', recipients: 'file.csv', limits: { reject_percent: 2.5 } }));
  const env = { NORSKTILSKUDD_DB: 'environment.db', NORSKTILSKUDD_RECIPIENTS: 'environment.csv' };
  const call = callWith(new Map([['--db', ['flag.db']]]), { terminal: memoryTerminal(folder, env) });
  const { recipients, rejectLimit, columns } = SETTINGS;
  const settings = readInput({ db, recipients, rejectLimit, columns, pseudonymKeyFile }, call, 'norsktilskudd');
  expect(settings).toEqual({
    db: join(folder, 'flag.db'),
    recipients: join(folder, 'environment.csv'),
    rejectLimit: 2.5,
    columns: undefined,
    pseudonymKeyFile: join(folder, 'flag.db.d', 'pseudonym.key'),
  });
});

test('init writes a configuration file that is accepted, its schema, and never over either', async () => {
  const made = join(folder, 'made');
  expect((await cli(folder, ['init', 'made'])).code).toBe(0);
  expect(readConfigFile(join(made, 'norsktilskudd.json')).get('ledger')).toEqual(['norsktilskudd.db']);
  expect(readFileSync(join(made, 'norsktilskudd.schema.json'), 'utf8')).toBe(configJsonSchema());
  const again = await cli(folder, ['init', 'made']);
  expect(again.code).toBe(2);
  expect(again.err).toContain('norsktilskudd.schema.json is already there.');
});

test('the published schema is the one that the program checks with', () => {
  const published = readFileSync(join(__dirname, '../../src/cli/config/norsktilskudd.schema.json'), 'utf8');
  expect(published).toBe(configJsonSchema());
});

test('who pays stands under payment; what is left out has its usual value, and paths are taken from the folder', () => {
  const payment = {
    debtor_name: 'Direktoratet',
    account: '1503.00.00002',
    booking: 'bank',
    ledger_file_profile: 'dfo.json',
    kap_post: [{ component: 'persontilskudd', kap: '671', post: '60', valid_from: '2018-01-01' }],
  };
  writeFileSync(file, JSON.stringify({ payment }));
  const call = callWith(new Map(), { terminal: memoryTerminal(folder, {}) });
  const settings = readInput({ payment: SETTINGS.payment }, call, 'norsktilskudd').payment;
  expect(settings).toMatchObject({
    name: 'Direktoratet',
    account: '15030000002',
    batchBooking: undefined,
    priority: 'NURG',
    paymentsPerFileMax: 10_000,
    ledgerFileProfile: join(folder, 'dfo.json'),
    kapPost: [{ component: 'persontilskudd', kap: '671', post: '60', validFrom: '2018-01-01', validTo: '' }],
  });
});

test('what is wrong under payment is named with its place', () => {
  const text = `{ "payment": {
    "acount": "1",
    "bic": [{ "bic": "dnb", "valid_from": "2018-01-01" }],
    "kap_post": [{ "component": "persontilskud", "kap": "671", "post": "60" }]
  } }`;
  const told = refusal(text);
  expect(told).toContain('Did you mean account?');
  expect(told).toContain('payment.bic.0.bic');
  expect(told).toContain('payment.kap_post.0.component');
});
