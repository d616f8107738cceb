import * as z from 'zod';
import { closestWord, type ErrorDetail, errorDetail, NorsktilskuddError } from '../domain';
import { readGivenJson } from './read-given-file';

/** Characters of a value that are shown. */
const FOUND_CHARACTERS = 60;

/**
 * Reads a JSON file and holds it to a schema; everything that is wrong with it is said at once.
 *
 * @param code of the error that gathers them
 * @param flag that names the file
 * @throws NorsktilskuddError input with that code; as readGivenJson
 */
export function readJsonFile<T extends z.ZodType>(
  file: string,
  schema: T,
  code: 'CONFIG_REFUSED' | 'SCENARIO_REFUSED',
  flag: string,
): z.infer<T> {
  const { value, text } = readGivenJson(file, flag);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.flatMap((issue) => issueDetails(issue, file, text, schema));
  throw new NorsktilskuddError('input', code, { file, problems: details.length }, details);
}

function issueDetails(issue: z.core.$ZodIssue, file: string, text: string, schema: z.ZodType): ErrorDetail[] {
  const where = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const suggestion = closestWord(key, knownKeys(schema, where));
      const params = { file, line: lineOfKey(text, key), column: [...where, key].join('.') };
      return errorDetail('CONFIG_UNKNOWN_KEY', suggestion === undefined ? params : { ...params, suggestion });
    });
  }
  const key = where.join('.');
  const line = lineOfKey(text, where.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '');
  const found = shortened(JSON.stringify(issue.input) ?? '-');
  const [column, expected] = [key || '{...}', expectedOf(issue)];
  return [errorDetail('CONFIG_BAD_VALUE', { file, line, column, found, expected })];
}

/** How JSON writes a type: it is read alike in every language. */
const TYPES: Readonly<Record<string, string>> = {
  string: '"..."',
  number: '1.5',
  int: '1',
  boolean: 'true, false',
  array: '[...]',
  object: '{...}',
  record: '{...}',
};

/** What can stand there, as JSON or as a form (`YYYY-MM-DD`), in the words of no language. */
function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return `${sizeOf(issue.origin)}>= ${issue.minimum}`;
    case 'too_big':
      return `${sizeOf(issue.origin)}<= ${issue.maximum}`;
    case 'invalid_format':
      return formOf(issue.pattern ?? issue.format);
    case 'invalid_key':
      return issue.issues.map(expectedOf).join(', ');
    default:
      return issue.message;
  }
}

/** What is measured, where it is not the number itself: characters of a text, entries of a list. */
function sizeOf(origin: string): string {
  return origin === 'string' || origin === 'array' ? `${TYPES[origin] ?? ''} ` : '';
}

function formOf(pattern: string): string {
  return pattern
    .replace(/^\/?\^?|\$?\/?$/g, '')
    .replace('\\d{4}-\\d{2}-\\d{2}', 'YYYY-MM-DD')
    .replace('\\d{2}-\\d{2}', 'MM-DD');
}

/** What stands in a file may be as long as the file. */
function shortened(text: string): string {
  return text.length > FOUND_CHARACTERS ? `${text.slice(0, FOUND_CHARACTERS)} ...` : text;
}

/** Keys of the object at a path of the schema; none where the path leads to no object. */
function knownKeys(schema: z.ZodType, where: readonly string[]): string[] {
  let inner: unknown = unwrapped(schema);
  for (const part of where) inner = inner instanceof z.ZodObject ? unwrapped(inner.shape[part]) : undefined;
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

/** Line of a key in the file; 1 where it is not found. */
function lineOfKey(text: string, key: string): number {
  const index = text.indexOf(`"${key}"`);
  return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}
