import {
  type Component,
  isCounted,
  isPerDecision,
  nettingGroupOf,
  parseComponent,
  paysHours,
  traitsOf,
} from '../../domain';
import type { TextKey } from '../../messages';
import type { Stratum } from '../verifier/sample-results';

const ASYLUM: readonly TextKey[] = ['checklist.asylum_seeker', 'checklist.asylum_centres', 'checklist.birth'];

/** What is looked up for a grant: that which its rule reads. */
function registeredFacts(component: Component): readonly TextKey[] {
  if (isCounted(component)) return ['checklist.count'];
  if (paysHours(component)) return ['checklist.hours'];
  if (isPerDecision(component)) return ['checklist.decisions_43g'];
  // Grants of the asylum group are for asylum seekers, who have no decision on training.
  if (nettingGroupOf(component) === 'asylum') return ASYLUM;
  const isClassed = traitsOf(component).rateClasses.includes('low');
  return [
    'checklist.category',
    'checklist.decision',
    'checklist.places',
    isClassed ? 'checklist.birth_and_country' : 'checklist.birth',
  ];
}

/** Questions that a controller answers for an item of a component. */
export function checklistOf(stratum: Stratum, name: string): readonly TextKey[] {
  const component = parseComponent(name);
  return [
    `checklist.stratum_${stratum}`,
    ...(component === undefined ? [] : registeredFacts(component)),
    'checklist.last',
  ];
}
