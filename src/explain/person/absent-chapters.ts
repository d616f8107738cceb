import { moduleFor } from '../../../rules';
import { assert, at, COMPONENTS, HELD_REASONS, lastDayOfYear } from '../../domain';
import { actsOfRun, contextOf, WithheldActs } from '../../engine';
import type { CountedPosting } from '../../ledger';
import type { ExplainedLine, Source, Step } from '../../report';
import type { PersonTraceRecord } from '../../trace';
import { heldSection } from '../amount/held-section';
import { lineSection, postedSection, type SettlementInput } from '../amount/line-section';
import { nettingSection } from '../amount/netting-section';
import { placeText } from '../register/subject';
import { idsOfPerson } from '../run/replay-person';
import type { ComponentChapter } from '../steps/component-chapter';
import { sectionsOf, step } from '../steps/step';
import type { PersonMaterial } from './person-material';

const WITHHELD: readonly string[] = HELD_REASONS.filter(
  (reason) => reason === 'missing_from_extract' || reason === 'rejected_row',
);

/** Somebody withheld: per grant year and component what is posted and stands, or what a case corrects. */
export function absentChapters(
  material: PersonMaterial,
  isProtected: boolean,
  lines: readonly ExplainedLine[],
): ComponentChapter[] {
  const { replay, posted } = material;
  if (replay.trace?.kind === 'absentPerson' && replay.trace.records.length > 0) {
    return replay.trace.records.map((record) => correctedChapter(material, record, isProtected, lines));
  }
  return replay.held
    .filter(({ reason }) => WITHHELD.includes(reason))
    .map(({ grantYear, component, heldAmountNok }) => {
      const id = `${grantYear}/${component}`;
      const params = { componentWord: component, year: grantYear, postedNok: -(heldAmountNok ?? 0) };
      const mine = posted.filter((each) => each.grantYear === grantYear && each.component === component);
      const module = moduleFor(component, grantYear)?.id ?? component;
      const rule: Source = { kind: 'rule', module, paragraph: 'rulebook 9' };
      const words = { componentWord: component, year: grantYear };
      const heldStep = isProtected
        ? step(`${id}/held`, 'HELD_WITHHELD_PROTECTED', words, [rule])
        : step(`${id}/held`, 'HELD_WITHHELD', params, [rule]);
      const sections = sectionsOf(
        {
          id: `${id}/posted`,
          title: 'SECTION_POSTED',
          steps: mine.map((each) => postingStep(material, each, isProtected)),
        },
        { id: `${id}/held`, title: 'SECTION_HELD', steps: [heldStep, ...caseSteps(material, id)] },
      );
      const title = step(id, 'TITLE_CHAPTER', words);
      return { grantYear, component, chapter: { id, title, sections } };
    });
}

/** What is posted is corrected to nothing, since a case says so. */
function correctedChapter(
  material: PersonMaterial,
  record: PersonTraceRecord,
  isProtected: boolean,
  lines: readonly ExplainedLine[],
): ComponentChapter {
  const { context, replay, posted } = material;
  const { grantYear } = record;
  const component = at(COMPONENTS, record.component);
  const module = moduleFor(component, grantYear);
  assert(module !== undefined, `no rule of ${component} for ${grantYear}`);
  const id = `${grantYear}/${module.id}`;
  const isOf = (each: { readonly component: string }, year: number): boolean =>
    each.component === component && year === grantYear;
  const settlement: SettlementInput = {
    ...{ subject: { context, isProtected }, personId: replay.personId, record, id, module, dueStep: '' },
    year: contextOf(grantYear, context.request, context.rules),
    posted: posted.filter((each) => isOf(each, each.grantYear)),
  };
  const mine = lines.filter((line) => isOf(line, line.grant_year));
  const sections = sectionsOf(
    { id: `${id}/case`, title: 'SECTION_CASE', steps: caseSteps(material, id) },
    postedSection(settlement),
    lineSection(settlement),
    heldSection(settlement),
    nettingSection(context, id, component, mine),
  );
  const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year: grantYear });
  return { grantYear, component, chapter: { id, title, sections } };
}

/** The act of a case that says what becomes of the postings of somebody withheld. */
function caseSteps({ context, replay }: PersonMaterial, id: string): Step[] {
  const act = new WithheldActs(actsOfRun({ ...context, identities: context.snapshot.identities })).of(replay.personId);
  if (act === undefined) return [];
  const code = act.kind === 'keep' ? 'WITHHELD_KEPT' : 'WITHHELD_CORRECTED';
  return [step(`${id}/case`, code, { caseNumber: act.caseNumber, act: act.act })];
}

function postingStep({ context }: PersonMaterial, posting: CountedPosting, isProtected: boolean): Step {
  const { runId, term, line, amountNok, grantYear } = posting;
  const place = placeText({ context, isProtected }, posting.basisRecipient, lastDayOfYear(grantYear));
  const code = posting.kind === 'opening' ? 'POSTED_OPENING' : 'POSTED';
  return step(`posted/${runId}-${line}`, code, { runId, term, amountNok, place }, [
    { kind: 'posting', run: runId, line },
  ]);
}

/** Whether a person who is not in the extract is protected as far as any extract knows; if none does, yes. */
export function lastKnownProtection({ context, replay }: PersonMaterial): boolean {
  return context.protection.of(idsOfPerson(context, replay.personId)) ?? true;
}
