import { pinnedCounts } from './acts';
import type { Bookings } from './bookings';
import { tableOf } from './extract';
import { countDayOf, grunntilskudd, type KommuneGrant, timetilskudd } from './kommune-grants';
import { type FrozenGrant, openFrozen, type Posted, postedBy } from './ledger';
import type { RunFacts } from './run-facts';

/** Books the components without persons (rulebook 5.1, 5.3, 9a). */
export class KommuneSettling {
  /** Of the grunntilskudd that the run freezes, what is blocked: `grantYear/kommune`. */
  readonly blocked = new Map<string, FrozenGrant>();

  constructor(
    private readonly facts: RunFacts,
    private readonly bookings: Bookings,
  ) {}

  /** The count of a year, as long as it is not frozen. */
  settleCount(year: number): void {
    const { acts, rates, ledger, extract } = this.facts;
    const pinned = pinnedCounts(acts, year, countDayOf(year));
    const grants = grunntilskudd(this.facts.persons(year).values(), year, rates, pinned);
    this.settle('grunntilskudd', year, grants, postedBy(ledger, extract, year, 'grunntilskudd').get(''));
  }

  /** Once frozen: kommuner with a pinned count, and those that were blocked at the freeze, alone (9a). */
  settleFrozen(grantYear: number): void {
    if (!this.isFrozen(grantYear)) return;
    const { acts, rates, ledger, extract } = this.facts;
    const pinned = pinnedCounts(acts, grantYear, countDayOf(grantYear));
    const grants = grunntilskudd(this.facts.persons(grantYear).values(), grantYear, rates, pinned, true);
    const frozen = [...openFrozen(ledger, grantYear)]
      .filter(([kommune]) => !pinned.has(kommune))
      .map(([kommune, { annual, code }]) => ({ kommune, persons: 0, rateClass: '', rate: '', annual, code }));
    const posted = postedBy(ledger, extract, grantYear, 'grunntilskudd').get('') ?? new Map();
    const alone = new Set([...pinned.keys(), ...frozen.map(({ kommune }) => kommune)]);
    const own = new Map([...posted].filter(([kommune]) => alone.has(kommune)));
    this.settle('grunntilskudd', grantYear, [...grants, ...frozen], own);
  }

  settleHours(year: number, term: number): void {
    const { command, rates, ledger, extract } = this.facts;
    const teaching = tableOf(extract.tables, 'teaching_hours').accepted;
    const persons = this.facts.persons(year).values();
    const grants = timetilskudd(persons, teaching, command.asOf, year, term * 3, rates);
    this.settle('timetilskudd', year, grants, postedBy(ledger, extract, year, 'timetilskudd').get(''));
  }

  /** True where a posted batch has already computed the year's grunntilskudd (A12). */
  isFrozen(year: number): boolean {
    return this.facts.ledger.batches.some((batch) => batch.computed.includes(`${year}/grunntilskudd`));
  }

  private settle(
    component: string,
    year: number,
    grants: readonly KommuneGrant[],
    posted: ReadonlyMap<string, Posted> = new Map(),
  ): void {
    const kommuner = new Set([...grants.map(({ kommune }) => kommune), ...posted.keys()]);
    for (const kommune of kommuner) {
      const grant = grants.find((candidate) => candidate.kommune === kommune && candidate.code !== '');
      const own = posted.get(kommune);
      const isBlocked = this.bookings.settle({
        grantYear: year,
        component,
        person: '',
        due: new Map(grant ? [[kommune, { amount: grant.annual, numerator: 1 }]] : []),
        denominator: 1,
        annual: String(grant?.annual ?? 0),
        code: grant?.code,
        posted: new Map(own ? [[kommune, own]] : []),
      });
      if (component !== 'grunntilskudd' || !isBlocked || this.isFrozen(year)) continue;
      this.blocked.set(`${year}/${kommune}`, { annual: grant?.annual ?? 0, code: grant?.code ?? '' });
    }
  }
}
