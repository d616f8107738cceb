import type { Explanation, Section, Step } from '../../report';
import type { RunContext } from '../run/run-context';
import { runSteps } from '../steps/head-steps';
import { sectionsOf, step } from '../steps/step';
import { findingSection } from './finding-totals';
import { lineTotals } from './line-totals';
import { assumptionTotals, balanceSection, groupSection, heldTotals, rateSection } from './run-sections';

/** A whole run: who did what, how the amounts add up, netting by group, lines, rates, assumptions and findings. */
export function explainBatch(context: RunContext): Explanation {
  const { runId } = context.batch;
  const totals = lineTotals(context, runId, { accept: () => true, namesPersons: true });
  const basis = sectionsOf(
    actSection(context),
    balanceSection(context),
    heldTotals(context),
    rateSection(context),
    assumptionTotals(context),
  );
  const findings = sectionsOf(findingSection(context, runId));
  return {
    kind: 'batch',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: runId,
    subject: runId,
    title: step('title', 'TITLE_BATCH', { runId }),
    head: runSteps(context),
    chapters: [
      { id: 'payouts', title: step('payouts', 'CHAPTER_PAYOUTS'), sections: [groupSection(context)] },
      { id: 'lines', title: step('lines', 'CHAPTER_LINES'), sections: totals.sections },
      { id: 'basis', title: step('basis', 'CHAPTER_BASIS'), sections: basis },
      ...(findings.length === 0
        ? []
        : [{ id: 'findings', title: step('findings', 'CHAPTER_FINDINGS'), sections: findings }]),
    ],
    lines: [],
  };
}

function actSection({ batch }: RunContext): Section {
  const steps: Step[] = [
    step('acts/run', 'RUN_BY', { actor: batch.actor, startedTime: batch.at }),
    ...batch.approvals.map(({ actor, role, at }) =>
      step(`acts/${role}`, 'APPROVED_BY', { actor, roleWord: role, approvedTime: at }),
    ),
    ...(batch.supersededBy === '' ? [] : [step('acts/superseded', 'SUPERSEDED_BY', { runId: batch.supersededBy })]),
    ...batch.blockers.map(({ name, status }) => step(`acts/blocked/${name}`, 'BLOCKED', { name, statusWord: status })),
  ];
  return { id: 'acts', title: 'SECTION_ACTS', steps };
}
