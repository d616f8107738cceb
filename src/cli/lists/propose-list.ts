import { type Acceptance, isSpecialAcceptance, loadShippedRules, proposeList, readAcceptances } from '../../app';
import { type ListKind, listHash } from '../../ledger';
import { type CliContext, say } from '../context';
import { Problems } from '../declare/problems';

/** What is proposed: of the kinds of content that of the list's own kind counts. */
interface Proposal {
  readonly kind: ListKind;
  readonly personFiles: readonly string[];
  readonly rates: readonly string[];
  readonly tables: string | undefined;
  readonly accept: readonly string[];
  readonly validFrom: string;
  readonly out: string;
  readonly db: string;
}

/** Makes the next version of a list, to be signed: what it follows is read from the ledger, where there is one. */
export function tellProposal(proposal: Proposal, context: CliContext): void {
  const { kind, out, db, personFiles: persons } = proposal;
  const accepted = kind === 'assumptions' ? assumptionsOf(proposal.accept, context) : [];
  const list = proposeList(db, { ...proposal, persons, accepted });
  const hash = listHash(list);
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ file: out, kind, version: list.version, sha256: hash })}\n`
      : say(context, 'lists.version_hash', { kind, version: list.version, out, hash }),
  );
}

/** Assumptions and assumed rates of a list, each with its reference; anything else is accepted for one run at a time. */
function assumptionsOf(values: readonly string[], context: CliContext): Acceptance[] {
  const accepted = readAcceptances(values, loadShippedRules(), context.commandName);
  const problems = new Problems();
  for (const { name, reference } of accepted) {
    if (isSpecialAcceptance(name)) problems.add('ACCEPT_NO_ASSUMPTION', { flag: '--accept', name });
    else if (reference === '') problems.add('ACCEPT_NO_REFERENCE', { flag: '--accept', name });
  }
  problems.finish(context.commandName);
  return accepted;
}
