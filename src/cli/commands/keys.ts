import { makeKey } from '../../app';
import { type CliContext, say } from '../context';
import { command, commandGroup } from '../declare/command';
import { required, requiredList } from '../declare/flag';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

const input = {
  name: required(FLAGS.name),
  roles: requiredList(FLAGS.role),
  file: required(FLAGS.keyOut),
  keyPassphrase: sources.signing.keyPassphrase,
} as const;

/** `keys new`: makes a key to sign with. */
export const keysCommand = commandGroup(
  'keys',
  ['norsktilskudd keys new --name "Kari Kjører" --role runner --out kari.key'],
  { new: command('keys.new', { input, run: newKey }) },
);

function newKey({ name, roles, file, keyPassphrase }: Input<typeof input>, context: CliContext): void {
  const { terminal } = context;
  const { personFile, publicKey } = makeKey({ name, roles, file, passphrase: keyPassphrase });
  terminal.out(
    context.json
      ? `${JSON.stringify({ key: file, person: personFile, public_key: publicKey })}\n`
      : say(context, 'keys.private_key_list', { file, personFile, publicKey }),
  );
}
