import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPONENTS, NETTING_GROUPS, nettingGroupOf } from '../../../src/domain';

const textOf = (name: string): string => readFileSync(join(__dirname, '../../../bin', name), 'utf8');

test.each(COMPONENTS)('the verifier that stands alone nets %s where rulebook 7 nets it', (component) => {
  expect(textOf('verify-run.cjs')).toContain(`\n  ${component}: '${nettingGroupOf(component)}',\n`);
});

test('the verifiers of traces and exports number the groups as the trace does', () => {
  const listed = `const GROUPS = [${NETTING_GROUPS.map((group) => `'${group}'`).join(', ')}];`;
  for (const name of ['verify-trace.cjs', 'verify-export.cjs']) expect(textOf(name)).toContain(listed);
});
