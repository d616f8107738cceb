import { basename, join } from 'node:path';
import { discardTree, listFolder, makeWorkFolder } from '../../../effects';
import { programFolder } from '../../program-files';
import { readGivenFile } from '../../read-given-file';
import { loadShippedRules } from '../../shipped-rules';
import { checkExamples } from './check-examples';

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
