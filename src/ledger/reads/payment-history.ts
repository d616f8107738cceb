import { type BatchMoney, COMPONENTS, type DatedPayment, type GrantedSum, nettingGroupOf } from '../../domain';
import { claimMovements } from '../claims/claim-movements';
import { groupOfNumber, nameIn } from '../codes';
import { component, group, rowsOf, whole } from '../columns';
import type { BatchInfo } from '../drafts/batch-info';
import { allBatches } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import { openingPaymentsOf } from '../opening-payments/payment-rows';
import { paymentsOfPosting } from '../outcomes/outcome-reads';
import { type OpenLedger, postingHead } from '../posting-reads';

/**
 * Every posted batch that counts, in the order of posting, with what it granted and what became of its payments; last
 * the newest draft of a run that stands on them, if there is one.
 *
 * @param run as its approver saw it: what had been posted and told before, and the run itself as the draft
 */
export function paymentHistory(ledger: OpenLedger, run?: BatchInfo): BatchMoney[] {
  const batches = allBatches(ledger);
  const head = run?.postingHead ?? postingHead(ledger);
  const last = batches.find(({ headAfter }) => headAfter !== '' && headAfter === head)?.posting ?? 0;
  const annulled = new Set(batches.filter(({ posting }) => posting <= last).map(({ annuls }) => annuls));
  const posted = batches
    .filter(({ kind, posting }) => posting > 0 && posting <= last && kind !== 'annulment' && !annulled.has(posting))
    .sort((a, b) => a.posting - b.posting);
  const draft =
    run ?? batches.findLast(({ state, kind, postingHead: own }) => state === 'draft' && kind === 'run' && own === head);
  const until = run === undefined || run.posting === 0 ? undefined : journalOf(ledger, run.posting);
  return [
    ...posted.map((batch, place) => moneyOf(ledger, batch, until, posted[place - 1])),
    ...(draft === undefined ? [] : [draftMoney(ledger, draft, until, posted.at(-1))]),
  ];
}

/** Act by which a batch was posted. */
function journalOf(ledger: OpenLedger, posting: number): number {
  return Number(ledger.db.prepare('SELECT journal FROM posting_chain WHERE posting = ?').get(posting)?.[0]);
}

function moneyOf(
  ledger: OpenLedger,
  batch: BatchInfo,
  until: number | undefined,
  before: BatchInfo | undefined,
): BatchMoney {
  return {
    ...headerOf(batch),
    isDraft: false,
    claimed: claimedSince(ledger, before, batch),
    granted: rowsOf(
      ledger.db,
      GRANTED,
      'FROM postings INDEXED BY postings_line WHERE posting = ? GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4',
      batch.posting,
    ),
    payments: paymentsOfPosting(ledger, batch.posting, until).map(
      ({ paymentKey, recipient, groupNumber, amountNok, outcomes }) => ({
        paymentKey,
        recipient,
        group: groupOfNumber(groupNumber),
        amountNok,
        outcomes,
      }),
    ),
    takenOver: takenOverOf(ledger, batch.posting),
    paidEarlier: openingPaymentsOf(ledger, batch.batch),
  };
}

const GRANTED = {
  recipient: whole('recipient'),
  group: group('netting_group'),
  grantYear: whole('grant_year'),
  component: component('component'),
  amountNok: whole('sum(amount)'),
};

/** Claims that were moved after the batch before this one that counts was posted, and before this one was. */
function claimedSince(
  ledger: OpenLedger,
  before: BatchInfo | undefined,
  { posting }: BatchInfo,
): BatchMoney['claimed'] {
  const from = before === undefined ? 0 : journalOf(ledger, before.posting);
  const to = posting > 0 ? journalOf(ledger, posting) : Number.MAX_SAFE_INTEGER;
  return claimMovements(ledger, to, from)
    .filter((movement) => movement.from === 'carried' || movement.to === 'carried')
    .map(({ recipient, groupNumber, to: place, amountNok }) => ({
      recipient,
      group: groupOfNumber(groupNumber),
      amountNok: place === 'carried' ? amountNok : -amountNok,
    }));
}

function headerOf(batch: BatchInfo) {
  const { runId, grantYear, term } = batch;
  return { runId, kind: batch.kind === 'opening' ? ('opening' as const) : ('run' as const), grantYear, term };
}

function takenOverOf({ db }: OpenLedger, posting: number) {
  const columns = {
    recipient: whole('recipient'),
    group: group('netting_group'),
    amountNok: whole("sum(CASE to_place WHEN 'taken_over' THEN amount ELSE -amount END)"),
  };
  const rest = `FROM movements WHERE posting = ? AND 'taken_over' IN (from_place, to_place) GROUP BY 1, 2 ORDER BY 1, 2`;
  return rowsOf(db, columns, rest, posting);
}

function draftMoney(
  ledger: OpenLedger,
  batch: BatchInfo,
  until: number | undefined,
  before: BatchInfo | undefined,
): BatchMoney {
  // Once posted, a draft is its postings: nothing had been told of their payments then.
  if (batch.posting > 0) return { ...moneyOf(ledger, batch, until, before), isDraft: true };
  const content = readDraftContent(ledger.db, batch.batch);
  const sums = new Map<string, GrantedSum>();
  for (const line of content.lines) {
    const { recipient, grantYear, amountNok } = line;
    const component = nameIn(COMPONENTS, line.component);
    const key = `${recipient} ${grantYear} ${component}`;
    const before = sums.get(key)?.amountNok ?? 0;
    sums.set(key, { recipient, group: nettingGroupOf(component), grantYear, component, amountNok: before + amountNok });
  }
  const payments: DatedPayment[] = content.payouts
    .filter((row) => row.paidNok > 0)
    .map(({ paymentKey, recipient, group, paidNok }) => ({
      paymentKey,
      recipient,
      group,
      amountNok: paidNok,
      outcomes: [],
    }));
  return {
    ...headerOf(batch),
    isDraft: true,
    claimed: claimedSince(ledger, before, batch),
    granted: [...sums.values()],
    payments,
    takenOver: [],
  };
}
