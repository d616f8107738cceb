import { insertRules, refuse } from './table-rules';

/** Tables of which no row is ever changed or deleted. */
const FIXED = [
  'ledger',
  'netting_groups',
  'components',
  'journal',
  'batches',
  'batch_ends',
  'approvals',
  'posting_chain',
  'posting_text',
  'postings',
  'movements',
  'payments',
  'coverage',
  'control_totals',
] as const;

/** Tables of a draft's content: never changed; its rows may go once the draft has ended. */
export const DRAFT_CONTENT = [
  'draft_lines',
  'draft_payouts',
  'draft_balances',
  'draft_held',
  'draft_coverage',
  'draft_identities',
] as const;

/** Keys of each table by which a second row is a double. `INSERT OR REPLACE` would otherwise delete past the triggers. */
const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ledger: [['one']],
  netting_groups: [['netting_group'], ['name']],
  components: [['component'], ['name']],
  batches: [['batch'], ['journal']],
  batch_ends: [['batch'], ['journal']],
  approvals: [['batch', 'role'], ['batch', 'actor_key'], ['journal']],
  payments: [['payment_key']],
  persons: [['person'], ['duf']],
};

/** Tables whose rows belong to a posting and are closed once its row stands in the chain. */
const SEALED_BY_CHAIN = ['posting_text', 'postings', 'movements', 'payments', 'coverage', 'control_totals'] as const;

const doubleOf = (table: string, keys: readonly (readonly string[])[]): string =>
  keys
    .map((columns) => columns.map((column) => `${column} = NEW.${column}`).join(' AND '))
    .map((match) => `EXISTS (SELECT 1 FROM ${table} WHERE ${match})`)
    .join(' OR ');

const LAST_POSTING = '(SELECT coalesce(max(posting), 0) FROM posting_chain)';

function neverChanged(): string[] {
  const triggers = [...FIXED, ...DRAFT_CONTENT, 'persons'].map((table) =>
    refuse(`${table}_never_changed`, `UPDATE ON ${table}`, '', `${table}: rows are never changed`),
  );
  for (const table of FIXED) {
    triggers.push(refuse(`${table}_never_deleted`, `DELETE ON ${table}`, '', `${table}: rows are never deleted`));
  }
  return triggers;
}

function neverDoubled(): string[] {
  return Object.entries(KEYS).map(([table, keys]) =>
    refuse(`${table}_never_doubled`, `INSERT ON ${table}`, doubleOf(table, keys), `${table}: the row exists`),
  );
}

function draftContent(): string[] {
  return DRAFT_CONTENT.flatMap((table) => [
    ...insertRules({
      [`${table}.sealed: the draft is sealed`]: 'EXISTS (SELECT 1 FROM batches WHERE batch = NEW.batch)',
    }),
    refuse(
      `${table}_kept_while_open`,
      `DELETE ON ${table}`,
      'NOT EXISTS (SELECT 1 FROM batch_ends WHERE batch = OLD.batch)',
      `${table}: the draft has not ended`,
    ),
  ]);
}

function chains(): string[] {
  return [
    ...insertRules({
      'journal.in_order: the row does not follow the last one':
        'NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM journal) OR EXISTS (SELECT 1 FROM journal WHERE sequence = NEW.sequence - 1 AND hash <> NEW.previous_hash)',
      'posting_chain.in_order: the row does not follow the last one': `NEW.posting <> ${LAST_POSTING} + 1 OR EXISTS (SELECT 1 FROM posting_chain WHERE posting = NEW.posting - 1 AND (head <> NEW.previous_head OR persons_before + persons_new <> NEW.persons_before))`,
      'posting_chain.never_doubled: the row exists': doubleOf('posting_chain', [['batch'], ['journal'], ['head']]),
      'posting_chain.term_once: the term has been posted':
        "NEW.kind <> 'annulment' AND EXISTS (SELECT 1 FROM posting_chain WHERE kind <> 'annulment' AND grant_year = NEW.grant_year AND term = NEW.term AND supplement = NEW.supplement)",
      'posting_chain.annulled_once: the batch has been annulled':
        'NEW.annuls > 0 AND (EXISTS (SELECT 1 FROM posting_chain WHERE annuls = NEW.annuls) OR NOT EXISTS (SELECT 1 FROM posting_chain WHERE posting = NEW.annuls))',
    }),
    ...SEALED_BY_CHAIN.map((table) =>
      refuse(
        `${table}_sealed`,
        `INSERT ON ${table}`,
        table === 'movements' ? `NEW.posting > 0 AND NEW.posting <= ${LAST_POSTING}` : `NEW.posting <= ${LAST_POSTING}`,
        `${table}: the batch is sealed`,
      ),
    ),
    ...insertRules({
      'postings.in_order: lines are written in order':
        'NEW.line <= (SELECT coalesce(max(line), 0) FROM postings WHERE posting = NEW.posting)',
      'persons.in_order: the number has been used':
        'NEW.person <= (SELECT coalesce(max(persons_before + persons_new), 0) FROM posting_chain)',
    }),
  ];
}

function batchRules(): string[] {
  return [
    ...insertRules({
      'batches.one_draft_a_term: an open draft or a posted batch stands in the way':
        'EXISTS (SELECT 1 FROM batches AS b WHERE (b.run_id = NEW.run_id OR (b.kind = NEW.kind AND b.grant_year = NEW.grant_year AND b.term = NEW.term AND b.supplement = NEW.supplement AND b.annuls = NEW.annuls)) AND NOT EXISTS (SELECT 1 FROM batch_ends WHERE batch = b.batch)) OR EXISTS (SELECT 1 FROM batches AS b JOIN posting_chain AS c ON c.batch = b.batch WHERE b.run_id = NEW.run_id)',
      'approvals.by_another: the runner cannot approve, and an ended draft cannot be approved':
        "(NEW.role <> 'attestant' AND EXISTS (SELECT 1 FROM batches WHERE batch = NEW.batch AND actor_key = NEW.actor_key)) OR EXISTS (SELECT 1 FROM batch_ends WHERE batch = NEW.batch)",
      'batch_ends.posted_when_approved: a draft is posted when it has been approved':
        "(NEW.kind = 'posted') <> EXISTS (SELECT 1 FROM posting_chain WHERE batch = NEW.batch) OR (NEW.kind = 'posted' AND NOT EXISTS (SELECT 1 FROM approvals WHERE batch = NEW.batch AND role <> 'attestant'))",
    }),
    // A person can be forgotten only when no run can reach the postings any more (a run reads its year and the one before).
    refuse(
      'persons_kept_while_needed',
      'DELETE ON persons',
      'EXISTS (SELECT 1 FROM postings WHERE person = OLD.person AND grant_year >= (SELECT max(grant_year) - 1 FROM posting_chain))',
      'persons: the postings can still be corrected',
    ),
  ];
}

/** Triggers by which the file itself refuses changes, deletions, doubles and rows out of order. */
export const GUARDS: readonly string[] = [
  ...neverChanged(),
  ...neverDoubled(),
  ...draftContent(),
  ...chains(),
  ...batchRules(),
];
