import { takeOver } from '../../app';
import { nextActText } from '../approval/next-act-text';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';

const input = {
  postingsFile: required(FLAGS.postings),
  balancesFile: FLAGS.balances,
  rehearsal: FLAGS.rehearsal,
  db: sources.db,
  actor: sources.actor,
  ...sources.firstApprovers,
  requireSignatures: sources.signing.requireSignatures,
} as const;

/** `open-ledger`: takes over an earlier system's postings and balances, as a draft (data contract 3). */
export const openLedgerCommand = command('open-ledger', {
  examples: ['norsktilskudd open-ledger --postings opening_postings.csv --as kari'],
  input,
  run: open,
});

function open({ postingsFile, balancesFile, ...given }: Input<typeof input>, context: CliContext): void {
  const { summary, already } = takeOver(given, { ...given, postings: postingsFile, balances: balancesFile });
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ ...openingJson(summary), already })}\n`
      : `${openingText(summary, context)}\n${nextActText(summary.runId, summary.next, context)}\n`,
  );
}
