import type { ForecastAnswer, SimulatedForecast } from '../../app';
import { formatDecimals } from '../../domain';
import { decimalText } from '../../messages';
import { type CliContext, say } from '../context';
import { componentName } from '../table-words';

/** What a forecast rests on: arrivals, delays of registration, courses, and whose rates. */
export function basisText(answer: ForecastAnswer, context: CliContext): string {
  const { forecast, hasArrivals, hasEarlier } = answer;
  const { courses } = forecast;
  const lines = [
    say(context, hasArrivals ? 'simulation.arrivals_given' : 'simulation.arrivals_by_pace'),
    ...forecast.paces.map((pace) => `  ${paceText(pace, context)}`),
    say(context, 'simulation.delays'),
    ...forecast.delays.map((delay) => `  ${delayText(delay, context)}`),
    say(context, 'simulation.courses', {
      left: percent(courses.leftMillionths, context),
      moved: percent(courses.movedMillionths, context),
    }),
    ...courses.fallen.map(({ group, isLater, seen, millionths }) => {
      const params = { group: groupName(group, context), persons: seen, share: percent(millionths, context) };
      return `  ${say(context, isLater ? 'simulation.fallen_later' : 'simulation.fallen', params)}`;
    }),
    ...(hasEarlier ? [] : [say(context, 'simulation.without_earlier')]),
    ...(forecast.cells.some(({ rateYear, grantYear }) => rateYear !== grantYear)
      ? [say(context, 'simulation.rates_of_another_year')]
      : []),
    say(context, 'simulation.known_on'),
  ];
  return `${lines.join('\n')}\n`;
}

function paceText(pace: SimulatedForecast['paces'][number], context: CliContext): string {
  const { language } = context;
  const entries = pace.entriesHundredths
    .map((one) => decimalText(formatDecimals(Math.round(one / 10), 1), language))
    .join(' / ');
  return say(context, 'simulation.pace', {
    group: groupName(pace.group, context),
    entries,
    growth: decimalText(formatDecimals(Math.round(pace.growthHundredths / 10), 1), language),
    drift: decimalText(formatDecimals(Math.round(pace.driftHundredths / 10), 1), language),
  });
}

const AGES_SHOWN = 5;

function delayText({ group, seen, knownMillionths }: SimulatedForecast['delays'][number], context: CliContext): string {
  const shares = knownMillionths.slice(0, AGES_SHOWN).map((share) => percent(share, context));
  return say(context, 'simulation.delay', {
    group: groupName(group, context),
    persons: seen,
    shares: shares.join(', '),
  });
}

/** A group by the name of its component, or as it is called in arrivals.csv. */
function groupName(group: string, context: CliContext): string {
  const name = componentName(group, context);
  return name === group ? group : `${name} (${group})`;
}

function percent(millionths: number, { language }: CliContext): string {
  return `${decimalText(formatDecimals(Math.round(millionths / 1000), 1), language)} %`;
}
