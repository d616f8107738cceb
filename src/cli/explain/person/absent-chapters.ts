import { moduleFor } from '../../../../rules';
import { dayOf, f64, HELD_REASONS } from '../../../domain';
import type { CountedPosting } from '../../../ledger';
import type { Source, Step } from '../../../report/explanation/explanation';
import { placeText, subjectOf } from '../register/subject';
import { sectionsOf, step } from '../steps/step';
import type { ToldChapter } from '../steps/told-chapter';
import type { PersonMaterial } from './person-material';

const WITHHELD: readonly string[] = HELD_REASONS.filter(
  (reason) => reason === 'missing_from_extract' || reason === 'rejected_row',
);

/** Somebody withheld: per grant year and component what is posted and stands. */
export function absentChapters(material: PersonMaterial, isProtected: boolean): ToldChapter[] {
  const { replay, posted } = material;
  return replay.held
    .filter(({ reason }) => WITHHELD.includes(reason))
    .map(({ grantYear, component, heldAmountNok }) => {
      const id = `${grantYear}/${component}`;
      const params = { componentWord: component, year: grantYear, postedNok: -(heldAmountNok ?? 0) };
      const mine = posted.filter((each) => each.grantYear === grantYear && each.component === component);
      const module = moduleFor(component, grantYear)?.id ?? component;
      const rule: Source = { kind: 'rule', module, paragraph: 'rulebook 9' };
      const sections = sectionsOf(
        {
          id: `${id}/posted`,
          title: 'SECTION_POSTED',
          steps: mine.map((each) => postingStep(material, each, isProtected)),
        },
        { id: `${id}/held`, title: 'SECTION_HELD', steps: [step(`${id}/held`, 'HELD_WITHHELD', params, [rule])] },
      );
      const title = step(id, 'TITLE_CHAPTER', params);
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

/**
 * Whether a person who is not in the extract was protected when something was posted last. Nobody knows about those of
 * whom no extract is left: they count as protected.
 */
export function lastKnownProtection({ context, posted, replay }: PersonMaterial): boolean {
  for (const { snapshot: id } of posted.toReversed()) {
    const snapshot = context.snapshotOf(id);
    const place = snapshot?.blockOf(replay.personId);
    if (!snapshot || !place || f64(place.block.personIds, place.index) === 0) continue;
    return subjectOf({ ...context, snapshot }, place).isProtected;
  }
  return true;
}
