import {
  componentOfCell,
  type Effects,
  type PersonReason,
  type Reason,
  rateClassOfCell,
  reasonsBetween,
  type SlotChange,
  type Stage,
  slotChanges,
  yearNumberOfCell,
} from '../../analysis';
import { assert, at, COMPONENTS, type Component, componentOrdinal, NO_RECIPIENT, RATE_CLASSES } from '../../domain';
import type { ProvisionStage } from './provisions';

/** One reason of a difference: what persons did, a provision of the law, or the rate of a cell. */
export interface Why {
  readonly effect: 'persons' | 'rule' | 'rate';
  /** A reason of REASONS, a key of a limit, `rules`, or a cell: `persontilskudd.year2/high`. */
  readonly what: string;
  readonly component: Component;
  readonly amountNok: number;
}

/** The same of one recipient. */
export interface RecipientWhy extends Why {
  readonly recipient: number;
}

/** Everything that makes the difference of two sizings, adding up to the krone for every recipient and component. */
export interface Reasoned {
  readonly rows: readonly RecipientWhy[];
  /** Sums over recipients, in the order in which they are told, with the distinct persons of each where it is of persons. */
  readonly sums: readonly (Why & { readonly persons: number | undefined })[];
  /** Reasons of persons, in the order of their ids. */
  readonly persons: readonly (Pick<PersonReason, 'personId' | 'amountNok'> & {
    readonly component: Component;
    readonly reason: Reason;
  })[];
}

/** What a comparison rests on. */
interface Compared {
  readonly stages: readonly Stage[];
  readonly provisions: readonly ProvisionStage[];
  readonly codes: Int32Array;
  readonly yearsPaid: number;
  readonly rows: readonly (Effects & { readonly recipient: number; readonly component: Component })[];
}

/** Parts population and data by reason, the rule effect by provision and the rate effect by cell. */
export function whyOf({ stages, provisions, codes, yearsPaid, rows }: Compared): Reasoned {
  const [first, third, fourth, fifth] = [0, 2, 3, 4].map((stage) => at(stages, stage));
  assert(first !== undefined && third !== undefined, 'a comparison has five stages');
  assert(fourth !== undefined && fifth !== undefined, 'a comparison has five stages');
  const ofKommuner = rows.map(({ recipient, component, populationNok, dataNok }) => {
    return { recipient, ordinal: componentOrdinal(component), amountNok: populationNok + dataNok };
  });
  const reasons = reasonsBetween(first, third, codes, yearsPaid, ofKommuner);
  const persons = reasons.rows.map(({ recipient, ordinal, reason, amountNok }): RecipientWhy => {
    return { effect: 'persons', what: reason, component: at(COMPONENTS, ordinal), recipient, amountNok };
  });
  let before: Stage = third;
  const rule = provisions.flatMap((stage) => {
    const changes = slotChanges(before, stage, codes);
    before = stage;
    return changes.map((change) => whyOfSlot('rule', stage.provision, change));
  });
  const rate = slotChanges(fourth, fifth, codes).map((change) => whyOfSlot('rate', cellName(change.cell), change));
  const all = joined([...persons, ...rule, ...rate]);
  expectWhole(all, rows);
  const sums = joined(all.map((one) => ({ ...one, recipient: NO_RECIPIENT })));
  const ofPersons = reasons.persons.map(({ ordinal, ...one }) => ({ ...one, component: at(COMPONENTS, ordinal) }));
  const counts = new Map<string, number>();
  for (const { component, reason } of ofPersons) {
    counts.set(`${reason} ${component}`, (counts.get(`${reason} ${component}`) ?? 0) + 1);
  }
  const personsOf = ({ effect, what, component }: Why): number | undefined =>
    effect === 'persons' ? counts.get(`${what} ${component}`) : undefined;
  return { rows: all, sums: sums.map((one) => ({ ...one, persons: personsOf(one) })), persons: ofPersons };
}

function whyOfSlot(effect: 'rule' | 'rate', what: string, { recipient, ordinal, amountNok }: SlotChange): RecipientWhy {
  return { effect, what, component: at(COMPONENTS, ordinal), recipient, amountNok };
}

/** `persontilskudd.year2/high`, `grunntilskudd/low`. */
export function cellName(cell: number): string {
  const year = yearNumberOfCell(cell);
  const rateClass = RATE_CLASSES[rateClassOfCell(cell) - 1] ?? 'none';
  return `${componentOfCell(cell)}${year === 0 ? '' : `.year${year}`}/${rateClass}`;
}

/** Amounts of the same recipient, component and reason as one, in the order in which each first came. */
function joined(rows: readonly RecipientWhy[]): RecipientWhy[] {
  const sums = new Map<string, { -readonly [Name in keyof RecipientWhy]: RecipientWhy[Name] }>();
  for (const row of rows) {
    const key = `${row.recipient} ${row.component} ${row.effect} ${row.what}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...row });
    else sum.amountNok += row.amountNok;
  }
  return [...sums.values()].filter(({ amountNok }) => amountNok !== 0);
}

/** What is told adds up to the difference of every recipient and component; a breach is a fault of the program. */
function expectWhole(all: readonly RecipientWhy[], rows: Compared['rows']): void {
  const explainedNok = new Map<string, number>();
  for (const { recipient, component, amountNok } of all) {
    explainedNok.set(`${recipient} ${component}`, (explainedNok.get(`${recipient} ${component}`) ?? 0) + amountNok);
  }
  for (const { recipient, component, aNok, bNok } of rows) {
    const key = `${recipient} ${component}`;
    assert((explainedNok.get(key) ?? 0) === bNok - aNok, `the reasons of ${key} add up to its difference`);
  }
}
