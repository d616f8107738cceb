import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationSchema } from '../../support/explanation-schema';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { expectGolden } from './golden';

const folder = temporaryFolder();
const PERSON = '202112345601';
const FILES = {
  'persons.csv': `person_id,birth_date,country_background,registered_on,address_protection\n${PERSON},1990-05-17,UKR,2022-05-01,\n`,
  'target_group.csv':
    `target_group_id,person_id,law,category,permit_granted_on,entered_on,left_on,registered_on\n` +
    `T1,${PERSON},integreringsloven,right_norwegian_6a,2022-05-01,2022-05-01,,2022-05-02\n`,
  'decisions.csv':
    'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on\n' +
    `V1,${PERSON},0301,extended_43g,granted,2023-06-30,2023-07-01\n` +
    `V2,${PERSON},0301,extended_43g,granted,2023-07-03,2023-07-04\n` +
    `V3,${PERSON},4601,extended_43g,granted,2023-10-02,2023-10-03\n`,
  'residence.csv': `person_id,kommune,kind,from_date,to_date,registered_on\n${PERSON},0301,registered,2022-05-01,,2022-05-02\n`,
  'hours.csv': 'hours_id,person_id,kommune,month,category,hours,registered_on\n',
} as const;

test('each decision of section 43 g stands for itself; one before 1 July 2023 gives nothing', async () => {
  const extract = join(folder, 'extract');
  mkdirSync(extract);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(extract, name), text);
  const key = join(folder, 'pseudonym.key');
  writeFileSync(key, `${'0123456789abcdef'.repeat(4)}\n`, { mode: 0o600 });
  const rates = join(folder, 'rates.csv');
  const head = 'key,grant_year,rate_class,value,status,source,note';
  writeFileSync(rates, `${head}\npersontilskudd37d,2022,single,40000,illustrative,made up,\n`);
  const ledger = ['--db', join(folder, 'ledger.db'), '--pseudonym-key-file', key];
  const what = ['--extract', extract, '--year', '2023', '--term', '4', '--rates', rates, '--rehearsal'];
  const run = await cli(folder, ['run', ...what, ...ledger, '--as', 'kari', '--json']);
  expect([run.code, run.err]).toEqual([0, expect.anything()]);
  for (const language of ['nb', 'en']) {
    const { out } = await cli(folder, [
      'explain',
      '--format',
      'full',
      '--person',
      PERSON,
      ...ledger,
      '--lang',
      language,
    ]);
    expectGolden(`extended-43g-${language}.txt`, out);
  }
  const { out } = await cli(folder, ['explain', '--person', PERSON, ...ledger, '--json']);
  const { lines } = explanationSchema.parse(JSON.parse(out));
  const mine = lines.filter(({ component }) => component === 'utvidet43g');
  expect(mine.map(({ recipient_id, amount }) => [recipient_id, amount])).toEqual([
    ['0301', 27_450],
    ['4601', 27_450],
  ]);
});
