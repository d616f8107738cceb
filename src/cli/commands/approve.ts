import { join } from 'node:path';
import { formatKroner, formatWhole, NorsktilskuddError } from '../../domain';
import { nowUtc, pathExists, readBytes, readText } from '../../effects';
import { openLedger } from '../../ledger';
import { MANIFEST_FILE, SEAL_FILE } from '../../payout';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { buildName, programBuild } from '../program-build';
import { readRuleInputs, sha256 } from '../run/rule-inputs';

/** `approve`: posts a draft; the one who ran it cannot approve it (data contract 5). */
export const approveCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Godkjenner et utkast og bokfører det. Den som kjørte, kan ikke godkjenne.',
          en: 'Approves a draft and posts it. The one who ran it cannot approve it.',
        }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd approve 2018-T1-0123456789ab --as ola']))
      .argument('<run>', say(context, { nb: 'kjøringens id', en: "the run's id" }))
      .action((runId: string, flags: SettingFlags) => approve(runId, flags, context));
    addFlags(command, context, 'db', 'as', 'json');
  },
};

function approve(runId: string, flags: SettingFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  reader.finish(context.commandName);
  const ledger = openLedger(settings.db);
  try {
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    const isOpening = batch.kind === 'opening';
    const seen = {
      manifestHash: isOpening ? batch.manifestHash : hashOfFolder(batch.runFolder),
      ruleLockHash: isOpening ? batch.ruleLockHash : readRuleInputs([]).ruleLockSha256,
      parametersHash: batch.parametersHash,
      payments: batch.payments,
      paidNok: batch.paidNok,
      correctionsNok: batch.correctionsNok,
      personsCorrected: batch.personsCorrected,
      heldNok: batch.heldNok,
    };
    const by = { actor, at: nowUtc(), build: buildName(programBuild()) };
    const answer = ledger.approve(runId, { ...by, role: 'approver', seen });
    tell(answer.already, answer.batch, ledger.journalHead(), context);
  } finally {
    ledger.close();
  }
}

/** Hash of the manifest, after every file that it names has been hashed again. */
function hashOfFolder(folder: string): string {
  const path = join(folder, MANIFEST_FILE);
  if (!pathExists(path)) throw new NorsktilskuddError('verification', 'RUN_FOLDER_GONE', { folder });
  const bytes = readBytes(path);
  const hash = sha256(bytes);
  const wrong = filesOf(bytes.toString('utf8'))
    .filter(
      ({ name, sha256: sealed }) => !pathExists(join(folder, name)) || sha256(readBytes(join(folder, name))) !== sealed,
    )
    .map(({ name }) => ({ code: 'RUN_FILE_CHANGED', params: { file: join(folder, name) } }));
  if (readText(join(folder, SEAL_FILE)) !== `${hash}  ${MANIFEST_FILE}\n`) {
    wrong.push({ code: 'RUN_FILE_CHANGED', params: { file: path } });
  }
  if (wrong.length > 0) throw new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, wrong);
  return hash;
}

/** Files that a manifest names with their hashes. */
export function filesOf(manifest: string): readonly { readonly name: string; readonly sha256: string }[] {
  const { files }: { files: readonly { name: string; sha256: string }[] } = JSON.parse(manifest);
  return files;
}

export { hashOfFolder };

function tell(
  already: boolean,
  batch: { runId: string; lines: number; payments: number; paidNok: number },
  journalHead: string,
  context: CliContext,
): void {
  const { out } = context.terminal;
  if (context.json) {
    const { runId, lines, payments, paidNok } = batch;
    out(`${JSON.stringify({ run_id: runId, already, lines, payments, paid: paidNok, journal_head: journalHead })}\n`);
    return;
  }
  if (already)
    out(say(context, { nb: `${batch.runId} er allerede bokført.\n`, en: `${batch.runId} is already posted.\n` }));
  else {
    const [lines, payments, paid] = [
      formatWhole(batch.lines),
      formatWhole(batch.payments),
      formatKroner(batch.paidNok),
    ];
    out(
      say(context, {
        nb: `${batch.runId} er bokført: ${lines} linjer, ${payments} betalinger, ${paid}.\n`,
        en: `${batch.runId} is posted: ${lines} lines, ${payments} payments, ${paid}.\n`,
      }),
    );
  }
  out(say(context, { nb: `Journalhode: ${journalHead}\n`, en: `Journal head: ${journalHead}\n` }));
}
