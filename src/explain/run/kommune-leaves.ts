import { COMPONENTS } from '../../domain';
import { LEAF_KIND, leafKind, type TraceLeaf } from '../../trace';
import type { RunContext } from './run-context';

/** A kommune's leaf of a component without persons. */
export interface KommuneLeaf {
  readonly leaf: number;
  readonly trace: Extract<TraceLeaf, { readonly kind: 'kommune' }>;
}

/** Leaves of kommuner, in their order: they stand behind all persons, before adjustments, so they are read from the end. */
export function kommuneLeaves({ trace }: RunContext): KommuneLeaf[] {
  const leaves: KommuneLeaf[] = [];
  for (let leaf = trace.leafCount - 1; leaf >= 0; leaf -= 1) {
    const { words } = trace.words(leaf);
    if (leafKind(words, 0) === LEAF_KIND.adjustment) continue;
    if (leafKind(words, 0) !== LEAF_KIND.kommune) break;
    const read = trace.leaf(leaf);
    if (read.kind === 'kommune') leaves.unshift({ leaf, trace: read });
  }
  return leaves;
}

/** Number of the first leaf of a component in a grant year. */
export function firstLeafOf(leaves: readonly KommuneLeaf[], component: string, grantYear: number): number {
  const first = leaves.find(({ trace: { records } }) => {
    const [record] = records;
    return record?.grantYear === grantYear && COMPONENTS[record.component] === component;
  });
  return first?.leaf ?? 0;
}
