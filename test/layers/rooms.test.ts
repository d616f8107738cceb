import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '..', '..');
const CHECKED: { name: string; from: { path: string }; to: { pathNot?: string } }[] =
  require('../../.dependency-cruiser.cjs').forbidden;

/** Rooms of the README's table with what each may import. */
function roomsOfReadme(): Map<string, string[]> {
  const text = readFileSync(join(PROGRAM, 'README.md'), 'utf8');
  const rows = text.matchAll(/^\| `((?:src\/)?\w+)` \| .* \| ([^|]+) \|$/gm);
  return new Map(
    Array.from(rows, ([, room = '', allowed = '']) => [
      room,
      allowed === 'nothing of ours'
        ? []
        : allowed.split(', ').map((name) => (name.startsWith('rules') ? name : `src/${name}`)),
    ]),
  );
}

/** The same of the check: what its rule for a room leaves allowed, the room itself left out. */
function roomsOfCheck(): Map<string, string[]> {
  const rules = CHECKED.filter(({ name }) => /^(src\/\w+|rules)-imports$/.test(name));
  return new Map(
    rules.map(({ name, to }) => {
      const [, list = ''] = /^\^\((.*)\)\/$/.exec(to.pathNot ?? '') ?? [];
      const room = name.replace('-imports', '');
      return [room, list.split('|').filter((allowed) => allowed !== room)];
    }),
  );
}

test('the table of rooms in the README is the list that is checked', () => {
  expect(roomsOfReadme()).toEqual(roomsOfCheck());
});

test('every folder of src is a room with one door, but for the command line, which nobody imports', () => {
  const folders = readdirSync(join(PROGRAM, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}`);
  expect([...roomsOfReadme().keys()].sort()).toEqual(['rules', ...folders].sort());
  for (const room of roomsOfReadme().keys()) {
    expect(CHECKED.map(({ name }) => name)).toContain(`${room}-door`);
    if (room !== 'src/cli') expect(readdirSync(join(PROGRAM, room))).toContain('index.ts');
  }
});
