import { basename, join } from 'node:path';
import type { RuleSet } from '../../../../rules';
import { COMPONENTS, NorsktilskuddError } from '../../../domain';
import { discardTree, listFolder, makeWorkFolder } from '../../../effects';
import { programFolder } from '../../program-files';
import { readGivenFile } from '../../read-given-file';
import { loadShippedRules } from '../../shipped-rules';
import { readExampleTable } from './example-table';
import { type ExampleDifference, runExample } from './run-example';

/** A table of examples, each worked out and held to what the table says. */
export interface ExamplesCheck extends ReturnType<typeof checkExamples> {
  /** Name of the table's file. */
  readonly file: string;
}

/** Works out every example of the shipped tables, or of one file, and compares it with what the table says it comes to. */
export function runExamples(file: string | undefined): ExamplesCheck[] {
  const folder = join(programFolder(), 'rules', 'examples');
  const files = file === undefined ? listFolder(folder).map((name) => join(folder, name)) : [file];
  const rules = loadShippedRules();
  const workFolder = makeWorkFolder('examples');
  try {
    return files.map((path) => ({
      file: basename(path),
      ...checkExamples(readGivenFile(path, 'FILE').toString('utf8'), path, rules, workFolder),
    }));
  } finally {
    discardTree(workFolder);
  }
}

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
