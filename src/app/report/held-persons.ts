import { csvRecords, FEWEST_PERSONS } from '../../domain';
import type { BatchInfo } from '../../ledger';
import type { OpenRun } from '../explain/open-run-context';
import { folderRows } from '../preview/folder-rows';

/** One to four: reported, they would tell of each. */
export function isFew(count: number): boolean {
  return count > 0 && count < FEWEST_PERSONS;
}

/** An amount that is held, and whose it is; of a kommune, each stands for itself. */
export interface HeldOf {
  readonly component: string;
  readonly grantYear: number;
  readonly reason: string;
  readonly person: string;
}

/** held.csv of the run. */
export function heldOf({ sealedText }: Pick<OpenRun, 'sealedText'>): readonly HeldOf[] {
  return csvRecords(sealedText('held.csv')).map(({ line, cell }) => ({
    component: cell('component'),
    grantYear: Number(cell('grant_year')),
    reason: cell('reason'),
    person: cell('person_ref') === '' ? `line ${line}` : cell('person_ref'),
  }));
}

/** Reasons that are reported apart from what is held (BatchInfo.heldNok). */
const WITHHELD = ['missing_from_extract', 'rejected_row'];

/** Whether a batch holds something of so few that not even their sum is shared; where nobody can count them, too. */
export function holdsOfFew({ heldNok, runFolder }: Pick<BatchInfo, 'heldNok' | 'runFolder'>): boolean {
  const rows = folderRows(runFolder, 'held.csv').filter(({ reason = '' }) => !WITHHELD.includes(reason));
  const persons = new Set(rows.map(({ person_ref: person = '' }, place) => (person === '' ? place : person)));
  return persons.size === 0 ? heldNok !== 0 : isFew(persons.size);
}
