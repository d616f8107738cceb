import {
  csvRecords,
  FEWEST_PERSONS,
  formatRecipientCode,
  isCountedName,
  NO_PERSON,
  NorsktilskuddError,
  parseRecipientCode,
  reportedGroups,
} from '../../domain';
import { cutOffDate } from '../../engine';
import type { Chapter, ExplainedLine, Explanation, Section } from '../../report';
import { adjustmentRows, adjustmentsOf, withAdjustments } from '../amount/adjustments';
import { payoutSteps } from '../amount/netting-section';
import { tellKommune } from '../kommune/explain-kommune';
import { kommuneMaterial } from '../kommune/kommune-material';
import { placeName } from '../register/subject';
import { kommuneLeaves } from '../run/kommune-leaves';
import { payoutRows } from '../run/payout-rows';
import { orChanged, type RunContext } from '../run/run-context';
import { runSteps } from '../steps/head-steps';
import { sectionsOf, step } from '../steps/step';
import { findingSection } from './finding-totals';
import { lineTotals } from './line-totals';

/**
 * A recipient in a run: netting and payment, lines by grant and the largest, its grunntilskudd from the count, sizing
 * and findings. Nothing of single persons.
 *
 * @throws NorsktilskuddError usage EXPLAIN_RECIPIENT_UNKNOWN; verification EXPLAIN_LINE_DIFFERS
 */
export function explainRecipient(context: RunContext, recipientId: string): Explanation {
  const code = parseRecipientCode(recipientId);
  if (code === undefined || !context.rules.places.has(code)) {
    throw new NorsktilskuddError('usage', 'EXPLAIN_RECIPIENT_UNKNOWN', { recipient: recipientId });
  }
  const id = formatRecipientCode(code);
  const { grantYear, term } = context.request;
  const place = placeName(context.rules, code, cutOffDate(grantYear, term));
  const own = kommuneChapters(context, code);
  const adjustments = adjustmentsOf(context).filter(
    ({ act, part }) => act.personId === NO_PERSON && part.recipient === code,
  );
  return {
    kind: 'recipient',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: id,
    title: step('title', 'TITLE_RECIPIENT', { place, runId: context.batch.runId }),
    head: runSteps(context),
    chapters: [
      ...moneyChapters(context, id),
      ...own.map(({ chapter }) => chapter),
      ...withAdjustments(context, [], adjustments, false).map(({ chapter }) => chapter),
      ...basisChapters(context, id),
    ],
    lines: [...own.flatMap(({ lines }) => lines), ...adjustmentRows(context, adjustments, false)],
  };
}

function moneyChapters(context: RunContext, id: string): Chapter[] {
  const rows = payoutRows(context).filter(({ recipientId }) => recipientId === id);
  const totals = lineTotals(context, id, {
    accept: ({ cell }) => cell('recipient_id') === id,
    namesPersons: false,
  });
  for (const { group, linesNok, line } of rows) {
    if (totals.sumOf(group) === linesNok) continue;
    const difference = `payouts.csv:${line} ${group} ${linesNok} / ${totals.sumOf(group)}`;
    throw new NorsktilskuddError('verification', 'EXPLAIN_LINE_DIFFERS', { line: 0, difference });
  }
  const steps = rows.flatMap((row) => payoutSteps(context, row, `${id}/payout/${row.group}`));
  const none = steps.length === 0 ? [step(`${id}/payout/none`, 'NO_PAYOUTS')] : steps;
  const netting: Section = { id: `${id}/payout`, title: 'SECTION_BY_GROUP', steps: none };
  return [
    { id: `${id}/payouts`, title: step(`${id}/payouts`, 'CHAPTER_PAYOUTS'), sections: [netting] },
    { id: `${id}/lines`, title: step(`${id}/lines`, 'CHAPTER_LINES'), sections: totals.sections },
  ];
}

/** Components without persons, each counted again from the register. */
function kommuneChapters(
  context: RunContext,
  code: number,
): { readonly chapter: Chapter; readonly lines: readonly ExplainedLine[] }[] {
  const leaves = orChanged(context.folder, () => kommuneLeaves(context));
  return leaves
    .filter(({ trace }) => trace.records[0]?.parts.some(({ recipient }) => recipient === code))
    .map(({ leaf }) => tellKommune(kommuneMaterial(context, leaf, leaves)));
}

function basisChapters(context: RunContext, id: string): Chapter[] {
  const chapter = (name: 'CHAPTER_BASIS' | 'CHAPTER_FINDINGS', section: Section): Chapter[] => {
    const sections = sectionsOf(section);
    return sections.length === 0 ? [] : [{ id: `${id}/${name}`, title: step(`${id}/${name}`, name), sections }];
  };
  return [
    ...chapter('CHAPTER_BASIS', sizingSection(context, id)),
    ...chapter('CHAPTER_FINDINGS', findingSection(context, id, id)),
  ];
}

function sizingSection(context: RunContext, id: string): Section {
  const rows = sizingRows(context, id);
  if (rows.length === 0) return { id: `${id}/sizing`, title: 'SECTION_SIZING', steps: [] };
  return {
    id: `${id}/sizing`,
    title: 'SECTION_SIZING',
    steps: [],
    table: {
      columns: [
        { name: 'component', align: 'left' },
        { name: 'year_number', align: 'left' },
        { name: 'rate_class', align: 'left' },
        { name: 'persons', align: 'right' },
        { name: 'days', align: 'right' },
        { name: 'annual_amount_nok', align: 'right' },
      ],
      rows,
    },
  };
}

/** Rows of sizing.csv of a recipient: of fewer persons than may be reported they stand together, per component. */
function sizingRows(context: RunContext, id: string): (string | number)[][] {
  const records = csvRecords(context.sealedText('sizing.csv')).filter(({ cell }) => cell('recipient_id') === id);
  const components = [...new Set(records.map(({ cell }) => cell('component')))];
  return components.flatMap((component) => {
    const own = records
      .filter(({ cell }) => cell('component') === component)
      .map(({ cell, line }) => ({
        words: [cell('year_number'), cell('rate_class')],
        figures: ['persons', 'days', 'annual_amount'].map((column) => Number(cell(column))),
        // A person stands in one row of a component at most.
        persons: new Set(personsOfRow(line, isCountedName(component) ? 0 : Number(cell('persons')))),
      }));
    const { alone, together } = reportedGroups(own);
    const rows = alone.map(({ words, figures }) => [component, ...words, ...figures]);
    const sums = [0, 1, 2].map((place) => together.reduce((sum, { figures }) => sum + (figures[place] ?? 0), 0));
    return together.length === 0 ? rows : [...rows, [component, 'various', 'various', ...sums]];
  });
}

function personsOfRow(line: number, count: number): string[] {
  return Array.from({ length: Math.min(count, 2 * FEWEST_PERSONS) }, (_, number) => `${line}/${number}`);
}
