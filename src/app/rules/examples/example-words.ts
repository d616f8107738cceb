import { NorsktilskuddError } from '../../../domain';

/** Texts of a cell that are separated by commas. */
export function listed(cell: string): string[] {
  return cell
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** A text of words: some by their place, the others behind a word that names them (`til 2018-05-01`). */
export class ExampleWords {
  readonly #words: string[] = [];
  readonly #named = new Map<string, string>();

  constructor(
    readonly text: string,
    names: readonly string[],
  ) {
    const words = text.split(/\s+/);
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? '';
      if (!names.includes(word)) this.#words.push(word);
      else {
        index += 1;
        this.#named.set(word, words[index] ?? '');
      }
    }
  }

  /** Word at a place, from 0. */
  word(place: number): string {
    const word = this.#words[place];
    if (word === undefined) throw new NorsktilskuddError('input', 'EXAMPLE_UNREADABLE', { text: this.text });
    return word;
  }

  /** Word behind a name; `otherwise` where it is not named. `-` means empty. */
  named(name: string, otherwise: string): string {
    const word = this.#named.get(name);
    if (word === undefined) return otherwise;
    return word === '-' ? '' : word;
  }

  get count(): number {
    return this.#words.length;
  }
}
