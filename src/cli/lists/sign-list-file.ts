import { type ListSigner, signList } from '../../app';
import { listHash } from '../../ledger';
import { type CliContext, say } from '../context';

/** Adds a signature to a list; a second one of the same name takes the place of the first. */
export function signListFile({ file, ...signer }: ListSigner & { readonly file: string }, context: CliContext): void {
  const list = signList(file, signer);
  const names = list.signatures.map(({ name }) => name);
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ file, kind: list.kind, version: list.version, sha256: listHash(list), signed_by: names })}\n`
      : say(context, 'lists.version_signed', { kind: list.kind, version: list.version, names: names.join(', ') }),
  );
}
