import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULE_MODULES, sourceFileOf } from '../../rules';
import { checkExamples } from '../../src/app/rules/examples/run-examples';
import { shippedRules } from '../support/shipped';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = join(__dirname, '..', '..', 'rules', 'examples');
const work = temporaryFolder();
const rules = shippedRules();

test('every rule module has a table of examples', () => {
  const tables = readdirSync(FOLDER).map((name) => basename(name, '.csv'));
  expect(tables.sort()).toEqual(RULE_MODULES.map(({ id }) => basename(sourceFileOf(id), '.ts')).sort());
});

test.each(readdirSync(FOLDER))('examples of %s', (name) => {
  const path = join(FOLDER, name);
  const { examples, differences } = checkExamples(readFileSync(path, 'utf8'), path, rules, work);
  expect(differences).toEqual([]);
  expect(examples).toBeGreaterThan(3);
});
