import {
  asDay,
  assert,
  at,
  type CaseAct,
  type CodeTranslation,
  componentOrdinal,
  emptyLine,
  type Finding,
  finding,
  HELD,
  i32,
  LINE_REASON,
  type Line,
  LineTable,
  lastDayOfYear,
  payoutCodesOf,
  Settlement,
  u8,
} from '../domain';
import type { RunState } from './run-state';
import { placeOfBasis } from './settle';

/** Lines of one grant year and component. */
export interface LinesOfComponent {
  readonly grantYear: number;
  readonly ordinal: number;
  readonly lines: LineTable;
}

/**
 * Adjustments of cases (rulebook 9a): money beside register and true-up, one line each in the first run that has their
 * component; read by netting alone. One under a block, if it pays, or without a recipient that can be named, waits.
 *
 * @param firstLeaf number of the trace's next leaf; each adjustment has one
 */
export function adjustmentLines(state: RunState, firstLeaf: number): Line[] {
  const { trace, held } = state;
  const waiting = new Map<string, { act: CaseAct; sumNok: number }>();
  const settlement = new Settlement();
  const lines = adjustmentsOfRun(state).flatMap((act, place): Line[] => {
    settleAdjustment(state, act, settlement);
    const ordinal = ordinalOf(act);
    trace.adjustment(firstLeaf + place, act.personId, act.act, act.grantYear, ordinal, settlement);
    if (at(settlement.differenceHeld, 0) === HELD.none) return [lineOf(act, settlement, firstLeaf + place)];
    const key = `${act.grantYear} ${ordinal} ${act.personId}`;
    waiting.set(key, { act, sumNok: (waiting.get(key)?.sumNok ?? 0) + act.amount });
    return [];
  });
  for (const { act, sumNok } of waiting.values()) {
    const { grantYear, component, personId } = act;
    if (sumNok === 0 || component === '') continue;
    held.push({
      grantYear,
      component,
      personId,
      annualAmountNok: null,
      heldAmountNok: sumNok,
      reason: 'adjustment_waits',
    });
  }
  return lines;
}

/** A warning for each adjustment whose code is none of its component's: it is paid under the code that the case gives. */
export function reportOddCodes(state: Pick<RunState, 'cases' | 'request'>): Finding[] {
  return adjustmentsOfRun(state).flatMap(({ act, caseNumber, component, code }): Finding[] => {
    const codes = component === '' ? [] : payoutCodesOf(component);
    if (component === '' || codes.includes(code)) return [];
    return [finding('warning', 'CASE_CODE_UNKNOWN', {}, { caseNumber, act, component, code, codes: codes.join(', ') })];
  });
}

/** Adjustments that a run has a leaf of, in the order in which they were confirmed. */
export function adjustmentsOfRun({ cases, request }: Pick<RunState, 'cases' | 'request'>): CaseAct[] {
  return cases
    .filter(({ kind, grantYear }) => kind === 'adjustment' && grantYear <= request.grantYear)
    .filter(({ component }) => component !== '' && !request.excluded.includes(component))
    .sort((a, b) => a.order - b.order);
}

function settleAdjustment({ rules, cutOff, blocks }: RunState, act: CaseAct, settlement: Settlement): void {
  const ofYear = rules.places.translationTo(asDay(lastDayOfYear(act.grantYear)));
  const basis = i32(ofYear.target, act.recipient);
  settlement.reset();
  settlement.cumulativeDueNok = act.amount;
  const place = placeOfBasis(settlement, basis);
  settlement.dueNok[place] = act.amount;
  settlement.differenceNok[place] = act.amount;
  settlement.recipients[place] = i32(cutOff.target, basis);
  const key = { grantYear: act.grantYear, component: ordinalOf(act), personId: act.personId };
  const isBlocked = act.amount > 0 && blocks.actOf(key, basis, i32(cutOff.target, basis)) !== undefined;
  if (isBlocked || isStopped(ofYear, act.recipient) || isStopped(cutOff, basis)) {
    settlement.differenceHeld[place] = HELD.adjustmentWaits;
  }
}

function isStopped({ stopped }: CodeTranslation, code: number): boolean {
  return u8(stopped, code) === 1;
}

function ordinalOf({ component }: CaseAct): number {
  assert(component !== '', 'an adjustment names its component');
  return componentOrdinal(component);
}

function lineOf(act: CaseAct, settlement: Settlement, leaf: number): Line {
  return {
    ...emptyLine(),
    grantYear: act.grantYear,
    component: ordinalOf(act),
    code: act.code,
    personId: act.personId,
    basisRecipient: at(settlement.basisRecipients, 0),
    recipient: at(settlement.recipients, 0),
    annualAmountNok: -1,
    cumulativeDueNok: act.amount,
    amountNok: act.amount,
    reason: LINE_REASON.adjustment,
    act: act.act,
    traceLeaf: leaf,
  };
}

/** All lines in their order, each adjustment behind the line of the same key. */
export function withAdjustments(computed: readonly LinesOfComponent[], adjustments: readonly Line[]): LineTable {
  const known = computed.map(({ grantYear, ordinal }) => keyOf(grantYear, ordinal));
  const others = new Map(adjustments.map((line) => [keyOf(line.grantYear, line.component), line]));
  const tables: LinesOfComponent[] = [...computed];
  for (const [key, { grantYear, component }] of others) {
    if (!known.includes(key)) tables.push({ grantYear, ordinal: component, lines: new LineTable() });
  }
  tables.sort((a, b) => a.grantYear - b.grantYear || a.ordinal - b.ordinal);
  return LineTable.concatenate(
    tables.map(({ grantYear, ordinal, lines }) => {
      const own = adjustments.filter((line) => line.grantYear === grantYear && line.component === ordinal);
      return own.length === 0 ? lines : mergedLines(lines, own);
    }),
  );
}

function mergedLines(lines: LineTable, adjustments: readonly Line[]): LineTable {
  // Stable: adjustments of one key stay in the order in which they were confirmed.
  const waiting = adjustments.toSorted(compareKeys);
  const merged = new LineTable();
  let next = 0;
  const pushBefore = (line: Line | undefined): void => {
    for (let one = waiting[next]; one && (!line || compareKeys(one, line) < 0); one = waiting[next]) {
      merged.push(one);
      next += 1;
    }
  };
  for (const line of lines) {
    pushBefore(line);
    merged.push(line);
  }
  pushBefore(undefined);
  return merged;
}

function compareKeys(a: Line, b: Line): number {
  return a.personId - b.personId || a.basisRecipient - b.basisRecipient;
}

function keyOf(grantYear: number, ordinal: number): string {
  return `${grantYear} ${ordinal}`;
}
