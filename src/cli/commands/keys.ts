import { keyStep, makeKey } from '../../app';
import { say } from '../context';
import { at, object, text } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { required, requiredList } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

/** `keys new`: makes a key to sign with. */
export const keysCommand = commandGroup(
  'keys',
  ['norsktilskudd keys new --name "Kari Kjører" --role runner --out kari.key'],
  {
    new: command('keys.new', {
      input: {
        name: required(FLAGS.name),
        roles: requiredList(FLAGS.role),
        file: required(FLAGS.keyOut),
        passphrase: sources.signing.keyPassphrase,
      },
      run: makeKey,
      json: object({ key: at('file', text), person: at('personFile', text), public_key: text }),
      text: (key, context) => say(context, 'keys.private_key_list', key),
      next: ({ personFile }) => ({ step: keyStep(personFile) }),
    }),
  },
);
