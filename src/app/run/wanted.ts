import { join } from 'node:path';
import { manifestInFolder } from '../../audit';
import { NEVER_PAYABLE, type ParameterStatus } from '../../domain';
import { pathExists } from '../../effects';
import { MANIFEST_FILE } from '../../payout';
import type { Acceptance } from './acceptance';

/** Numbers and dates that a thing is reported with, by name as in the manifest. */
export type Figures = Readonly<Record<string, string | number>>;

/** Something that an approval outside a rehearsal wants accepted by name (data contract 5). */
export interface Wanted {
  /** Cell, assumption or one of the special names. */
  readonly name: string;
  /** Status of a rate or assumption; empty for facts. */
  readonly status: ParameterStatus | '';
  readonly figures: Figures;
}

/** A wanted thing that is no rate and no assumption. */
export function fact(name: string, figures: Figures): Wanted {
  return { name, status: '', figures };
}

/** What a run wants accepted, as its sealed manifest has it; none of format 1, and where the folder is gone. */
export function wantedOfFolder(runFolder: string): readonly Wanted[] {
  const path = join(runFolder, MANIFEST_FILE);
  if (runFolder === '' || !pathExists(path)) return [];
  const manifest = manifestInFolder(runFolder);
  return manifest.format === 1 ? [] : manifest.acceptance.wanted;
}

/** Something that keeps a run from being approved. */
export interface Blocker {
  readonly code: 'STATUS_NOT_PAYABLE' | 'NEEDS_ACCEPTANCE' | 'NEEDS_REFERENCE';
  /** Cell, assumption or one of the special names. */
  readonly name: string;
  /** Status of the figure; empty for those that are none. */
  readonly status: ParameterStatus | '';
  readonly figures: Figures;
}

/** Facts that runs of format 1 wanted accepted; the others came later and say nothing of them. */
const FACTS_OF_FORMAT_1: ReadonlySet<string> = new Set(['rejected-rows', 'shared-national-ids', 'opening-arrears']);

/** What decides whether something wanted has been accepted. */
export interface AcceptanceRules {
  readonly rehearsal: boolean;
  /**
   * True: a rate or assumption is accepted by its own name, with a reference (rulebook 1). Runs of format 1 took a name
   * alone, and `all-assumed` for all of them, and wanted fewer facts.
   */
  readonly wantsReferences: boolean;
}

/** What keeps a run from being paid, in the order of what it wants. Empty: payable, or a rehearsal, in which nothing needs accepting. */
export function blockersOf(
  wanted: readonly Wanted[],
  accepted: readonly Acceptance[],
  { rehearsal, wantsReferences }: AcceptanceRules,
): Blocker[] {
  if (rehearsal) return [];
  const all = !wantsReferences && accepted.some(({ name }) => name === 'all-assumed');
  const counting = wantsReferences
    ? wanted
    : wanted.filter(({ name, status }) => status !== '' || FACTS_OF_FORMAT_1.has(name));
  return counting.flatMap(({ name, status, figures }): Blocker[] => {
    const blocker = { name, status, figures };
    if (status !== '' && NEVER_PAYABLE.includes(status)) return [{ code: 'STATUS_NOT_PAYABLE', ...blocker }];
    const acceptance = accepted.find((given) => given.name === name);
    if (acceptance === undefined) return all && status === 'assumed' ? [] : [{ code: 'NEEDS_ACCEPTANCE', ...blocker }];
    if (wantsReferences && status !== '' && acceptance.reference === '')
      return [{ code: 'NEEDS_REFERENCE', ...blocker }];
    return [];
  });
}
