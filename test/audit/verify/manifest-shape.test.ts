import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { JsonFault, parseJson } from '../../../src/audit/verifier/json';
import { MANIFEST } from '../../../src/audit/verifier/manifest-shape';
import { reportedCodes, standalone } from './standalone';
import { copyOf, makeTwoTerms } from './two-terms';

const published = z.fromJSONSchema(JSON.parse(readFileSync('src/audit/manifest.schema.json', 'utf8')));
const FORMAT_1 = join(
  __dirname,
  '../../../fixtures/ledgers/format-1/by-name/norsktilskudd.db.d/runs/2018-T1-c0cb026d13ef/manifest.json',
);

let texts: string[];
let folder = '';
beforeAll(async () => {
  const { folders } = await makeTwoTerms({ persons: 40, seed: 3 });
  folder = folders[0] ?? '';
  texts = folders.map((path) => readFileSync(join(path, 'manifest.json'), 'utf8'));
}, 60_000);

/** Values that may stand in place of another. */
const OTHERS = [
  null,
  -1,
  0,
  1,
  1.5,
  2,
  20_180,
  '',
  'x',
  'assumed',
  '0'.repeat(64),
  '2018-01-01',
  true,
  [],
  {},
] as const;

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([name, held]) => pathsOf(held, [...path, name]))];
}

/** The value with another at a path; undefined leaves it out. */
function withOther(value: unknown, path: Path, other: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return other;
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  const changed = entries.flatMap(([key, held]) => {
    const now = key === String(name) ? withOther(held, rest, other) : held;
    return now === undefined ? [] : [[key, now] as const];
  });
  return Array.isArray(value) ? changed.map(([, held]) => held) : Object.fromEntries(changed);
}

const hasShape = (value: unknown): boolean => MANIFEST(value, () => undefined);

test('the verifier has the shape of a manifest that the published schema has, in both formats', () => {
  for (const text of [...texts, readFileSync(FORMAT_1, 'utf8')]) {
    const manifest: unknown = JSON.parse(text);
    expect([hasShape(manifest), published.safeParse(manifest).success]).toEqual([true, true]);
    const change = fc.record({
      path: fc.constantFrom(...pathsOf(manifest)),
      other: fc.constantFrom(undefined, ...OTHERS),
    });
    fc.assert(
      fc.property(change, ({ path, other }) => {
        const changed = withOther(manifest, path, other);
        // Names of rates and limits are open in the verifier: they are held to parameters.csv.
        const isOpen = ['key', 'component', 'netting_group', 'excluded', 'reason'].includes(String(path.at(-1)));
        if (isOpen || path.at(-2) === 'excluded') return;
        expect([path, other, hasShape(changed)]).toEqual([path, other, published.safeParse(changed).success]);
      }),
      { numRuns: 400 },
    );
  }
});

test('what lies too deep is told, in a manifest too, and exhausts nobody', () => {
  expect(() => parseJson('['.repeat(100_000))).toThrow(JsonFault);
  expect(parseJson(`{"a":"${'['.repeat(100)}"}`)).toEqual({ a: '['.repeat(100) });
});

test.each([
  [
    'a name that stands twice',
    (text: string) => text.replace('"mark":', '"mark": "",\n  "mark":'),
    'VERIFY_MANIFEST_FORM',
  ],
  [
    'levels without end',
    (text: string) => text.replace('"mark":', `"x": ${'['.repeat(5000)}${']'.repeat(5000)}, "mark":`),
    'VERIFY_MANIFEST_UNREADABLE',
  ],
  [
    'a component that there is none of',
    (text: string) => text.replaceAll('"persontilskudd"', '"persontilskott"'),
    'VERIFY_MANIFEST_SHAPE',
  ],
])('%s in a manifest is told by every verifier', (_what, edit, code) => {
  const copy = copyOf(folder);
  writeFileSync(join(copy, 'manifest.json'), edit(readFileSync(join(copy, 'manifest.json'), 'utf8')));
  const { code: exit, err } = standalone(copy);
  expect([exit, reportedCodes(err)]).toEqual([5, expect.arrayContaining([code])]);
});
