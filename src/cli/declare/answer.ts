import { camelCase, type Day, formatDay } from '../../domain';
import type { Language } from '../../messages';
import { LongList } from './json-pieces';

/**
 * What a command answers under --json, declared once: each key with its kind. The JSON, its published schema and the type
 * that a result must have come from it.
 *
 * @example object({ run_id: text, year: at('grantYear', whole), paid: kroner }) // of { runId, grantYear, paidNok }
 */
export interface Shape<T, Ending extends string = ''> {
  readonly schema: JsonSchema;
  /** With which the program's name of such a value ends: `paid` is `paidNok`. */
  readonly ending: Ending;
  readonly isOptional?: boolean;
  encode(value: T, to: Reader): unknown;
}

/** A key whose value stands elsewhere in the result than under its own name. */
export interface Taken<Whole> {
  readonly schema: JsonSchema;
  readonly isOptional?: boolean;
  take(whole: Whole, to: Reader): unknown;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Messages within an answer are in the language of whoever asked. */
export interface Reader {
  readonly language: Language;
}

type Fields = Readonly<Record<string, Shape<unknown, string> | Taken<unknown>>>;

type Camel<Name> = Name extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

type Has<Name extends string, T> = undefined extends T ? { readonly [Key in Name]?: T } : { readonly [Key in Name]: T };

/** `batch.runId` is the run id of the batch. */
type HasAt<Path extends string, T> = Path extends `${infer First}.${infer Rest}`
  ? { readonly [Key in First]: HasAt<Rest, T> }
  : Has<Path, T>;

type PartOf<Key, F> =
  F extends Taken<infer Whole>
    ? Whole
    : F extends Shape<infer T, infer Ending>
      ? Has<`${Camel<Key> & string}${Ending}`, T>
      : never;

/** What a result must hold so that all of its keys can be said. */
type WholeOf<F> = { [Key in keyof F]: (whole: PartOf<Key, F[Key]>) => void }[keyof F] extends (
  whole: infer Whole,
) => void
  ? Whole
  : never;

function plain<T>(schema: JsonSchema): Shape<T> {
  return { schema, ending: '', encode: (value) => value };
}

export const text = plain<string>({ type: 'string' });
export const whole = plain<number>({ type: 'integer' });
export const number = plain<number>({ type: 'number' });
export const flag = plain<boolean>({ type: 'boolean' });
export const hash = plain<string>({ type: 'string', pattern: '^[0-9a-f]{64}$' });
/** A decimal number as a text, so that no reader rounds it. */
export const decimal = plain<string>({ type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' });
export const day = plain<string>({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** A day as the program counts it. */
export const epochDay: Shape<Day> = { ...day, encode: formatDay };
/** Whole kroner; the program's name of them ends with `Nok`. */
export const kroner: Shape<number, 'Nok'> = {
  schema: { type: 'integer', description: 'Whole kroner.' },
  ending: 'Nok',
  encode: (value) => value,
};
/** A text that the program has empty where there is none. */
export const textOrNull: Shape<string> = {
  schema: { type: ['string', 'null'] },
  ending: '',
  encode: (value) => (value === '' ? null : value),
};
/** A value of a message. */
export const value = plain<string | number>({ type: ['string', 'number'] });

/** One of some words. */
export function choice<T extends string>(...words: readonly T[]): Shape<T> {
  return plain({ enum: words });
}

/** A word that is always the same. */
export function literal(word: string | number | boolean): Taken<unknown> {
  return { schema: { const: word }, take: () => word };
}

/** What may be missing in the program is null in JSON. */
export function orNull<T, Ending extends string>(shape: Shape<T, Ending>): Shape<T | null | undefined, Ending> {
  return {
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    ending: shape.ending,
    encode: (value, to) => (value === undefined || value === null ? null : shape.encode(value, to)),
  };
}

/** What may be missing in the program is left out of the JSON. */
export function optional<T, Ending extends string>(shape: Shape<T, Ending>): Shape<T | undefined, Ending> {
  const { schema, ending } = shape;
  const encode = (value: T | undefined, to: Reader) => (value === undefined ? undefined : shape.encode(value, to));
  return { schema, ending, isOptional: true, encode };
}

export function list<T>(shape: Shape<T, string>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: shape.schema },
    ending: '',
    encode: (values, to) => values.map((value) => shape.encode(value, to)),
  };
}

/** A list of objects as long as what was asked: each is encoded when it is written (json-pieces.ts). */
export function longList<T extends object>(shape: Shape<T, string>): Shape<readonly T[]> {
  return { ...list(shape), encode: (values, to) => new LongList(values, (value) => shape.encode(value, to)) };
}

/** Values of one kind by any keys. */
export function record<T>(shape: Shape<T, string>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', additionalProperties: shape.schema },
    ending: '',
    encode: (values, to) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shape.encode(value, to)])),
  };
}

/** A value by the program's path to it (`batch.runId`), or as it is read from the whole. */
export function at<Path extends string, T>(path: Path, shape: Shape<T, string>): Taken<HasAt<Path, T>>;
export function at<Whole, T>(read: (whole: Whole, to: Reader) => T, shape: Shape<T, string>): Taken<Whole>;
export function at<T>(
  from: string | ((whole: unknown, to: Reader) => T),
  { schema, isOptional = false, encode }: Shape<unknown, string>,
): Taken<unknown> {
  const read = typeof from === 'string' ? readerOf(from.split('.')) : from;
  return { schema, isOptional, take: (whole, to) => encode(read(whole, to), to) };
}

/** Keys that stand together in JSON and apart in the program. */
export function here<T>({ schema, encode }: Shape<T>): Taken<T> {
  return { schema, take: encode };
}

/** An object with these keys, in this order, and no others. */
export function object<F extends Fields>(fields: F): Shape<WholeOf<F>> {
  const entries = Object.entries(fields);
  const readers = entries.map(
    ([key, field]) => [key, 'take' in field ? field : at(nameOf(key, field), field)] as const,
  );
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, schema])),
      required: entries.filter(([, { isOptional }]) => !isOptional).map(([key]) => key),
      additionalProperties: false,
    },
    ending: '',
    encode(whole: unknown, to) {
      const answer: Record<string, unknown> = {};
      for (const [key, field] of readers) answer[key] = field.take(whole, to);
      return answer;
    },
  };
}

/** One of several shapes, by what the result is. */
export function oneOf<T>(shapes: readonly Shape<never, string>[], encode: Shape<T>['encode']): Shape<T> {
  return { schema: { anyOf: shapes.map(({ schema }) => schema) }, ending: '', encode };
}

function nameOf(key: string, { ending }: Shape<unknown, string>): string {
  return camelCase(key) + ending;
}

/** Reads by a path. Answers have hundreds of thousands of rows: a path is parted once. */
function readerOf([first = '', ...rest]: readonly string[]): (whole: unknown) => unknown {
  const read = (whole: unknown): unknown => Reflect.get(Object(whole), first);
  if (rest.length === 0) return read;
  const further = readerOf(rest);
  return (whole) => further(read(whole));
}
