import { basename } from 'node:path';
import { loadShippedRules, writeExtracts } from '../../app';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';

/** `generate`: a made-up register, for training, tests and measurements. */
export const generateCommand = command('generate', {
  examples: [
    'norsktilskudd generate --year 2018 --persons 3000 --snapshots 4 --out extracts/',
    'norsktilskudd generate --year 2024 --persons 100 --seed 7 --errors 0.05 --out broken/',
  ],
  input: {
    out: required(FLAGS.extractsOut),
    year: required(FLAGS.year),
    persons: withDefault(FLAGS.persons, 1000),
    seed: withDefault(FLAGS.seed, 1),
    snapshots: withDefault(FLAGS.snapshots, 1),
    firstTerm: FLAGS.firstTerm,
    errors: withDefault(FLAGS.errors, 0),
  },
  run({ out, firstTerm, ...asked }, context) {
    const options = { ...asked, places: loadShippedRules().places.places };
    tell(writeExtracts(out, firstTerm === undefined ? options : { ...options, firstTerm }), context);
  },
});

function tell(folders: readonly string[], context: CliContext): void {
  const { out } = context.terminal;
  if (context.json) {
    out(`${JSON.stringify({ extracts: folders })}\n`);
    return;
  }
  for (const folder of folders) out(`${folder}\n`);
  const [first] = folders;
  if (first === undefined) return;
  const [year, term] = basename(first).split('-T');
  const next = `norsktilskudd run --rehearsal --extract ${first} --year ${year} --term ${term} --as NAME`;
  out(`${say(context, 'generate.next')}: ${next}\n`);
}
