import type { HeadsOfRun } from '../app';
import { type CliContext, say } from './context';
import { text } from './declare/answer';

/** Both heads under --json, of every list of what a ledger holds. */
export const headFields = { posting_head: text, journal_head: text };

/** The same below a list: whoever keeps it can show what the ledger held then. */
export function headsText({ postingHead, journalHead }: HeadsOfRun, context: CliContext): string {
  return say(context, 'status.posting_head_journal', { posting_head: postingHead, journal_head: journalHead });
}
