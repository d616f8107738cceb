/** Says whether a value has a shape; what it lacks is reported by its path. */
export type Shape<T> = (value: unknown, tell: TellFault, path?: string) => value is T;
export type TellFault = (path: string, reason: string) => void;
/** The type of what has a shape. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

function shape<T>(reason: string, fits: (value: unknown) => boolean): Shape<T> {
  return (value, tell, path = ''): value is T => {
    const isFit = fits(value);
    if (!isFit) tell(path || '{}', reason);
    return isFit;
  };
}

/** A text, of a form where one is given. */
export function text<T extends string = string>(form = /^/): Shape<T> {
  return shape(`text ${form.source}`, (value) => typeof value === 'string' && form.test(value));
}

export function whole<T extends number = number>(
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): Shape<T> {
  const isWhole = (value: unknown): boolean =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
  return shape(`whole number from ${least} to ${most}`, isWhole);
}

export function oneOf<const T extends string | number | boolean | null>(...values: readonly T[]): Shape<T> {
  return shape(values.join(' | '), (value) => values.some((known) => known === value));
}

export function either<A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> {
  const silent = (): void => undefined;
  return (value, tell, path): value is A | B => a(value, silent, path) || b(value, tell, path);
}

export function listOf<T>(item: Shape<T>): Shape<T[]> {
  return (value, tell, path = ''): value is T[] => {
    if (!Array.isArray(value)) {
      tell(path || '{}', 'list');
      return false;
    }
    return value.map((held, place) => item(held, tell, within(path, place))).every(Boolean);
  };
}

/** An object of any names. */
export function mapOf<T>(item: Shape<T>): Shape<Record<string, T>> {
  return (value, tell, path = ''): value is Record<string, T> => {
    if (!isObject(value)) {
      tell(path || '{}', 'object');
      return false;
    }
    return Object.entries(value)
      .map(([name, held]) => item(held, tell, within(path, name)))
      .every(Boolean);
  };
}

type Named = Readonly<Record<string, Shape<unknown>>>;

/** An object of just these names; `optional` ones may be left out. */
export function objectOf<S extends Named, O extends Named = Record<never, never>>(
  names: S,
  optional?: O,
): Shape<{ [Name in keyof S]: Shaped<S[Name]> } & { [Name in keyof O]?: Shaped<O[Name]> | undefined }> {
  type Whole = { [Name in keyof S]: Shaped<S[Name]> } & { [Name in keyof O]?: Shaped<O[Name]> | undefined };
  const all: Named = { ...names, ...optional };
  return (value, tell, path = ''): value is Whole => {
    if (!isObject(value)) {
      tell(path || '{}', 'object');
      return false;
    }
    const needed = Object.keys(names).filter((name) => !Object.hasOwn(value, name));
    for (const name of needed) tell(within(path, name), 'is missing');
    const held = Object.entries(value).map(([name, inner]) => {
      const known = Object.hasOwn(all, name) ? all[name] : undefined;
      if (!known) tell(within(path, name), 'does not belong here');
      return known?.(inner, tell, within(path, name)) === true;
    });
    return needed.length === 0 && held.every(Boolean);
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}
