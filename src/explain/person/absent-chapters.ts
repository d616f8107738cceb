import { moduleFor } from '../../../rules';
import { dayOf, HELD_REASONS } from '../../domain';
import type { CountedPosting } from '../../ledger';
import type { Source, Step } from '../../report';
import { placeText } from '../register/subject';
import { idsOfPerson } from '../run/replay-person';
import type { ComponentChapter } from '../steps/component-chapter';
import { sectionsOf, step } from '../steps/step';
import type { PersonMaterial } from './person-material';

const WITHHELD: readonly string[] = HELD_REASONS.filter(
  (reason) => reason === 'missing_from_extract' || reason === 'rejected_row',
);

/** Somebody withheld: per grant year and component what is posted and stands. */
export function absentChapters(material: PersonMaterial, isProtected: boolean): ComponentChapter[] {
  const { replay, posted } = material;
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
        { id: `${id}/held`, title: 'SECTION_HELD', steps: [heldStep] },
      );
      const title = step(id, 'TITLE_CHAPTER', words);
      return { grantYear, component, chapter: { id, title, sections } };
    });
}

function postingStep({ context }: PersonMaterial, posting: CountedPosting, isProtected: boolean): Step {
  const { runId, term, line, amountNok, grantYear } = posting;
  const place = placeText({ context, isProtected }, posting.basisRecipient, dayOf(grantYear, 12, 31));
  const code = posting.kind === 'opening' ? 'POSTED_OPENING' : 'POSTED';
  return step(`posted/${runId}-${line}`, code, { runId, term, amountNok, place }, [
    { kind: 'posting', run: runId, line },
  ]);
}

/** Whether a person who is not in the extract is protected as far as any extract knows; if none does, yes. */
export function lastKnownProtection({ context, replay }: PersonMaterial): boolean {
  return context.protection.of(idsOfPerson(context, replay.personId)) ?? true;
}
