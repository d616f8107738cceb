import type { Chapter, ExplainedLine, Step } from '../../../report/explanation/explanation';
import { nettingSection } from '../amount/netting-section';
import { type ChapterInput, chapterInput } from '../register/chapter-input';
import { type Subject, subjectOf } from '../register/subject';
import { PayoutLineFile } from '../run/payout-line-file';
import { sectionsOf, step } from '../steps/step';
import type { ToldChapter } from '../steps/told-chapter';
import { absentChapters, lastKnownProtection } from './absent-chapters';
import { emptyChapters } from './empty-chapters';
import { explainedLines } from './explained-lines';
import { personChapter } from './person-chapter';
import type { PersonMaterial } from './person-material';
import { linesOfReplay } from './replay-person';

/** Everything that there is to tell about a person. */
export interface ToldPerson {
  readonly head: readonly Step[];
  readonly chapters: readonly ToldChapter[];
  readonly lines: readonly ExplainedLine[];
  /** Place of a line's recipient as text. */
  placeOf(line: ExplainedLine): string;
}

/**
 * Tells a person's grant years and components, also those that give nothing.
 *
 * @param whyNot also what it would have taken where nothing is given, found by running the rule
 */
export function tellPerson(material: PersonMaterial, whyNot = false): ToldPerson {
  const { context, replay } = material;
  const subject = replay.place ? subjectOf(context, replay.place) : undefined;
  const isProtected = subject?.isProtected ?? lastKnownProtection(material);
  const file = new PayoutLineFile(context.folder);
  try {
    const explained = explainedLines(file, material, linesOfReplay(replay.lines), isProtected);
    const chapters =
      subject && replay.computed
        ? presentChapters(material, subject, explained.lines, whyNot)
        : absentChapters(material, isProtected);
    return { head: personSteps(material, isProtected), chapters, ...explained };
  } finally {
    file.close();
  }
}

function presentChapters(
  material: PersonMaterial,
  subject: Subject,
  lines: readonly ExplainedLine[],
  whyNot: boolean,
): ToldChapter[] {
  const { replay, posted } = material;
  const records = replay.trace?.kind === 'person' ? replay.trace.records : [];
  const told = records.map((record): ToldChapter => {
    const input = chapterInput(subject, record, posted);
    const chapter = whyNot ? withChanges(input) : personChapter(input);
    return { grantYear: record.grantYear, component: input.component, chapter: withNetting(input, chapter, lines) };
  });
  const known = new Set(told.map(({ grantYear, component }) => `${grantYear}/${component}`));
  return [...told, ...emptyChapters(subject, known)];
}

function withChanges(input: ChapterInput): Chapter {
  const chapter = personChapter(input);
  return { ...chapter, sections: [...chapter.sections, ...sectionsOf(changes().changesSection(input))] };
}

/** Loaded when it is asked for: it runs the rules on trial. */
function changes(): typeof import('../why-not/changes-section') {
  return require('../why-not/changes-section');
}

/** Netting stands after the lines, before the assumptions. */
function withNetting(input: ChapterInput, chapter: Chapter, lines: readonly ExplainedLine[]): Chapter {
  const mine = lines.filter((line) => line.grant_year === input.record.grantYear && line.component === input.component);
  const netting = sectionsOf(nettingSection(input.subject.context, input.id, input.component, mine));
  const last = chapter.sections.findIndex(({ title }) => title === 'SECTION_ASSUMPTIONS');
  const cut = last < 0 ? chapter.sections.length : last;
  return { ...chapter, sections: [...chapter.sections.slice(0, cut), ...netting, ...chapter.sections.slice(cut)] };
}

function personSteps({ leaf, merged, context, replay }: PersonMaterial, isProtected: boolean): Step[] {
  const { manifest } = context;
  const absent = replay.trace?.kind === 'absentPerson' || !replay.computed;
  const rejected = replay.held.some(({ reason }) => reason === 'rejected_row');
  return [
    ...(leaf >= 0 ? [step('checked', 'HEAD_CHECKED')] : []),
    ...(context.ruleLockSha256 === manifest.identity.rule_lock_sha256 ? [] : [step('rules', 'HEAD_RULES_CHANGED')]),
    ...(merged ? [step('merged', 'HEAD_MERGED')] : []),
    ...(isProtected ? [step('protected', 'HEAD_PROTECTED')] : []),
    ...(absent ? [step('absent', rejected ? 'HEAD_REJECTED' : 'HEAD_ABSENT')] : []),
  ];
}
