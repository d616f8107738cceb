import { moduleFor } from '../../../rules';
import { PayoutLineFile } from '../../audit';
import { COUNT_COMPONENT, type Component, isCounted } from '../../domain';
import type { Chapter, ExplainedLine, Section, Source, Step } from '../../report';
import type { PersonTraceRecord } from '../../trace';
import { adjustmentRows, adjustmentsOf, placeOfAdjustment, withAdjustments } from '../amount/adjustments';
import { nettingSection } from '../amount/netting-section';
import { caseSection } from '../conditions/case-section';
import { noCandidates } from '../conditions/no-candidates';
import { type ChapterInput, chapterInput } from '../register/chapter-input';
import { seenIn } from '../register/pinned-subject';
import { type Subject, subjectOf } from '../register/subject';
import { idsOfPerson, linesOfReplay } from '../run/replay-person';
import type { RunContext } from '../run/run-context';
import type { ComponentChapter } from '../steps/component-chapter';
import { extractCell } from '../steps/sources';
import { sectionsOf, step } from '../steps/step';
import { changesSection } from '../why-not/changes-section';
import { absentChapters, lastKnownProtection } from './absent-chapters';
import { explainedLines } from './explained-lines';
import { personChapter } from './person-chapter';
import type { PersonMaterial } from './person-material';
import { isRare, protectedChapters } from './protected-chapters';

/** Everything that there is to tell about a person. */
export interface ReportedPerson {
  readonly head: readonly Step[];
  readonly chapters: readonly ComponentChapter[];
  readonly lines: readonly ExplainedLine[];
  /** Neither places nor the person's own figures are reported, so the lines are not handed out. */
  readonly isProtected: boolean;
  /** Place of a line's recipient as text. */
  placeOf(line: ExplainedLine): string;
}

/**
 * Tells a person's grant years and components, also those that give nothing.
 *
 * @param whyNot also what it would have taken where nothing is given, found by running the rule
 */
export function tellPerson(material: PersonMaterial, whyNot = false): ReportedPerson {
  const { context, replay } = material;
  const subject = replay.place ? subjectOf(context, replay.place) : undefined;
  const isProtected = subject?.isProtected ?? lastKnownProtection(material);
  const file = new PayoutLineFile(context.folder);
  try {
    const explained = explainedLines(file, material, linesOfReplay(replay.lines), isProtected);
    const adjustments = adjustmentsOf(context).filter(({ act }) => act.personId === replay.personId);
    const ofRegister =
      subject && replay.computed
        ? presentChapters(material, subject, explained.lines, whyNot)
        : absentChapters(material, isProtected, explained.lines);
    const head = personSteps(material, isProtected);
    const chapters = withAdjustments(context, ofRegister, adjustments, isProtected);
    if (!isProtected) {
      const lines = [...explained.lines, ...adjustmentRows(context, adjustments, isProtected)];
      const placeOf = (line: ExplainedLine): string =>
        line.reason === 'adjustment' ? placeOfAdjustment(context, line) : explained.placeOf(line);
      return { head, chapters, isProtected, placeOf, lines };
    }
    return isRare(context, personRecords(material))
      ? { head: [...head, step('rare', 'HEAD_PROTECTED_RARE')], chapters: [], isProtected, ...explained }
      : { head, chapters: protectedChapters(chapters), isProtected, ...explained };
  } finally {
    file.close();
  }
}

function presentChapters(
  material: PersonMaterial,
  subject: Subject,
  lines: readonly ExplainedLine[],
  whyNot: boolean,
): ComponentChapter[] {
  const { posted } = material;
  const records = personRecords(material);
  const reported = records.map((record): ComponentChapter => {
    const input = chapterInput(subject, record, posted);
    const wouldTake = whyNot ? [changesSection(input)] : [];
    const chapter = beforeAssumptions(personChapter(input), ...wouldTake, nettingOf(input, lines));
    return { grantYear: record.grantYear, component: input.component, chapter };
  });
  const known = new Set(reported.map(({ grantYear, component }) => `${grantYear}/${component}`));
  return [...reported, ...emptyChapters(subject, known)];
}

/** Records of a person's leaf; of somebody who is not in the extract those that a case corrects. */
function personRecords({ replay: { trace } }: PersonMaterial): readonly PersonTraceRecord[] {
  return trace?.kind === 'person' || trace?.kind === 'absentPerson' ? trace.records : [];
}

