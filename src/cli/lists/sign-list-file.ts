import { readGivenFile } from '../../app/read-given-file';
import { readSigningKey } from '../../audit';
import { parseListFile, writeListFile } from '../../audit/list-file';
import { actorKey, listHash, listText } from '../../ledger';
import { type CliContext, say } from '../context';

interface Signing {
  readonly file: string;
  readonly name: string;
  readonly keyFile: string;
  readonly keyPassphrase: string;
}

/** Adds a signature to a list; a second one of the same name takes the place of the first. */
export function signListFile({ file, name, keyFile, keyPassphrase }: Signing, context: CliContext): void {
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  const signature = readSigningKey(keyFile, keyPassphrase).sign(listText(list));
  const others = list.signatures.filter((signed) => actorKey(signed.name) !== actorKey(name));
  const signed = { ...list, signatures: [...others, { name, signature }] };
  writeListFile(file, signed);
  const names = signed.signatures.map((entry) => entry.name);
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ file, kind: list.kind, version: list.version, sha256: listHash(list), signed_by: names })}\n`
      : say(context, 'lists.version_signed', { kind: list.kind, version: list.version, names: names.join(', ') }),
  );
}
