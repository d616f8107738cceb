import { asRecipientCode, COMPONENTS, type Component, formatRecipientCode, type NettingGroup } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';
import { withLedger } from '../acts/act';

/** What an opening batch takes over from an earlier system, in sums; it names nobody. Whole kroner. */
export interface OpeningSummary {
  readonly runId: string;
  readonly state: BatchInfo['state'];
  /** Run id of the draft that superseded it, empty for none. */
  readonly supersededBy: string;
  readonly actor: string;
  readonly rehearsal: boolean;
  /** False for a draft that has ended: only its sum and number of lines are known. */
  readonly isKept: boolean;
  /** Distinct persons with a posting. */
  readonly persons: number;
  readonly lines: number;
  readonly totalNok: number;
  /** In the order of years and components. */
  readonly components: readonly OpeningComponent[];
  /** In the order of the codes. */
  readonly recipients: readonly OpeningRecipient[];
  readonly balances: readonly {
    readonly recipientId: string;
    readonly group: NettingGroup;
    readonly balanceNok: number;
  }[];
  /** What the earlier system paid, against what was taken over (postings less balances); undefined where it was not told. */
  readonly paidEarlier:
    | { readonly payments: number; readonly paidNok: number; readonly takenOverNok: number }
    | undefined;
}

export interface OpeningComponent {
  readonly grantYear: number;
  readonly component: Component;
  readonly lines: number;
  readonly persons: number;
  readonly sumNok: number;
}

export interface OpeningRecipient {
  readonly recipientId: string;
  readonly postedNok: number;
  /** At most 0. */
  readonly balanceNok: number;
}

/** Adds up an opening batch: a draft, or as it was posted. */
export function openingSummary(ledger: Ledger, batch: BatchInfo): OpeningSummary {
  const persons = new Set<number>();
  const components = new Map<string, OpeningComponent & { readonly ids: Set<number> }>();
  const recipients = new Map<number, { postedNok: number; balanceNok: number }>();
  const placeOf = (recipient: number): { postedNok: number; balanceNok: number } => {
    const sums = recipients.get(recipient) ?? { postedNok: 0, balanceNok: 0 };
    recipients.set(recipient, sums);
    return sums;
  };
  let lines = 0;
  for (const { grantYear, component, personId, recipient, amountNok } of ledger.linesOf(batch.runId)) {
    lines += 1;
    const key = `${grantYear} ${String(COMPONENTS.indexOf(component)).padStart(2, '0')}`;
    const row = components.get(key) ?? { grantYear, component, lines: 0, persons: 0, sumNok: 0, ids: new Set() };
    if (personId) {
      row.ids.add(personId);
      persons.add(personId);
    }
    components.set(key, { ...row, lines: row.lines + 1, persons: row.ids.size, sumNok: row.sumNok + amountNok });
    placeOf(recipient).postedNok += amountNok;
  }
  const balances = ledger.openingBalances(batch.runId);
  for (const { recipient, balanceNok } of balances) placeOf(recipient).balanceNok += balanceNok;
  const { runId, state, supersededBy, actor } = batch;
  return {
    runId,
    state,
    supersededBy,
    actor,
    rehearsal: ledger.rehearsal,
    isKept: lines === batch.lines,
    persons: persons.size,
    lines: batch.lines,
    totalNok: batch.linesTotalNok,
    components: [...components.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { ids: _, ...row }]) => row),
    recipients: [...recipients]
      .sort(([a], [b]) => a - b)
      .map(([recipient, sums]) => ({ recipientId: codeOf(recipient), ...sums })),
    paidEarlier: paidEarlierOf(ledger, batch, balances),
    balances: balances.map(({ recipient, ...balance }) => ({ recipientId: codeOf(recipient), ...balance })),
  };
}

function paidEarlierOf(
  ledger: Ledger,
  { runId, linesTotalNok }: BatchInfo,
  balances: readonly { readonly balanceNok: number }[],
): OpeningSummary['paidEarlier'] {
  const payments = ledger.openingPayments(runId);
  if (payments === undefined) return undefined;
  const paidNok = payments.reduce((sum, { amountNok }) => sum + amountNok, 0);
  const takenOverNok = balances.reduce((sum, { balanceNok }) => sum - balanceNok, linesTotalNok);
  return { payments: payments.length, paidNok, takenOverNok };
}

/** The same of a ledger that is opened for it. */
export function openingOf(db: string, batch: BatchInfo): OpeningSummary {
  return withLedger(db, true, (ledger) => openingSummary(ledger, batch));
}

function codeOf(recipient: number): string {
  return formatRecipientCode(asRecipientCode(recipient));
}
