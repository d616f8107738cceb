import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * rules/CIRCULAR.md, done as it stands: its commands in their order, its blocks put into the files that they name. Where rows are to
 * be filled in, the block takes the place of the lines that say FILL IN.
 */

const PROJECT = join(__dirname, '..', '..');
const GUIDE = readFileSync(join(PROJECT, 'rules', 'CIRCULAR.md'), 'utf8');
const BLOCKS = [...GUIDE.matchAll(/^```(\w+) ?(\S*)\n(.*?)^```$/gms)].map(([, kind = '', file = '', text = '']) => {
  return { kind, file, text };
});

/** The sources in a folder of their own. */
function copiedProject(): string {
  const root = temporaryFolder();
  const own = readdirSync(PROJECT).filter((name) => name.endsWith('.cjs') && name.startsWith('.'));
  for (const name of ['bin', 'src', 'rules', 'dist', 'package.json', ...own])
    cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

describe('the next circular in a day', () => {
  const root = copiedProject();
  const work = temporaryFolder();
  const call = (line: string): { status: number | null; stdout: string; stderr: string } => {
    const [program = '', ...words] = line.split(' ');
    const argv =
      program === 'node'
        ? [join(root, words[0] ?? ''), root]
        : [join(root, 'bin', 'norsktilskudd'), ...words, '--lang', 'en'];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: work, encoding: 'utf8' });
    return { status, stdout: stdout.replaceAll('\u00a0', ' '), stderr };
  };
  const outputs = new Map<string, string>();

  test('is walked from the first command to the last', () => {
    const own = BLOCKS.filter(({ file }) => file !== '' && !file.startsWith('rules/'));
    for (const { file, text } of own) writeFileSync(join(work, file), text);
    for (const { kind, file, text } of BLOCKS) {
      if (kind === 'sh') {
        for (const line of text.trim().split('\n')) {
          const { status, stdout, stderr } = call(line);
          expect({ line, status, stderr: status === 0 ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
          outputs.set(line.split(' ').slice(0, 3).join(' '), stdout);
        }
      } else if (file.startsWith('rules/')) fillIn(file, text);
    }
  });

  /** Puts a block into its file. */
  function fillIn(file: string, block: string): void {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const isWhole = /\/(modules|examples)\//.test(file);
    if (file.startsWith('rules/data/limits')) {
      // What is left to fill in is told by file and line, and nothing is frozen.
      const { status, stderr } = call('norsktilskudd rules lock');
      expect([status, stderr]).toEqual([expect.any(Number), expect.stringMatching(/data\/limits\.csv:(\d+,){8}\d+ /)]);
      expect(status).not.toBe(0);
    }
    const kept = before
      .split('\n')
      .filter((line) => !line.includes('FILL IN'))
      .join('\n');
    writeFileSync(path, isWhole ? block : `${kept.replace(/\n*$/, '\n')}${block}`);
  }

  test('its examples come out, its rule is frozen, its law stands beside the year before', () => {
    expect(outputs.get('norsktilskudd rules examples')).toMatch(/persontilskudd-2027\.csv +4 +0/);
    expect(outputs.get('norsktilskudd rules lock')).toContain('persontilskudd@2027');
    expect(outputs.get('norsktilskudd rules check')).toContain('15 frozen rules are unchanged.');
    expect(outputs.get('norsktilskudd rules diff')).toMatch(/persontilskudd\.decision_within_days +none +90\n/);
  });

  test('it is explained, tried and compared', () => {
    expect(outputs.get('norsktilskudd scenario --set')).toMatch(/persontilskudd\.proration +half_year +full/);
    expect(outputs.get('norsktilskudd compare 2027')).toMatch(
      /persontilskudd +[\d ]+ kr +0 kr +0 kr +\+[\d ]+ kr +0 kr/,
    );
    expect(outputs.get('norsktilskudd explain --recipient')).toContain('0301 Oslo');
  });
});
