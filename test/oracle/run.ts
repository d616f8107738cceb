import { adjust } from './adjust';
import { Bookings } from './bookings';
import { componentsOf, grunntilskuddTerm, hasNoPerson } from './components';
import { readExtract, rejectsTooMuch, tableOf } from './extract';
import { type OracleFiles, writeFiles } from './files';
import { hoursBasis } from './hours-basis';
import { isCovered, type OracleLedger, type Posting, postedBy } from './ledger';
import { net } from './netting';
import type { RateBook } from './rates';
import { type OracleCommand, RunFacts } from './run-facts';
import { KommuneSettling } from './settle-kommuner';
import { settlePerson } from './settle-persons';
import { sizing } from './sizing';
import type { Line } from './true-up';

export type { OracleCommand } from './run-facts';
export { grantOf } from './settle-persons';

/** Figures are missing: nothing can be calculated (exit 4). */
export interface OracleStop {
  /** Each cell with the number of persons or kommuner that need it. */
  readonly missingCells: readonly string[];
}

export interface OracleRun {
  readonly files: OracleFiles;
  /** The ledger once this run is posted. */
  readonly next: OracleLedger;
}

/** One run by the naive calculator, told what stops it where it can't be done; undefined where rows are rejected (exit 3). */
export function runOracle(
  ledger: OracleLedger,
  command: OracleCommand,
  extractFolder: string,
  rates: RateBook,
): OracleRun | OracleStop | undefined {
  const extract = readExtract(extractFolder);
  if (rejectsTooMuch(extract, command.rejectLimit)) return undefined;
  const run = new Run(new RunFacts(ledger, command, extract, rates.amount)).result();
  const missingCells = rates.missingCells();
  return missingCells.length > 0 ? { missingCells } : run;
}

class Run {
  private readonly bookings: Bookings;
  private readonly kommuner: KommuneSettling;
  private readonly computed: string[] = [];

  constructor(private readonly facts: RunFacts) {
    this.bookings = new Bookings(facts);
    this.kommuner = new KommuneSettling(facts, this.bookings);
  }

  result(): OracleRun {
    const { facts, bookings } = this;
    const { year, term } = facts.command;
    for (const component of this.included(year)) this.settleComponent(year, component, term);
    for (const component of this.included(year - 1)) {
      if (component === 'grunntilskudd') this.kommuner.settleFrozen(year - 1);
      if (hasNoPerson(component) || !isCovered(facts.ledger, year - 1, component)) continue;
      this.settleComponent(year - 1, component, 4);
    }
    adjust(facts, bookings);
    const { payouts, balances } = net(bookings.lines, facts.ledger.balances, year, term);
    const { blocked } = this.kommuner;
    const batch = { isOpening: false, year, term, postings: this.postings(), computed: this.computed, blocked };
    const { lines, held } = bookings;
    return {
      files: writeFiles({ lines, payouts, held, ...this.basis() }),
      next: { ...facts.ledger, batches: [...facts.ledger.batches, batch], balances },
    };
  }

  private included(year: number): string[] {
    return componentsOf(year).filter((component) => this.facts.includes(component));
  }

  /** What is told of the year beside its money. */
  private basis() {
    const { facts } = this;
    const { year, asOf } = facts.command;
    const persons = facts.persons(year);
    const teaching = tableOf(facts.extract.tables, 'teaching_hours').accepted;
    const counted = [...persons.values()].filter(({ withheld }) => !withheld);
    return {
      sizing: sizing(persons, teaching, asOf, year, this.included(year), facts.rates, facts.acts),
      hoursBasis: hoursBasis(counted, asOf, year),
    };
  }

  /** In the order of payout_lines.csv. */
  private postings(): Posting[] {
    const key = (line: Line): string => [line.grantYear, line.component, line.person, line.basisRecipient].join('/');
    return [...this.bookings.lines]
      .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
      .map((line) => ({ ...line, recipient: line.basisRecipient }));
  }

  private settleComponent(grantYear: number, component: string, term: number): void {
    const { facts, kommuner } = this;
    const { year } = facts.command;
    if (component === 'grunntilskudd') {
      if (term < grunntilskuddTerm(year)) return;
      if (kommuner.isFrozen(year)) {
        kommuner.settleFrozen(year);
        return;
      }
      kommuner.settleCount(year);
    } else if (component === 'timetilskudd') kommuner.settleHours(year, term);
    else this.settlePersons(grantYear, component, term);
    this.computed.push(`${grantYear}/${component}`);
  }

  private settlePersons(grantYear: number, component: string, term: number): void {
    const { extract, acts, rates, ledger } = this.facts;
    const posted = postedBy(ledger, extract, grantYear, component);
    const persons = this.facts.persons(grantYear);
    for (const person of new Set([...persons.keys(), ...posted.keys()])) {
      const base = { grantYear, component, person, posted: posted.get(person) ?? new Map() };
      settlePerson({ extract, acts, rates, persons }, this.bookings, base, term);
    }
  }
}
