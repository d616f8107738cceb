import { forgetPersons } from '../../app';
import { say } from '../context';
import { at, object, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { mapped, unless } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

/** `forget`: deletes DUF numbers from the ledger; postings, sums and every hash stand. */
export const forgetCommand = command('forget', {
  examples: [
    'norsktilskudd forget --last-grant-year 2018 --as kari --reason "ti år er gått"',
    'norsktilskudd forget --person 0f1e2d3c4b5a69788796a5b4c3d2e1f0 --as kari --reason "krav om sletting"',
  ],
  input: {
    who: unless(
      mapped(FLAGS.personOrPseudonym, (person) => (person === undefined ? undefined : { person })),
      mapped(required(FLAGS.lastGrantYear), (lastGrantYear) => ({ lastGrantYear })),
    ),
    reason: sources.requiredReason,
    ...sources.signedAct,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: (input) => forgetPersons(input, input),
  json: object({ persons_forgotten: at('persons', whole), journal_head: text }),
  text: ({ persons, journalHead: head }, context) => [
    say(context, 'forget.forgotten', { persons, head }),
    say(context, 'forget.elsewhere'),
  ],
});
