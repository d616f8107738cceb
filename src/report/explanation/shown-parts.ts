import type { Chapter, Explanation, Section, Step, Table } from './explanation';

/** Sentences whose figures stand in the table of sums. */
const IN_TABLE: ReadonlySet<string> = new Set(['LINE', 'LINE_FROM_ZERO', 'POSTED_NONE']);

/** The sums of the lines as one table, for people; undefined where there is none to show. */
export function sumTable({ kind, lines }: Explanation): Table | undefined {
  if ((kind !== 'line' && kind !== 'person') || lines.length === 0) return undefined;
  const isPerson = kind === 'person';
  return {
    columns: [
      ...(isPerson
        ? ([
            { name: 'grant_year', align: 'left' },
            { name: 'component', align: 'left' },
          ] as const)
        : []),
      { name: 'recipient', align: 'left' },
      { name: 'due_nok', align: 'right' },
      { name: 'posted_before_nok', align: 'right' },
      { name: 'this_term_nok', align: 'right' },
      { name: 'reason', align: 'left' },
    ],
    rows: lines.map((line) => [
      ...(isPerson ? [String(line.grant_year), line.component] : []),
      line.recipient_id,
      line.cumulative_due,
      line.previously_posted,
      line.amount,
      line.reason,
    ]),
  };
}

/** Chapters as people read them: what the table of sums says is not said again. */
export function shownChapters(explanation: Explanation): Chapter[] {
  if (sumTable(explanation) === undefined) return [...explanation.chapters];
  return explanation.chapters.map((chapter) => ({ ...chapter, sections: chapter.sections.flatMap(shownSection) }));
}

function shownSection(section: Section): Section[] {
  const steps = section.steps.filter((step: Step) => !IN_TABLE.has(step.code));
  return steps.length === 0 && section.steps.length > 0 && section.table === undefined ? [] : [{ ...section, steps }];
}
