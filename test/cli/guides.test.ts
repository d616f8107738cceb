import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { programFolder } from '../../src/app/program-files';
import { temporaryFolder } from '../support/temporary-folder';
import { wordsOf } from './next-step/walk';
import { cli, today } from './support';

const ROOT = programFolder();
const work = temporaryFolder();
/** Lines of an output that a document shows, but where its block is marked `whole`. */
const SHOWN = 12;
const BLOCK = /```console( whole)?\n([^`]*)```/g;

/** Every document of the project. */
const DOCUMENTS = ['README.md', ...markdownIn('src'), ...markdownIn('rules')];
/** Those that show commands with what they print. */
const PLAYED = DOCUMENTS.filter((name) => textOf(name).includes('```console'));

function markdownIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    .sort();
}

function textOf(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

/** A document as it is and as it would be with what its commands print now. Commands are typed in one process, in one folder. */
async function played(name: string): Promise<{ readonly is: string; readonly shouldBe: string }> {
  const is = textOf(name);
  let cwd = join(work, basename(name));
  mkdirSync(cwd);
  let runId = 'RUN_ID';
  const blocks = new Map<string, string>();
  for (const [block, whole = '', typed = ''] of is.matchAll(BLOCK)) {
    const lines: string[] = [];
    const given = typed.replace(/ \\\n +/g, ' ').split('\n');
    for (const line of given.filter((each) => each.startsWith('$ '))) {
      lines.push(folded(line));
      const command = line.slice(2);
      if (command.startsWith('cd ')) cwd = join(cwd, command.slice(3));
      else if (command.startsWith('# fill in')) fillIn(cwd);
      else {
        const filled = command.replaceAll('RUN_ID', runId).replace('--on DATE', `--on ${today()}`);
        const { code, out, err } = await cli(cwd, wordsOf(filled).slice(1), { NORSKTILSKUDD_LANG: 'en' });
        expect(`${code} ${filled}${code === 0 ? '' : `\n${err}`}`).toBe(`0 ${filled}`);
        if (filled.includes(' run ')) runId = /\d{4}-T\d-[0-9a-f]{12}/.exec(out)?.[0] ?? runId;
        // What is drawn, and how large an archive is, depends on keys and build: the command is run, its output not shown.
        if (!/^norsktilskudd (sample|dossier) /.test(command)) {
          lines.push(
            ...shownOf(out, cwd, whole === '' || !command.includes(' explain ') ? SHOWN : Number.POSITIVE_INFINITY),
          );
        }
      }
    }
    blocks.set(block, `\`\`\`console${whole}\n${lines.join('\n')}\n\`\`\``);
  }
  return { is, shouldBe: is.replace(BLOCK, (block) => blocks.get(block) ?? block) };
}

/** The first lines of what was printed; ids, control codes, days and folders of this call by their names. The next step always. */
function shownOf(out: string, cwd: string, most: number): string[] {
  const lines = out
    .replaceAll(`${cwd}/`, '')
    .replaceAll(work, '..')
    .replace(/\b\d{4}-T\d-[0-9a-f]{12}\b/g, 'RUN_ID')
    .replace(/\b[0-9a-f]{16,64}\b/g, 'HASH')
    .replaceAll(today(), 'DATE')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
    .split('\n');
  if (lines.length <= most) return lines.map((line) => (line.startsWith('Next: ') ? folded(line) : line));
  const next = lines.findLast((line) => line.startsWith('Next: '));
  return [...lines.slice(0, most - 2), '...', ...(next === undefined ? [] : [folded(next)])];
}

/** A long command over several lines, as it can be typed. */
function folded(line: string): string {
  let width = 0;
  return line
    .split(/ (?=--)/)
    .map((part) => {
      const isOver = width > 0 && width + part.length > 100;
      const before = isOver ? ' \\\n    ' : width > 0 ? ' ' : '';
      width = isOver ? part.length + 4 : width + part.length + 1;
      return before + part;
    })
    .join('');
}

function fillIn(cwd: string): void {
  const sheet = join(cwd, 'rates-2018.csv');
  writeFileSync(
    sheet,
    readFileSync(sheet, 'utf8').replace(/^(\w+,\d+,\w+),,verified,,/gm, '$1,18300,verified,circular 12,'),
  );
}

test.each(PLAYED)(
  'every command of %s works and prints what stands there (GOLDEN=write writes it)',
  async (name) => {
    const { is, shouldBe } = await played(name);
    if (process.env.GOLDEN === 'write') writeFileSync(join(ROOT, name), shouldBe);
    else expect(is).toBe(shouldBe);
  },
  120_000,
);

test('what the README shows of an explanation stands in EXPLAIN.md, line by line', () => {
  const [, shown = ''] = /```\n(\$ norsktilskudd explain [^`]*)```/.exec(textOf('README.md')) ?? [];
  const explained = textOf('src/explain/EXPLAIN.md');
  expect(shown).not.toBe('');
  for (const part of shown.split('...\n')) expect(explained).toContain(part);
});

test.each(['src/audit/AUDIT.md'])('what %s shows of explanations in fixtures stands in them', (name) => {
  const shown = [...textOf(name).matchAll(/\((fixtures\/explain\/[\w-]+\.txt), shortened\)[^\n]*\n\n```\n([^`]*)```/g)];
  expect(shown).toHaveLength(3);
  for (const [, file = '', text = ''] of shown)
    for (const part of text.split('...\n')) expect(textOf(file)).toContain(part);
});

// But a line of the journal, which is shown whole: readers work out its hash.
test.each(DOCUMENTS)('no line of %s is longer than 200 columns', (name) => {
  expect(
    textOf(name)
      .split('\n')
      .filter((line) => line.length > 200 && !line.startsWith('{"')),
  ).toEqual([]);
  if (name === 'README.md') expect(textOf(name).split('\n').length).toBeLessThan(200);
});
