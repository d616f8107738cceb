import { csvRecords, FEWEST_PERSONS } from '../../domain';
import type { BatchInfo } from '../../ledger';
import { WITHHELD_REASONS } from '../approve/withheld';
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

/**
 * What is held by its reason, in kinds of which sums stand beside each other: balances hold no adjustment that waits, and
 * the amount held of a batch nothing that is withheld (BatchInfo.heldNok). Small groups of two kinds never stand together.
 */
export function byHeldKind<T extends { readonly reason: string }>(rows: readonly T[]): T[][] {
  return HELD_KINDS.map((kind) => rows.filter(({ reason }) => heldKind(reason) === kind));
}

const HELD_KINDS = ['held', 'adjustment_waits', 'withheld'] as const;
const WITHHELD: readonly string[] = WITHHELD_REASONS;

function heldKind(reason: string): (typeof HELD_KINDS)[number] {
  if (WITHHELD.includes(reason)) return 'withheld';
  return reason === 'adjustment_waits' ? reason : 'held';
}

/** Whether a row stands in the balances of components. */
export function isInBalance({ reason }: Pick<HeldOf, 'reason'>): boolean {
  return heldKind(reason) === 'held';
}

/** Whether a batch holds something of so few that not even their sum is shared; where nobody can count them, too. */
export function holdsOfFew({ heldNok, runFolder }: Pick<BatchInfo, 'heldNok' | 'runFolder'>): boolean {
  const rows = folderRows(runFolder, 'held.csv').map(({ reason = '', person_ref: person = '' }, place) => ({
    reason,
    person: person === '' ? `line ${place}` : person,
  }));
  const [held = new Set(), waiting = new Set()] = byHeldKind(rows).map(
    (own) => new Set(own.map(({ person }) => person)),
  );
  return held.size + waiting.size === 0 ? heldNok !== 0 : isFew(held.size) || isFew(waiting.size);
}
