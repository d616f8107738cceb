import { NO_PERSON } from '../domain';
import type { Identities } from './identities';
import type { KeyFault } from './key-register';

/**
 * Ids that several rows may share if they name one person (decision_id). All rows of a file are judged, also those
 * that are rejected for another reason; a row whose person cannot be read names nobody else's person.
 */
export class SharedIds {
  readonly #identities: Identities;
  readonly #rows = new Map<string, { owner: string; contested: boolean; rows: KeyFault[] }>();

  constructor(identities: Identities) {
    this.#identities = identities;
  }

  add(text: string, line: number, personId: number, personText: string): void {
    if (text === '') return;
    const owner = personId === NO_PERSON ? personText : String(this.#identities.canonical(personId));
    const known = this.#rows.get(text);
    if (known === undefined) {
      this.#rows.set(text, { owner, contested: false, rows: [{ line, personId, text }] });
      return;
    }
    known.contested ||= known.owner !== owner;
    known.rows.push({ line, personId, text });
  }

  /** Every row of an id that names more than one person. */
  contested(): KeyFault[] {
    return [...this.#rows.values()].flatMap((each) => (each.contested ? each.rows : []));
  }
}
