import { COMMAND_NAMES } from '../../src/messages';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const NAMES = COMMAND_NAMES;

async function help(name: string, lang: string): Promise<string> {
  const { code, out, err } = await cli(folder, [name, '--help', '--lang', lang]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** Flags of a command with what the help says of them, in one line each. */
function flagsOf(text: string): Map<string, string> {
  const joined = text.replace(/\n {15,}/g, ' ');
  return new Map(
    Array.from(joined.matchAll(/^ {2}(--[a-z-]+)(?: <[^>]+>)? {2,}(.+)$/gm), ([, flag = '', says = '']) => [
      flag,
      says,
    ]),
  );
}

test.each(NAMES)('%s has the same flags in both languages, each with its own text', async (name) => {
  const [nb, en] = [flagsOf(await help(name, 'nb')), flagsOf(await help(name, 'en'))];
  expect([...nb.keys()]).toEqual([...en.keys()]);
  for (const [flag, says] of nb) if (!/^(text|ok), /.test(says)) expect([flag, says]).not.toEqual([flag, en.get(flag)]);
  expect(`${await help(name, 'nb')}${await help(name, 'en')}`).not.toMatch(/\n\n\n|regnskap/);
});

test('what --out makes is told as what the command makes there', async () => {
  const out = async (name: string): Promise<string | undefined> => flagsOf(await help(name, 'en')).get('--out');
  expect(await out('run')).toBe("the run's folder, new or empty");
  expect(await out('dossier')).toBe('the archive to make');
  expect(await out('import')).toBe('folder for rejected.csv and findings.csv, new or empty');
  expect(await out('generate')).toBe('folder in which every extract gets its own');
  expect(await out('sample')).toBe('folder of the sample (default beside the run)');
  expect(await out('export-trace')).toBe('folder for the results, new or empty');
});
