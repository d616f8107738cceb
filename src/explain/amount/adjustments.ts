import { PayoutLineFile, type PayoutLineRow } from '../../audit';
import {
  asRecipientCode,
  assert,
  at,
  type CaseAct,
  type Component,
  formatPersonId,
  formatRecipientCode,
  HELD,
  NO_PERSON,
  NO_RECIPIENT,
  NorsktilskuddError,
  parseRecipientCode,
} from '../../domain';
import { actsOfRun, adjustmentsOfRun, cutOffDate } from '../../engine';
import type { ExplainedLine, Explanation, Section, Step } from '../../report';
import type { TracePart } from '../../trace';
import { placeName, placeText } from '../register/subject';
import type { RunContext } from '../run/run-context';
import type { ComponentChapter } from '../steps/component-chapter';
import { runSteps } from '../steps/head-steps';
import { caseSource } from '../steps/sources';
import { step } from '../steps/step';
import { nettingSection } from './netting-section';

/** An adjustment of a run: its act, with its leaf and what the trace has of it. */
export interface RunAdjustment {
  readonly act: CaseAct & { readonly component: Component };
  readonly leaf: number;
  readonly part: TracePart;
}

/** Adjustments that a run had, in the order of their confirmation: the trace's last leaves. */
export function adjustmentsOf(context: RunContext): RunAdjustment[] {
  const { request, trace } = context;
  if (context.cases.every(({ kind }) => kind !== 'adjustment')) return [];
  const acts = adjustmentsOfRun({
    request,
    cases: actsOfRun({ ...context, identities: context.snapshot.identities }),
  });
  const first = trace.leafCount - acts.length;
  return acts.map((act, place) => {
    const leaf = trace.leaf(first + place);
    assert(
      leaf.kind === 'adjustment' && leaf.act === act.act && act.component !== '',
      'adjustments are the last leaves',
    );
    return { act: { ...act, component: act.component }, leaf: first + place, part: at(at(leaf.records, 0).parts, 0) };
  });
}

/** One line of an adjustment. */
export function explainAdjustment(context: RunContext, row: PayoutLineRow, leaf: number): Explanation {
  const found = adjustmentsOf(context).find((each) => each.leaf === leaf);
  if (found === undefined) throw differs(row, 'trace_id');
  const isProtected = mayNotShow(context, found.act.personId);
  const lineId = row.cell('line_id');
  const line = explainedLine(found, row, isProtected);
  const place = placeText({ context, isProtected }, found.part.recipient, cutOffOf(context));
  return {
    kind: 'line',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: lineId,
    title: isProtected
      ? step('title', 'TITLE_LINE_PROTECTED', { lineId })
      : step('title', 'TITLE_LINE', { lineId, amountNok: line.amount, place }),
    head: runSteps(context),
    chapters: withAdjustments(context, [], [found], isProtected).map(({ chapter }) => chapter),
    lines: isProtected ? [] : [line],
  };
}

/** Rows of adjustments, each held to its act. */
export function adjustmentRows(
  context: RunContext,
  adjustments: readonly RunAdjustment[],
  isProtected: boolean,
): ExplainedLine[] {
  const posted = adjustments.filter(({ part }) => part.held === HELD.none);
  if (posted.length === 0) return [];
  const file = new PayoutLineFile(context.folder);
  try {
    return posted.map((each) => {
      const { act, leaf } = each;
      const person = act.personId === NO_PERSON ? '' : formatPersonId(act.personId);
      const rows = file.rowsOf(act.grantYear, act.component, person);
      const row = rows.find(({ cell }) => cell('trace_id') === `${leaf}.0`);
      if (row === undefined) throw differs(rows[0], 'trace_id');
      return explainedLine(each, row, isProtected);
    });
  } finally {
    file.close();
  }
}

