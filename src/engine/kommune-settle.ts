import {
  asRecipientCode,
  at,
  type CodeTranslation,
  type Finding,
  type FrozenGrant,
  finding,
  formatRecipientCode,
  HELD,
  HELD_REASONS,
  type HeldRow,
  i32,
  type KommuneRecord,
  NO_PERSON,
  type PostedEntry,
  payoutCode,
  Settlement,
  type TraceSink,
  u8,
} from '../domain';
import type { Blocks } from './blocks';
import { emitHeld, emitLines } from './emit';
import type { SuccessorOf } from './pinned-successors';
import type { ComponentPlan } from './plan';
import { placeOfBasis, settleDifferences } from './settle';
import type { Tally } from './tally';

/** Amount of one kommune for a component without persons. */
export interface KommuneDue {
  readonly record: KommuneRecord;
  /** Due at the run's term, whole kroner. */
  readonly dueNok: number;
  /** False for a kommune that gets nothing: its lines carry share 0 and the code of the last posting. */
  readonly entitled: boolean;
  /** What is posted stands, whatever has become of its code: a frozen count of which nobody has decided otherwise. */
  readonly stands?: boolean;
}

const settlement = new Settlement();

/**
 * Lines, holds and trace of the kommuner of one component (rulebook 5.1, 5.3, 6). Each kommune stands alone: no
 * difference waits for another. Returns the number of leaves told to the trace.
 */
export function settleKommuner(
  plan: ComponentPlan,
  dues: readonly KommuneDue[],
  posted: readonly PostedEntry[],
  cutOff: CodeTranslation,
  tally: Tally,
  held: HeldRow[],
  trace: TraceSink,
  firstLeaf: number,
  {
    blocks,
    successorOf,
    frozen,
    ...report
  }: {
    readonly findings: Finding[];
    readonly isLastTerm: boolean;
    readonly blocks: Blocks;
    readonly successorOf: SuccessorOf | undefined;
    /** Takes grants that are not posted, of the run that freezes their count. */
    readonly frozen: FrozenGrant[] | undefined;
  },
): number {
  const { target, stopped } = plan.context.translation;
  const byKommune = new Map(dues.map((due) => [due.record.kommune, due]));
  const kommuner = new Set(byKommune.keys());
  for (const entry of posted) kommuner.add(i32(target, entry.basisRecipient));
  const row = tally.row(plan);
  const rows: HeldRow[] = [];
  let leaf = firstLeaf;
  for (const kommune of [...kommuner].sort((a, b) => a - b)) {
    const due = byKommune.get(kommune) ?? { record: emptyRecord(kommune), dueNok: 0, entitled: false };
    const mine = posted.filter((entry) => i32(target, entry.basisRecipient) === kommune);
    const isStopped = u8(stopped, kommune) === 1;
    fillSettlement(kommune, due, mine, isStopped);
    settleDifferences(settlement, cutOff, successorOf, false);
    blocks.hold({ grantYear: plan.grantYear, component: plan.ordinal, personId: NO_PERSON }, settlement);
    frozen?.push(...unpostedGrant(plan, due, settlement));
    const facts = {
      grantYear: plan.grantYear,
      component: plan.component,
      ordinal: plan.ordinal,
      isCurrentYear: plan.isCurrentYear,
      personId: NO_PERSON,
      annualAmountNok: due.record.annualAmountNok,
      code: due.entitled ? payoutCode(plan.component, 0, due.record.rateClass) : '',
      traceLeaf: leaf,
      traceRecord: 0,
    };
    row.linesNok += emitLines(facts, settlement, mine, target, plan.lines);
    row.heldNok += emitHeld(facts, settlement, rows);
    reportHeldDifference(plan, kommune, settlement, report.isLastTerm, report.findings);
    row.annualNok += due.dueNok;
    for (const entry of mine) row.postedBeforeNok += entry.amountNok;
    trace.kommune(leaf, plan.grantYear, plan.ordinal, due.record, settlement);
    leaf += 1;
  }
  held.push(...sumByReason(rows));
  return leaf - firstLeaf;
}

