import type { FindingGroup } from '../app';
import { formatWhole, type Severity } from '../domain';
import { messageAction, messageText } from '../messages';
import { type CliContext, say } from './context';

/** Lines of the groups for people: what was found, how often and where, and what to do. */
export function findingLines(groups: readonly FindingGroup[], context: CliContext): string[] {
  const { language } = context;
  return groups.flatMap(({ severity, code, times, places, first }) => {
    const [place, ...others] = places;
    const name = say(context, `finding.${severity}`);
    const also = others.length > 0 ? say(context, 'finding.also', { others: others.join(', ') }) : '';
    const often = times > 1 ? say(context, 'finding.times', { times: formatWhole(times) }) : '';
    const text = messageText(code, language, first.params);
    const action = messageAction(code, language, first.params);
    return [
      `- ${name}: ${place === undefined ? '' : `${place}: `}${text} [${code}${often}${also}]`,
      ...(action === '' ? [] : [`  ${say(context, 'common.what_do')}: ${action}`]),
    ];
  });
}

/** `2 feil, 1 advarsel, 14 til opplysning`. */
export function findingCounts(counts: Readonly<Record<Severity, number>>, context: CliContext): string {
  return say(context, 'finding.counts', { error: counts.error, warning: counts.warning, info: counts.info });
}
