import { at, type CaseActKind, COMPONENTS, isCounted, type PlaceRegister } from '../../domain';
import type { Ledger } from '../../ledger';
import { type CountLine, type PinnedCount, pinnedMoney } from './pinned-money';

/** An act of a case that a run read, with the money of its own lines. */
export interface ActOfRun {
  readonly caseNumber: number;
  readonly act: number;
  readonly kind: CaseActKind;
  /** Lines of an adjustment, or of the grunntilskudd of a pinned count; every other act has none of its own. */
  readonly lines: number;
  readonly amountNok: number;
}

/**
 * The acts with what the lines of a run have of each, in the order of their numbers.
 *
 * @param acts in the order of their confirmation
 */
export function actsOfLines(
  acts: readonly (Pick<ActOfRun, 'caseNumber' | 'act' | 'kind'> & PinnedCount)[],
  lines: Iterable<CountLine & { readonly act: number; readonly component: number }>,
  places: Pick<PlaceRegister, 'translationTo'>,
): ActOfRun[] {
  if (acts.length === 0) return [];
  const counted: CountLine[] = [];
  const sums = new Map(acts.map(({ act }) => [act, { lines: 0, amountNok: 0 }]));
  for (const { act, component, grantYear, basisRecipient, amountNok } of lines) {
    if (act === 0 && isCounted(at(COMPONENTS, component))) counted.push({ grantYear, basisRecipient, amountNok });
    const sum = act === 0 ? undefined : sums.get(act);
    if (sum === undefined) continue;
    sum.lines += 1;
    sum.amountNok += amountNok;
  }
  const pins = pinnedMoney(
    acts.filter(({ kind }) => kind === 'pin_count'),
    counted,
    places,
  );
  return [...acts]
    .sort((a, b) => a.act - b.act)
    .map(({ caseNumber, act, kind }) => ({
      caseNumber,
      act,
      kind,
      lines: 0,
      amountNok: 0,
      ...sums.get(act),
      ...pins.get(act),
    }));
}

/** An act that is not done with: it waits for another to confirm it, or it holds until it is withdrawn. */
export interface OpenAct {
  readonly caseNumber: number;
  readonly act: number;
  readonly kind: CaseActKind;
  readonly state: 'proposed' | 'in_force';
  /** Last day of a block, empty for none. */
  readonly until: string;
  /** Nobody can confirm it any more: it would end an act that has ended or was posted for good. */
  readonly isIdle: boolean;
}

/** Acts of all cases that are proposed, or in force and not posted for good. */
export function openActs(ledger: Ledger): OpenAct[] {
  const all = ledger.cases().flatMap(({ acts }) => acts);
  const canEnd = new Set(
    all.flatMap(({ act, state, postedBy }) => (state === 'in_force' && postedBy === '' ? [act] : [])),
  );
  return all.flatMap(({ caseNumber, act, state, postedBy, deletedIn, details }): OpenAct[] => {
    const { kind, toDay, withdraws } = details;
    if (deletedIn > 0) return [];
    const isOpen = state === 'proposed' || (state === 'in_force' && postedBy === '' && kind !== 'withdrawal');
    const isIdle = kind === 'withdrawal' && !canEnd.has(withdraws);
    return isOpen ? [{ caseNumber, act, kind, state, until: toDay, isIdle }] : [];
  });
}
