import type { RunFacts } from './run-facts';
import { type Account, type Held, type Line, settle } from './true-up';

/** What a run comes to as it is worked out: its lines, and what is held. */
export class Bookings {
  readonly lines: Line[] = [];
  readonly held: Held[] = [];

  constructor(private readonly facts: RunFacts) {}

  /** True where something of the account is blocked. */
  settle(account: Account): boolean {
    const { command, onLines } = this.facts;
    const { lines, held } = settle(account, command.year, command.term, onLines);
    this.lines.push(...lines);
    for (const entry of held) this.hold(entry);
    return held.some(({ reason }) => reason === 'blocked');
  }

  /** Adds to the row of the same grant year, component, person and reason; files leave out sums of 0. */
  hold(entry: Held): void {
    const index = this.held.findIndex(
      (other) =>
        other.grantYear === entry.grantYear &&
        other.component === entry.component &&
        other.person === entry.person &&
        other.reason === entry.reason,
    );
    const other = this.held[index];
    if (other) {
      // Kommuner stand in one row; a person's parts are all of one annual amount.
      const adds = entry.person === '' && entry.annual !== '';
      const annual = adds ? String(Number(other.annual) + Number(entry.annual)) : other.annual;
      this.held[index] = { ...other, annual, amount: String(Number(other.amount) + Number(entry.amount)) };
    } else this.held.push(entry);
  }
}
