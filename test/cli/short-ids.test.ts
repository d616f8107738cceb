import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { type CliResult, cli } from './support';

const work = temporaryFolder();
const extract = madeExtract(join(work, 'extract'), '2018-03-31', { personer: '9' });
const nt = (...argv: readonly string[]): Promise<CliResult> => cli(work, [...argv, '--db', 'short.db', '--lang', 'en']);

async function ran(term: string, ...flags: readonly string[]): Promise<string> {
  const what = ['run', '--rehearsal', '--extract', extract, '--year', '2018', '--term', term, '--as', 'kari'];
  const { out } = await nt(...what, '--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd', ...flags);
  return /2018-T\d-[0-9a-f]{12}/.exec(out)?.[0] ?? 'none';
}

test('the beginning of an id is enough where it is unique; several are told, and of a typing error the id that was meant', async () => {
  const first = await ran('1');
  const second = await ran('1', '--exclude', 'grunntilskudd');
  const [hash = ''] = second.split('-').slice(-1);
  expect((await nt('preview', hash.slice(0, 6))).out).toContain(second);
  expect((await nt('preview', second.slice(0, 14))).out).toContain(second);
  const both = await nt('preview', '2018-T1');
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('[RUN_ID_AMBIGUOUS]')]);
  expect(both.err).toContain(`${first}, ${second}`);
  const typo = await nt('preview', `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}`);
  expect([typo.code, typo.err]).toEqual([2, expect.stringContaining(`Did you mean ${second}?`)]);
  expect((await nt('approve', hash, '--as', 'ola')).out).toContain(`${second} is posted`);
  expect((await nt('explain', `${hash.slice(0, 6)}-1`)).out).toContain(`${second}-1`);
  expect((await nt('verify', hash.slice(0, 5))).code).toBe(0);
});

test('a stored extract is named by the beginning of its id', async () => {
  const { out } = await nt('import', '--extract', extract, '--json');
  const id: string = JSON.parse(out).snapshot_id;
  const what = [
    'run',
    '--year',
    '2018',
    '--term',
    '2',
    '--as',
    'kari',
    '--exclude',
    'asylnorsk',
    '--exclude',
    'kulturtilskudd',
  ];
  expect((await nt(...what, '--snapshot', id.slice(0, 16))).code).toBe(0);
  expect((await nt(...what, '--snapshot', 'ffffffff')).err).toContain('[SNAPSHOT_UNKNOWN]');
});
