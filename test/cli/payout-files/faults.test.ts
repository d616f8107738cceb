import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultPointsPassed, setFaultPlan } from '../../../src/effects';
import { command, makeTwoTerms, type TwoTerms } from '../../audit/verify/two-terms';

const KINDS = ['file.write', 'file.sync', 'file.rename', 'file.mkdir', 'file.open', 'db', 'clock'];
let terms: TwoTerms;

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 40, seed: 8 });
}, 60_000);
afterEach(() => setFaultPlan(undefined));

/** Names and bytes of a file or folder; undefined where there is nothing. */
function contentOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  if (!lstatSync(path).isDirectory()) return readFileSync(path, 'latin1');
  return readdirSync(path)
    .sort()
    .map((name) => `${name}\n${contentOf(join(path, name))}`)
    .join('\n');
}

describe.each([
  ['export-trace', (run: string): string[] => ['export-trace', '--recipient', '0301', '--run', run]],
  ['dossier', (run: string): string[] => ['dossier', run]],
  ['sample', (run: string): string[] => ['sample', run, '--size', '5']],
] as const)('%s broken off', (name, argvOf) => {
  test.each(KINDS)('at %s leaves nothing or the whole', async (prefix) => {
    const out = join(terms.work, 'out', name);
    const argv = [...argvOf(terms.runIds[0] ?? ''), '--out', out, '--db', terms.db, '--as', 'kari'];
    const act = async (occurrence: number): Promise<number> => {
      rmSync(out, { recursive: true, force: true });
      setFaultPlan({ action: 'fail', prefix, occurrence });
      const { code } = await command(terms.work, ...argv);
      return code;
    };
    expect(await act(Number.MAX_SAFE_INTEGER)).toBe(0);
    const points = faultPointsPassed();
    const whole = contentOf(out);
    expect(points).toBeGreaterThan(0);
    for (const occurrence of new Set([1, Math.ceil(points / 3), Math.ceil((2 * points) / 3), points])) {
      const code = await act(occurrence);
      setFaultPlan(undefined);
      const left = contentOf(out);
      if (left !== undefined) expect(left).toBe(whole);
      if (code === 0) expect(left).toBe(whole);
      expect(readdirSync(join(terms.work, 'out')).filter((each) => each.endsWith('.part'))).toEqual([]);
    }
  });
});
