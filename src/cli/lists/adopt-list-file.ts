import { buildName, programBuild } from '../../app/program-build';
import { readGivenFile } from '../../app/read-given-file';
import { parseListFile } from '../../audit/list-file';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import { type CliContext, say } from '../context';

interface Adoption {
  readonly file: string;
  readonly actor: string;
  readonly clock: { readonly acceptClock?: true };
  readonly db: string;
}

/** Adopts a list that two have signed. The same again: "already". */
export function adoptListFile({ file, actor, clock, db }: Adoption, context: CliContext): void {
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  const ledger = openLedger(db);
  try {
    const { already, hash } = ledger.adoptList(list, {
      ...clock,
      actor,
      at: nowUtc(),
      build: buildName(programBuild()),
    });
    const { kind, version } = list;
    const head = ledger.journalHead();
    context.terminal.out(
      context.json
        ? `${JSON.stringify({ kind, version, sha256: hash, already, journal_head: head })}\n`
        : say(context, already ? 'lists.adopted_already' : 'lists.adopted', { kind, version, head }),
    );
  } finally {
    ledger.close();
  }
}
