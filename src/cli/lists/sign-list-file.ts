import { resolve } from 'node:path';
import { readGivenFile } from '../../app/read-given-file';
import { readSigningKey } from '../../audit';
import { parseListFile, writeListFile } from '../../audit/list-file';
import { actorKey, listHash, listText } from '../../ledger';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { FlagReader } from '../flag-reader';

/** Adds a signature to a list; a second one of the same name takes the place of the first. */
export function signListFile(path: string, flags: SettingFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const name = reader.required('--as', settings.as);
  const keyFile = reader.required('--key', settings.keyFile);
  reader.finish(context.commandName);
  const file = resolve(terminal.cwd, path);
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  const signature = readSigningKey(keyFile, settings.keyPassphrase).sign(listText(list));
  const others = list.signatures.filter((signed) => actorKey(signed.name) !== actorKey(name));
  const signed = { ...list, signatures: [...others, { name, signature }] };
  writeListFile(file, signed);
  const names = signed.signatures.map((entry) => entry.name);
  terminal.out(
    context.json
      ? `${JSON.stringify({ file, kind: list.kind, version: list.version, sha256: listHash(list), signed_by: names })}\n`
      : say(context, {
          nb: `${list.kind} versjon ${list.version} er signert av ${names.join(', ')}.\n`,
          en: `${list.kind} version ${list.version} is signed by ${names.join(', ')}.\n`,
        }),
  );
}
