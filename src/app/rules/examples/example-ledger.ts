import {
  type CarriedBalance,
  type Component,
  type Coverage,
  componentOrdinal,
  isPerKommune,
  type NettingGroup,
  NO_PERSON,
  NorsktilskuddError,
  nettingGroupOf,
  type PostedEntry,
  type PostedState,
  parseRecipientCode,
  type RunResult,
} from '../../../domain';
import type { ExampleStep } from './example-table';
import { ExampleWords, listed } from './example-words';

const FIRST_ID = 201_600_000_001;

/** The ledger of an example, in memory: what was posted before its first run, and by its runs since. */
export class ExampleLedger {
  readonly #component: Component;
  readonly #entries: PostedEntry[] = [];
  readonly #coverage: Coverage[] = [];
  readonly #openingYears = new Set<number>();
  #balances: readonly CarriedBalance[] = [];

  /** Reads `postert 2023 0301 31900` (of the first person) and `saldo 0301 -5000` of the first step. */
  constructor(component: Component, first: ExampleStep) {
    this.#component = component;
    for (const text of listed(first.cells.annet)) {
      const words = new ExampleWords(text, []);
      if (words.word(0) === 'postert')
        this.#post(Number(words.word(1)), words.word(2), Number(words.word(3)), words.count > 4 ? words.word(4) : '');
      if (words.word(0) === 'saldo') {
        const group: NettingGroup = nettingGroupOf(component);
        const balance = { recipient: recipientOf(words.word(1)), group, balanceNok: Number(words.word(2)) };
        this.#balances = [...this.#balances, balance];
      }
    }
  }

  state(): PostedState {
    return {
      entries: (grantYears) =>
        this.#entries
          .filter((entry) => grantYears.includes(entry.grantYear))
          .sort((a, b) => a.personId - b.personId || a.grantYear - b.grantYear || a.basisRecipient - b.basisRecipient),
      balances: this.#balances,
      coverage: this.#coverage,
      openingCoverage: [...this.#openingYears].map((grantYear) => ({
        grantYear,
        component: this.#component,
        postings: 1,
        sumNok: 0,
      })),
    };
  }

  /** Posts a run. */
  add(result: RunResult, runYear: number, runTerm: number): void {
    for (const line of result.lines) {
      const { personId, grantYear, component, basisRecipient, amountNok, code } = line;
      this.#join({
        personId,
        grantYear,
        component,
        basisRecipient,
        amountNok,
        code,
        codeOrder: this.#entries.length + 1,
      });
    }
    for (const { grantYear, component } of result.computed)
      this.#coverage.push({ grantYear, component, runYear, runTerm });
    this.#balances = result.payouts
      .filter((row) => row.carriedOutNok !== 0)
      .map(({ recipient, group, carriedOutNok }) => ({ recipient, group, balanceNok: carriedOutNok }));
  }

  #post(grantYear: number, recipient: string, amountNok: number, code: string): void {
    this.#openingYears.add(grantYear);
    this.#join({
      personId: isPerKommune(this.#component) ? NO_PERSON : FIRST_ID,
      grantYear,
      component: componentOrdinal(this.#component),
      basisRecipient: recipientOf(recipient),
      amountNok,
      code,
      codeOrder: code === '' ? 0 : this.#entries.length + 1,
    });
  }

  #join(entry: PostedEntry): void {
    const place = this.#entries.findIndex(
      (other) =>
        other.personId === entry.personId &&
        other.grantYear === entry.grantYear &&
        other.component === entry.component &&
        other.basisRecipient === entry.basisRecipient,
    );
    const known = this.#entries[place];
    if (known) this.#entries[place] = { ...entry, amountNok: known.amountNok + entry.amountNok };
    else this.#entries.push(entry);
  }
}

function recipientOf(text: string): number {
  const code = parseRecipientCode(text);
  if (code === undefined) throw new NorsktilskuddError('input', 'EXAMPLE_UNREADABLE', { text });
  return code;
}
