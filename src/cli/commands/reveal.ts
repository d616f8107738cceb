import { isPseudonym, revealPerson } from '../../app';
import { object, text } from '../declare/answer';
import { command } from '../declare/command';
import { argument, required } from '../declare/flag';
import type { Kind } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import * as sources from '../flags/sources';

/** A pseudonym; what is none is not repeated, for it may be a person's number. */
const hidden: Kind<string> = (given, { name, problems }) => {
  if (isPseudonym(given)) return given;
  problems.badValue(name, '*'.repeat(given.length), '32 x 0-9a-f');
  return undefined;
};

/**
 * `reveal`: the person behind a pseudonym, general or as a recipient was shown it, for a stated purpose; every attempt stands
 * in the access log.
 */
export const revealCommand = command('reveal', {
  examples: [
    'norsktilskudd reveal 0f1e2d3c4b5a69788796a5b4c3d2e1f0 --run 2018-T1-0123456789ab --purpose "klage 18/123" --as kari',
  ],
  input: {
    pseudonym: argument('pseudonym', '<pseudonym>', hidden),
    runId: runOf(required(FLAGS.run)),
    purpose: required(FLAGS.purpose),
    db: sources.db,
    actor: sources.actor,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: (input) => ({ pseudonym: input.pseudonym, personId: revealPerson(input, input), runId: input.runId }),
  json: object({ pseudonym: text, person_id: text, run_id: text }),
  text: ({ personId }) => `${personId}\n`,
});
