import { basename } from 'node:path';
import { foldersToVerify, keyOfRuns, notPosted, runVerification, type Verification } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { messageAction, messageText } from '../../messages';
import { detail } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, hash, list, object, orNull, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import * as kind from '../declare/kinds';
import type { Problems } from '../declare/problems';
import type { Given, Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runsNamed } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';

/** What a run itself holds counts unless it is given anew: no setting stands for it. */
const input = {
  runs: runsNamed(argumentList('runFolder', '<run...>', kind.text)),
  db: SETTINGS.db.alone,
  head: FLAGS.head,
  firstList: FLAGS.firstList,
  extract: FLAGS.extract,
  rates: SETTINGS.rates.alone,
  recipients: SETTINGS.recipients.alone,
  columns: SETTINGS.columns.alone,
  rejectLimitPercent: SETTINGS.rejectLimit.alone,
  tables: FLAGS.tables,
  namedKey: SETTINGS.pseudonymKeyFile.alone,
  usualKey: sources.hidden(sources.pseudonymKeyFile),
  draft: FLAGS.draft,
  sql: FLAGS.sql,
  journal: FLAGS.journal,
} as const;

const run = object({ run_id: text, folder: text, manifest_sha256: at('manifestSha256', hash), state: orNull(text) });
const ledger = object({
  acts: whole,
  batches: whole,
  postings: whole,
  personsForgotten: whole,
  journalHead: text,
});

/** `verify`: a run folder against itself, the ledger, the extract and a second calculator (data contract 5). */
export const verifyCommand = command('verify', {
  examples: [
    'norsktilskudd verify 2018-T1-0123456789ab --db norsktilskudd.db',
    'norsktilskudd verify runs/2018-T1-0123456789ab --db norsktilskudd.db --head HASH',
    'norsktilskudd verify runs/2018-T1-0123456789ab --extract extracts/2018-T1',
    'norsktilskudd verify 2018-T2-0123456789ab --db norsktilskudd.db --draft',
  ],
  input,
  check: fitsTogether,
  run: verify,
  json: object({
    manifest_sha256: at(({ runs }: Verification) => runs[0]?.sha256, orNull(hash)),
    runs: at(runsOf, list(run)),
    ledger: orNull(ledger),
    sql: orNull(object({ compared: whole })),
    notes: list(detail),
  }),
  text: verificationText,
  end: (verification, _, { draft }) => refuseUnposted(verification, draft),
});

/** Runs with what has become of them. */
function runsOf({ runs, states }: Verification) {
  return runs.map(({ manifest: { run_id: runId }, folder, sha256: manifestSha256 }) => {
    return { runId, folder, manifestSha256, state: states.find((one) => one.runId === runId)?.state };
  });
}

function fitsTogether({ runs = [], db, head, extract, journal }: Given<typeof input>, problems: Problems): void {
  if (db === undefined && (head !== undefined || journal !== undefined)) problems.missing(SETTINGS.db.name);
  if (extract !== undefined && runs.length !== 1) {
    problems.add('FLAG_FOR_ONE_RUN', { flag: FLAGS.extract.name, runs: runs.length });
  }
  if (journal !== undefined && db === journal) {
    problems.add('FLAG_IS_LEDGER', { flag: FLAGS.journal.name, file: basename(journal) });
  }
}

function verify(given: Input<typeof input>, context: CliContext): Verification {
  const { db, namedKey, usualKey } = given;
  const folders = foldersToVerify(given.runs, db, context.terminal.cwd);
  const key = keyOfRuns(namedKey, usualKey, db !== undefined, folders);
  const verification = runVerification({ ...given, folders, key });
  const { problems } = verification;
  if (problems.length > 0) {
    // Faults tell only names of files: what was read is named after them.
    context.afterFailure = folders.map((folder) => folderReadText(folder, context)).join('');
    const params = { faults: problems.length, folders: folders.join(', ') };
    throw new NorsktilskuddError('verification', 'VERIFICATION_FAILED', params, problems);
  }
  // Programs are given one object: the failure.
  if (context.json) refuseUnposted(verification, given.draft);
  return verification;
}

function refuseUnposted({ states }: Verification, isDraft: boolean): void {
  const unposted = isDraft ? [] : notPosted(states);
  if (unposted.length > 0) throw new NorsktilskuddError('refused', 'VERIFY_NOT_POSTED', {}, unposted);
}

/** What `verify` says where everything checks. */
function verificationText({ runs, ledger, sql, states, notes }: Verification, context: CliContext): string {
  const { language } = context;
  const lines = runs.map(({ manifest, sha256, folder }) => {
    const { run_id: runId, counts, netting, mark } = manifest;
    const { lines: lineCount, payments } = counts;
    const paidNok = netting.reduce((sum, row) => sum + row.paid_nok, 0);
    const state = states.find((row) => row.runId === runId)?.state ?? 'posted';
    const run = [runId, mark, state === 'posted' ? '' : state.toUpperCase()].filter((word) => word !== '').join(' ');
    const checks = say(context, 'verify.everything_checks', { run, lineCount, payments, paidNok, sha256 });
    return `${checks}\n${folderReadText(folder, context).trimEnd()}`;
  });
  return [
    ...lines,
    ...(ledger ? [say(context, 'verify.ledger_checks', ledger)] : []),
    ...(sql ? [say(context, 'verify.sql_gives_same', sql)] : []),
    ...notes.map(({ code, params }) => {
      return `- ${messageText(code, language, params)} ${messageAction(code, language, params)}`.trimEnd();
    }),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
