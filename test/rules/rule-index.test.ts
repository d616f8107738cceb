import { readFileSync } from 'node:fs';
import { RULE_MODULES } from '../../rules';

const { ruleIndex }: { ruleIndex(folder: string): string } = require('../../.rule-index.cjs');

test('the list of rules is the one that the build makes of the files', () => {
  expect(readFileSync('rules/modules/index.ts', 'utf8')).toBe(ruleIndex('rules/modules'));
});

test('the identity of a rule is its component and first year', () => {
  for (const { id, component, firstGrantYear } of RULE_MODULES) expect(id).toBe(`${component}@${firstGrantYear}`);
});
