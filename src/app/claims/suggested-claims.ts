import { moduleFor, type RuleSet } from '../../../rules';
import {
  asRecipientCode,
  COMPONENTS,
  type CodeTranslation,
  formatRecipientCode,
  i32,
  type NettingGroup,
  nettingGroupOf,
  u8,
} from '../../domain';
import { cutOffDate } from '../../engine';
import type { CarriedStep, Ledger, LineSum } from '../../ledger';
import { withLedger } from '../acts/act';
import { loadShippedRules } from '../shipped-rules';

/** Posted terms without any movement after which a balance is proposed as a claim (rulebook 9a). */
const TERMS_UNMOVED = 4;

export type ClaimGround = 'unmoved' | 'recipient_ended' | 'group_ended';

/** Lines of a batch behind a balance. */
export type ShownLineSum = Omit<LineSum, 'recipient'> & { readonly recipientId: string };

/** A balance that is proposed as a claim, with what it comes of. */
export interface SuggestedClaim {
  readonly recipientId: string;
  readonly group: NettingGroup;
  /** Kroner owed, above 0; what is claimed already is left out. */
  readonly owedNok: number;
  /** Posted terms, supplements apart, since it last moved. */
  readonly terms: number;
  readonly grounds: readonly ClaimGround[];
  /** Lines since the balance was last nothing, also those under earlier numbers. */
  readonly lines: readonly ShownLineSum[];
}

/** Balances that are proposed as claims: not moved for four posted terms, or of a recipient or grant that has ended. */
export function suggestedClaims(db: string): SuggestedClaim[] {
  const { places } = loadShippedRules();
  return withLedger(db, true, (ledger) => {
    const steps = ledger.carriedHistory();
    const last = steps.findLast(({ kind }) => kind === 'run');
    if (last === undefined) return [];
    const cells = playBalances(steps, places);
    const today = places.translationTo(cutOffDate(last.grantYear, last.term));
    const found = ledger.postedState().balances.flatMap(({ recipient, group, balanceNok }) => {
      const cell = cells.get(keyOf(recipient, group));
      const terms = cell?.terms ?? 0;
      const grounds: ClaimGround[] = [
        ...(terms >= TERMS_UNMOVED ? (['unmoved'] as const) : []),
        ...(hasEnded(recipient, today, places) ? (['recipient_ended'] as const) : []),
        ...(isOver(group, last.grantYear) ? (['group_ended'] as const) : []),
      ];
      return grounds.length === 0 ? [] : [{ recipient, group, owedNok: -balanceNok, terms, grounds, cell }];
    });
    return withLines(ledger, steps, found);
  });
}

/** How a balance stands in the walk through the batches. */
interface CellState {
  readonly balanceNok: number;
  readonly terms: number;
  /** Place of the batch in which it was last nothing. */
  readonly since: number;
  /** Every number that it stood under since. */
  readonly codes: readonly number[];
}

const keyOf = (recipient: number, group: NettingGroup): string => `${recipient} ${group}`;

function playBalances(steps: readonly CarriedStep[], places: RuleSet['places']): Map<string, CellState> {
  const cells = new Map<string, CellState>();
  steps.forEach((step, place) => {
    const isTerm = step.kind === 'run' && step.supplementNumber === 0;
    const target = step.kind === 'run' ? places.translationTo(cutOffDate(step.grantYear, step.term)) : undefined;
    const touched = new Map(step.cells.map((cell) => [keyOf(cell.recipient, cell.group), cell]));
    const leaving = target === undefined ? new Map<string, CellState[]>() : leavingTo(step, cells, target);
    for (const [key, { recipient, linesNok, paidNok, movedNok }] of touched) {
      const before = cells.get(key);
      const came = leaving.get(key) ?? [];
      const parts = [...(before === undefined ? [] : [before]), ...came];
      const balanceNok = (before?.balanceNok ?? 0) + linesNok - paidNok + movedNok;
      const isNew = linesNok !== 0 || paidNok !== 0 || parts.length === 0;
      const terms = isNew ? 0 : Math.min(...parts.map((part) => part.terms)) + (isTerm ? 1 : 0);
      const since = Math.min(place, ...parts.map((part) => part.since));
      const codes = [...new Set([recipient, ...parts.flatMap((part) => part.codes)])];
      cells.set(key, { balanceNok, terms, since, codes });
      if (balanceNok === 0) cells.delete(key);
    }
    if (!isTerm) return;
    for (const [key, cell] of cells) if (!touched.has(key)) cells.set(key, { ...cell, terms: cell.terms + 1 });
  });
  return cells;
}

/** Balances that a batch moves away from a number that no longer holds, by the cell that they go to. */
function leavingTo(
  { cells: touched }: CarriedStep,
  cells: ReadonlyMap<string, CellState>,
  { target }: CodeTranslation,
): Map<string, CellState[]> {
  const leaving = new Map<string, CellState[]>();
  for (const { recipient, group, movedNok } of touched) {
    const state = cells.get(keyOf(recipient, group));
    const to = keyOf(i32(target, recipient), group);
    if (movedNok > 0 && state !== undefined) leaving.set(to, [...(leaving.get(to) ?? []), state]);
  }
  return leaving;
}

/** Whether nobody stands under a number any more: it was split, or it ended without a successor. */
function hasEnded(recipient: number, { on, target, stopped }: CodeTranslation, places: RuleSet['places']): boolean {
  if (u8(stopped, recipient) === 1) return true;
  const code = i32(target, recipient);
  const periods = places.places.filter((place) => place.code === code);
  return periods.length > 0 && !periods.some(({ validFrom, validTo }) => validFrom <= on && on < validTo);
}

/** Whether no grant of a group is given any more: not in the year of the last run, nor in the one before, which it trues up. */
function isOver(group: NettingGroup, grantYear: number): boolean {
  const components = COMPONENTS.filter((component) => nettingGroupOf(component) === group);
  return [grantYear - 1, grantYear].every((year) => components.every((one) => moduleFor(one, year) === undefined));
}

type Found = Omit<SuggestedClaim, 'recipientId' | 'lines'> & {
  readonly recipient: number;
  readonly cell: CellState | undefined;
};

function withLines(ledger: Ledger, steps: readonly CarriedStep[], found: readonly Found[]): SuggestedClaim[] {
  const recipients = [...new Set(found.flatMap(({ cell, recipient }) => [recipient, ...(cell?.codes ?? [])]))];
  const sums = ledger.lineSumsOf(recipients);
  const placeOf = new Map(steps.map(({ runId }, place) => [runId, place]));
  return found.map(({ cell, recipient, ...claim }) => ({
    ...claim,
    recipientId: formatRecipientCode(asRecipientCode(recipient)),
    lines: sums
      .filter((row) => row.group === claim.group && (cell?.codes ?? [recipient]).includes(row.recipient))
      .filter((row) => (placeOf.get(row.runId) ?? 0) >= (cell?.since ?? 0))
      .map(({ recipient: code, ...row }) => ({ ...row, recipientId: formatRecipientCode(asRecipientCode(code)) })),
  }));
}
