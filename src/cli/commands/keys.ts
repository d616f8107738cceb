import { resolve } from 'node:path';
import { makeSigningKey } from '../../audit';
import { writePersonFile } from '../../audit/list-file';
import { NorsktilskuddError } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import { SIGNING_ROLES, type SigningRole } from '../../ledger';
import type { CommandModule } from '../command-table';
import { loadSettings } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { prepareCommand } from '../prepare-command';

interface KeyFlags {
  readonly name?: string;
  readonly out?: string;
  readonly role?: readonly string[];
  readonly config?: string;
}

/** `keys new`: makes a key to sign with. */
export const keysCommand: CommandModule = {
  configure(command, context) {
    command
      .description(say(context, { nb: 'Nøkler til å signere med.', en: 'Keys to sign with.' }))
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd keys new --name "Kari Kjører" --role runner --out kari.key']),
      );
    const made = command
      .command('new')
      .description(
        say(context, {
          nb: 'Lager en privat nøkkel (bare for eieren) og en personfil med den offentlige, til godkjennerlisten. Passord i NORSKTILSKUDD_KEY_PASSPHRASE, om ønsket.',
          en: 'Makes a private key (for its owner alone) and a person file with the public one, for the list of approvers. Passphrase in NORSKTILSKUDD_KEY_PASSPHRASE, where one is wanted.',
        }),
      )
      .action((flags: KeyFlags) => newKey(flags, context));
    prepareCommand(made, context);
    addFlags(made, context, 'name', 'role', 'keyOut', 'json');
  },
};

function newKey(flags: KeyFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const name = reader.required('--name', reader.freeText('--name', flags.name));
  const out = reader.required('--out', flags.out);
  reader.required('--role', flags.role?.[0]);
  const roles = (flags.role ?? []).map((role) => reader.choice<SigningRole>('--role', role, SIGNING_ROLES, 'runner'));
  reader.finish(context.commandName);
  const file = resolve(terminal.cwd, out);
  const personFile = `${file}.person.json`;
  if (pathExists(personFile)) throw new NorsktilskuddError('usage', 'KEY_FILE_EXISTS', { file: personFile });
  const publicKey = makeSigningKey(file, settings.keyPassphrase);
  writePersonFile(personFile, { name, publicKey, roles, validFrom: nowUtc().slice(0, 10), validTo: '' });
  terminal.out(
    context.json
      ? `${JSON.stringify({ key: file, person: personFile, public_key: publicKey })}\n`
      : say(context, {
          nb: `Privat nøkkel: ${file}\nTil godkjennerlisten: ${personFile}\nOffentlig nøkkel: ${publicKey}\n`,
          en: `Private key: ${file}\nFor the list of approvers: ${personFile}\nPublic key: ${publicKey}\n`,
        }),
  );
}
