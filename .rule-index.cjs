'use strict';
/**
 * Writes rules/modules/index.ts, the list of all rules, from the names of the files there: a new rule is a new file and
 * nothing else. `asylnorsk-2017.ts` exports `asylnorsk2017`.
 */
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Text of the list for the files of a folder. */
function ruleIndex(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  const rules = files.sort().map((name) => {
    const file = name.slice(0, -'.ts'.length);
    return { file, name: file.replace(/-(.)/g, (_, letter) => letter.toUpperCase()) };
  });
  return [
    "import type { RuleDefinition } from '../../src/domain';",
    ...rules.map(({ file, name }) => `import { ${name} } from './${file}';`),
    '',
    '/** Every rule, one a file, in the order of their names. Made by the build (.rule-index.cjs): not to be edited. */',
    'export const DEFINITIONS: readonly RuleDefinition[] = [',
    ...rules.map(({ name }) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}

/** Brings the list of a project up to date. */
function writeRuleIndex(root) {
  const folder = join(root, 'rules', 'modules');
  const path = join(folder, 'index.ts');
  const text = ruleIndex(folder);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

module.exports = { ruleIndex, writeRuleIndex };
