import type { Component } from '../../domain';
import type { Explanation } from '../../report';
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