function nettingOf({ subject, record, component, id }: ChapterInput, lines: readonly ExplainedLine[]): Section {
  const mine = lines.filter((line) => line.grant_year === record.grantYear && line.component === component);
  return nettingSection(subject.context, id, component, mine);
}

/** Assumptions stand last; sections with nothing to tell are left out. */
function beforeAssumptions(chapter: Chapter, ...more: readonly Section[]): Chapter {
  const last = chapter.sections.findIndex(({ title }) => title === 'SECTION_ASSUMPTIONS');
  const cut = last < 0 ? chapter.sections.length : last;
  const sections = [...chapter.sections.slice(0, cut), ...sectionsOf(...more), ...chapter.sections.slice(cut)];
  return { ...chapter, sections };
}

function personSteps({ leaf, merged, context, replay }: PersonMaterial, isProtected: boolean): Step[] {
  const { manifest } = context;
  const formerIds = idsOfPerson(context, replay.personId).length - 1;
  const absent = replay.trace?.kind === 'absentPerson' || !replay.computed;
  const isCorrected = absent && replay.lines.length > 0;
  const rejected = rejectedRowSteps(context, replay.personId);
  return [
    ...(leaf >= 0 ? [step('checked', 'HEAD_CHECKED')] : []),
    ...(context.ruleLockSha256 === manifest.identity.rule_lock_sha256 ? [] : [step('rules', 'HEAD_RULES_CHANGED')]),
    ...(merged ? [step('merged', 'HEAD_MERGED')] : []),
    ...(formerIds > 0
      ? [step('ids', 'HEAD_FORMER_IDS', { formerIds }, [extractCell(context.snapshot, 'person_ids', 0)])]
      : []),
    ...(isProtected ? [step('protected', 'HEAD_PROTECTED')] : []),
    ...(absent && rejected.length === 0 ? [step('absent', isCorrected ? 'HEAD_ABSENT_CORRECTED' : 'HEAD_ABSENT')] : []),
    ...(rejected.length > 0
      ? [{ ...step('absent', absent && !isCorrected ? 'HEAD_REJECTED' : 'HEAD_REJECTED_BESIDE'), steps: rejected }]
      : []),
  ];
}

/** Rows of a person, under any of the ids, that could not be read: the place of each fault and the rule that it breaks. */
function rejectedRowSteps(context: RunContext, personId: number): Step[] {
  const { snapshot } = context;
  if (snapshot.meta.rejects === 0) return [];
  const ids = idsOfPerson(context, personId);
  return Array.from(snapshot.rejects())
    .filter((reject) => ids.includes(reject.personId))
    .map(({ file, line, column, rule }) => {
      const source: Source = { kind: 'extract', file, line, column };
      const code = column === '' ? 'REJECTED_ROW' : 'REJECTED_CELL';
      return step(`rejected/${file}/${line}/${column}`, code, { column, rule }, [source]);
    });
}

/** Components of the run for which the register has no row of the person to try. */
function emptyChapters(subject: Subject, known: ReadonlySet<string>): ComponentChapter[] {
  return computedFor(subject)
    .filter(({ grantYear, component }) => !known.has(`${grantYear}/${component}`))
    .flatMap(({ grantYear, component }) => {
      const module = moduleFor(component, grantYear);
      const rows = module?.rows;
      if (module === undefined || rows === undefined) return [];
      const id = `${grantYear}/${component}`;
      const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year: grantYear });
      const pinned = seenIn(subject, grantYear);
      const sections = sectionsOf(caseSection({ registered: subject, grantYear, module, id }), {
        id: `${id}/row`,
        title: 'SECTION_WHY_NOT',
        steps: [noCandidates(pinned, rows, id)],
      });
      return [{ grantYear, component, chapter: { id, title, sections } }];
    });
}

/** What the run computes for persons, the count for grunntilskudd included; that of the year before concerns kommuner alone. */
function computedFor({ context }: Subject): { grantYear: number; component: Component }[] {
  const { manifest, request } = context;
  const computed = manifest.modules
    .map((row) => ({ grantYear: row.grant_year, component: row.component }))
    .filter(({ grantYear, component }) => grantYear === request.grantYear || !isCounted(component));
  const counts = moduleFor(COUNT_COMPONENT, request.grantYear) && !request.excluded.some(isCounted);
  const listed = computed.some(({ component }) => isCounted(component));
  const count = { grantYear: request.grantYear, component: COUNT_COMPONENT };
  return [...computed, ...(counts && !listed ? [count] : [])];
}
