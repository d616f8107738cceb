import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldedProse } from '../../src/cli/folded-prose';
import { main } from '../../src/cli/main';
import { memoryTerminal } from '../../src/cli/terminal';
import { lengthOf } from '../../src/cli/text-length';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
const extract = madeExtract(join(work, 'extract'), '2018-03-31', { personer: '9' });
const RUN = [
  'run',
  '--rehearsal',
  '--extract',
  extract,
  '--year',
  '2018',
  '--term',
  '1',
  '--as',
  'kari',
  '--db',
  'w.db',
];
const LEFT_OUT = ['--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd'];

async function shown(columns: number, ...argv: readonly string[]): Promise<string> {
  const terminal = { ...memoryTerminal(work, { NORSKTILSKUDD_LANG: 'nb' }), outIsTty: true, columns };
  await main(argv, terminal);
  return terminal.outText();
}

beforeAll(async () => expect((await cli(work, [...RUN, ...LEFT_OUT])).code).toBe(0));

test('at 60 columns tables stand row by row, and every figure behind its heading', async () => {
  const narrow = await shown(60, 'status', '--db', 'w.db');
  const rows = narrow.split('\n').filter((line) => !/^(\d+: )?norsktilskudd |^[0-9a-f]{64}$/.test(line));
  expect(rows.filter((line) => line.length > 60)).toEqual([]);
  expect(narrow).toMatch(/\n {2}tilstand {2,}utkast\n/);
  expect(narrow).toMatch(/\n {2}skal betales {2,}[\d\s]+\skr\n/);
  expect(await shown(200, 'status', '--db', 'w.db')).toMatch(/^kjøring +tilstand +kjørt og signert av +linjer/m);
});

test('tables of recipients stand within 60 columns, too: import, list, one and its history', async () => {
  const head = 'recipient_id;navn;organisasjonsnummer;kontonummer;kid;postnummer;poststed;gyldig_fra;gyldig_til';
  writeFileSync(join(work, 'r.csv'), `${head}\n0301;Oslo kommune;958 935 420;1234.56.78911;;0037;Oslo;;\n`);
  expect((await cli(work, ['init', 'real', '--as', 'kari'])).code).toBe(0);
  const db = ['--db', join('real', 'norsktilskudd.db')];
  for (const words of [['import', 'r.csv', '--as', 'kari'], ['list'], ['history', '0301']]) {
    const text = await shown(60, 'recipients', ...words, ...db);
    expect([words[0], text.includes('Oslo kommune')]).toEqual([words[0], true]);
    expect(text.split('\n').filter((line) => /^\s.* {2}/.test(line) && line.length > 60)).toEqual([]);
    expect(text).not.toMatch(/Oslo kommune +958/);
  }
});

/** Lines wider than a terminal of 60 columns that hold more than one word, and are no command. */
const tooWide = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => lengthOf(line) > 60 && line.trim().includes(' ') && !/norsktilskudd [a-z]/.test(line));

test.each(['nb', 'en'])('sentences in %s are broken between words at 60 columns, on both streams', async (lang) => {
  const runId = JSON.parse((await cli(work, ['status', '--db', 'w.db', '--json'])).out).batches[0].run_id;
  const calls = [
    ['preview', runId, '--as', 'ola', '--db', 'w.db'],
    ['explain', `${runId}-1`, '--as', 'ola', '--db', 'w.db'],
    ['explain', '--batch', runId, '--as', 'ola', '--db', 'w.db'],
    ['verify', runId, '--db', 'w.db'],
    ['doctor', '--extract', extract],
    ['help', 'LEDGER_NOT_ATTESTED'],
    ['approve', runId, '--as', 'kari', '--db', 'w.db'],
    ['recipients', 'list', '--db', 'w.db'],
    ['run', '--extract', extract, '--year', '2018', '--term', '9'],
  ];
  for (const argv of calls) {
    const terminal = {
      ...memoryTerminal(work, { NORSKTILSKUDD_LANG: lang }),
      outIsTty: true,
      errIsTty: true,
      columns: 60,
    };
    await main([...argv, '--no-color'], terminal);
    const said = terminal.outText() + terminal.errText();
    expect([argv.join(' '), said !== '', tooWide(said)]).toEqual([argv.join(' '), true, []]);
  }
});

test('a command stays on a line of its own, a text stands below where it began, a colour takes no place', () => {
  const what =
    'What to do: Have an attestant attest it: norsktilskudd attest 2018-T1-7db808dab5c1 --as NAME --key FILE. Then wait.';
  expect(foldedProse(what, 40)).toBe(
    [
      'What to do: Have an attestant attest it:',
      'norsktilskudd attest 2018-T1-7db808dab5c1 --as NAME --key FILE.',
      'Then wait.',
    ].join('\n'),
  );
  expect(foldedProse('- one two three four\n  five six seven eight', 13)).toBe(
    '- one two\n  three four\n  five six\n  seven eight',
  );
  expect(foldedProse('Hours     2013: 216 rows, 2014: 365 rows', 26)).toBe(
    'Hours     2013: 216 rows,\n          2014: 365 rows',
  );
  expect(foldedProse('\u001b[31mError:\u001b[39m ab cd', 12)).toBe('\u001b[31mError:\u001b[39m ab cd');
});

test('scripts, schemas and pages are as they are, however narrow the terminal', async () => {
  for (const argv of [
    ['completion', 'bash'],
    ['scenario', '--schema'],
  ]) {
    const { out } = await cli(work, argv);
    expect(await shown(20, ...argv)).toBe(out);
  }
});

test('where nobody looks on, nothing is folded: files and pipes have whole rows', async () => {
  const { out } = await cli(work, ['status', '--db', 'w.db', '--lang', 'nb']);
  expect(out).toMatch(/^kjøring +tilstand +kjørt og signert av +linjer/m);
});

test('--quiet says nothing of what went well, and all of what did not', async () => {
  const quiet = await cli(work, [...RUN, ...LEFT_OUT, '--quiet']);
  expect(quiet).toMatchObject({ code: 0, out: '', err: '' });
  const refused = await cli(work, ['preview', '2018-T1-000000000000', '--db', 'w.db', '--quiet']);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('[LEDGER_RUN_UNKNOWN]')]);
  const json = await cli(work, ['status', '--db', 'w.db', '--quiet', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ rehearsal: true });
});
