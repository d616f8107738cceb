import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../src/app/program-files';
import { cli, today } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

/** Blocks of commands in a chapter of a document. */
function blocksOf(file: string, chapter: string): string[] {
  const text = readFileSync(join(programFolder(), file), 'utf8');
  const from = text.indexOf(chapter);
  const of = text.slice(from, text.indexOf('\n## ', from + 1));
  return [...of.matchAll(/```\n([^`]*)```/g)].map(([, block = '']) => block.replaceAll('\\\n', ' '));
}

const work = temporaryFolder();

/** Words of a command of the README; quotes hold blanks together, and ` # ` begins a remark. */
function wordsOf(command: string): string[] {
  const typed = command.replace(/\s+# .*$/, '');
  return [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1);
}

/** What the README leaves to whoever runs. */
const ACCEPTED = [
  'grunntilskudd/2018/low',
  'grunntilskudd/2018/high',
  ...[2, 3, 4, 5, 6, 7, 8, 10, 14].map((n) => `A${n}`),
]
  .map((name) => `--accept "${name}=letter of 3 March"`)
  .join(' ');

/** Types the commands of blocks one after the other, as somebody would who reads the README for the first time. */
async function play(typed: readonly string[], folder: string): Promise<string[]> {
  const cwd = join(work, folder);
  mkdirSync(cwd, { recursive: true });
  const answers: string[] = [];
  let runId = 'RUN_ID';
  for (const command of typed.flatMap((block) => block.trimEnd().split('\n'))) {
    if (command.startsWith('# fill in rates-2018.csv')) {
      const rates = join(cwd, 'rates-2018.csv');
      writeFileSync(rates, readFileSync(rates, 'utf8').replaceAll('single,,verified,,', 'single,18300,verified,memo,'));
      continue;
    }
    const argv = wordsOf(
      command.replaceAll('RUN_ID', runId).replace('--on DAY', `--on ${today()}`).replace('ACCEPTED', ACCEPTED),
    );
    const { code, out, err } = await cli(cwd, argv);
    if (argv[0] === 'run') runId = /2018-T1-[0-9a-f]{12}/.exec(out)?.[0] ?? 'none';
    answers.push(`${code} ${argv[0]}${code === 0 ? '' : ` ${err}`}`);
  }
  return answers;
}

test('the year of the README is one of commands that work as they are printed', async () => {
  const year = blocksOf('README.md', "## A year's work");
  expect(year).toHaveLength(2);
  const byName = await play(year.slice(0, 1), 'rehearsal');
  expect(byName).toHaveLength(10);
  expect(byName.filter((answer) => !answer.startsWith('0 '))).toEqual([]);
  expect(byName).toEqual(expect.arrayContaining(['0 init', '0 approve', '0 outcome', '0 verify', '0 status']));
  cpSync(join(work, 'rehearsal', 'extracts'), join(work, 'signed', 'extracts'), { recursive: true });
  const signed = await play(year.slice(1), 'signed');
  expect(signed).toHaveLength(9);
  expect(signed.filter((answer) => !answer.startsWith('0 '))).toEqual([]);
}, 120_000);
