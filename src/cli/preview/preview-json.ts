import type { BudgetYear, PreviewReport } from '../../app';
import { accepted, blocker, flatDetail, lastPosted, payee, wanted } from '../answers/common';
import { at, flag, hash, kroner, list, number, object, orNull, text, textOrNull, whole } from '../declare/answer';

const figures = { persons: whole, lines: whole, gross: kroner, corrections: kroner, net: kroner, paid: kroner };
const pastBatch = orNull(
  object({
    run_id: at('batch.runId', text),
    persons: at('figures.persons', whole),
    lines: at('figures.lines', whole),
    gross: at('figures.grossNok', kroner),
    corrections: at('figures.correctionsNok', kroner),
    net: at('figures.netNok', kroner),
    paid: at('figures.paidNok', kroner),
  }),
);

/** What an earlier system paid in the budget year; null where it is not known. */
export const earlierSystemPaid = at(
  ({ isPaidElsewhere, isGrantYearPaidElsewhere, paidEarlierNok }: BudgetYear) =>
    isPaidElsewhere || isGrantYearPaidElsewhere ? null : paidEarlierNok,
  orNull(kroner),
);

/** The preview of a run for programs. */
export const previewJson = object({
  run_id: at('batch.runId', text),
  older_copy: at('missing', list(flatDetail)),
  last_posted: lastPosted,
  state: at('batch.state', text),
  folder: at('batch.runFolder', text),
  rehearsal: flag,
  manifest_sha256: at('manifestSha256', hash),
  year: at('batch.grantYear', whole),
  term: at('batch.term', whole),
  as_of: at('batch.asOf', text),
  superseded_by: at('batch.supersededBy', textOrNull),
  payable: at(({ batch }: PreviewReport) => batch.state === 'draft' && batch.blockers.length === 0, flag),
  blockers: at('batch.blockers', list(blocker)),
  accepted: at('batch.accepted', list(accepted)),
  wanted: list(wanted),
  this_term: at('figures', object(figures)),
  last_term: pastBatch,
  same_term_last_year: at('lastYear', pastBatch),
  limits: list(object({ name: text, limit: number, value: orNull(whole), breached: flag })),
  changes: list(
    object({
      line_id: text,
      component: text,
      grant_year: whole,
      recipient_id: text,
      previously_posted: at('previouslyNok', kroner),
      amount: kroner,
      causes: list(text),
    }),
  ),
  cases: list(
    object({
      case_number: whole,
      act: whole,
      kind: text,
      grant_year: whole,
      component: textOrNull,
      amount: kroner,
    }),
  ),
  held: list(object({ reason: text, rows: whole, amount: kroner })),
  findings: list(object({ severity: text, code: text, count: whole, lines: kroner })),
  payees: list(payee),
  payable_on: orNull(text),
  recipients: list(
    object({
      recipient_id: text,
      name: text,
      paid: kroner,
      can_be_paid: flag,
      obstacles: list(text),
      faults: list(text),
    }),
  ),
  accounts: list(object({ recipient_id: text, name: text, kind: text, before: text, now: text })),
  budget: object({
    budget_year: whole,
    appropriation: orNull(kroner),
    earlier_system_paid: earlierSystemPaid,
    paid: kroner,
    arrears: kroner,
    ordered: kroner,
    refused: kroner,
    this_batch: kroner,
    due_later: kroner,
    held: kroner,
    unspent: orNull(kroner),
    remaining: orNull(kroner),
  }),
});
