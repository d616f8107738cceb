import { formatDecimals, formatKroner } from '../../domain';
import { decimalText } from '../../messages';
import type { AnalysisModel, CaseShown, ChangedRecipient } from '../model/analysis-model';
import type { Shown } from '../model/figures';
import { classed, type MapPlan, type Metric } from '../site/map-classes';
import { type Spot, say } from '../site/place';
import { sideNames } from './case-names';

/** The map of a case: by change in kroner, in percent, and by what either side comes to. */
export function changeMetrics(spot: Spot, one: CaseShown, { kind, fewestPersons }: AnalysisModel): Metric[] {
  const names = sideNames(spot, kind);
  const signedText = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
  const plans: MapPlan<ChangedRecipient>[] = [
    {
      name: 'change',
      title: say(spot, 'report.change'),
      isChange: true,
      of: changeOf,
      text: (value) => signedText(value, formatKroner(value)),
    },
    {
      name: 'percent',
      title: say(spot, 'report.case.percent'),
      isChange: true,
      of: tenthsOf,
      text: (value) => signedText(value, percentText(spot, value)),
    },
    { name: 'b', title: names.b, of: ({ bNok }) => bNok, text: formatKroner },
    { name: 'a', title: names.a, of: ({ aNok }) => aNok, text: formatKroner },
  ];
  return plans.map((plan) => classed(spot, one.recipients, plan, fewestPersons));
}

export function changeOf({ aNok, bNok }: Pick<ChangedRecipient, 'aNok' | 'bNok'>): Shown {
  return aNok === undefined || bNok === undefined ? undefined : bNok - aNok;
}

/** Change in tenths of a percent of A; null where A is nothing. */
export function tenthsOf({ aNok, bNok }: Pick<ChangedRecipient, 'aNok' | 'bNok'>): Shown | null {
  if (aNok === undefined || bNok === undefined) return undefined;
  return aNok === 0 ? null : Math.round(((bNok - aNok) * 1000) / aNok);
}

/** `−2,5 %` of −25 tenths. */
export function percentText({ language }: Pick<Spot, 'language'>, tenths: number): string {
  return `${decimalText(formatDecimals(tenths, 1), language)}\u00a0%`;
}
