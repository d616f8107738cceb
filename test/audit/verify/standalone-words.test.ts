import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPONENTS, NETTING_GROUPS, nettingGroupOf } from '../../../src/domain';

const textOf = (name: string): string => readFileSync(join(__dirname, '../../../bin', name), 'utf8');

test.each(COMPONENTS)('the verifier that stands alone nets %s where rulebook 7 nets it', (component) => {
  const row = new RegExp(`\n  ${nettingGroupOf(component)}: \\{ mark: .*'${component}'.*\n`);
  expect(textOf('verify-run.cjs')).toMatch(row);
});

test('what the verifiers share stands in each of them word for word, so that it is read once', () => {
  const bodiesOf = (name: string): string[] => textOf(name).split(/\n(?=\/\*\*|\/\/ -|function|const|let)/);
  const files = ['verify-run.cjs', 'verify-trace.cjs', 'verify-figures.cjs', 'verify-approval.cjs'];
  for (const name of ['readTable', 'sums', 'differencesOf', 'rootOf', 'sorted', 'isSignedBy', 'same']) {
    const bodies = files.flatMap((file) => bodiesOf(file).filter((body) => body.includes(`function ${name}(`)));
    expect([name, bodies.length > 1, new Set(bodies.map((body) => body.trimEnd())).size]).toEqual([name, true, 1]);
  }
});

test('the verifiers of traces and exports number the groups as the trace does', () => {
  const listed = `const GROUPS = [${NETTING_GROUPS.map((group) => `'${group}'`).join(', ')}];`;
  for (const name of ['verify-trace.cjs', 'verify-export.cjs']) expect(textOf(name)).toContain(listed);
});
