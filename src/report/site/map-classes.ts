import type { Shown } from '../model/figures';
import { type Spot, say } from './place';

/** What the map is coloured by: a class and a text for each kommune, and what the classes mean. */
export interface Metric {
  readonly name: string;
  readonly title: string;
  readonly classes: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly legend: readonly (readonly [style: string, text: string])[];
}

/** A way to colour the map: the figure of a recipient, null where it has none. */
export interface MapPlan<Row> {
  readonly name: string;
  readonly title: string;
  readonly isChange?: boolean;
  of(recipient: Row): Shown | null;
  text(value: number): string;
}

/** Gives every kommune a class, and each class its words. @param fewest persons of a figure that is shown */
export function classed<Row extends { readonly id: string }>(
  spot: Spot,
  recipients: readonly Row[],
  plan: MapPlan<Row>,
  fewest: number,
): Metric {
  const values = recipients.flatMap((recipient) => plan.of(recipient) ?? []).filter((value) => value !== 0);
  const bounds = plan.isChange ? changeBounds(values) : quintiles(values);
  const styleOf = (value: Shown | null): string => {
    if (value === undefined) return 'secret';
    if (value === null || value === 0) return 'none';
    const step = bounds.filter((bound) => value >= bound).length;
    return `${plan.isChange ? 'c' : 'q'}${step}`;
  };
  const textOf = (value: Shown | null): string =>
    value === undefined ? say(spot, 'report.hidden') : value === null ? '–' : plan.text(value);
  const legend: (readonly [string, string])[] = Array.from({ length: bounds.length + 1 }, (_, step) => {
    const [from, to] = [bounds[step - 1], bounds[step]];
    const text =
      from === undefined
        ? say(spot, 'report.map.below', { bound: to === undefined ? '' : plan.text(to) })
        : to === undefined
          ? say(spot, 'report.map.from', { bound: plan.text(from) })
          : say(spot, 'report.map.between', { from: plan.text(from), to: plan.text(to) });
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
      ['none', say(spot, 'report.map.none')] as const,
      ...(hasSecrets ? [['secret', say(spot, 'report.map.hidden', { fewest })] as const] : []),
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
