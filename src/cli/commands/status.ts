import { type LedgerStatus, ledgerStatus } from '../../app';
import { formatDay } from '../../domain';
import { batchStateWord, messageText } from '../../messages';
import { flatDetail, snapshots } from '../answers/common';
import { olderCopyText } from '../approval/approval-text';
import { openAct } from '../cases/case-json';
import { openActsTable } from '../cases/case-text';
import { type CliContext, say } from '../context';
import {
  at,
  day,
  epochDay,
  flag,
  hash,
  kroner,
  list,
  object,
  orNull,
  text,
  textOrNull,
  whole,
} from '../declare/answer';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { headsText } from '../heads-text';
import { nextStep } from '../next/next-answer';
import { nextStepsText } from '../next/steps-text';
import { progressTable } from '../receipt/progress-table';
import { snapshotTable } from '../snapshot-table';
import { table } from '../view';

const batch = object({
  run_id: text,
  state: text,
  lines: whole,
  lines_total: kroner,
  payments: whole,
  paid: kroner,
  held: kroner,
  folder: at('runFolder', textOrNull),
  run_by: at('actor', text),
  approvals: list(object({ role: text, actor: text, at: text })),
});

/** `status`: batches and heads of a ledger. */
export const statusCommand = command('status', {
  examples: ['norsktilskudd status --db norsktilskudd.db'],
  input: { db: sources.db, payment: SETTINGS.payment, today: FLAGS.today, settings: sources.stepSettings },
  run: ({ db, payment, today, settings }) => ledgerStatus(db, payment, today, settings),
  json: object({
    rehearsal: flag,
    today: epochDay,
    tasks: list(
      object({
        what: text,
        grant_year: whole,
        term: whole,
        run_id: textOrNull,
        claim: whole,
        by: orNull(epochDay),
        late: at('isLate', flag),
      }),
    ),
    next: list(nextStep),
    unconfirmed: list(text),
    batches: list(batch),
    snapshots,
    missing: list(flatDetail),
    requires_signatures: flag,
    progress: list(object({ run_id: text, stage: text, payments: whole, amount: kroner })),
    silent: list(object({ run_id: text, file: text, handed_over_on: day, payments: whole, amount: kroner })),
    unread_receipts: list(text),
    open_acts: list(openAct),
    posting_head: text,
    journal_head: text,
    access_rows: at('access.rows', whole),
    access_head: at('access.head', hash),
    access_lost: at(({ access }: LedgerStatus) => [...access.faults, ...access.lost], list(flatDetail)),
  }),
  text: (status, context) => [
    olderCopyText(status.missing, context),
    status.rehearsal ? say(context, 'status.rehearsal') : '',
    nextStepsText(status.next, context),
    tasksText(status, context),
    table(
      context,
      'status.columns_run',
      'lllnkkk',
      status.batches.map(({ runId, state, actor, approvals, lines, linesTotalNok, paidNok, heldNok }) => [
        runId,
        batchStateWord(state, context.language),
        [...new Set([actor, ...approvals.map((approval) => approval.actor)])].join(', '),
        lines,
        linesTotalNok,
        paidNok,
        heldNok,
      ]),
    ),
    status.progress.length > 0 ? `\n${progressTable(status.progress, context)}` : '',
    ...status.silent.map((file) => say(context, 'status.silent', { ...file })),
    ...status.unreadReceipts.map((name) => say(context, 'status.unread_receipt', { name })),
    status.openActs.length > 0 ? `\n${openActsTable(status.openActs, context)}` : '',
    status.requiresSignatures ? say(context, 'status.ledger_requires_signatures') : '',
    status.snapshots.length > 0 ? `\n${snapshotTable(status.snapshots, context)}` : '',
    headsText(status, context),
    say(context, 'status.access_head', { rows: status.access.rows, head: status.access.head }),
    ...[...status.access.faults, ...status.access.lost].map(
      ({ code, params }) => `- ${messageText(code, context.language, params)}\n`,
    ),
  ],
});

const TASK_WORDS = {
  extract: 'task.extract',
  run: 'task.run',
  attest: 'task.attest',
  approve: 'task.approve',
  file: 'task.file',
  hand_over: 'task.hand_over',
  receipts: 'task.receipts',
  letters: 'task.letters',
  year_end: 'task.year_end',
  claim: 'task.claim',
} as const;

/** What is to be done now, by the day. */
function tasksText({ tasks, today }: LedgerStatus, context: CliContext): string {
  const rows = tasks.map(({ what, grantYear, term, runId, claim, by, isLate }) => [
    by === undefined ? '-' : formatDay(by),
    grantYear === 0 ? '' : `${grantYear}${term === 0 ? '' : ` T${term}`}`,
    say(context, TASK_WORDS[what]),
    claim === 0 ? runId : claim,
    isLate ? say(context, 'task.late') : '',
  ]);
  return `${say(context, 'task.title', { today: formatDay(today) })}${table(context, 'task.columns', 'lllll', rows)}\n`;
}
