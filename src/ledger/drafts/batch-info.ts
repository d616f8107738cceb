import { BATCH_KINDS, type BatchEndKind } from '../codes';
import { oneOf, type RowOf, text, whole } from '../columns';
import type { ActBy } from '../journal';
import { acceptedOf, blockerOf, listOf } from './accepted';

/** Sums of a batch, counted by the ledger from what it holds. */
const TOTALS = {
  lines: whole('b.lines'),
  linesTotalNok: whole('b.lines_total'),
  payments: whole('b.payments'),
  paidNok: whole('b.paid'),
  /** Sum of the negative lines; at most 0. */
  correctionsNok: whole('b.corrections'),
  personsCorrected: whole('b.persons_corrected'),
  /** Held amounts but those of withheld persons. */
  heldNok: whole('b.held'),
  /** Corrections withheld for persons missing from the extract or with a rejected row. */
  withheldNok: whole('b.withheld'),
};
export type BatchTotals = RowOf<typeof TOTALS>;

/** What a draft is, apart from its content. */
const HEADER = {
  runId: text('b.run_id'),
  kind: oneOf('b.kind', BATCH_KINDS),
  /** 0 for an opening batch, as is the term. */
  grantYear: whole('b.grant_year'),
  term: whole('b.term'),
  supplementNumber: whole('b.supplement'),
  /** D, `YYYY-MM-DD`; empty for an opening batch. */
  asOf: text('b.as_of'),
  /** Posting that the batch annuls, 0 for none. */
  annuls: whole('b.annuls'),
  /** Posting head that the draft stands on. */
  postingHead: text('b.posting_head'),
  manifestHash: text('b.manifest_hash'),
  snapshot: text('b.snapshot'),
  ruleLockHash: text('b.rule_lock_hash'),
  parametersHash: text('b.parameters_hash'),
  blockers: listOf('b.blockers', blockerOf),
  accepted: listOf('b.accepted', acceptedOf),
  assumptions: listOf('b.assumptions', String),
};
export interface DraftHeader
  extends RowOf<typeof HEADER>,
    Required<Omit<ActBy, 'acceptClock' | 'account' | 'ledger'>>,
    Pick<ActBy, 'account' | 'ledger'> {
  readonly runFolder: string;
  /** What was known of the extract, a JSON object in one line; empty for nothing. */
  readonly facts?: string;
}

/** Columns of a batch: of the draft, its act, its end and its place in the chain. */
export const BATCH = {
  /** Number of the draft in this ledger. */
  batch: whole('b.batch'),
  /** Number of the act that recorded it. */
  journal: whole('b.journal'),
  ...HEADER,
  ...TOTALS,
  /** Folder that was recorded with the draft; empty for an opening and an annulment. */
  recordedFolder: text('b.run_folder'),
  actor: text('b.actor'),
  at: text('j.at'),
  build: text('j.build'),
  reason: text('j.reason'),
  /** Run id of the draft that superseded this one, empty where none did. */
  supersededBy: text("coalesce(e.superseded_by, '')"),
  /** Place in the posting chain, 0 while not posted. */
  posting: whole('coalesce(c.posting, 0)'),
  /** Posting head after the batch, empty while not posted. */
  headAfter: text("coalesce(c.head, '')"),
};

/** Who approved or attested a batch, and when. */
export const APPROVAL = { role: text('a.role'), actor: text('a.actor'), at: text('j.at') };

export type BatchState = 'draft' | BatchEndKind | 'annulled';

/** A batch: a draft and what became of it. */
export interface BatchInfo extends RowOf<typeof BATCH> {
  readonly state: BatchState;
  /** Where the run is read: `<ledger>.d/runs/<run_id>` where that is there, else the folder that was recorded. */
  readonly runFolder: string;
  /** What was known of the extract, a JSON object; empty where nothing was kept. */
  readonly facts: string;
  readonly approvals: readonly RowOf<typeof APPROVAL>[];
}

/** Answer to an act that can be repeated: `already` where it had been done before. */
export interface ActAnswer {
  readonly already: boolean;
  readonly batch: BatchInfo;
}
