import { ActsOnLines, type OracleAct } from './acts';
import { cutOff } from './dates';
import type { Extract } from './extract';
import type { OracleLedger } from './ledger';
import { type Person, personsOn } from './person';
import type { Rates } from './rates';

export interface OracleCommand {
  readonly year: number;
  readonly term: number;
  readonly asOf: string;
  readonly excluded: readonly string[];
  readonly rejectLimit: number | undefined;
  /** Acts of cases in force, in the order of their confirmation; an adjustment that has been posted is none. */
  readonly acts?: readonly OracleAct[];
}

/** All that a run is worked out from. */
export class RunFacts {
  readonly acts: readonly OracleAct[];
  readonly onLines: ActsOnLines;
  private readonly views = new Map<number, ReadonlyMap<string, Person>>();

  constructor(
    readonly ledger: OracleLedger,
    readonly command: OracleCommand,
    readonly extract: Extract,
    readonly rates: Rates,
  ) {
    const { year, term, asOf, acts = [] } = command;
    this.acts = acts;
    const days = { cutOff: cutOff(year, term), asOf, takenAt: extract.takenAt || asOf };
    this.onLines = new ActsOnLines(acts, extract.canonical, days);
  }

  /** Everybody as a grant year reads them. */
  persons(grantYear: number): ReadonlyMap<string, Person> {
    const known = this.views.get(grantYear);
    if (known) return known;
    const persons = personsOn(this.extract, this.command.asOf, grantYear, this.acts);
    this.views.set(grantYear, persons);
    return persons;
  }

  includes(component: string): boolean {
    return !this.command.excluded.includes(component);
  }
}