/** The grant of a kommune to which something is due that is held. */
function unpostedGrant(
  { grantYear, component }: ComponentPlan,
  { record, dueNok, entitled }: KommuneDue,
  { differenceNok, differenceHeld, heldDueNok }: Settlement,
): FrozenGrant[] {
  const isHeld = at(differenceNok, 0) > 0 && at(differenceHeld, 0) !== HELD.none;
  if (!entitled || (!isHeld && at(heldDueNok, 0) === 0)) return [];
  const { kommune: basisRecipient, count: persons, rateClass } = record;
  const reason = at(HELD_REASONS, isHeld ? at(differenceHeld, 0) : HELD.noUniqueSuccessor);
  return [{ grantYear, component, basisRecipient, persons, rateClass, amountNok: dueNok, reason }];
}

function fillSettlement(kommune: number, due: KommuneDue, posted: readonly PostedEntry[], isStopped: boolean): void {
  settlement.reset();
  settlement.cumulativeDueNok = due.dueNok;
  settlement.wholeHeld = HELD.none;
  const place = placeOfBasis(settlement, kommune);
  settlement.shareNumerators[place] = due.entitled ? 1 : 0;
  const list = isStopped && !due.stands ? settlement.heldDueNok : settlement.dueNok;
  list[place] = due.dueNok;
  for (const entry of posted) settlement.postedNok[place] = at(settlement.postedNok, place) + entry.amountNok;
}

function emptyRecord(kommune: number): KommuneRecord {
  return {
    kommune,
    count: 0,
    teachingHundredths: 0,
    participantHundredths: 0,
    rateIndexes: [],
    rateClass: 0,
    annualAmountNok: 0,
  };
}

/** What a kommune is due by a grant that was frozen. */
export function frozenDue({ basisRecipient, persons, rateClass, amountNok }: FrozenGrant): KommuneDue {
  const record = { ...emptyRecord(basisRecipient), count: persons, rateClass, annualAmountNok: amountNok };
  return { record, dueNok: amountNok, entitled: true };
}

/** What is posted to each kommune of which `isOpen` says that nothing is decided, as its due: it stands. */
export function standingDues(
  plan: ComponentPlan,
  posted: readonly PostedEntry[],
  isOpen: (kommune: number) => boolean,
): KommuneDue[] {
  const { target } = plan.context.translation;
  const sums = new Map<number, number>();
  for (const { basisRecipient, amountNok } of posted) {
    const kommune = i32(target, basisRecipient);
    sums.set(kommune, (sums.get(kommune) ?? 0) + amountNok);
  }
  return [...sums]
    .filter(([kommune]) => !isOpen(kommune))
    .map(([kommune, amountNok]) => {
      const record = { ...emptyRecord(kommune), annualAmountNok: amountNok };
      return { record, dueNok: amountNok, entitled: false, stands: true };
    });
}

/** A difference under a split code is an error in the last term (rulebook 6), else a warning. */
function reportHeldDifference(
  plan: ComponentPlan,
  code: number,
  { differenceHeld, differenceNok }: Settlement,
  isLastTerm: boolean,
  findings: Finding[],
): void {
  if (!differenceHeld.includes(HELD.differenceNoUniqueSuccessor)) return;
  const kommune = formatRecipientCode(asRecipientCode(code));
  const where = { year: plan.grantYear, component: plan.component, kommune };
  const params = { ...where, differenceNok: at(differenceNok, 0) };
  findings.push(finding(isLastTerm ? 'error' : 'warning', 'DIFFERENCE_WITHOUT_SUCCESSOR', { kommune }, params));
}

/** One held row a reason (data contract 4): the component has no person to tell its kommuner apart. */
function sumByReason(rows: readonly HeldRow[]): HeldRow[] {
  const sums = new Map<string, HeldRow>();
  for (const row of rows) {
    const known = sums.get(row.reason);
    sums.set(
      row.reason,
      known
        ? {
            ...row,
            annualAmountNok: add(known.annualAmountNok, row.annualAmountNok),
            heldAmountNok: add(known.heldAmountNok, row.heldAmountNok),
          }
        : row,
    );
  }
  return [...sums.values()].filter((row) => row.heldAmountNok !== 0);
}

function add(a: number | null, b: number | null): number {
  return (a ?? 0) + (b ?? 0);
}
