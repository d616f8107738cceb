import { forgetPersons } from '../../app';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { type Input, mapped, unless } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

const input = {
  who: unless(
    mapped(FLAGS.personOrPseudonym, (person) => (person === undefined ? undefined : { person })),
    mapped(required(FLAGS.lastGrantYear), (lastGrantYear) => ({ lastGrantYear })),
  ),
  reason: sources.requiredReason,
  ...sources.signedAct,
  pseudonymKeyFile: sources.pseudonymKeyFile,
} as const;

/** `forget`: deletes DUF numbers from the ledger; postings, sums and every hash stand. */
export const forgetCommand = command('forget', {
  examples: [
    'norsktilskudd forget --last-grant-year 2018 --as kari --reason "ti år er gått"',
    'norsktilskudd forget --person 0f1e2d3c4b5a69788796a5b4c3d2e1f0 --as kari --reason "krav om sletting"',
  ],
  input,
  run: forget,
});

function forget({ who, actor, reason, clock, ...settings }: Input<typeof input>, context: CliContext): void {
  const { terminal } = context;
  const { persons, journalHead: head } = forgetPersons(settings, who, { actor, reason, ...clock });
  terminal.out(
    context.json
      ? `${JSON.stringify({ persons_forgotten: persons, journal_head: head })}\n`
      : `${say(context, 'forget.forgotten', { persons, head })}${say(context, 'forget.elsewhere')}`,
  );
}
