import { basename } from 'node:path';
import { foldersToVerify, keyOfRuns, notPosted, runVerification, type Verification } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { messageAction, messageText } from '../../messages';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import { text } from '../declare/kinds';
import type { Problems } from '../declare/problems';
import type { Given, Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';
import { verificationJson, verificationText } from '../verify/verification-text';

/** What a run itself holds counts unless it is given anew: no setting stands for it. */
const input = {
  runs: argumentList('runFolder', '<run...>', text),
  db: SETTINGS.db.alone,
  head: FLAGS.head,
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
});

function fitsTogether({ runs = [], db, head, extract, journal }: Given<typeof input>, problems: Problems): void {
  if (db === undefined && (head !== undefined || journal !== undefined)) problems.missing(SETTINGS.db.name);
  if (extract !== undefined && runs.length !== 1) {
    problems.add('FLAG_FOR_ONE_RUN', { flag: FLAGS.extract.name, runs: runs.length });
  }
  if (journal !== undefined && db === journal) {
    problems.add('FLAG_IS_LEDGER', { flag: FLAGS.journal.name, file: basename(journal) });
  }
}

function verify(given: Input<typeof input>, context: CliContext): void {
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
  const unposted = given.draft ? [] : notPosted(verification.states);
  if (unposted.length === 0 || !context.json) report(verification, context);
  if (unposted.length > 0) throw new NorsktilskuddError('refused', 'VERIFY_NOT_POSTED', {}, unposted);
}

function report(verification: Verification, context: CliContext): void {
  const { out } = context.terminal;
  if (context.json) {
    out(`${JSON.stringify(verificationJson(verification))}\n`);
    return;
  }
  out(verificationText(verification, context));
  for (const { code, params } of verification.notes) {
    const action = messageAction(code, context.language, params);
    out(`- ${messageText(code, context.language, params)}${action === '' ? '' : ` ${action}`}\n`);
  }
}
