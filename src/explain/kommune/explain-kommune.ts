import { PayoutLineFile, type PayoutLineRow } from '../../audit';
import { asRecipientCode, formatRecipientCode, HELD, NorsktilskuddError } from '../../domain';
import { cutOffDate } from '../../engine';
import type { Chapter, ExplainedLine, Explanation } from '../../report';
import { nettingSection } from '../amount/netting-section';
import { placeName } from '../register/subject';
import { protectionSteps } from '../steps/head-steps';
import { sectionsOf, step } from '../steps/step';
import { summarySteps } from '../steps/summary-steps';
import { kommuneChapter } from './kommune-chapter';
import type { KommuneMaterial } from './kommune-material';

/** One line of grunntilskudd or of the hour grant. */
export function explainKommuneLine(material: KommuneMaterial, row: PayoutLineRow): Explanation {
  const { context } = material;
  const { chapter, lines } = tellKommune(material);
  const lineId = row.cell('line_id');
  const line = lines.find((each) => each.line_id === lineId);
  if (!line) throw differs(row, `${row.cell('amount')} / -`);
  const { grantYear, term } = context.request;
  const [part] = material.record.parts;
  const place = placeName(context.rules, part?.recipient ?? material.kommune, cutOffDate(grantYear, term));
  return {
    kind: 'line',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: lineId,
    title: step('title', 'TITLE_LINE', { lineId, amountNok: line.amount, place }),
    head: [...summarySteps(context, line, place), ...protectionSteps(context), step('checked', 'HEAD_CHECKED_KOMMUNE')],
    chapters: [chapter],
    lines,
  };
}

/** Chapter and lines of a kommune's component. */
export function tellKommune(material: KommuneMaterial): {
  readonly chapter: Chapter;
  readonly lines: readonly ExplainedLine[];
} {
  const chapter = kommuneChapter(material);
  const lines = kommuneLines(material);
  const netting = sectionsOf(nettingSection(material.context, chapter.id, material.component, lines));
  const last = chapter.sections.findIndex(({ title }) => title === 'SECTION_ASSUMPTIONS');
  const sections = [...chapter.sections.slice(0, last), ...netting, ...chapter.sections.slice(last)];
  return { chapter: { ...chapter, sections }, lines };
}

/** The kommune's rows of payout_lines.csv, each held to the trace. */
function kommuneLines({ context, component, record, leaf }: KommuneMaterial): ExplainedLine[] {
  const file = new PayoutLineFile(context.folder);
  try {
    const all = file.rowsOf(record.grantYear, component, '');
    const rows = all.filter(({ cell }) => cell('reason') !== 'adjustment');
    return record.parts.flatMap((part): ExplainedLine[] => {
      const amount = part.dueNok - part.postedNok;
      const basis = formatRecipientCode(asRecipientCode(part.basisRecipient));
      const row = rows.find(({ cell }) => cell('basis_recipient_id') === basis);
      const expected = part.held === HELD.none && amount !== 0;
      if (!expected && !row) return [];
      if (!row || !expected) throw differs(row, `${row?.cell('amount') ?? '-'} / ${amount}`);
      if (row.cell('amount') !== String(amount) || row.cell('trace_id') !== `${leaf}.0`) {
        throw differs(row, `${row.cell('amount')} / ${amount}`);
      }
      return [
        {
          line_id: row.cell('line_id'),
          grant_year: record.grantYear,
          component,
          code: row.cell('code'),
          recipient_id: formatRecipientCode(asRecipientCode(part.recipient)),
          basis_recipient_id: basis,
          cumulative_due: part.dueNok,
          previously_posted: part.postedNok,
          amount,
          reason: row.cell('reason'),
        },
      ];
    });
  } finally {
    file.close();
  }
}

function differs(row: PayoutLineRow | undefined, difference: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'EXPLAIN_LINE_DIFFERS', { line: row?.ordinal ?? 0, difference });
}
