import { generateExtracts, step } from '../../app';
import { at, list, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { FLAGS } from '../flags/flags';

/** `generate`: a made-up register, for training, tests and measurements. */
export const generateCommand = command('generate', {
  examples: [
    'norsktilskudd generate --year 2018 --persons 3000 --snapshots 4 --out extracts/',
    'norsktilskudd generate --year 2024 --persons 5000 --arrivals wave --snapshots 8 --out wave/',
    'norsktilskudd generate --year 2024 --persons 100 --seed 7 --errors 0.05 --out broken/',
  ],
  input: {
    out: required(FLAGS.extractsOut),
    year: required(FLAGS.year),
    persons: FLAGS.persons,
    arrivals: FLAGS.arrivalFlow,
    seed: FLAGS.seed,
    snapshots: FLAGS.snapshots,
    firstTerm: FLAGS.firstTerm,
    errors: FLAGS.errors,
  },
  run: ({ out, ...request }) => generateExtracts(out, request),
  json: object({ extracts: at((folders: readonly string[]) => folders, list(text)) }),
  text: (folders) => folders.map((folder) => `${folder}\n`),
  next: ([first = '']) => ({ step: step('doctor', ['doctor', '--extract', first]) }),
});
