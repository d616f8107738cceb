import { assert } from './errors';

/** What canonical JSON can hold: no fractions; a name without a value is left out. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [name: string]: Canonical | undefined };

/**
 * The one JSON text of a value: names of an object in the order of their code units, whole numbers, texts as
 * JSON.stringify writes them. Without blanks for hashing, or set out over lines with two blanks a level for people.
 */
export function canonicalJson(value: Canonical, layout: 'hashed' | 'lines' = 'hashed'): string {
  const ordered = inOrder(value);
  return layout === 'hashed' ? JSON.stringify(ordered) : `${JSON.stringify(ordered, null, 2)}\n`;
}

function inOrder(value: Canonical): Canonical {
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value) && !Object.is(value, -0), 'canonical JSON holds whole numbers only');
    return value;
  }
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(inOrder);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(
    names.flatMap((name) => {
      const held = value[name];
      return held === undefined ? [] : [[name, inOrder(held)]];
    }),
  );
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}
