import {
  at,
  COMPONENTS,
  type Component,
  componentOrdinal,
  emptyLine,
  knownDay,
  LINE_REASON,
  type Line,
  type NettingGroup,
  NorsktilskuddError,
  nettingGroupOf,
  type PayoutRow,
  parseRecipientCode,
} from '../../src/domain';
import type { ApprovalInput, BatchInfo, DraftInput, Ledger } from '../../src/ledger';

/** RecipientCode of a text. */
export function code(text: string): number {
  return parseRecipientCode(text) ?? 0;
}

/** A line of a run: due and posted give the amount. */
export interface LineSketch {
  readonly component?: Component;
  readonly grantYear?: number;
  readonly person?: number;
  readonly recipient: string;
  readonly due: number;
  readonly posted?: number;
  readonly annual?: number;
  readonly payoutCode?: string;
}

/** Lines in the order of payout_lines.csv. */
export function linesOfSketch(runYear: number, sketches: readonly LineSketch[]): Line[] {
  const lines = sketches.map((sketch) => {
    const { component = 'persontilskudd', grantYear = runYear, person = 201800000001, posted = 0, due } = sketch;
    const amountNok = due - posted;
    const positive = grantYear === runYear ? LINE_REASON.regular : LINE_REASON.arrears;
    return {
      ...emptyLine(),
      grantYear,
      component: componentOrdinal(component),
      code: sketch.payoutCode ?? 'P-AR1-H',
      personId: component === 'grunntilskudd' || component === 'timetilskudd' ? 0 : person,
      basisRecipient: code(sketch.recipient),
      recipient: code(sketch.recipient),
      annualAmountNok: sketch.annual ?? Math.max(due, posted, 31_900),
      cumulativeDueNok: due,
      previouslyPostedNok: posted,
      amountNok,
      reason: amountNok < 0 ? LINE_REASON.correction : positive,
    };
  });
  return lines.sort(
    (a, b) =>
      a.grantYear - b.grantYear ||
      a.component - b.component ||
      a.personId - b.personId ||
      a.basisRecipient - b.basisRecipient,
  );
}

/** Netting as the engine does it, with no code moved. */
export function net(ledger: Ledger, lines: readonly Line[]): PayoutRow[] {
  const cells = new Map<string, { recipient: number; group: NettingGroup; lines: number; carried: number }>();
  const cell = (recipient: number, group: NettingGroup) => {
    const key = `${recipient} ${group}`;
    const known = cells.get(key) ?? { recipient, group, lines: 0, carried: 0 };
    cells.set(key, known);
    return known;
  };
  for (const line of lines) {
    cell(line.recipient, nettingGroupOf(at(COMPONENTS, line.component))).lines += line.amountNok;
  }
  for (const row of ledger.postedState().balances) cell(row.recipient, row.group).carried += row.balanceNok;
  return [...cells.values()].map(({ recipient, group, lines: linesTotalNok, carried: carriedInNok }) => ({
    recipient,
    group,
    linesTotalNok,
    carriedInNok,
    paidNok: Math.max(linesTotalNok + carriedInNok, 0),
    carriedOutNok: Math.min(linesTotalNok + carriedInNok, 0),
  }));
}

export const KARI = {
  actor: 'Kari Kjører',
  at: '2018-04-01T08:00:00Z',
  build: 'test',
  account: 'kkj',
  ledger: '/srv/ledger.db',
};
export const OLA = {
  actor: 'Ola Godkjenner',
  at: '2018-04-02T08:00:00Z',
  build: 'test',
  account: 'ogo',
  ledger: '/srv/ledger.db',
};

/** Hash that stands for the content of something. */
export function hashOf(seed: number | string): string {
  return String(seed).padStart(64, '0');
}

export interface DraftSketch extends Partial<Omit<DraftInput, 'lines'>> {
  readonly lines: readonly LineSketch[];
  readonly supplement?: boolean;
}

/** A draft of a run on the ledger as it stands. */
export function draftOf(ledger: Ledger, sketch: DraftSketch): DraftInput {
  const { lines: sketches, supplement = false, ...rest } = sketch;
  const grantYear = rest.grantYear ?? 2018;
  const term = rest.term ?? 1;
  const asOf = rest.asOf ?? knownDay(`${grantYear}-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`);
  const lines = linesOfSketch(grantYear, sketches);
  const plan = ledger.planRun({ grantYear, term, asOf, supplement });
  const components = [...new Set(lines.map((line) => at(COMPONENTS, line.component)))];
  return {
    ...KARI,
    runId: `${grantYear}-T${term}-${plan.supplementNumber}${String(plan.postingHead).slice(0, 11)}`,
    grantYear,
    term,
    supplementNumber: plan.supplementNumber,
    asOf,
    postingHead: plan.postingHead,
    plannedAt: plan.plannedAt,
    manifestHash: hashOf(`${grantYear}${term}${plan.supplementNumber}`),
    snapshot: `snapshot-${grantYear}-${term}`,
    runFolder: '/runs/1',
    ruleLockHash: hashOf(1),
    parametersHash: hashOf(2),
    lines,
    payouts: net(ledger, lines),
    held: [],
    computed: components.map((component) => ({ grantYear, component, module: `${component}@2016` })),
    identities: new Map(),
    blockers: [],
    accepted: [],
    assumptions: [],
    ...rest,
  };
}

/** What an honest approver sees. */
export function approvalOf(batch: BatchInfo, rest: Partial<ApprovalInput> = {}): ApprovalInput {
  return { ...OLA, role: 'approver', reviewed: batch, ...rest };
}

/** Records and approves. */
export function postRun(ledger: Ledger, sketch: DraftSketch): BatchInfo {
  const { batch } = ledger.recordDraft(draftOf(ledger, sketch));
  return ledger.approve(batch.runId, approvalOf(batch)).batch;
}

/** The code of the error that some work ends with; empty where it ends well. */
export function failureOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return [cause.kind, cause.code, ...cause.details.map((detail) => detail.code)].join(' ');
  }
}
