import type { PayoutLineRow } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import type { Explanation } from '../../report';
import { protectionSteps, runSteps } from '../steps/head-steps';
import { step } from '../steps/step';
import { personSummary, summarySteps } from '../steps/summary-steps';
import type { PersonMaterial } from './person-material';
import { tellPerson } from './tell-person';

/**
 * Everything about a person in a run: what triggers, what does not and why, lines, held amounts.
 *
 * @param whyNot also what it would have taken where nothing is given, found by running the rule
 */
export function explainPerson(material: PersonMaterial, whyNot = false): Explanation {
  const { context, pseudonym } = material;
  const reported = tellPerson(material, whyNot);
  return {
    kind: 'person',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: pseudonym,
    title: step('title', 'TITLE_PERSON', { person: pseudonym, runId: context.batch.runId }),
    head: [...personSummary(context, reported), ...runSteps(context), ...reported.head],
    chapters: reported.chapters.map(({ chapter }) => chapter),
    lines: reported.isProtected ? [] : reported.lines,
  };
}

/** One line: the chapter of its grant year and component. */
export function explainLine(material: PersonMaterial, row: PayoutLineRow): Explanation {
  const { context, pseudonym } = material;
  const reported = tellPerson(material);
  const lineId = row.cell('line_id');
  const line = reported.lines.find((each) => each.line_id === lineId);
  if (!line) {
    const params = { line: row.ordinal, difference: 'amount' };
    throw new NorsktilskuddError('verification', 'EXPLAIN_LINE_DIFFERS', params);
  }
  const chapters = reported.chapters.filter(
    ({ grantYear, component }) => grantYear === line.grant_year && component === line.component,
  );
  const place = reported.placeOf(line);
  return {
    kind: 'line',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: lineId,
    title: reported.isProtected
      ? step('title', 'TITLE_LINE_PROTECTED', { lineId })
      : step('title', 'TITLE_LINE', { lineId, amountNok: line.amount, place }),
    head: [
      ...summarySteps(context, line, reported.isProtected ? undefined : place),
      ...protectionSteps(context),
      step('person', 'HEAD_PERSON', { person: pseudonym }),
      ...reported.head,
    ],
    chapters: chapters.map(({ chapter }) => chapter),
    lines: reported.isProtected
      ? []
      : reported.lines.filter((each) => each.grant_year === line.grant_year && each.component === line.component),
  };
}
