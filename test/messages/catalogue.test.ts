import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/messages';
import { sentencesEn } from '../../src/messages/explain/en';

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

test('no text is kept that nothing says', () => {
  const source = join(FOLDER, '..');
  const files = ['.', '../rules'].flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/messages[/\\][\w/\\]+[/\\](?:en|nb)\.ts$/.test(name))
      .map((name) => readFileSync(join(source, folder, name), 'utf8')),
  );
  const said = new Set(files.flatMap((text) => text.match(/'[\w. -]+'|\b\w+(?=: [{'])/g) ?? []));
  // `reading.${stage}` says each text that begins like it.
  const heads = files.flatMap((text) => Array.from(text.matchAll(/`([\w.]+[._])\$\{/g), ([, head = '']) => head));
  const isSaid = (key: string): boolean =>
    said.has(`'${key}'`) || said.has(key) || heads.some((head) => key.startsWith(head));
  const keys = texts('en').filter(([room, key]) => !['commands', 'flags'].includes(room) && !/^[A-Z0-9_]+\./.test(key));
  expect(keys.filter(([, key]) => !isSaid(key)).map(([, key]) => key)).toEqual([]);
  expect(Object.keys(sentencesEn).filter((code) => !isSaid(code))).toEqual([]);
});
