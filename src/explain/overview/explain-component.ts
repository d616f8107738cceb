import { visiblePersonRow } from '../../../rules';
import { asDay, type Component, isProtectedPerson, u32 } from '../../domain';
import type { Explanation } from '../../report';
import { adjustmentsOf, mayNotShow } from '../amount/adjustments';
import { LeafWalk } from '../run/leaf-walk';
import type { RunContext } from '../run/run-context';
import { runSteps } from '../steps/head-steps';
import { sectionsOf, step } from '../steps/step';
import { lineTotals } from './line-totals';
import { balanceSection, heldTotals, rateSection } from './run-sections';

/** A component in a run: how its amounts add up, what is held, its rates, its lines and the largest of them. */
export function explainComponent(context: RunContext, component: Component): Explanation {
  const { runId } = context.batch;
  const totals = lineTotals(context, component, {
    accept: ({ cell }) => cell('component') === component,
    namesPersons: true,
  });
  const basis = sectionsOf(
    balanceSection(context, component),
    heldTotals(context, component),
    rateSection(context, component),
  );
  return {
    kind: 'component',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: runId,
    subject: component,
    title: step('title', 'TITLE_COMPONENT', { componentWord: component, runId }),
    head: runSteps(context),
    chapters: [
      ...(basis.length === 0 ? [] : [{ id: 'basis', title: step('basis', 'CHAPTER_BASIS'), sections: basis }]),
      { id: 'lines', title: step('lines', 'CHAPTER_LINES'), sections: totals.sections },
    ],
    lines: [],
  };
}

/**
 * Leaves of persons of whom no place is reported: with a protected address, or not in the extract, so that their rows say
 * nothing.
 */
export function protectedLeaves(context: RunContext): ReadonlySet<number> {
  const leaves = new LeafWalk(context.trace.leaves());
  const found = new Set<number>();
  for (const { kind, leaf } of context.trace.leaves()) if (kind === 'absentPerson') found.add(leaf);
  for (const { act, leaf } of adjustmentsOf(context)) if (mayNotShow(context, act.personId)) found.add(leaf);
  for (const block of context.snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      const personRow = visiblePersonRow(block.persons, index, asDay(context.request.asOf));
      const leaf = leaves.of(personRow < 0 ? 0 : u32(block.persons.line, personRow));
      if (leaf && isProtectedPerson(block, index)) found.add(leaf.leaf);
    }
  }
  return found;
}
