import {
  asDay,
  asRecipientCode,
  assert,
  at,
  COMPONENTS,
  formatDay,
  LINE_REASON,
  LINE_REASONS,
  type Line,
  NO_PERSON,
  NorsktilskuddError,
  nettingGroupOf,
  paymentKey,
} from '../../domain';
import { refuseClockAhead } from '../act-times';
import { lastConfirmation } from '../cases/case-reads';
import { balancesToNet } from '../claims/claim-movements';
import { groupNumber } from '../codes';
import { lastPosting, type OpenLedger, postingHead } from '../posting-reads';
import { isRowText } from '../rows-text';
import type { DraftHeader } from './batch-info';
import { cellOf, type DraftContent, type DraftLine, type DraftSummary, type KeyedPayout } from './draft-content';
import type { DraftAnswer, DraftInput } from './draft-input';
import { sortedCoverage } from './draft-store';
import { identitiesWithPostings } from './identities';
import { checkNetting } from './netting-check';
import { planRun } from './plan-run';
import { recordBatch } from './record-batch';

/**
 * Puts a finished run into the ledger as a draft. The same run again is the same draft; the same run id with other
 * content is refused; a different draft of the same (Y, T, supplement) supersedes the older one.
 *
 * @throws NorsktilskuddError refused LEDGER_CHANGED, LEDGER_SNAPSHOT_GONE, LEDGER_DRAFT_DIFFERS,
 * LEDGER_DRAFT_OTHER_MANIFEST, LEDGER_NETTING_DIFFERS and those of planRun
 */
export function recordDraft(ledger: OpenLedger, draft: DraftInput): DraftAnswer {
  const content: DraftContent = {
    lines: { [Symbol.iterator]: () => runLines(draft.lines, draft.grantYear) },
    payouts: keyedPayouts(ledger, draft),
    balances: [],
    held: draft.held,
    coverage: sortedCoverage(draft.computed),
    identities: identitiesWithPostings(ledger, draft.identities),
  };
  const header: DraftHeader = {
    ...draft,
    kind: 'run',
    asOf: formatDay(asDay(draft.asOf)),
    annuls: 0,
    reason: draft.reason ?? '',
  };
  return recordBatch(ledger, header, content, {
    before: () => checkStillFits(ledger, draft),
    after: (summary) => checkContent(ledger, draft, summary),
  });
}

/** A snapshot that was deleted while the run was calculated is no longer there to rest on. */
function checkSnapshotStands(ledger: OpenLedger, { runId, snapshot, plannedAt }: DraftInput): void {
  const deleted = ledger.db
    .prepare('SELECT 1 FROM prunings WHERE snapshot = ? AND journal > ?')
    .get(snapshot, plannedAt);
  if (deleted) throw new NorsktilskuddError('refused', 'LEDGER_SNAPSHOT_GONE', { runId, snapshot });
}

/** An act of a case that was confirmed meanwhile may give other lines. */
function refuseOlderThanCases(ledger: OpenLedger, runId: string, plannedAt: number): void {
  if (lastConfirmation(ledger) > plannedAt) throw new NorsktilskuddError('refused', 'LEDGER_CASES_CHANGED', { runId });
}

function checkStillFits(ledger: OpenLedger, draft: DraftInput): void {
  const isAccepted = draft.accepted.some(({ name }) => name === 'clock');
  refuseClockAhead(ledger.db, draft, draft.extractDay ?? '', isAccepted);
  checkSnapshotStands(ledger, draft);
  const head = postingHead(ledger);
  if (head !== draft.postingHead) {
    throw new NorsktilskuddError('refused', 'LEDGER_CHANGED', {
      runId: draft.runId,
      head,
      draftHead: draft.postingHead,
    });
  }
  refuseOlderThanCases(ledger, draft.runId, draft.plannedAt);
  const plan = planRun(ledger, { ...draft, supplement: draft.supplementNumber > 0 });
  assert(plan.supplementNumber === draft.supplementNumber, 'the supplement number is not the one that was planned');
}

