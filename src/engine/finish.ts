import { grunntilskuddTermOf, lintCheckSums } from '../../rules';
import {
  ASSUMPTION,
  assumptionBit,
  assumptionOfGroup,
  type ComputedComponent,
  compareHeld,
  type Finding,
  type FindingCode,
  finding,
  isCounted,
  type LimitKey,
  type LimitTable,
  NO_PERSON,
  type OpeningCoverage,
  type PostedEntry,
  type PostedState,
  type RunResult,
} from '../domain';
import { adjustmentLines, adjustmentsOfRun, reportOddCodes, withAdjustments } from './adjustments';
import { blockedAtFreeze } from './frozen-grants';
import { GrunntilskuddCount } from './grunntilskudd-count';
import { frozenDue, type KommuneDue, settleKommuner, standingDues } from './kommune-settle';
import { netPayouts } from './netting';
import { hasPinnedCounts, pinFinding } from './pinned-counts';
import { reportUnread } from './pinned-findings';
import type { ComponentPlan } from './plan';
import type { RunState } from './run-state';
import { Sizing } from './sizing';
import type { UntouchedPostings } from './withheld';

/** Everything after the last person: components per kommune, netting, findings of the whole, sorted results. */
export function finishRun(
  state: RunState,
  posted: PostedState,
  kommunePosted: readonly PostedEntry[],
  untouchedPostings: UntouchedPostings,
  counts: RunResult['counts'],
): RunResult {
  const { plan, tally, findings, held, sizing } = state;
  let leaves = counts.leaves;
  const computed: ComponentPlan[] = [...plan.perPerson];
  for (const component of [plan.countedBefore, plan.counted, plan.hourly]) {
    if (!component) continue;
    const made = settleComponent(state, component, posted, kommunePosted, leaves);
    if (made === undefined) continue;
    leaves += made;
    computed.push(component);
  }
  tally.stopIfIncomplete(state.rules.rates);
  const adjustments = adjustmentLines(state, leaves);
  leaves += adjustmentsOfRun(state).length;
  state.trace.end();
  computed.sort((a, b) => a.grantYear - b.grantYear || a.ordinal - b.ordinal);
  const lines = withAdjustments(computed, adjustments);
  const payouts = netPayouts(lines, posted.balances, state.cutOff, findings);
  const openingArrears = arrearsOnOpening(computed, posted);
  for (const row of openingArrears)
    findings.push(
      finding(
        'warning',
        'OPENING_ARREARS',
        {},
        { year: row.grantYear, component: row.component, lines: row.postings, sumNok: row.sumNok },
      ),
    );
  if (state.unknownCountryPersons > 0)
    findings.push(finding('warning', 'SIZING_WITHOUT_COUNTRY', {}, { persons: state.unknownCountryPersons }));
  findings.push(
    ...untouchedPostings.findings(),
    ...contradictedSums(state),
    ...reportUnread(state),
    ...state.withheldActs.idle(),
    ...reportOddCodes(state),
    ...state.blocks.findings(),
  );
  for (const act of state.count?.pinsThatAgree() ?? []) findings.push(pinFinding('CASE_PIN_AGREES', act));
  noteAssumptions(state, computed, payouts);
  return {
    lines,
    payouts,
    held: held.sort(compareHeld),
    frozen: state.frozen,
    sizing: sizing.rows(),
    hoursBasis: state.hoursBasis.rows(),
    findings,
    computed: computed.map(identity),
    conservation: computed.map((component) => ({ ...tally.row(component) })),
    ratesUsed: tally.ratesUsed(),
    assumptionsUsed: tally.assumptionsUsed(),
    limitsUsed: limitsUsed(state, computed),
    openingArrears,
    counts: { ...counts, leaves },
  };
}

/** Published sums of cells that the rates of the years at hand contradict (rulebook 1.1). */
function contradictedSums({ request, rules }: RunState): Finding[] {
  return lintCheckSums(rules.rates.rates)
    .filter(({ params }) => params.year === request.grantYear || params.year === request.grantYear - 1)
    .map(({ severity, params }) => finding<FindingCode>(severity, 'RATE_CHECK_SUM', {}, params));
}

/** Lines of a component per kommune; undefined where it is not due yet or frozen. Sizing is done either way. */
export function settleComponent(
  state: RunState,
  component: ComponentPlan,
  posted: PostedState,
  kommunePosted: readonly PostedEntry[],
  firstLeaf: number,
): number | undefined {
  const { rules, tally, sizing, hourGrant, findings, held, trace, cutOff } = state;
  const { rates } = rules;
  const mine = kommunePosted.filter(
    (entry) => entry.grantYear === component.grantYear && entry.component === component.ordinal,
  );
  const isCount = isCounted(component.component);
  const dues = isCount ? countedDues(state, component, posted, mine) : (hourGrant?.dues(rates, tally) ?? []);
  if (dues === undefined) return undefined;
  if (!isCount) hourGrant?.addSizing(rates, tally, sizing);
  const made = settleKommuner(component, dues, mine, cutOff, tally, held, trace, firstLeaf, {
    findings,
    isLastTerm: state.request.term === 4,
    blocks: state.blocks,
    frozen: isCount && !isFrozen(state, component.grantYear, posted) ? state.frozen : undefined,
    successorOf: state.successors.of(component.grantYear, component.ordinal, NO_PERSON),
  });
  if (!isCount) reportHourCorrections(component, state);
  return made;
}

