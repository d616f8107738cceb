import { isPerKommune, NO_PERSON, parseComponent } from '../../domain';
import type { LedgerLine } from '../../ledger';
import type { ComponentSum } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import { heldOf, isFew, isInBalance } from './held-persons';
import { type FiguresByRecipient, PERSONS_KEPT } from './recipient-figures';
import type { RunRates } from './run-rates';

type Exact = { readonly [Key in keyof ComponentSum]: Exclude<ComponentSum[Key], undefined> };

/** The balance of a component and grant year, and who stands behind its figures. */
interface Balance {
  readonly sum: Exact;
  /** Persons of the year. */
  readonly persons: number;
  /** Whether the kroner of the year tell that few have one of the public rates. */
  readonly isTold: boolean;
  /** Whose the lines are, and what is held: the first of them. */
  readonly ofLines: ReadonlySet<string>;
  readonly ofHeld: ReadonlySet<string>;
}

/** The balance of each component and grant year. @param rates public rates, of which no sum that is shared may tell of few; undefined: everything is shown */
export function componentSums(
  context: OpenRun,
  figures: FiguresByRecipient,
  lines: Iterable<Pick<LedgerLine, 'component' | 'grantYear' | 'personId' | 'recipient'>>,
  rates: RunRates | undefined,
): ComponentSum[] {
  const isShared = rates !== undefined;
  const ofLines = isShared ? whoseLines(lines) : new Map<string, Set<string>>();
  const held = isShared ? heldOf(context).filter(isInBalance) : [];
  const balances = context.manifest.conservation.map((row): Balance => {
    const component = parseComponent(row.component);
    const own = held.filter((one) => one.component === row.component && one.grantYear === row.grant_year);
    return {
      sum: {
        grantYear: row.grant_year,
        component: row.component,
        annualNok: row.annual_nok,
        postedBeforeNok: row.posted_before_nok,
        linesNok: row.lines_nok,
        dueLaterNok: row.due_later_nok,
        heldNok: row.held_nok,
      },
      persons: [...figures.values()].reduce((all, each) => all + ((component && each.get(component)?.persons) ?? 0), 0),
      isTold: rates?.tellsOfCountry(row.component) ?? false,
      ofLines: ofLines.get(`${row.component} ${row.grant_year}`) ?? new Set(),
      ofHeld: new Set(own.map(({ person }) => person)),
    };
  });
  return isShared ? sharedSums(balances) : balances.map(({ sum }) => sum);
}

/** Whose the lines are, by component and grant year: persons, or the kommuner of what is granted to them. */
function whoseLines(
  lines: Iterable<Pick<LedgerLine, 'component' | 'grantYear' | 'personId' | 'recipient'>>,
): ReadonlyMap<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { component, grantYear, personId, recipient } of lines) {
    const key = `${component} ${grantYear}`;
    const own = all.get(key) ?? new Set<string>();
    all.set(key, own);
    if (own.size >= PERSONS_KEPT) continue;
    if (isPerKommune(component) || personId === NO_PERSON) own.add(`recipient ${recipient}`);
    // Somebody deleted from the ledger stays somebody.
    else own.add(personId === null ? `deleted ${own.size}` : String(personId));
  }
  return all;
}

/**
 * Balances as they are shared. One of few persons, in the year or in the lines, stands together with the next smallest until
 * both are of nobody or of enough; nothing is shown where even all are too few.
 */
export function sharedSums(balances: readonly Balance[]): ComponentSum[] {
  const areFew = (some: readonly Balance[]): boolean =>
    isFew(some.reduce((all, { persons }) => all + persons, 0)) ||
    isFew(union(some, ({ ofLines }) => ofLines)) ||
    (some.length === 1 && some.some(({ isTold }) => isTold));
  const [together, rest] = parted(balances, ({ persons, ofLines }) => persons + ofLines.size, areFew);
  const joined = together.length === 0 || areFew(together) ? [] : [joinedSums(together)];
  return withoutFewHeld([...balances.filter((one) => rest.includes(one)), ...joined]);
}

/**
 * Leaves out what is held of few persons, and the year's amount from which it could be worked out; with it that of others,
 * until it is of enough together, since the sum of the country is known.
 */
function withoutFewHeld(balances: readonly Balance[]): ComponentSum[] {
  const areFew = (some: readonly Balance[]): boolean => isFew(union(some, ({ ofHeld }) => ofHeld));
  const [hidden] = parted(balances, ({ ofHeld }) => ofHeld.size, areFew);
  return balances.map((one) =>
    hidden.includes(one) ? { ...one.sum, annualNok: undefined, heldNok: undefined } : one.sum,
  );
}

/** Those that are few, with the next smallest until they are enough together; and all others. */
function parted(
  balances: readonly Balance[],
  size: (balance: Balance) => number,
  areFew: (some: readonly Balance[]) => boolean,
): [together: Balance[], rest: Balance[]] {
  const ascending = balances.toSorted((one, other) => size(one) - size(other));
  const together = ascending.filter((one) => areFew([one]));
  const rest = ascending.filter((one) => !together.includes(one));
  for (const next of rest.filter((one) => size(one) > 0)) {
    if (!areFew(together)) break;
    together.push(next);
  }
  return [together, rest.filter((one) => !together.includes(one))];
}

function joinedSums(balances: readonly Balance[]): Balance {
  const add = (of: (sum: Exact) => number): number => balances.reduce((total, { sum }) => total + of(sum), 0);
  const sum = {
    grantYear: balances[0]?.sum.grantYear ?? 0,
    component: 'various',
    annualNok: add(({ annualNok }) => annualNok),
    postedBeforeNok: add(({ postedBeforeNok }) => postedBeforeNok),
    linesNok: add(({ linesNok }) => linesNok),
    dueLaterNok: add(({ dueLaterNok }) => dueLaterNok),
    heldNok: add(({ heldNok }) => heldNok),
  };
  return {
    sum,
    persons: 0,
    isTold: false,
    ofLines: new Set(),
    ofHeld: new Set(balances.flatMap(({ ofHeld }) => [...ofHeld])),
  };
}

function union(balances: readonly Balance[], of: (balance: Balance) => ReadonlySet<string>): number {
  return new Set(balances.flatMap((balance) => [...of(balance)])).size;
}
