import { resolve } from 'node:path';
import { buildName, programBuild } from '../../app/program-build';
import { readGivenFile } from '../../app/read-given-file';
import { parseListFile } from '../../audit/list-file';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import { acceptsClock } from '../approval/accept-clock';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { FlagReader } from '../flag-reader';

interface AdoptFlags extends SettingFlags {
  readonly accept?: readonly string[];
}

/** Adopts a list that two have signed. The same again: "already". */
export function adoptListFile(path: string, flags: AdoptFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  const file = resolve(terminal.cwd, path);
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  const ledger = openLedger(settings.db);
  try {
    const { already, hash } = ledger.adoptList(list, {
      ...clock,
      actor,
      at: nowUtc(),
      build: buildName(programBuild()),
    });
    const { kind, version } = list;
    const head = ledger.journalHead();
    terminal.out(
      context.json
        ? `${JSON.stringify({ kind, version, sha256: hash, already, journal_head: head })}\n`
        : say(context, {
            nb: `${kind} versjon ${version} ${already ? 'er allerede i bruk' : 'er tatt i bruk'}.\nJournalhode: ${head}\n`,
            en: `${kind} version ${version} ${already ? 'has been adopted already' : 'has been adopted'}.\nJournal head: ${head}\n`,
          }),
    );
  } finally {
    ledger.close();
  }
}
