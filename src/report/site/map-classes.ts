import { formatKroner, formatWhole } from '../../domain';
import type { Recipient, Shown } from './model';
import { hundredthsText, type Place, say, word } from './place';

/** What the map is coloured by: a class and a text for each kommune, and what the classes mean. */
export interface Metric {
  readonly name: string;
  readonly title: string;
  readonly classes: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly legend: readonly (readonly [style: string, text: string])[];
}

interface Plan {
  readonly name: string;
  readonly title: string;
  readonly isChange?: boolean;
  /** Kroner of the whole year. */
  readonly isYear?: boolean;
  of(recipient: Recipient): Shown | null;
  text(value: number): string;
}

/** Every way in which the map can be coloured. */
export function classedMetrics(place: Place): Metric[] {
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
  return byShown(place, wanted).map((plan) => classed(place, plan));
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

function classed(place: Place, plan: Plan): Metric {
  const { recipients } = place.model;
  const values = recipients.flatMap((recipient) => plan.of(recipient) ?? []).filter((value) => value !== 0);
  const bounds = plan.isChange ? changeBounds(values) : quintiles(values);
  const styleOf = (value: Shown | null): string => {
    if (value === undefined) return 'secret';
    if (value === null || value === 0) return 'none';
    const step = bounds.filter((bound) => value >= bound).length;
    return `${plan.isChange ? 'c' : 'q'}${step}`;
  };
  const textOf = (value: Shown | null): string =>
    value === undefined ? say(place, 'report.hidden') : value === null ? '–' : plan.text(value);
  const legend: (readonly [string, string])[] = Array.from({ length: bounds.length + 1 }, (_, step) => {
    const [from, to] = [bounds[step - 1], bounds[step]];
    const text =
      from === undefined
        ? say(place, 'report.map.below', { bound: to === undefined ? '' : plan.text(to) })
        : to === undefined
          ? say(place, 'report.map.from', { bound: plan.text(from) })
          : say(place, 'report.map.between', { from: plan.text(from), to: plan.text(to) });
    return [`${plan.isChange ? 'c' : 'q'}${step}`, text] as const;
  });
  const hasSecrets = recipients.some((recipient) => plan.of(recipient) === undefined);
  return {
    name: plan.name,
    title: plan.title,
    classes: Object.fromEntries(recipients.map((recipient) => [recipient.id, styleOf(plan.of(recipient))])),
    texts: Object.fromEntries(recipients.map((recipient) => [recipient.id, textOf(plan.of(recipient))])),
    legend: [
      ...(bounds.length === 0 ? [] : legend),
      ['none', say(place, 'report.map.none')] as const,
      ...(hasSecrets
        ? [['secret', say(place, 'report.map.hidden', { fewest: place.model.fewestPersons })] as const]
        : []),
    ],
  };
}

/** Bounds of five classes with as many kommuner each, rounded so that they can be read. */
function quintiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const bounds = [1, 2, 3, 4].map((part) => rounded(sorted[Math.floor((sorted.length * part) / 5)] ?? 0));
  return [...new Set(bounds)].filter((bound) => bound !== 0);
}

/** Much less, less, about equal, more, much more: in equal steps on both sides. */
function changeBounds(values: readonly number[]): number[] {
  const sizes = values.map(Math.abs).toSorted((one, other) => one - other);
  const [small, large] = [0.33, 0.8].map((part) => rounded(sizes[Math.floor(sizes.length * part)] ?? 0));
  if (small === undefined || large === undefined || small === 0 || large <= small) return [];
  return [-large, -small, small, large];
}

/** Two figures that count: 1 234 567 as 1 200 000. */
function rounded(value: number): number {
  const size = 10 ** Math.max(0, String(Math.abs(Math.round(value))).length - 2);
  return Math.round(value / size) * size;
}
