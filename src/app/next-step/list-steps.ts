import { dirname, join } from 'node:path';
import { parsePersonFile } from '../../audit';
import { listFolder, pathExists } from '../../effects';
import { LIST_SIGNATURES_NEEDED, SIGNING_ROLES, type SignedList } from '../../ledger';
import { readGivenFile } from '../read-given-file';
import { type NextStep, type StepWord, signedAs, step } from './step';

const PERSON_FILE = '.person.json';

/** What comes after a list was proposed or signed: another signature, or its adoption; the first list of approvers makes a ledger. */
export function listStep(file: string, list: SignedList, db: string): NextStep {
  const { length } = list.signatures;
  if (length < LIST_SIGNATURES_NEEDED) {
    return step('sign_list', ['lists', 'sign', file, ...signedAs(length === 0 ? 'name' : 'other', true)]);
  }
  const adopt: StepWord[] = ['lists', 'adopt', file, ...signedAs('name', false)];
  if (list.kind !== 'approvers' || pathExists(db)) return step('adopt_list', adopt);
  return step('init', ['init', '--year', { blank: 'year' }, ...signedAs('name', false), '--approvers', file]);
}

/** What comes after a key was made: one for a role that nobody has yet, or the list of all whose keys lie in that folder. */
export function keyStep(personFile: string): NextStep {
  const folder = dirname(personFile);
  const files = listFolder(folder)
    .filter((name) => name.endsWith(PERSON_FILE))
    .toSorted();
  const paths = files.map((name) => join(folder, name));
  const roles = new Set(paths.flatMap((path) => parsePersonFile(readGivenFile(path, '--person'), path).roles));
  const missing = SIGNING_ROLES.find((role) => !roles.has(role));
  if (missing !== undefined) {
    const words: StepWord[] = ['keys', 'new', '--name', { blank: 'other' }, '--role', missing];
    return step('make_key', [...words, '--out', join(folder, `${missing}.key`)]);
  }
  const persons = paths.flatMap((path) => ['--person', path]);
  return step('propose_approvers', ['lists', 'propose', 'approvers', ...persons, '--out', 'approvers-1.json']);
}
