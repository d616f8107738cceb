/** Lists and objects within each other; a text that goes deeper is none of ours, and could exhaust what reads it. */
const LEVELS_MAX = 64;

/** A text that is no JSON of ours, with the place of the fault. */
export class JsonFault extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/**
 * The value of a JSON text.
 *
 * @throws JsonFault
 */
export function parseJson(text: string): unknown {
  let levels = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') levels += 1;
    else if (token === ']' || token === '}') levels -= 1;
    if (levels > LEVELS_MAX) throw new JsonFault(`more than ${LEVELS_MAX} levels`, index);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    throw new JsonFault(message, Number(/position (\d+)/.exec(message)?.[1] ?? 0));
  }
}

/**
 * The one text of a value: names of every object in the order of their characters. So a name that stands twice, and
 * anything else that only one reader would see, is found by writing anew what was read.
 *
 * @param blanks of each level; 0 for the text that is hashed
 */
export function canonical(value: unknown, blanks: 0 | 2 = 0): string {
  const text = JSON.stringify(value, inOrder, blanks);
  return blanks === 0 ? text : `${text}\n`;
}

function inOrder(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Line and column, both from 1, of a place in a text. */
export function placeIn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}
