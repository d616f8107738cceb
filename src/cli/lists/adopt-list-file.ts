import { adoptList } from '../../app';
import { type CliContext, say } from '../context';

interface Adoption {
  readonly file: string;
  readonly actor: string;
  readonly clock: { readonly acceptClock?: true };
  readonly db: string;
}

/** Adopts a list that two have signed. The same again: "already". */
export function adoptListFile({ file, actor, clock, db }: Adoption, context: CliContext): void {
  const { list, hash, already, journalHead: head } = adoptList(db, file, { actor, ...clock });
  const { kind, version } = list;
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ kind, version, sha256: hash, already, journal_head: head })}\n`
      : say(context, already ? 'lists.adopted_already' : 'lists.adopted', { kind, version, head }),
  );
}
