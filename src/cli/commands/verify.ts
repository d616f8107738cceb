import { resolve } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { openLedger } from '../../ledger';
import type { CommandModule } from '../command-table';
import type { SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { addFlags } from '../flag-table';
import { hashOfFolder } from './approve';

/** `verify`: every file of a run folder against its manifest; with --db the whole ledger too. */
export const verifyCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Kontrollerer at en kjøringsmappe er slik den ble forseglet; med --db også regnskapet.',
          en: 'Checks that a run folder is as it was sealed; with --db the ledger too.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd verify runs/2018-T1-0123456789ab --db norsktilskudd.db']),
      )
      .argument('<folder>', say(context, { nb: 'kjøringsmappen', en: 'the run folder' }))
      .action((folder: string, flags: SettingFlags) => verify(folder, flags, context));
    addFlags(command, context, 'db', 'json');
  },
};

function verify(folder: string, flags: SettingFlags, context: CliContext): void {
  const { terminal } = context;
  const manifestHash = hashOfFolder(resolve(terminal.cwd, folder));
  const ledgerCounts = flags.db === undefined ? undefined : verifyLedger(resolve(terminal.cwd, flags.db), manifestHash);
  if (context.json) {
    terminal.out(`${JSON.stringify({ manifest_sha256: manifestHash, ledger: ledgerCounts ?? null })}\n`);
    return;
  }
  terminal.out(
    say(context, {
      nb: `Alt stemmer. Manifest ${manifestHash}\n`,
      en: `Everything checks. Manifest ${manifestHash}\n`,
    }),
  );
}

function verifyLedger(path: string, manifestHash: string): { acts: number; batches: number; postings: number } {
  const ledger = openLedger(path, { readOnly: true });
  try {
    const { faults, counts } = ledger.verify();
    const known = ledger.batches().some((batch) => batch.manifestHash === manifestHash);
    const details = [...faults, ...(known ? [] : [{ code: 'RUN_NOT_IN_LEDGER', params: { manifestHash } }])];
    if (details.length > 0)
      throw new NorsktilskuddError('verification', 'VERIFICATION_FAILED', { faults: details.length }, details);
    return counts;
  } finally {
    ledger.close();
  }
}
