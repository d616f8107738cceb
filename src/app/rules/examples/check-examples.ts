import { basename } from 'node:path';
import type { RuleSet } from '../../../../rules';
import { COMPONENTS, NorsktilskuddError } from '../../../domain';
import { readExampleTable } from './example-table';
import { type ExampleDifference, runExample } from './run-example';

/** What a table of examples came to. */
export interface ExampleCheck {
  readonly examples: number;
  readonly differences: readonly ExampleDifference[];
}

/**
 * Runs every example of a table through reading and engine. The file's name says which component it is about:
 * `persontilskudd-2016.csv`, `samfunnskunnskap-mottak-2022.csv`.
 *
 * @throws NorsktilskuddError kind `input`: EXAMPLE_COMPONENT, EXAMPLE_COLUMNS, EXAMPLE_WITHOUT_SENTENCE, EXAMPLE_UNREADABLE
 */
export function checkExamples(text: string, file: string, rules: RuleSet, workFolder: string): ExampleCheck {
  const name = basename(file, '.csv')
    .replace(/-\d{4}$/, '')
    .replaceAll('-', '_');
  const component = COMPONENTS.find((candidate) => candidate === name);
  if (component === undefined)
    throw new NorsktilskuddError('input', 'EXAMPLE_COMPONENT', { file, components: COMPONENTS.join(', ') });
  const examples = readExampleTable(text, file);
  const differences = examples.flatMap((example) => runExample(component, example, rules, workFolder));
  return { examples: examples.length, differences };
}
