import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { programFolder } from '../../src/app/program-files';
import { wordsOf } from './next-step/walk';
import { cli, today } from './support';

/*
 * Documents whose commands are typed as they stand, in one folder, one after the other. Blocks that are played:
 *
 *     ```console         `$ command` with what it prints, at most twelve lines of it
 *     ```console whole   the same with all that `explain` prints
 *     ```console part    the same, of which the parts between lines of `...` are shown, in their order
 *     ```console typed   commands alone, one a line, with remarks; what they print is not shown
 *     ```json own.json   a file that the commands after it read
 *
 * `# exit 6` after a command says that it is refused, ` 2>&1` that its warnings are shown, too. RUN_ID, OPENING_ID, PSEUDONYM, ITEM (of a sample), SEAL (of an
 * export) and HASH (a head of the journal) are what was printed last, DATE is today.
 */

export const ROOT = programFolder();
/** Documents that tell a long story; they are played with the slow suites. */
export const LONG = [
  'src/analysis/ANALYSIS.md',
  'src/app/recipients/RECIPIENTS.md',
  'src/audit/AUDIT.md',
  'src/cli/COMMANDS.md',
  'rules/RULES.md',
];
/** Lines of an output that a document shows, but where its block is marked `whole`. */
const SHOWN = 12;
const BLOCK = /```console( whole| part| typed)?\n([^`]*)```|```\w+ ([\w-]+\.\w+)\n([^`]*)```/g;

/** What commands before have printed. */
interface Scene {
  cwd: string;
  runId: string;
  hash: string;
  pseudonym: string;
  opening: string;
  item: string;
  seal: string;
}

export function textOf(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

/** Every document of the project. */
export function documents(): string[] {
  return ['README.md', ...markdownIn('src'), ...markdownIn('rules')];
}

function markdownIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    .sort();
}

/** A document as it is and as it would be with what its commands print now. Commands are typed in one process, in one folder. */
async function played(name: string, work: string): Promise<{ readonly is: string; readonly shouldBe: string }> {
  const is = textOf(name);
  const scene: Scene = {
    cwd: join(work, basename(name)),
    runId: 'RUN_ID',
    hash: 'HASH',
    pseudonym: 'PSEUDONYM',
    opening: 'OPENING_ID',
    item: 'ITEM',
    seal: 'SEAL',
  };
  mkdirSync(scene.cwd);
  const blocks = new Map<string, string>();
  for (const [block, kind = '', typed = '', file, content = ''] of is.matchAll(BLOCK)) {
    if (file !== undefined) writeFileSync(join(scene.cwd, file), content);
    else if (kind === ' typed') for (const line of linesOf(typed)) await type(line, scene);
    else blocks.set(block, `\`\`\`console${kind}\n${(await shown(typed, kind, scene, work)).join('\n')}\n\`\`\``);
  }
  return { is, shouldBe: is.replace(BLOCK, (block) => blocks.get(block) ?? block) };
}

/** Holds a document to what its commands print, or writes it anew where GOLDEN asks for it. */
export async function holdDocument(name: string, work: string): Promise<void> {
  const { is, shouldBe } = await played(name, work);
  if (process.env.GOLDEN === 'write') writeFileSync(join(ROOT, name), shouldBe);
  else expect(is).toBe(shouldBe);
}

/** Commands of a block, each on one line. */
function linesOf(typed: string): string[] {
  return typed
    .replace(/ *\\\n +/g, ' ')
    .split('\n')
    .filter((line) => line !== '');
}

/** Commands of a block with what they print now. */
async function shown(typed: string, kind: string, scene: Scene, work: string): Promise<string[]> {
  const lines: string[] = [];
  for (const each of typed.replace(/ *\\\n +/g, ' ').split(/^(?=\$ )/m)) {
    const [line = '', ...is] = each.trimEnd().split('\n');
    lines.push(folded(line));
    const said = await type(line.replace(/^\$ /, ''), scene);
    // What is drawn, and how large an archive is, depends on keys and build: the command is run, its output not shown.
    if (said === '' || /^\$ norsktilskudd (sample|dossier) /.test(line)) continue;
    const now = namesInPlace(said, scene.cwd, work).split('\n');
    if (kind === ' part') lines.push(...(hasParts(now, is) ? is : now));
    else lines.push(...shortened(now, kind === ' whole' && line.includes(' explain ')));
  }
  return lines;
}

/** Whether an output has the lines that a document shows of it, part by part, in their order; a line may end with ` ...`. */
function hasParts(now: readonly string[], is: readonly string[]): boolean {
  if (is.length === 0) return true;
  const pattern = is.map((line) => {
    if (line === '...') return '(?:.*\\n)*?';
    const exact = line.replace(/ \.\.\.$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `${exact}${line.endsWith(' ...') ? ' .*' : ''}\\n`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(`${now.join('\n')}\n`);
}

/** Types one command and returns what it said. */
async function type(line: string, scene: Scene): Promise<string> {
  if (line.startsWith('# fill in')) fillIn(scene.cwd);
  if (line.startsWith('# in a new folder')) {
    scene.cwd = `${scene.cwd}-2`;
    mkdirSync(scene.cwd);
  }
  if (line.startsWith('#')) return '';
  const exit = Number(/ # exit (\d)$/.exec(line)?.[1] ?? 0);
  const command = line
    .replace(/ +# .*$| 2>&1$| > \S+$/, '')
    .replaceAll('RUN_ID', scene.runId)
    .replaceAll('HASH', scene.hash)
    .replaceAll('PSEUDONYM', scene.pseudonym)
    .replaceAll('OPENING_ID', scene.opening)
    .replaceAll('ITEM', scene.item)
    .replaceAll('SEAL', scene.seal)
    .replaceAll('DATE', today());
  if (command.startsWith('cd ')) scene.cwd = join(scene.cwd, command.slice(3));
  else if (/^(?:cp|sed) /.test(command)) {
    const [program = '', ...words] = wordsOf(command);
    execFileSync(program, words, { cwd: scene.cwd });
  } else if (command.startsWith('node bin/'))
    return execFileSync('node', nodeWords(command), { cwd: scene.cwd, encoding: 'utf8' });
  else {
    const { code, out, err } = await cli(scene.cwd, wordsOf(command).slice(1), { NORSKTILSKUDD_LANG: 'en' });
    expect(`${code} ${command}${code === exit ? '' : `\n${out}${err}`}`).toBe(`${exit} ${command}`);
    const said = exit === 0 && !line.endsWith(' 2>&1') ? out : err + out;
    if (command.includes(' run ')) scene.runId = /\bruns\/([^/\s]+)$/m.exec(out)?.[1] ?? scene.runId;
    scene.opening = /\bopening-[0-9a-f]{12}\b/.exec(out)?.[0] ?? scene.opening;
    scene.hash = /^(?:.* )?Journal head: ([0-9a-f]{64})/m.exec(said)?.[1] ?? scene.hash;
    scene.seal = / --seal ([0-9a-f]{64})/.exec(said)?.[1] ?? scene.seal;
    if (command.includes(' sample '))
      scene.item = /\b(?:held|\d{4}-T\d-[0-9a-f]{12})-\d+\b/.exec(said)?.[0] ?? scene.item;
    scene.pseudonym = /\b[0-9a-f]{32}\b/.exec(said)?.[0] ?? scene.pseudonym;
    return said;
  }
  return '';
}

function nodeWords(command: string): string[] {
  const [script = '', ...words] = wordsOf(command).slice(1);
  return [join(ROOT, script), ...words];
}

/** What was printed; ids, control codes, days and folders of this call by their names. */
function namesInPlace(said: string, cwd: string, work: string): string {
  return said
    .replaceAll(`${cwd}/`, '')
    .replaceAll(work, '..')
    .replace(/\b\d{4}-T\d-[0-9a-f]{12}\b/g, 'RUN_ID')
    .replace(/\bopening-[0-9a-f]{12}\b/g, 'OPENING_ID')
    .replace(/\b[0-9a-f]{16,64}\b/g, 'HASH')
    .replaceAll(today(), 'DATE')
    .replace(/\bDATET\d\d:\d\d:\d\dZ/g, 'TIME')
    .replace(/[ \t]+$/gm, '')
    .trimEnd();
}

/** The first lines of what was printed, or all of it; the next step always. */
function shortened(lines: readonly string[], isWhole: boolean): string[] {
  if (isWhole || lines.length <= SHOWN) return lines.map((line) => (line.startsWith('Next: ') ? folded(line) : line));
  const next = lines.findLast((line) => line.startsWith('Next: '));
  return [...lines.slice(0, SHOWN - 2), '...', ...(next === undefined ? [] : [folded(next)])];
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

/** Whoever has the circular fills in every empty cell of the sheet. */
function fillIn(cwd: string): void {
  const sheet = join(cwd, 'rates-2018.csv');
  writeFileSync(
    sheet,
    readFileSync(sheet, 'utf8').replace(/^(\w+,\d+,\w+),,verified,,/gm, '$1,18300,verified,circular 12,'),
  );
}
