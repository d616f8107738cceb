import { ActsOnLines, type OracleAct, ofKind, pinnedCounts, releaseOf } from './acts';
import { componentsOf, groupOf, grunntilskuddTerm, hasNoPerson } from './components';
import { cutOff, dayText } from './dates';
import { persontilskudd, persontilskudd37d } from './day-grants';
import { type Extract, readExtract, rejectsTooMuch, tableOf } from './extract';
import { type OracleFiles, writeFiles } from './files';
import type { Grant } from './grant';
import { hoursBasis } from './hours-basis';
import { countDayOf, grunntilskudd, type KommuneGrant, timetilskudd } from './kommune-grants';
import {
  type FrozenGrant,
  isCovered,
  type OracleLedger,
  openFrozen,
  type Posted,
  type Posting,
  postedBy,
} from './ledger';
import { net } from './netting';
import { asylumGrant, utvidet43g } from './other-grants';
import { type Person, personsOn } from './person';
import { translate } from './places';
import type { RateBook, Rates } from './rates';
import { sizing } from './sizing';
import { type Account, type Held, type Line, settle } from './true-up';

export interface OracleCommand {
  readonly year: number;
  readonly term: number;
  readonly asOf: string;
  readonly excluded: readonly string[];
  readonly rejectLimit: number | undefined;
  /** Acts of cases in force, in the order of their confirmation; an adjustment that has been posted is none. */
  readonly acts?: readonly OracleAct[];
}

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
  const run = new Run(ledger, command, extract, rates.amount).result();
  const missingCells = rates.missingCells();
  return missingCells.length > 0 ? { missingCells } : run;
}

/** What a person triggers in a grant year and component. */
export function grantOf(component: string, person: Person, year: number, rates: Rates): Grant | undefined {
  if (component === 'persontilskudd') return persontilskudd(person, year, rates);
  if (component === 'persontilskudd37d') return persontilskudd37d(person, year, rates);
  if (component === 'utvidet43g') return utvidet43g(person, year, rates);
  return asylumGrant(component, person, year, rates);
}

/** Of somebody who has nothing coming. */
const NOTHING_DUE = { due: new Map(), denominator: 1, annual: '0', code: undefined };

class Run {
  private readonly views = new Map<number, ReadonlyMap<string, Person>>();
  private readonly acts: readonly OracleAct[];
  private readonly onLines: ActsOnLines;
  private readonly blocked = new Map<string, FrozenGrant>();
  private readonly lines: Line[] = [];
  private readonly held: Held[] = [];
  private readonly computed: string[] = [];

  constructor(
    private readonly ledger: OracleLedger,
    private readonly command: OracleCommand,
    private readonly extract: Extract,
    private readonly rates: Rates,
  ) {
    const { year, term, asOf, acts = [] } = command;
    this.acts = acts;
    const days = { cutOff: cutOff(year, term), asOf, takenAt: extract.takenAt || asOf };
    this.onLines = new ActsOnLines(acts, extract.canonical, days);
  }

  /** Everybody as a grant year reads them. */
  private persons(grantYear: number): ReadonlyMap<string, Person> {
    const known = this.views.get(grantYear);
    if (known) return known;
    const persons = personsOn(this.extract, this.command.asOf, grantYear, this.acts);
    this.views.set(grantYear, persons);
    return persons;
  }

