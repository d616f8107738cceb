import {
  type ErrorDetail,
  errorDetail,
  formatWhole,
  type MessageCode,
  type MessageParams,
  type NorsktilskuddError,
  visibleText,
} from '../domain';
import { type Language, messageAction, messageText, textOf } from '../messages';
import type { CliContext } from './context';

/** Kinds of detail shown one by one; the rest is in the files that the message names, or counted. */
const MAX_GROUPS = 30;
/** What to do about these the failure as a whole says; a program that meets one alone reads the code itself. */
const SAID_ABOVE_ALL: readonly MessageCode[] = [
  'FLAG_MISSING',
  'FLAG_BAD_VALUE',
  'FLAG_NO_DUF_NUMBER',
  'RUN_FILE_CHANGED',
];
/** Places named for a group of like details. */
const PLACES = 3;

/**
 * A failure as advice: what is wrong in detail first (equal ones as one line with their number and first places), then
 * what the program could not do, and last what the reader can do about it.
 */
export function failureText(failure: NorsktilskuddError, context: CliContext): string {
  const { language, red } = context;
  const lines = detailLines(failure.details, language);
  const place = placeOf(failure.params);
  const text = messageText(failure.code, language, failure.params);
  lines.push(`${red(`${textOf('failure.error', language)}:`)} ${place ? `${place}: ` : ''}${text} [${failure.code}]`);
  const { suggestion } = failure.params;
  if (suggestion !== undefined)
    lines.push(`${textOf('failure.did_you_mean', language)} ${visibleText(String(suggestion))}?`);
  const action = messageAction(failure.code, language, failure.params);
  if (action) lines.push(`${textOf('common.what_do', language)}: ${action}`);
  return `${lines.join('\n')}\n`;
}

/** Details, equal ones as one line with their number and first places, and what to do about them. */
export function detailLines(details: readonly ErrorDetail[], language: Language): string[] {
  const groups = groupDetails(details);
  const shown = groups.slice(0, MAX_GROUPS).map((group) => ({
    lines: groupLines(group, language),
    action: actionOf(group, language),
  }));
  // Of several in a row that want the same, the last says what to do.
  const lines = shown.flatMap(({ lines: own, action }, index) =>
    action === '' || action === shown[index + 1]?.action
      ? own
      : [...own, `  ${textOf('common.what_do', language)}: ${action}`],
  );
  if (groups.length > MAX_GROUPS)
    lines.push(`  ... ${textOf('failure.more_kinds', language, { kinds: groups.length - MAX_GROUPS })}`);
  return lines;
}

/** The same for programs, under --json. */
export function failureJson(failure: NorsktilskuddError, language: Language): string {
  const error = {
    kind: failure.kind,
    exit_code: failure.exitCode,
    ...detailJson(errorDetail(failure.code, failure.params), language),
    details: detailsJson(failure.details, language),
  };
  return `${JSON.stringify({ error })}\n`;
}

/** Details for programs. */
function detailsJson(details: readonly ErrorDetail[], language: Language): object[] {
  return details.map((detail) => detailJson(detail, language));
}

function detailJson({ code, params }: ErrorDetail, language: Language): object {
  return { code, message: messageText(code, language, params), action: messageAction(code, language, params), params };
}

interface DetailGroup {
  readonly code: MessageCode;
  readonly first: MessageParams;
  readonly places: string[];
  count: number;
}

/**
 * Details of one code are one group, in the order in which codes first come. A detail with `times` stands for so many
 * like it (with further places in `also`) and is a group of its own.
 */
function groupDetails(details: readonly ErrorDetail[]): DetailGroup[] {
  const groups = new Map<string, DetailGroup>();
  for (const { code, params } of details) {
    const place = placeOf(params);
    // Without a place the values are all that tells two details apart, so each is its own group.
    const { times, also } = params;
    const key = place && times === undefined ? code : `${code} ${JSON.stringify(params)}`;
    const group = groups.get(key) ?? { code, first: params, places: [], count: 0 };
    groups.set(key, group);
    group.count += typeof times === 'number' ? times : 1;
    if (place && group.places.length < PLACES) group.places.push(place);
    if (also !== undefined) group.places.push(visibleText(String(also)));
  }
  return [...groups.values()];
}

function groupLines(group: DetailGroup, language: Language): string[] {
  const [place, ...others] = group.places;
  const text = detailText(group, language);
  const often =
    group.count > 1
      ? `; ${formatWhole(group.count)} ${textOf('failure.times', language)}${others.length > 0 ? `, ${textOf('failure.also', language)} ${others.join(', ')}` : ''}`
      : '';
  const lines = [`- ${place ? `${place}: ` : ''}${text} [${group.code}${often}]`];
  const { suggestion } = group.first;
  if (suggestion !== undefined)
    lines.push(`  ${textOf('failure.did_you_mean', language)} ${visibleText(String(suggestion))}?`);
  return lines;
}

function actionOf({ code, first }: DetailGroup, language: Language): string {
  return SAID_ABOVE_ALL.includes(code) ? '' : messageAction(code, language, first);
}

/** What a detail says; of a value that cannot be read, what was expected and what stood there. */
function detailText({ code, first }: DetailGroup, language: Language): string {
  const text = messageText(code, language, first);
  // What is wrong with a flag is a sentence of its own.
  if (first.value === undefined || first.flag !== undefined) return text;
  const file = placeOf(first) === '' && first.file !== undefined ? `${first.file}: ` : '';
  const found = first.value === '' ? '' : `, ${textOf('failure.found', language)} "${first.value}"`;
  return `${visibleText(file)}${textOf('failure.expected', language)} ${text}${visibleText(found)}`;
}

/** `persons.csv:12 (birth_date)` from params file, line and column; empty where they name no line of a file. */
function placeOf(params: MessageParams): string {
  const { file, line, column } = params;
  if (file === undefined || line === undefined || line === 0) return '';
  if (typeof column === 'number') return visibleText(`${file}:${line}:${column}`);
  return visibleText(`${file}:${line}${column ? ` (${column})` : ''}`);
}
