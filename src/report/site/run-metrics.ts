import { formatKroner, formatWhole } from '../../domain';
import type { Recipient } from '../model/recipient';
import { classed, type MapPlan, type Metric } from './map-classes';
import { hundredthsText, type Place, say, word } from './place';

interface Plan extends MapPlan<Recipient> {
  /** Kroner of the whole year. */
  readonly isYear?: boolean;
}

/** Every way in which the map of a run can be coloured. */
export function runMetrics(place: Place): Metric[] {
  const { recipients, fewestPersons } = place.model;
  const plans: Plan[] = [
    ...componentPlans(place),
    {
      name: 'annual',
      isYear: true,
      title: say(place, 'report.annual'),
      of: ({ annualNok }) => annualNok,
      text: formatKroner,
    },
    { name: 'lines', title: say(place, 'report.lines'), of: ({ linesNok }) => linesNok, text: formatKroner },
    {
      name: 'change',
      title: say(place, 'report.change'),
      isChange: true,
      of: ({ linesNok, lastNok }) => (linesNok === undefined || lastNok === undefined ? undefined : linesNok - lastNok),
      text: (value) => (value > 0 ? `+${formatKroner(value)}` : formatKroner(value)),
    },
    { name: 'persons', title: say(place, 'report.persons_programme'), of: ({ persons }) => persons, text: formatWhole },
    {
      name: 'hours',
      title: say(place, 'report.hours_each'),
      of: ({ hours }) => (hours === undefined ? null : hours.averageHundredths),
      text: (value) => hundredthsText(place, value),
    },
  ];
  const wanted = place.model.runs.length > 1 ? plans : plans.filter(({ isChange }) => isChange !== true);
  // First what most is shown of: where few persons are, hardly any sum over all grants is.
  return byShown(place, wanted).map((plan) => classed(place, recipients, plan, fewestPersons));
}

/** So many grants can be chosen by themselves: the largest. */
const COMPONENTS_SHOWN = 2;

function componentPlans(place: Place): Plan[] {
  const sums = new Map<string, number>();
  for (const { components } of place.model.recipients) {
    for (const { component, annualNok = 0 } of components) sums.set(component, (sums.get(component) ?? 0) + annualNok);
  }
  return [...sums]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, COMPONENTS_SHOWN)
    .map(([component]) => ({
      name: component,
      isYear: true,
      title: say(place, 'report.map.annual_of', { component: word(place, component) }),
      of: ({ components }) => {
        const own = components.find((each) => each.component === component);
        return own === undefined ? null : own.annualNok;
      },
      text: formatKroner,
    }));
}

/** The year's amount first, unless that of one grant is shown of more than twice as many recipients. */
function byShown(place: Place, plans: readonly Plan[]): Plan[] {
  const shown = ({ of }: Plan): number =>
    place.model.recipients.filter((recipient) => (of(recipient) ?? 0) !== 0).length;
  const year = plans.filter(({ name }) => name === 'annual');
  const ofMoney = plans.filter((plan) => plan.isYear === true);
  const best = ofMoney.toSorted((one, other) => shown(other) - shown(one)).slice(0, 1);
  const first = year.every((plan) => best.every((other) => shown(other) <= 2 * shown(plan))) ? year : best;
  return [...new Set([...first, ...year, ...plans])];
}
