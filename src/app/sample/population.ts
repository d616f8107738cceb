import { moduleFor } from '../../../rules';
import type { SampleItem, Stratum } from '../../audit';
import { COMPONENTS, csvRecords, NO_PERSON } from '../../domain';
import { mayNotShow, protectedLeaves, type RunContext } from '../../explain';
import { WITHHELD_REASONS } from '../approve/withheld';

/** An item with what a controller sees of it. */
export interface PopulationItem extends SampleItem {
  readonly grantYear: string;
  readonly component: string;
  /** Pseudonym, empty for a component without persons. */
  readonly person: string;
  /** Empty for a protected address and for held amounts. */
  readonly recipientId: string;
  /** Of somebody with a protected address, or of whom nothing is known. */
  readonly isProtected: boolean;
  /** Reason of the line or of the hold; empty where it would tell of a protected place. */
  readonly reason: string;
  /** 12 digits, to look up; never written. Empty for none. */
  readonly personRef: string;
}

/** Everything of a run that can be drawn: its lines and its held amounts. */
export function populationOf(context: RunContext, pseudonymOf: (personId: number) => string): PopulationItem[] {
  return [...lineItems(context), ...heldItems(context, pseudonymOf)];
}

function lineItems(context: RunContext): PopulationItem[] {
  const hidden = protectedLeaves(context);
  const paidBefore = new Set(csvRecords(context.sealedText('posted_before.csv')).map(({ cell }) => cell('person_ref')));
  return csvRecords(context.sealedText('payout_lines.csv')).map(({ cell }) => {
    const leaf = Number(cell('trace_id').split('.')[0]);
    const person = cell('person_ref') === '' ? '' : context.trace.pseudonym(leaf);
    return {
      id: cell('line_id'),
      stratum: stratumOf({
        reason: cell('reason'),
        isProtected: hidden.has(leaf),
        isNewRule: isNewRule(cell('component'), Number(cell('grant_year'))),
        isNewPerson: person !== '' && !paidBefore.has(person),
      }),
      amountNok: Number(cell('amount')),
      grantYear: cell('grant_year'),
      component: cell('component'),
      person,
      recipientId: hidden.has(leaf) ? '' : cell('recipient_id'),
      isProtected: hidden.has(leaf),
      reason: cell('reason'),
      personRef: cell('person_ref'),
    };
  });
}

/** Reasons that speak of a kommune that was split: in some years only one was. Not told of a protected person. */
const PLACE_REASONS = ['no_unique_successor', 'difference_no_unique_successor', 'waits_for_held_correction'];

/** Reasons of persons of whom the run's own extract tells nothing. */
const WITHHELD: readonly string[] = WITHHELD_REASONS;

/** What is read of a run to tell whose its held amounts are. */
export type HeldOfRun = Pick<RunContext, 'sealedText' | 'protection'>;

/** Names of the held amounts of persons with a protected address, or of whom nothing is known: their stratum does not tell them. */
export function hiddenHeld(context: HeldOfRun): ReadonlySet<string> {
  const rows = csvRecords(context.sealedText('held.csv')).filter(
    ({ cell }) => WITHHELD.includes(cell('reason')) || mayNotShow(context, Number(cell('person_ref')) || NO_PERSON),
  );
  return new Set(rows.map(({ line }) => `held-${line}`));
}

function heldItems(context: RunContext, pseudonymOf: (personId: number) => string): PopulationItem[] {
  const hidden = hiddenHeld(context);
  return csvRecords(context.sealedText('held.csv')).map(({ line, cell }) => {
    const isProtected = hidden.has(`held-${line}`);
    return {
      id: `held-${line}`,
      stratum: 'held',
      amountNok: Number(cell('held_amount')),
      grantYear: cell('grant_year'),
      component: cell('component'),
      person: cell('person_ref') === '' ? '' : pseudonymOf(Number(cell('person_ref'))),
      recipientId: '',
      isProtected,
      reason: PLACE_REASONS.includes(cell('reason')) && isProtected ? '' : cell('reason'),
      personRef: cell('person_ref'),
    };
  });
}

/** What decides the stratum of a line. */
export interface LineFacts {
  readonly reason: string;
  readonly isProtected: boolean;
  readonly isNewRule: boolean;
  readonly isNewPerson: boolean;
}

/** The stratum of a line: the first that fits. */
export function stratumOf({ reason, isProtected, isNewRule, isNewPerson }: LineFacts): Stratum {
  if (isProtected) return 'protected';
  if (reason === 'correction' || reason === 'arrears') return reason;
  if (isNewRule) return 'new_rule';
  return isNewPerson ? 'first_time' : 'regular';
}

/** The grant year is the first of the component's rule module. */
export function isNewRule(component: string, grantYear: number): boolean {
  const known = COMPONENTS.find((each) => each === component);
  return known !== undefined && moduleFor(known, grantYear)?.firstGrantYear === grantYear;
}
