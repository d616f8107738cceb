import { type Finding, formatWhole, type Severity } from '../domain';
import { messageAction, messageText } from '../messages';
import { type CliContext, say } from './context';

/** Findings of one code about one column of one file. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly code: string;
  times: number;
  /** First places, few of them: `persons.csv:12 (national_id)`; none where the findings are of no row. */
  readonly places: string[];
  /** The one that came first. */
  readonly first: Finding;
}

const PLACES = 3;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Findings in groups: errors, then warnings, then notes; within these in the order in which they first came.
 *
 * @param fileNames names of the extract's files by English table name
 */
export function groupFindings(
  findings: Iterable<Finding>,
  fileNames: Readonly<Record<string, string>> = {},
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const found of findings) {
    const { severity, code, file, line, column } = found;
    const key = [severity, code, file, column, line === 0 ? JSON.stringify(found.params) : ''].join('\n');
    const group = groups.get(key) ?? { severity, code, times: 0, places: [], first: found };
    groups.set(key, group);
    group.times += 1;
    if (file === '' || group.places.length === PLACES) continue;
    group.places.push(
      `${fileNames[file] ?? file}${line === 0 ? '' : `:${line}`}${column === '' ? '' : ` (${column})`}`,
    );
  }
  return SEVERITIES.flatMap((severity) => [...groups.values()].filter((group) => group.severity === severity));
}

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
