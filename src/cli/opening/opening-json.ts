import type { OpeningSummary } from '../../app';

/** What an opening batch takes over, for programs. */
export function openingJson(summary: OpeningSummary): object {
  return {
    run_id: summary.runId,
    kind: 'opening',
    state: summary.state,
    rehearsal: summary.rehearsal,
    persons: summary.persons,
    postings: summary.lines,
    postings_total: summary.totalNok,
    components: summary.components.map(({ grantYear, component, lines, persons, sumNok }) => ({
      grant_year: grantYear,
      component,
      postings: lines,
      persons,
      sum: sumNok,
    })),
    recipients: summary.recipients.map(({ recipientId, postedNok, balanceNok }) => ({
      recipient_id: recipientId,
      posted: postedNok,
      balance: balanceNok,
    })),
    balances: summary.balances.map(({ recipientId, group, balanceNok }) => ({
      recipient_id: recipientId,
      netting_group: group,
      balance: balanceNok,
    })),
  };
}
