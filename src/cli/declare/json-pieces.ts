import { hasUnseen, visibleJson } from '../../domain';

/** A list in an answer whose elements are encoded one at a time, as they are written: the whole of it is never held. */
export class LongList<T> {
  readonly #values: readonly T[];
  readonly #encode: (value: T) => unknown;

  constructor(values: readonly T[], encode: (value: T) => unknown) {
    this.#values = values;
    this.#encode = encode;
  }

  *[Symbol.iterator](): Generator<unknown> {
    for (const value of this.#values) yield this.#encode(value);
  }

  /** What JSON.stringify() takes where the answer is written in one. */
  toJSON(): unknown[] {
    return [...this];
  }
}

/**
 * An encoded answer as one line of JSON: each element of a long list that stands directly under it is a piece. A terminal knows
 * an object for JSON and escapes what cannot be seen; in what stands around the list it is escaped here.
 */
export function* jsonPieces(answer: unknown): Generator<string> {
  const fields = Object.entries(Object(answer)).filter(([, value]) => value !== undefined);
  if (Array.isArray(answer) || !fields.some(([, value]) => value instanceof LongList)) {
    yield `${JSON.stringify(answer)}\n`;
    return;
  }
  let text = '{';
  for (const [place, [key, value]] of fields.entries()) {
    text += `${place === 0 ? '' : ','}${JSON.stringify(key)}:`;
    if (!(value instanceof LongList)) {
      text += JSON.stringify(value);
      continue;
    }
    text += '[';
    let isFirst = true;
    for (const element of value) {
      yield isFirst ? seen(text) : ',';
      yield JSON.stringify(element);
      isFirst = false;
      text = '';
    }
    text += ']';
  }
  yield `${seen(`${text}}`)}\n`;
}

function seen(json: string): string {
  return hasUnseen(json) ? visibleJson(json) : json;
}
