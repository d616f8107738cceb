import type { FindingGroup } from '../app/import/finding-groups';
import { formatWhole, type Severity } from '../domain';
import { messageAction, messageText } from '../messages';
import { type CliContext, say } from './context';

/** Lines of the groups for people: what was found, how often and where, and what to do. */
export function findingLines(groups: readonly FindingGroup[], context: CliContext): string[] {
  const { language } = context;
  return groups.flatMap(({ severity, code, times, places, first }) => {
    const [place, ...others] = places;
    const name = say(context, {
      nb: { error: 'Feil', warning: 'Advarsel', info: 'Til opplysning' }[severity],
      en: { error: 'Error', warning: 'Warning', info: 'Note' }[severity],
    });
    const also =
      others.length > 0 ? say(context, { nb: `, også ${others.join(', ')}`, en: `, also ${others.join(', ')}` }) : '';
    const often =
      times > 1 ? say(context, { nb: `; ${formatWhole(times)} ganger`, en: `; ${formatWhole(times)} times` }) : '';
    const text = messageText(code, language, first.params);
    const action = messageAction(code, language, first.params);
    return [
      `- ${name}: ${place === undefined ? '' : `${place}: `}${text} [${code}${often}${also}]`,
      ...(action === '' ? [] : [`  ${say(context, { nb: 'Gjør dette', en: 'What to do' })}: ${action}`]),
    ];
  });
}

/** `2 feil, 1 advarsel, 14 til opplysning`. */
export function findingCounts(counts: Readonly<Record<Severity, number>>, context: CliContext): string {
  const text = {
    nb: '{error|feil|feil}, {warning|advarsel|advarsler}, {info|til opplysning|til opplysning}',
    en: '{error|error|errors}, {warning|warning|warnings}, {info|note|notes}',
  };
  return say(context, text, { error: counts.error, warning: counts.warning, info: counts.info });
}

/** The same for programs. */
export function findingGroupsJson(groups: readonly FindingGroup[], context: CliContext): object[] {
  return groups.map(({ severity, code, times, places, first }) => ({
    severity,
    code,
    times,
    places,
    message: messageText(code, context.language, first.params),
    action: messageAction(code, context.language, first.params),
  }));
}
