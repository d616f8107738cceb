import { PayoutLineFile } from '../../audit';
import {
  at,
  COMPONENTS,
  csvRecords,
  FEWEST_RECIPIENTS,
  hasYears,
  isCounted,
  parseComponent,
  RATE_CLASSES,
  STATUS,
} from '../../domain';
import type { ExplainCode } from '../../messages';
import type { Section } from '../../report';
import type { PersonTraceRecord } from '../../trace';
import type { RunContext } from '../run/run-context';
import type { ComponentChapter } from '../steps/component-chapter';
import { step } from '../steps/step';

/** Sections of a person whose days and kroner are those of the person alone. */
const OWN_FIGURES: readonly ExplainCode[] = [
  'SECTION_DUE',
  'SECTION_SPLIT',
  'SECTION_POSTED',
  'SECTION_LINES',
  'SECTION_NETTING',
];

/**
 * Chapters of a person with a protected address: conditions, the rate and causes, but neither days nor kroner of the
 * person's own, since beside the sums of a recipient they would tell where the person lives.
 */
export function protectedChapters(chapters: readonly ComponentChapter[]): ComponentChapter[] {
  return chapters.map((reported) => {
    const { chapter } = reported;
    const kept = chapter.sections.filter(({ title }) => !OWN_FIGURES.includes(title));
    if (kept.length === chapter.sections.length) return reported;
    const last = kept.findIndex(({ title }) => title === 'SECTION_ASSUMPTIONS');
    const cut = last < 0 ? kept.length : last;
    const hidden: Section = {
      id: `${chapter.id}/protected`,
      title: 'SECTION_LINES',
      steps: [step(`${chapter.id}/protected`, 'AMOUNTS_PROTECTED')],
    };
    return { ...reported, chapter: { ...chapter, sections: [...kept.slice(0, cut), hidden, ...kept.slice(cut)] } };
  });
}

/**
 * Whether what a person triggered, or had and has no longer, is of a kind that few recipients have in the run: then not even
 * that the person has it, or that a row of theirs is gone, is reported, for it stands with the recipient.
 */
export function isRare(context: RunContext, records: readonly PersonTraceRecord[]): boolean {
  return isRareGrant(context, records) || records.some((record) => isRareCorrection(context, record));
}

/** Something is taken back, and few recipients have anything taken back of that component and grant year. */
function isRareCorrection(context: RunContext, { grantYear, component, parts }: PersonTraceRecord): boolean {
  if (parts.every(({ dueNok, postedNok }) => dueNok >= postedNok)) return false;
  const recipients = new Set<string>();
  const sealed = context.manifest.files.find(({ name }) => name === 'payout_lines.csv')?.sha256;
  const file = new PayoutLineFile(context.folder);
  try {
    for (const { cell } of file.rows(sealed)) {
      const isSame = cell('component') === at(COMPONENTS, component) && Number(cell('grant_year')) === grantYear;
      if (isSame && Number(cell('amount')) < 0) recipients.add(cell('recipient_id'));
    }
  } finally {
    file.close();
  }
  return recipients.size < FEWEST_RECIPIENTS;
}

function isRareGrant(context: RunContext, records: readonly PersonTraceRecord[]): boolean {
  const triggered = records.filter(({ status, component }) => {
    return status === STATUS.triggered && !isCounted(at(COMPONENTS, component));
  });
  if (triggered.length === 0) return false;
  const recipients = recipientsByKind(context);
  return triggered.some((record) => (recipients.get(kindOf(record))?.size ?? 0) < FEWEST_RECIPIENTS);
}

function kindOf({ component, yearNumber, rateClass }: PersonTraceRecord): string {
  const name = at(COMPONENTS, component);
  const classed = rateClass > 0 ? RATE_CLASSES[rateClass - 1] : '';
  return [name, hasYears(name) ? yearNumber : '', classed].join('/');
}

function recipientsByKind(context: RunContext): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { cell } of csvRecords(context.sealedText('sizing.csv'))) {
    const component = cell('component');
    const known = parseComponent(component);
    const year = known !== undefined && hasYears(known) ? cell('year_number') : '';
    const kind = [component, year, cell('rate_class')].join('/');
    const recipients = found.get(kind) ?? new Set();
    if (cell('recipient_id') !== 'HELD') recipients.add(cell('recipient_id'));
    found.set(kind, recipients);
  }
  return found;
}
