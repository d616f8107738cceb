/** A row whose key or shared id is at fault. */
export interface KeyFault {
  readonly line: number;
  readonly personId: number;
  readonly text: string;
}

/** Keys of a file over all its rows, also those that are rejected for another reason (data contract 1). */
export class KeyRegister {
  readonly #first = new Map<string, { line: number; personId: number }>();
  readonly #again: KeyFault[] = [];

  /** Notes the key of a row; an empty one is no key. */
  add(text: string, line: number, personId: number): void {
    if (text === '') return;
    if (this.#first.has(text)) this.#again.push({ line, personId, text });
    else this.#first.set(text, { line, personId });
  }

  /** All rows that share their key with another row. */
  repeated(): KeyFault[] {
    const firsts = new Map<string, KeyFault>();
    for (const { text } of this.#again) {
      const first = this.#first.get(text);
      if (first) firsts.set(text, { ...first, text });
    }
    return [...firsts.values(), ...this.#again];
  }
}
