import { accessLog } from '../../app';
import { say } from '../context';
import { list, object, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { table } from '../view';

/** Subjects that are named. */
const NAMED = 2;

const row = object({
  sequence: whole,
  at: text,
  kind: text,
  actor: text,
  account: text,
  subjects: list(text),
  purpose: text,
  run_id: text,
});

/** `access`: who has seen what about persons, and whether the log is whole. */
export const accessCommand = command('access', {
  examples: ['norsktilskudd access --db norsktilskudd.db', `norsktilskudd access --head ${'0f1e2d3c'.repeat(8)}`],
  input: { keptHead: FLAGS.accessHead, db: sources.db },
  run: ({ keptHead, db }) => accessLog(db, keptHead),
  json: object({ head: text, rows: list(row) }),
  text({ rows, head }, context) {
    const cells = rows.map(({ sequence, at, kind, actor, account, runId, subjects, purpose }) => {
      const more = subjects.length > NAMED ? ` +${subjects.length - NAMED}` : '';
      return [sequence, at, kind, actor, account, runId, subjects.slice(0, NAMED).join(' ') + more, purpose];
    });
    return [table(context, 'access.columns_no', 'rlllllll', cells), say(context, 'access.head', { head })];
  },
});