/**
 * What the count gives each kommune. Once the count is frozen only the kommuner of which a case has pinned it, or whose grant
 * was blocked then, are worked out, in that year and the next (rulebook 9a), and what is posted to the others stands; undefined where nothing is due.
 */
function countedDues(
  state: RunState,
  component: ComponentPlan,
  posted: PostedState,
  mine: readonly PostedEntry[],
): KommuneDue[] | undefined {
  const { rules, tally, sizing, findings, cases, request } = state;
  const { grantYear, isCurrentYear } = component;
  const count = isCurrentYear ? state.count : new GrunntilskuddCount(component, rules, cases);
  const dues = count?.dues(rules.rates, tally, isCurrentYear ? sizing : new Sizing()) ?? [];
  if (!isFrozen(state, grantYear, posted)) {
    if (!isCurrentYear || request.term < grunntilskuddTermOf(grantYear, rules.limits)) return undefined;
    count?.reportUncertainSteps(findings);
    return dues;
  }
  const isPinned = (kommune: number): boolean => count?.isPinned(kommune) ?? false;
  const blocked = blockedAtFreeze(posted, grantYear).filter(({ basisRecipient }) => !isPinned(basisRecipient));
  if (!hasPinnedCounts(cases, grantYear) && blocked.length === 0) return undefined;
  const own = [...dues.filter(({ record }) => isPinned(record.kommune)), ...blocked.map(frozenDue)];
  const kommuner = new Set(own.map(({ record }) => record.kommune));
  return [...own, ...standingDues(component, mine, (kommune) => isPinned(kommune) || kommuner.has(kommune))];
}

/** A posted batch of the year at or after its due term has computed the count (rulebook 5.1, A12). */
function isFrozen({ rules, tally }: RunState, grantYear: number, posted: PostedState): boolean {
  const dueTerm = grunntilskuddTermOf(grantYear, rules.limits);
  const isComputed = posted.coverage.some(
    (row) =>
      isCounted(row.component) && row.grantYear === grantYear && row.runYear === grantYear && row.runTerm >= dueTerm,
  );
  if (isComputed) tally.assumptions |= ASSUMPTION.A12;
  return isComputed;
}

/** A vanished person's hours are a correction, with a finding (rulebook 5.3). */
function reportHourCorrections(component: ComponentPlan, state: RunState): void {
  for (const line of component.lines) {
    if (line.amountNok < 0)
      state.findings.push(finding('warning', 'HOUR_GRANT_CORRECTED', {}, { amountNok: line.amountNok }));
  }
}

/** Arrears of components that only the opening batch covers (rulebook 6): their number and sum. */
function arrearsOnOpening(computed: readonly ComponentPlan[], posted: PostedState): OpeningCoverage[] {
  return computed
    .filter(
      (plan) =>
        !plan.isCurrentYear &&
        !posted.coverage.some((row) => row.grantYear === plan.grantYear && row.component === plan.component),
    )
    .map((plan) => {
      let sumNok = 0;
      for (const line of plan.lines) sumNok += line.amountNok;
      return { grantYear: plan.grantYear, component: plan.component, postings: plan.lines.length, sumNok };
    })
    .filter((row) => row.postings > 0);
}

/** Assumptions that the engine itself read, where they mattered. */
function noteAssumptions(state: RunState, computed: readonly ComponentPlan[], payouts: RunResult['payouts']): void {
  const { tally, plan } = state;
  if (computed.some((component) => component.lines.length > 0)) tally.assumptions |= ASSUMPTION.A14;
  if (computed.some((component) => !component.isCurrentYear && component.lines.length > 0))
    tally.assumptions |= ASSUMPTION.A17;
  if (computed.some((component) => isCounted(component.component) && component.lines.length > 0)) {
    tally.assumptions |= ASSUMPTION.A12 | (plan.calendar.id === 'legacy' ? ASSUMPTION.A15 : 0);
  }
  const spread = computed.some((component) => component.calendar.id === 'four_terms' && component.lines.length > 0);
  if (spread) tally.assumptions |= ASSUMPTION.A16;
  for (const { group } of payouts) {
    const assumption = assumptionOfGroup(group);
    if (assumption !== undefined) tally.assumptions |= assumptionBit(assumption);
  }
}

function identity(plan: ComponentPlan): ComputedComponent {
  return { grantYear: plan.grantYear, component: plan.component, module: plan.module.id };
}

/** Limits that the engine itself reads, beside those of the rule modules. */
const OF_EVERY_YEAR: readonly LimitKey[] = ['terms.shares'];
const OF_HOURS: readonly LimitKey[] = ['hours.on_time_months', 'starters.months'];

/** Indexes of the limits that a run read: those of the computed modules in their grant years, ascending. */
function limitsUsed({ plan, rules }: RunState, computed: readonly ComponentPlan[]): number[] {
  const used = new Set<number>();
  const read = (table: LimitTable, keys: readonly LimitKey[], grantYear: number): void => {
    for (const key of keys) {
      const index = table.find(key, grantYear);
      if (index >= 0) used.add(index);
    }
  };
  for (const { module, grantYear } of computed) read(rules.limits, [...OF_EVERY_YEAR, ...module.limits], grantYear);
  read(rules.limits, OF_HOURS, plan.context.grantYear);
  return [...used].sort((a, b) => a - b);
}
