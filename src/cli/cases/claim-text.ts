import type { ClaimView, SuggestedClaim } from '../../app';
import { type CliContext, say } from '../context';
import { table } from '../view';

const STATE_WORDS = {
  proposed: 'claim.state_proposed',
  open: 'claim.state_open',
  settled: 'claim.state_settled',
  withdrawn: 'claim.state_withdrawn',
  dropped: 'claim.state_dropped',
} as const;

/** Claims with what is open of each and of all. */
export function claimsText(claims: readonly ClaimView[], context: CliContext): string[] {
  if (claims.length === 0) return [say(context, 'claim.none')];
  const rows = claims.map((one) => [
    one.claim,
    one.caseNumber,
    one.recipientId,
    one.group,
    say(context, STATE_WORDS[one.state]),
    ...[one.amountNok, one.paidNok, one.writtenOffNok, one.openNok],
    one.limitationDay,
  ]);
  const openNok = claims.reduce((sum, one) => sum + one.openNok, 0);
  return [table(context, 'claim.columns', 'rrlllkkkkl', rows), say(context, 'claim.total_open', { openNok })];
}

/** Recipients from whom something could be claimed, why, and where it comes from. */
export function suggestedText(suggested: readonly SuggestedClaim[], context: CliContext): string[] {
  const [first] = suggested;
  if (first === undefined) return [say(context, 'claim.suggest_none')];
  const rows = suggested.map(({ recipientId, group, owedNok, terms, grounds }) => [
    recipientId,
    group,
    0 - owedNok,
    terms,
    grounds.map((ground) => groundText(ground, terms, context)).join(', '),
  ]);
  const lines = suggested.flatMap((one) =>
    one.lines.map((row) => [
      row.recipientId,
      row.group,
      row.runId,
      row.grantYear,
      row.component,
      row.lines,
      row.sumNok,
    ]),
  );
  return [
    table(context, 'claim.suggest_columns', 'llknl', rows),
    `\n${say(context, 'claim.suggest_where_from')}`,
    table(context, 'claim.suggest_line_columns', 'lllrlnk', lines),
    `\n${say(context, 'claim.suggest_next', { ...first })}`,
  ];
}

function groundText(ground: SuggestedClaim['grounds'][number], terms: number, context: CliContext): string {
  if (ground === 'unmoved') return say(context, 'claim.why_unmoved', { terms });
  return say(context, ground === 'recipient_ended' ? 'claim.why_recipient_ended' : 'claim.why_group_ended');
}