  result(): OracleRun {
    const { year, term, asOf, excluded } = this.command;
    const included = (component: string): boolean => !excluded.includes(component);
    for (const component of componentsOf(year).filter(included)) this.settleComponent(year, component, term);
    for (const component of componentsOf(year - 1).filter(included)) {
      if (component === 'grunntilskudd') this.settleFrozen(year - 1);
      if (hasNoPerson(component) || !isCovered(this.ledger, year - 1, component)) continue;
      this.settleComponent(year - 1, component, 4);
    }
    this.adjust();
    const { payouts, balances } = net(this.lines, this.ledger.balances, year, term);
    const teaching = tableOf(this.extract.tables, 'teaching_hours').accepted;
    const sized = sizing(
      this.persons(year),
      teaching,
      asOf,
      year,
      componentsOf(year).filter(included),
      this.rates,
      this.acts,
    );
    const files = writeFiles({
      lines: this.lines,
      payouts,
      held: this.held,
      sizing: sized,
      hoursBasis: hoursBasis(
        [...this.persons(year).values()].filter(({ withheld }) => !withheld),
        asOf,
        year,
      ),
    });
    const batch = {
      isOpening: false,
      year,
      term,
      postings: this.postings(),
      computed: this.computed,
      blocked: this.blocked,
    };
    return { files, next: { ...this.ledger, batches: [...this.ledger.batches, batch], balances } };
  }

  /** In the order of payout_lines.csv. */
  private postings(): Posting[] {
    const key = (line: Line): string => [line.grantYear, line.component, line.person, line.basisRecipient].join('/');
    return [...this.lines]
      .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
      .map((line) => ({ ...line, recipient: line.basisRecipient }));
  }

  private settleComponent(grantYear: number, component: string, term: number): void {
    const { year, asOf } = this.command;
    const posted = postedBy(this.ledger, this.extract, grantYear, component);
    if (component === 'grunntilskudd') {
      if (term < grunntilskuddTerm(year)) return;
      if (this.isFrozen(year)) {
        this.settleFrozen(year);
        return;
      }
      const pinned = pinnedCounts(this.acts, year, countDayOf(year));
      const grants = grunntilskudd(this.persons(year).values(), year, this.rates, pinned);
      this.settleKommuner(component, year, grants, posted.get(''));
    } else if (component === 'timetilskudd') {
      const teaching = tableOf(this.extract.tables, 'teaching_hours').accepted;
      const grants = timetilskudd(this.persons(year).values(), teaching, asOf, year, term * 3, this.rates);
      this.settleKommuner(component, year, grants, posted.get(''));
    } else {
      const ids = new Set([...this.persons(grantYear).keys(), ...posted.keys()]);
      for (const id of ids) this.settlePerson(grantYear, component, term, id, posted.get(id) ?? new Map());
    }
    this.computed.push(`${grantYear}/${component}`);
  }

  /** Once frozen: kommuner with a pinned count, and those that were blocked at the freeze, alone (9a). */
  private settleFrozen(grantYear: number): void {
    if (!this.isFrozen(grantYear)) return;
    const pinned = pinnedCounts(this.acts, grantYear, countDayOf(grantYear));
    const grants = grunntilskudd(this.persons(grantYear).values(), grantYear, this.rates, pinned, true);
    const frozen = [...openFrozen(this.ledger, grantYear)]
      .filter(([kommune]) => !pinned.has(kommune))
      .map(([kommune, { annual, code }]) => ({ kommune, persons: 0, rateClass: '', rate: '', annual, code }));
    const posted = postedBy(this.ledger, this.extract, grantYear, 'grunntilskudd').get('') ?? new Map();
    const alone = new Set([...pinned.keys(), ...frozen.map(({ kommune }) => kommune)]);
    const own = new Map([...posted].filter(([kommune]) => alone.has(kommune)));
    this.settleKommuner('grunntilskudd', grantYear, [...grants, ...frozen], own);
  }

  /** Adjustments of cases, each a line of its own (9a). */
  private adjust(): void {
    const { year, term, excluded } = this.command;
    for (const act of ofKind(this.acts, 'adjustment')) {
      const { grantYear, component, amount, code } = act;
      if (excluded.includes(component) || grantYear > year) continue;
      const person = act.person === '' ? '' : this.extract.canonical(act.person);
      const basisRecipient = translate(act.recipient, dayText(grantYear, 12, 31)).code;
      const thing = { grantYear, component, person, basisRecipient };
      const recipient = translate(basisRecipient, cutOff(year, term));
      if (recipient.stopped || (amount > 0 && this.onLines.isBlocked(thing, recipient.code))) {
        this.hold({ grantYear, component, person, annual: '', amount: String(amount), reason: 'adjustment_waits' });
        continue;
      }
      const fixed = { annual: '', numerator: 0, denominator: 1, cumulativeDue: amount, previouslyPosted: 0 };
      const rest = { term, code, amount, reason: 'adjustment', group: groupOf(component), adjusts: act.act };
      this.lines.push({ ...thing, ...fixed, ...rest, recipient: recipient.code });
    }
  }

