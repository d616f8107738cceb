import { NETTING_GROUPS, type NettingGroup } from '../../domain';
import { DISK, type Manifest, manifestOf } from '../run-manifest';
import type * as verifier from '../verifier/contents';
import { FIGURE_TABLES } from '../verifier/figure-tables';
import { Findings } from '../verifier/findings';
import { MONEY_TABLES } from '../verifier/money-tables';
import { readRun } from '../verifier/read-run';
import { personOf, readLeaves, readTrace } from '../verifier/trace-file';
import { LEAF, type TraceLeaf } from '../verifier/trace-record';

type OfGroup<Row> = Omit<Row, 'group'> & { readonly group: NettingGroup };

/** Everything of a run folder, with the types of the program. */
export type RunContents = Omit<verifier.RunContents, 'manifest' | 'payouts' | 'balances'> & {
  readonly manifest: Manifest;
  readonly payouts: OfGroup<verifier.PayoutRow>[];
  readonly balances: OfGroup<verifier.BalanceRow>[];
};

/** Reads a run folder once, looking at every file and row. undefined where the manifest cannot be read. */
export function readRunFolder(folder: string, findings: Findings): RunContents | undefined {
  const run = readRun(DISK, folder, findings, { ...MONEY_TABLES, ...FIGURE_TABLES });
  return (
    run && { ...run, manifest: manifestOf(run.text), payouts: ofGroups(run.payouts), balances: ofGroups(run.balances) }
  );
}

/** The reader has let through none but the known groups. */
function ofGroups<Row extends { readonly group: string }>(rows: readonly Row[]): OfGroup<Row>[] {
  return rows.flatMap((row) => {
    const group = NETTING_GROUPS.find((name) => name === row.group);
    return group ? [{ ...row, group }] : [];
  });
}

/** A person in the trace of a run. */
export interface PersonLeaf {
  readonly pseudonym: string;
  /** Line in persons.csv, 0 for a person whom the run could not use. */
  readonly line: number;
}

/** Leaves of persons in their order; undefined where the trace is not there. What is wrong in it has been reported before. */
export function personLeaves(run: RunContents): PersonLeaf[] | undefined {
  const reportedBefore = new Findings();
  const trace = readTrace(run, reportedBefore);
  if (!trace) return undefined;
  const leaves: PersonLeaf[] = [];
  const take = ({ kind, number, about }: TraceLeaf): void => {
    if (kind === LEAF.person || kind === LEAF.absent) leaves.push({ pseudonym: personOf(trace, number), line: about });
  };
  readLeaves(run, trace, reportedBefore, [{ take }]);
  return leaves;
}
