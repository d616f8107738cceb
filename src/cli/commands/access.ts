import { accessLog } from '../../app';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { textTable } from '../text-table';

/** `access`: who has seen what about persons, and whether the log is whole. */
export const accessCommand = command('access', {
  examples: ['norsktilskudd access --db norsktilskudd.db', `norsktilskudd access --head ${'0f1e2d3c'.repeat(8)}`],
  input: { keptHead: FLAGS.accessHead, db: sources.db },
  run: ({ keptHead, db }, context) => access(db, keptHead, context),
});

function access(db: string, keptHead: string | undefined, context: CliContext): void {
  const { out } = context.terminal;
  const { rows, head } = accessLog(db, keptHead);
  if (context.json) {
    const entries = rows.map(({ runId, ...row }) => ({ ...row, run_id: runId }));
    out(`${JSON.stringify({ head, rows: entries })}\n`);
    return;
  }
  const words = say(context, 'access.columns_no');
  const table = rows.map((row) => [
    String(row.sequence),
    row.at,
    row.kind,
    row.actor,
    row.account,
    row.runId,
    row.subjects.length > 2
      ? `${row.subjects.slice(0, 2).join(' ')} +${row.subjects.length - 2}`
      : row.subjects.join(' '),
    row.purpose,
  ]);
  out(textTable(words.split('|'), 'rlllllll', table));
  out(say(context, 'access.head', { head }));
}