/** Chapters with the adjustments of their grant years and components, and those that no chapter speaks of. */
export function withAdjustments(
  context: RunContext,
  chapters: readonly ComponentChapter[],
  adjustments: readonly RunAdjustment[],
  isProtected: boolean,
): ComponentChapter[] {
  const isOf = ({ act }: RunAdjustment, { grantYear, component }: Pick<ComponentChapter, 'grantYear' | 'component'>) =>
    act.grantYear === grantYear && act.component === component;
  const added = chapters.map((each): ComponentChapter => {
    const section = adjustmentSection(
      context,
      each.chapter.id,
      adjustments.filter((one) => isOf(one, each)),
      isProtected,
    );
    const { sections } = each.chapter;
    return section.steps.length === 0
      ? each
      : { ...each, chapter: { ...each.chapter, sections: [...sections, section] } };
  });
  const rest = adjustments.filter((one) => !chapters.some((each) => isOf(one, each)));
  const keys = new Map(rest.map(({ act }) => [`${act.grantYear}/${act.component}`, act]));
  const more = [...keys].map(([id, { grantYear, component }]): ComponentChapter => {
    const mine = rest.filter((one) => isOf(one, { grantYear, component }));
    const lines = isProtected ? [] : adjustmentRows(context, mine, isProtected);
    const netting = nettingSection(context, id, component, lines);
    const sections = [adjustmentSection(context, id, mine, isProtected), netting].filter(
      ({ steps }) => steps.length > 0,
    );
    const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year: grantYear });
    return { grantYear, component, chapter: { id, title, sections } };
  });
  return [...added, ...more];
}

function adjustmentSection(
  context: RunContext,
  id: string,
  adjustments: readonly RunAdjustment[],
  isProtected: boolean,
): Section {
  const steps = adjustments.map(({ act, part }): Step => {
    const isWaiting = part.held !== HELD.none;
    const place = placeText({ context, isProtected }, part.recipient, cutOffOf(context));
    const sources = [caseSource(context.cases, act.act)];
    const { caseNumber, act: number, amount: amountNok, code } = act;
    const stepId = `${id}/adjustment/${number}`;
    const params = { caseNumber, act: number };
    if (isProtected)
      return step(stepId, isWaiting ? 'ADJUSTMENT_WAITS_PROTECTED' : 'ADJUSTMENT_PROTECTED', params, sources);
    return step(stepId, isWaiting ? 'ADJUSTMENT_WAITS' : 'ADJUSTMENT', { ...params, amountNok, place, code }, sources);
  });
  return { id: `${id}/adjustments`, title: 'SECTION_ADJUSTMENTS', steps };
}

function explainedLine({ act, part, leaf }: RunAdjustment, row: PayoutLineRow, isProtected: boolean): ExplainedLine {
  const { cell } = row;
  const codeOf = (code: number): string => formatRecipientCode(asRecipientCode(code));
  const expected: Readonly<Record<string, string>> = {
    grant_year: String(act.grantYear),
    component: act.component,
    code: act.code,
    recipient_id: codeOf(part.recipient),
    basis_recipient_id: codeOf(part.basisRecipient),
    amount: String(act.amount),
    reason: 'adjustment',
    trace_id: `${leaf}.0`,
  };
  for (const [column, value] of Object.entries(expected)) if (cell(column) !== value) throw differs(row, column);
  return {
    line_id: cell('line_id'),
    grant_year: act.grantYear,
    component: act.component,
    code: act.code,
    recipient_id: isProtected ? '' : codeOf(part.recipient),
    basis_recipient_id: isProtected ? '' : codeOf(part.basisRecipient),
    cumulative_due: act.amount,
    previously_posted: 0,
    amount: act.amount,
    reason: 'adjustment',
  };
}

/** Place of the recipient of such a row, which is shown. */
export function placeOfAdjustment(context: RunContext, { recipient_id: recipient }: ExplainedLine): string {
  return placeName(context.rules, parseRecipientCode(recipient) ?? NO_RECIPIENT, cutOffOf(context));
}

function cutOffOf({ request }: RunContext) {
  return cutOffDate(request.grantYear, request.term);
}

/** Of somebody with a protected address, or of whom nobody knows, neither place nor amount is told. */
export function mayNotShow(context: Pick<RunContext, 'protection'>, personId: number): boolean {
  return personId !== NO_PERSON && context.protection.of([personId]) !== false;
}

function differs(row: PayoutLineRow | undefined, difference: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'EXPLAIN_LINE_DIFFERS', { line: row?.ordinal ?? 0, difference });
}
