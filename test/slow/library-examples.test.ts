import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';

const PROGRAM = resolve(__dirname, '..', '..');
const DOCUMENT = readFileSync(join(PROGRAM, 'src', 'app', 'library', 'LIBRARY.md'), 'utf8');

/** The examples that can stand alone: those that do more than import. */
const EXAMPLES = Array.from(DOCUMENT.matchAll(/```js\n(.*?)```/gs), ([, code = '']) => code).slice(1);

test('the examples of the document run in their order, in an empty folder', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(PROGRAM, join(folder, 'node_modules', 'norsktilskudd'));
  const said = EXAMPLES.map((code, index) => {
    writeFileSync(join(folder, `example-${index}.mjs`), code);
    return execFileSync(process.execPath, [`example-${index}.mjs`], { cwd: folder, encoding: 'utf8' });
  });
  expect(said).toHaveLength(5);
  const [term = '', explained = '', changed = '', figures = '', refused = ''] = said;
  expect(term).toMatch(/^258 persons\n\d+ lines, \d+ kr to pay, in .*\n\[ 'posted' \]\n$/);
  expect(explained).toMatch(/^\d+ chapters\n/);
  expect(explained).toContain('Motregning og utbetaling');
  expect(explained).toMatch(/\n\[\]\n$/);
  expect(changed).toMatch(/^\d+ lines change something that was posted\n-?\d+ kr between the two extracts\n$/);
  expect(figures).toMatch(/^\d+ kr for the year\n\d+ rows of the hours basis\n\d+ tables without small groups\n/);
  expect(figures).toMatch(
    /\n\d+ persons \d+ kr more; \d+ fylker\n[\s\S]*what: 'persontilskudd.year2\/2018\/high'[\s\S]*to: '64169'/,
  );
  expect(refused).toContain('usage LEDGER_RUN_UNKNOWN');
});