function checkContent(ledger: OpenLedger, draft: DraftInput, summary: DraftSummary): void {
  const balances = balancesToNet(ledger, lastPosting(ledger));
  checkNetting(draft.payouts, summary.lineSums, balances, draft.translateRecipient);
}

function keyedPayouts(ledger: OpenLedger, draft: DraftInput): KeyedPayout[] {
  const rows = draft.payouts.map((row) => ({
    ...row,
    paymentKey:
      row.paidNok === 0
        ? ''
        : paymentKey({ ...draft, ...row, recipient: asRecipientCode(row.recipient), rehearsal: ledger.rehearsal }),
  }));
  const cell = (row: KeyedPayout): number => cellOf(row.recipient, groupNumber(row.group));
  return rows.sort((a, b) => cell(a) - cell(b));
}

const GROUP_OF_ORDINAL = COMPONENTS.map((component) => groupNumber(nettingGroupOf(component)));

/**
 * The lines of a run as the ledger keeps them, each checked: in strictly ascending order of grant year, component,
 * person and basis recipient (so no key comes twice, adjustments apart), of the run's year or the one before, amount = due -
 * posted, 0 <= due <= R, and the reason that the sign and the year give (rulebook 6). A breach is a fault of the program.
 */
function* runLines(lines: Iterable<Line>, grantYear: number): Generator<DraftLine> {
  let number = 0;
  let before: readonly number[] = [];
  const codes = new Set<string>();
  for (const line of lines) {
    number += 1;
    const key = [line.grantYear, line.component, line.personId, line.basisRecipient];
    const isNext = ascends(before, key) || (line.act > 0 && before.every((part, place) => part === key[place]));
    assert(isNext, `line ${number} is out of order or a double`);
    before = key;
    checkAmounts(line, number, grantYear);
    if (!codes.has(line.code)) {
      assert(isRowText(line.code), `line ${number} has a code that cannot be written`);
      codes.add(line.code);
    }
    yield {
      line: number,
      kind: at(LINE_REASONS, line.reason),
      grantYear: line.grantYear,
      component: at(COMPONENTS, line.component),
      componentOrdinal: line.component,
      groupNumber: at(GROUP_OF_ORDINAL, line.component),
      personId: line.personId,
      basisRecipient: line.basisRecipient,
      recipient: line.recipient,
      amountNok: line.amountNok,
      code: line.code,
      annualAmountNok: line.annualAmountNok < 0 ? null : line.annualAmountNok,
      cumulativeDueNok: line.cumulativeDueNok,
      previouslyPostedNok: line.previouslyPostedNok,
      act: line.act,
    };
  }
}

function ascends(before: readonly number[], key: readonly number[]): boolean {
  for (let index = 0; index < before.length; index += 1) {
    const step = at(key, index) - at(before, index);
    if (step !== 0) return step > 0;
  }
  return before.length === 0;
}

function checkAmounts(line: Line, number: number, grantYear: number): void {
  const due = line.cumulativeDueNok;
  assert(line.amountNok !== 0 && Number.isSafeInteger(line.amountNok), `line ${number} has no amount`);
  assert(line.amountNok === due - line.previouslyPostedNok, `line ${number}: amount is not due less posted`);
  assert(line.act > 0 === (line.reason === LINE_REASON.adjustment), `line ${number}: an adjustment has an act`);
  assert(
    line.personId >= NO_PERSON && line.recipient > 0 && line.basisRecipient > 0,
    `line ${number} has no recipient`,
  );
  if (line.act > 0) {
    assert(line.previouslyPostedNok === 0 && line.grantYear <= grantYear, `line ${number} is no adjustment of the run`);
    return;
  }
  const limit = Math.max(line.annualAmountNok, 0);
  assert(due >= 0 && due <= limit, `line ${number}: due is not between 0 and the annual amount`);
  const positive = line.grantYear === grantYear ? LINE_REASON.regular : LINE_REASON.arrears;
  assert(line.grantYear === grantYear || line.grantYear === grantYear - 1, `line ${number} is of another grant year`);
  assert(line.reason === (line.amountNok < 0 ? LINE_REASON.correction : positive), `line ${number}: wrong reason`);
}
