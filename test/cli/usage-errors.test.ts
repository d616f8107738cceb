import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();

test.each([
  [
    ['intt'],
    `Error: intt is not a command. [USAGE_UNKNOWN_COMMAND]
Did you mean init?
What to do: See norsktilskudd --help.
`,
  ],
  [
    ['init', '--jsn'],
    `Error: --jsn is not a flag of norsktilskudd init. [USAGE_UNKNOWN_FLAG]
Did you mean --json?
What to do: See norsktilskudd init --help.
`,
  ],
  [
    ['init', '--lang', 'nb', '--jsn'],
    `Feil: --jsn er ikke et flagg til norsktilskudd init. [USAGE_UNKNOWN_FLAG]
Mente du --json?
Gjør dette: Se norsktilskudd init --help.
`,
  ],
  [
    ['init', 'a', 'b'],
    `Error: norsktilskudd init was given more words than it can use. Superfluous: b [USAGE_TOO_MANY_ARGUMENTS]
What to do: See norsktilskudd init --help.
`,
  ],
  [
    ['explain', 'L-1', '2099', 'mer', '2018-1', '--lang', 'nb'],
    `Feil: norsktilskudd explain fikk flere ord enn den kan bruke. Til overs: #### mer ####-# [USAGE_TOO_MANY_ARGUMENTS]
Gjør dette: Se norsktilskudd explain --help.
`,
  ],
  [
    ['rules', 'list', 'now'],
    `Error: norsktilskudd rules list was given more words than it can use. Superfluous: now [USAGE_TOO_MANY_ARGUMENTS]
What to do: See norsktilskudd rules list --help.
`,
  ],
  [
    ['receipt', 'show', '1', '--lang', 'nb'],
    `Feil: receipt show er ikke en kommando. [USAGE_UNKNOWN_COMMAND]
Gjør dette: Se norsktilskudd receipt --help.
`,
  ],
  [
    ['init', '--config'],
    `Error: --config <file> lacks its value. [USAGE_FLAG_WITHOUT_VALUE]
What to do: See norsktilskudd init --help.
`,
  ],
])('wrong usage %j is said in full', async (argv, expected) => {
  const result = await cli(folder, argv);
  expect(result).toEqual({ code: 2, out: '', err: expected });
});

test('without a command the help goes to standard error, with --help to standard output, examples first', async () => {
  const bare = await cli(folder, []);
  expect(bare.code).toBe(2);
  expect(bare.out).toBe('');
  const help = await cli(folder, ['--help']);
  expect(help.code).toBe(0);
  expect(help.out).toBe(bare.err);
  expect(help.out.startsWith('Examples:\n  $ norsktilskudd ')).toBe(true);
});

test('under --json a failure is one object on standard output too', async () => {
  const result = await cli(folder, ['intt', '--json']);
  expect(JSON.parse(result.out)).toEqual({
    error: {
      kind: 'usage',
      exit_code: 2,
      code: 'USAGE_UNKNOWN_COMMAND',
      message: 'intt is not a command.',
      action: 'See norsktilskudd --help.',
      params: { word: 'intt', command: 'norsktilskudd', suggestion: 'init' },
      details: [],
    },
  });
});

test('a day that does not exist is told as such', async () => {
  const { code, err } = await cli(folder, [
    'run',
    '--extract',
    '.',
    '--year',
    '2018',
    '--term',
    '1',
    '--as',
    'kari',
    '--as-of',
    '2018-04-31',
  ]);
  expect([code, err]).toEqual([2, expect.stringContaining('--as-of cannot be 2018-04-31: there is no such day.')]);
});
