import { join } from 'node:path';
import { type NextAct, nextActOf } from '../../../src/app/next-step/draft-steps';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { type CliResult, cli } from '../support';

const work = temporaryFolder();
const extract = madeExtract(join(work, 'extract'), '2018-03-31', { personer: '9' });
const DB = ['--db', 'real.db'];
const run = (...flags: readonly string[]): Promise<CliResult> => {
  const what = ['run', '--extract', extract, '--year', '2018', '--term', '1', '--exclude', 'grunntilskudd'];
  const rest = ['--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd', '--as', 'kari', ...DB];
  return cli(work, [...what, ...rest, ...flags]);
};
const idIn = ({ out }: CliResult): string => /2018-T1-[0-9a-f]{12}/.exec(out)?.[0] ?? 'none';

test.each<[readonly string[] | undefined, NextAct['command'], boolean]>([
  [undefined, 'approve', false],
  [[], 'sign', true],
  [['runner'], 'attest', true],
  [['runner', 'attestant'], 'approve', true],
])('after signatures of %j comes %s', (roles, command, needsKey) => {
  const signaturesOf = () => (roles ?? []).map((role) => ({ role }));
  const ledger = { requiresSignatures: () => roles !== undefined, signaturesOf };
  expect(nextActOf(ledger, 'any')).toEqual({ command, needsKey });
});

test('a draft that cannot be approved is not said to be approved next, and each assumption is a sentence', async () => {
  const first = await run('--new-ledger', '--lang', 'en');
  expect(first.out).toContain('Cannot be approved yet:');
  expect(first.out).not.toContain('Next: norsktilskudd approve');
  expect(first.out).toContain('--as kari --accept "A2=REFERENCE"');
  const { code, err } = await cli(work, ['approve', idIn(first), '--as', 'ola', ...DB, '--lang', 'en']);
  expect(code).toBe(6);
  expect(err).toContain('- A2 has not been accepted. [LEDGER_NEEDS_ACCEPTANCE]\n');
  const second = await run('--accept', 'A2=memo');
  const old = await cli(work, ['approve', idIn(first), '--as', 'ola', ...DB, '--lang', 'nb']);
  const withdraw = ['withdraw', idIn(second), '--as', 'kari', '--reason', 'tried', ...DB];
  expect((await cli(work, withdraw)).code).toBe(0);
  const gone = await cli(work, ['approve', idIn(second), '--as', 'ola', ...DB, '--lang', 'en']);
  expect(gone.err).toContain(`The run ${idIn(second)} cannot be used: it is withdrawn. [`);
  expect(old.err).toContain(`Kjøringen ${idIn(first)} kan ikke brukes: den er erstattet av ${idIn(second)}.`);
});

test('a ledger without approvers takes no other list, and says what to do instead', async () => {
  await cli(work, ['lists', 'propose', 'assumptions', '--accept', 'A10=memo', '--out', 'list.json', ...DB]);
  const { code, err } = await cli(work, ['lists', 'adopt', 'list.json', '--as', 'kari', ...DB, '--lang', 'en']);
  expect([code, err]).toMatchObject([
    6,
    expect.stringContaining('[LIST_WITHOUT_APPROVERS]\n  What to do: Adopt a list'),
  ]);
});
