import {
  assert,
  COMPONENTS,
  HELD_REASONS,
  type HeldReason,
  NorsktilskuddError,
  nettingGroupOf,
  parseRecipientCode,
} from '../../domain';
import type { Database } from '../../effects';
import { componentNumber, groupNumber, nameIn, POSTING_KINDS } from '../codes';
import { type Columns, component, group, type RowOf, rowsOf, text, whole, wholeOrNull } from '../columns';
import { SUMMARY_COLUMNS, summaryColumns } from './batch-columns';
import { type DraftContent, type DraftLine, type DraftSummary, summariseDraft } from './draft-content';

/** The content of a draft as the ledger holds it; its lines are read as they are asked for. */
export function readDraftContent(db: Database, batch: number): DraftContent {
  const rows = <C extends Columns>(columns: C, rest: string): RowOf<C>[] => rowsOf(db, columns, rest, batch);
  return {
    lines: { [Symbol.iterator]: () => readLines(db, batch) },
    payouts: rows(PAYOUT, 'FROM draft_payouts WHERE batch = ? ORDER BY recipient, netting_group'),
    balances: rows(
      { recipient: whole('recipient'), group: group('netting_group'), balanceNok: whole('balance') },
      'FROM draft_balances WHERE batch = ? ORDER BY 1, 2',
    ),
    held: rows(HELD, 'FROM draft_held WHERE batch = ? ORDER BY row'),
    coverage: rows(
      { grantYear: whole('grant_year'), component: component('component'), module: text('module') },
      'FROM draft_coverage WHERE batch = ? ORDER BY 1, 2',
    ),
    identities: rows(
      { old: whole('old_person'), now: whole('person') },
      'FROM draft_identities WHERE batch = ? ORDER BY 1',
    ).map(({ old, now }) => [old, now] as const),
  };
}

const PAYOUT = {
  recipient: whole('recipient'),
  group: group('netting_group'),
  linesTotalNok: whole('lines_total'),
  carriedInNok: whole('carried_in'),
  paidNok: whole('paid'),
  carriedOutNok: whole('carried_out'),
  paymentKey: text('payment_key'),
};

const HELD = {
  grantYear: whole('grant_year'),
  component: component('component'),
  personId: whole('person'),
  reason: { sql: 'reason', read: reasonOf },
  annualAmountNok: wholeOrNull('annual_amount'),
  heldAmountNok: wholeOrNull('held_amount'),
};

function reasonOf(text: unknown): HeldReason {
  const reason = HELD_REASONS.find((candidate) => candidate === text);
  assert(reason !== undefined && reason !== '', `the ledger holds the unknown reason ${String(text)}`);
  return reason;
}

/** Reads the rows of text back, a block at a time; each is checked again by the hash of the whole. */
function* readLines(db: Database, batch: number): Generator<DraftLine> {
  const next = db.prepare('SELECT block, text FROM draft_lines WHERE batch = ? AND block > ? ORDER BY block LIMIT 1');
  let last = -1;
  for (;;) {
    const [row] = next.all(batch, last);
    if (row === undefined) return;
    last = Number(row[0]);
    for (const line of String(row[1]).split('\n')) if (line !== '') yield readLine(line);
  }
}

const ORDINALS: ReadonlyMap<string, number> = new Map(COMPONENTS.map((name, ordinal) => [name, ordinal]));

function readLine(row: string): DraftLine {
  const fields = row.split('\t');
  const [type, line, kind, grantYear, name, person, basis, recipient, amount, code, annual, due, previously, act = 0] =
    fields;
  const ordinal = ORDINALS.get(name ?? '');
  assert(
    type === 'line' && (fields.length === 13 || fields.length === 14) && ordinal !== undefined,
    'the ledger holds a broken draft line',
  );
  const component = nameIn(COMPONENTS, name);
  return {
    line: Number(line),
    kind: nameIn(POSTING_KINDS, kind),
    grantYear: Number(grantYear),
    component,
    componentOrdinal: ordinal,
    groupNumber: groupNumber(nettingGroupOf(component)),
    personId: Number(person),
    basisRecipient: parseRecipientCode(basis ?? '') ?? 0,
    recipient: parseRecipientCode(recipient ?? '') ?? 0,
    amountNok: Number(amount),
    code: code ?? '',
    annualAmountNok: annual === '' ? null : Number(annual),
    cumulativeDueNok: Number(due),
    previouslyPostedNok: Number(previously),
    act: Number(act),
  };
}

/**
 * Counts and hashes a draft's content again and holds it to the draft's own row.
 *
 * @throws NorsktilskuddError verification LEDGER_DRAFT_TAMPERED naming what differs
 */
export function checkDraftUnchanged(db: Database, batch: number, content: DraftContent): DraftSummary {
  const summary = summariseDraft(content, () => {});
  const now = summaryColumns(summary);
  const stored = db.prepare(`SELECT run_id, ${SUMMARY_COLUMNS.join(', ')} FROM batches WHERE batch = ?`).get(batch);
  const differing = SUMMARY_COLUMNS.filter((column, index) => now[column] !== stored?.[index + 1]);
  if (differing.length === 0) return summary;
  throw new NorsktilskuddError('verification', 'LEDGER_DRAFT_TAMPERED', {
    runId: String(stored?.[0]),
    fields: differing.join(', '),
  });
}

/** Number of a component's name in the ledger. */
export function numberOfComponent(name: string): number {
  return componentNumber(nameIn(COMPONENTS, name));
}
