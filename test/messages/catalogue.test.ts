import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/messages';

const FOLDER = join(__dirname, '..', '..', 'src', 'messages');

/** Every text of a language with the room that has it. */
function texts(language: string): [room: string, key: string, text: string][] {
  const rooms = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return rooms.flatMap(({ name }) => {
    const file: Record<string, Record<string, string>> = require(join(FOLDER, name, `${language}.ts`));
    return Object.entries(Object.values(file)[0] ?? {}).map(([key, text]): [string, string, string] => [
      name,
      key,
      text,
    ]);
  });
}

test.each(LANGUAGES)('no two rooms give the same code a text in %s', (language) => {
  const keys = texts(language).map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('what is said further about a code belongs to a code of the same room', () => {
  const all = texts('en');
  const known = new Set(all.map(([room, key]) => `${room}/${key}`));
  const further = all.filter(([, key]) => /^[A-Z0-9_]+\./.test(key));
  expect(further.length).toBeGreaterThan(500);
  expect(further.filter(([room, key]) => !known.has(`${room}/${key.split('.')[0]}`))).toEqual([]);
});