  /** True where a posted batch has already computed the year's grunntilskudd (A12). */
  private isFrozen(year: number): boolean {
    return this.ledger.batches.some((batch) => batch.computed.includes(`${year}/grunntilskudd`));
  }

  private settleKommuner(
    component: string,
    year: number,
    grants: readonly KommuneGrant[],
    posted: ReadonlyMap<string, Posted> = new Map(),
  ): void {
    const kommuner = new Set([...grants.map(({ kommune }) => kommune), ...posted.keys()]);
    for (const kommune of kommuner) {
      const grant = grants.find((candidate) => candidate.kommune === kommune && candidate.code !== '');
      const own = posted.get(kommune);
      const isBlocked = this.settleAccount({
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

  private settlePerson(
    grantYear: number,
    component: string,
    term: number,
    id: string,
    posted: ReadonlyMap<string, Posted>,
  ): void {
    const person = this.persons(grantYear).get(id);
    if (!person || person.withheld || this.extract.withheld.has(id)) {
      if (releaseOf(this.acts, id, this.extract.canonical) === 'correct') {
        this.settleAccount({ grantYear, component, person: id, posted, ...NOTHING_DUE });
        return;
      }
      const sum = [...posted.values()].reduce((total, own) => total + own.sum, 0);
      const reason = this.extract.withheld.has(id) ? 'rejected_row' : 'missing_from_extract';
      this.hold({ grantYear, component, person: id, annual: '0', amount: String(-sum), reason });
      return;
    }
    const grant = grantOf(component, person, grantYear, this.rates);
    const base = { grantYear, component, person: id, posted };
    if (!grant) {
      this.settleAccount({ ...base, ...NOTHING_DUE });
    } else if (grant.annual === undefined) {
      this.settleAccount({ ...base, due: new Map(), denominator: 1, annual: '', code: undefined });
      if (grant.hasBegun(term)) {
        this.held.push({ grantYear, component, person: id, annual: '', amount: '', reason: 'unknown_country' });
      }
    } else {
      this.settleGrant(base, grant, term);
    }
  }

  private settleGrant(
    base: Pick<Account, 'grantYear' | 'component' | 'person' | 'posted'>,
    grant: Grant,
    term: number,
  ): void {
    const parts = grant.parts(term);
    const annual = String(grant.annual);
    const due = new Map<string, { amount: number; numerator: number }>();
    let heldPart = 0;
    grant.shares.forEach((share, index) => {
      const amount = parts[index] ?? 0;
      if (share.stopped) heldPart += amount;
      else due.set(share.recipient, { amount, numerator: share.numerator });
    });
    const { grantYear, component, person } = base;
    const hold = (amount: number, reason: string): void =>
      this.hold({ grantYear, component, person, annual, amount: String(amount), reason });
    if (grant.shares.length === 0) hold(grant.due(term), 'no_recipient');
    hold(heldPart, 'no_unique_successor');
    this.settleAccount({ ...base, due, denominator: grant.denominator, annual, code: grant.code });
  }

  /** True where something of it is blocked. */
  private settleAccount(account: Account): boolean {
    const { lines, held } = settle(account, this.command.year, this.command.term, this.onLines);
    this.lines.push(...lines);
    held.forEach((entry) => {
      this.hold(entry);
    });
    return held.some(({ reason }) => reason === 'blocked');
  }

  /** Adds to the row of the same grant year, component, person and reason; files leave out sums of 0. */
  private hold(entry: Held): void {
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
