import { join } from 'node:path';
import { manifestInFolder } from '../../audit';
import { pathExists } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { MANIFEST_FILE } from '../../payout';
import { type StepWord, signedAs } from './step';

/** Signs of a snapshot's id that `status` shows, and that name it. */
const SNAPSHOT_SHOWN = 16;

/** A run of a term. */
export interface TermToRun {
  readonly grantYear: number;
  readonly term: number;
  readonly supplement: boolean;
  /** A stored snapshot, or an extract's folder; undefined: whoever types it says where. */
  readonly register: { readonly snapshot: string } | { readonly extract: string } | undefined;
  /** Components that are left out. */
  readonly excluded: readonly string[];
  readonly as: string | 'name';
}

/** The words of `run`. */
export function runWords(ledger: Pick<Ledger, 'requiresSignatures'>, run: TermToRun): StepWord[] {
  const { register, grantYear, term, supplement, excluded } = run;
  const from: StepWord[] =
    register === undefined
      ? ['--extract', { blank: 'extract' }]
      : 'snapshot' in register
        ? ['--snapshot', register.snapshot.slice(0, SNAPSHOT_SHOWN)]
        : ['--extract', register.extract];
  return [
    'run',
    ...from,
    ...['--year', String(grantYear), '--term', String(term)],
    ...(supplement ? ['--supplement'] : []),
    ...excluded.flatMap((component) => ['--exclude', component]),
    ...signedAs(run.as, ledger.requiresSignatures()),
  ];
}

/** The same run of a draft again, from the snapshot that it read. */
export function againOf(batch: BatchInfo): TermToRun {
  const { grantYear, term, supplementNumber, snapshot, actor } = batch;
  return {
    ...{ grantYear, term, supplement: supplementNumber > 0 },
    register: { snapshot },
    excluded: excludedIn(batch),
    as: actor,
  };
}

/** Components that a run left out; none where its folder is gone. */
export function excludedIn({ runFolder, kind }: BatchInfo): readonly string[] {
  if (kind !== 'run' || !pathExists(join(runFolder, MANIFEST_FILE))) return [];
  return manifestInFolder(runFolder).identity.excluded;
}
