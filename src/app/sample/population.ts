import type { SampleItem } from '../../audit';
import { csvRecords } from '../../domain';
import { protectedLeaves, type RunContext } from '../../explain';
import { isNewRule, stratumOf } from './stratum-of';

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

function heldItems(context: RunContext, pseudonymOf: (personId: number) => string): PopulationItem[] {
  const hidden = protectedLeaves(context);
  return csvRecords(context.sealedText('held.csv')).map(({ line, cell }) => {
    const person = cell('person_ref') === '' ? '' : pseudonymOf(Number(cell('person_ref')));
    const leaf = person === '' ? undefined : context.trace.findPseudonym(person);
    const isProtected = leaf !== undefined && (leaf < 0 || hidden.has(leaf));
    return {
      id: `held-${line}`,
      stratum: 'held',
      amountNok: Number(cell('held_amount')),
      grantYear: cell('grant_year'),
      component: cell('component'),
      person,
      recipientId: '',
      isProtected,
      reason: PLACE_REASONS.includes(cell('reason')) && isProtected ? '' : cell('reason'),
      personRef: cell('person_ref'),
    };
  });
}
