import { NorsktilskuddError } from '../../domain';
import type { Chapter, ExplainedLine, Explanation, Step } from '../../report/explanation/explanation';
import { changesSection } from './changes-section';
import { type ChapterInput, chapterInput } from './chapter-input';
import { explainedLines } from './explained-lines';
import { runSteps } from './head-steps';
import { PayoutLineFile, type PayoutLineRow } from './payout-line-file';
import { personChapter } from './person-chapter';
import type { PersonMaterial } from './person-material';
import { linesOfReplay } from './replay-person';
import { sectionsOf, step } from './step';
import { type Subject, subjectOf } from './subject';

/**
 * Everything about a person in a run: what triggers, what does not and why, lines, held amounts.
 *
 * @param whyNot also what it would have taken where nothing is given, found by running the rule
 */
export function explainPerson(material: PersonMaterial, whyNot = false): Explanation {
  const { context, pseudonym } = material;
  const told = tellPerson(material, whyNot);
  return {
    kind: 'person',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: pseudonym,
    title: step('title', 'TITLE_PERSON', { person: pseudonym, runId: context.batch.runId }),
    head: [...runSteps(context), ...told.head],
    chapters: told.chapters.map(({ chapter }) => chapter),
    lines: told.lines,
  };
}

/** One line: the chapter of its grant year and component. */
export function explainLine(material: PersonMaterial, row: PayoutLineRow): Explanation {
  const { context, pseudonym } = material;
  const told = tellPerson(material);
  const lineId = row.cell('line_id');
  const line = told.lines.find((each) => each.line_id === lineId);
  if (!line) {
    const params = { line: row.ordinal, difference: `${row.cell('amount')} / -` };
    throw new NorsktilskuddError('verification', 'EXPLAIN_LINE_DIFFERS', params);
  }
  const chapters = told.chapters.filter(
    ({ grantYear, component }) => grantYear === line.grant_year && component === line.component,
  );
  const place = told.placeOf(line);
  return {
    kind: 'line',
    mark: context.manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: context.batch.runId,
    subject: lineId,
    title: step('title', 'TITLE_LINE', { lineId, amountNok: line.amount, place }),
    head: [...runSteps(context), step('person', 'HEAD_PERSON', { person: pseudonym }), ...told.head],
    chapters: chapters.map(({ chapter }) => chapter),
    lines: told.lines.filter((each) => each.grant_year === line.grant_year && each.component === line.component),
  };
}

interface ToldPerson {
  readonly head: readonly Step[];
  readonly chapters: readonly {
    readonly grantYear: number;
    readonly component: string;
    readonly chapter: Chapter;
  }[];
  readonly lines: readonly ExplainedLine[];
  /** Place of a line's recipient as text. */
  placeOf(line: ExplainedLine): string;
}

function tellPerson(material: PersonMaterial, whyNot = false): ToldPerson {
  const { context, replay, posted } = material;
  const subject = replay.place ? subjectOf(context, replay.place) : undefined;
  const records = replay.trace?.kind === 'person' ? replay.trace.records : [];
  const chapters = subject
    ? records.map((record) => {
        const input = chapterInput(subject, record, posted);
        return {
          grantYear: record.grantYear,
          component: input.component,
          chapter: whyNot ? withChanges(input) : personChapter(input),
        };
      })
    : [];
  const file = new PayoutLineFile(context.folder);
  try {
    const explained = explainedLines(file, material, linesOfReplay(replay.lines), subject);
    return { head: personSteps(material, subject), chapters, ...explained };
  } finally {
    file.close();
  }
}

function withChanges(input: ChapterInput): Chapter {
  const chapter = personChapter(input);
  return { ...chapter, sections: [...chapter.sections, ...sectionsOf(changesSection(input))] };
}

function personSteps(material: PersonMaterial, subject: Subject | undefined): Step[] {
  return [
    ...(material.leaf >= 0 ? [step('checked', 'HEAD_CHECKED')] : []),
    ...(material.merged ? [step('merged', 'HEAD_MERGED')] : []),
    ...(subject?.isProtected ? [step('protected', 'HEAD_PROTECTED')] : []),
  ];
}
