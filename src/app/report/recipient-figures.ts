import {
  asRecipientCode,
  type Component,
  csvRecords,
  FEWEST_PERSONS,
  formatRecipientCode,
  NO_PERSON,
  nettingGroupOf,
  parseComponent,
} from '../../domain';
import type { Ledger } from '../../ledger';
import type { OpenRun } from '../explain/open-run-context';

/** Persons kept apart: more than the threshold asks for. */
export const PERSONS_KEPT = 2 * FEWEST_PERSONS;

/** Lines of a run, added up for a recipient and component. */
export interface LineSum {
  sumNok: number;
  /** Persons of the lines, the first of them. */
  readonly persons: Set<number>;
}

/** What a recipient has of a component, exact. */
export interface ComponentFigures {
  readonly component: Component;
  /** Size of the year (sizing.csv). */
  persons: number;
  annualNok: number;
  /** Lines of the run, and of the one posted before it. */
  readonly now: LineSum;
  readonly last: LineSum;
}

/** Figures by recipient and then component. */
export type FiguresByRecipient = ReadonlyMap<string, ReadonlyMap<Component, ComponentFigures>>;

/** Stands in sizing.csv for what is held; it is no recipient. */
export const HELD_RECIPIENT = 'HELD';

/**
 * What every recipient has: size of the year, lines of the run, lines of the run before.
 *
 * @param lastRunId undefined where nothing was posted before
 */
export function recipientFigures(context: OpenRun, ledger: Ledger, lastRunId: string | undefined): FiguresByRecipient {
  const all = new Map<string, Map<Component, ComponentFigures>>();
  const find = (recipient: string, component: Component): ComponentFigures => {
    const own = all.get(recipient) ?? new Map<Component, ComponentFigures>();
    all.set(recipient, own);
    const found = own.get(component) ?? emptyFigures(component);
    own.set(component, found);
    return found;
  };
  for (const { cell } of csvRecords(context.sealedText('sizing.csv'))) {
    const component = parseComponent(cell('component'));
    if (component === undefined || cell('recipient_id') === HELD_RECIPIENT) continue;
    const figures = find(cell('recipient_id'), component);
    figures.persons += Number(cell('persons'));
    figures.annualNok += Number(cell('annual_amount'));
  }
  addLines(ledger, context.batch.runId, (recipient, component) => find(recipient, component).now);
  if (lastRunId !== undefined) addLines(ledger, lastRunId, (recipient, component) => find(recipient, component).last);
  return all;
}

function emptyFigures(component: Component): ComponentFigures {
  const none = (): LineSum => ({ sumNok: 0, persons: new Set() });
  return { component, persons: 0, annualNok: 0, now: none(), last: none() };
}

function addLines(ledger: Ledger, runId: string, find: (recipient: string, component: Component) => LineSum): void {
  for (const { recipient, component, personId, amountNok } of ledger.linesOf(runId)) {
    const sum = find(formatRecipientCode(asRecipientCode(recipient)), component);
    sum.sumNok += amountNok;
    // Somebody deleted from the ledger stays somebody: each counts as one of their own.
    if (personId !== NO_PERSON && sum.persons.size < PERSONS_KEPT) sum.persons.add(personId ?? -sum.persons.size - 1);
  }
}

/** Persons behind a component of a recipient, in the year or in a run: the most. */
export function mostPersons({ persons, now, last }: ComponentFigures): number {
  return Math.max(persons, now.persons.size, last.persons.size);
}

/** Persons behind the payment of a netting group: at least so many. */
export function personsOfGroup(own: ReadonlyMap<Component, ComponentFigures> | undefined, group: string): number {
  const inGroup = [...(own?.values() ?? [])].filter(({ component }) => nettingGroupOf(component) === group);
  return Math.max(0, ...inGroup.map(mostPersons));
}
