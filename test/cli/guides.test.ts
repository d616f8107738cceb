import { temporaryFolder } from '../support/temporary-folder';
import { documents, holdDocument, LONG, textOf } from './played-document';

const work = temporaryFolder();
const DOCUMENTS = documents();
/** Documents that are played here; the long ones (test/slow/documents.test.ts) tell a story of a whole year. */
const PLAYED = DOCUMENTS.filter((name) => textOf(name).includes('```console') && !LONG.includes(name));

test.each(PLAYED)(
  'every command of %s works and prints what stands there (GOLDEN=write writes it)',
  (name) => holdDocument(name, work),
  120_000,
);

/** Blocks of commands that other tests play: test/slow/readme-year, next-circular, and the excerpt below. */
const PLAYED_ELSEWHERE: readonly string[] = ['README.md', 'rules/CIRCULAR.md'];

test('every block of commands in a document is one that a test plays', () => {
  const unplayed = DOCUMENTS.filter((name) => !PLAYED_ELSEWHERE.includes(name)).flatMap((name) =>
    [...textOf(name).matchAll(/```([^\n`]*)\n([^`]*)```/g)]
      .filter(
        ([, kind = '', text = '']) =>
          !kind.startsWith('console') && kind !== 'text' && /^(?:\$ )?(?:norsktilskudd|node bin\/) /m.test(text),
      )
      .map(([, kind, text]) => `${name}: ${kind} ${text}`),
  );
  expect(unplayed).toEqual([]);
});

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
