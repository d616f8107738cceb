import { basename, resolve } from 'node:path';
import { writeExtracts } from '../../app/generate/write-extracts';
import { loadShippedRules } from '../../app/shipped-rules';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

interface GenerateFlags {
  readonly out?: string;
  readonly persons?: string;
  readonly year?: string;
  readonly seed?: string;
  readonly snapshots?: string;
  readonly firstTerm?: string;
  readonly errors?: string;
}

/** `generate`: a made-up register, for training, tests and measurements. */
export const generateCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Lager uttrekk av et oppdiktet register. Samme frø gir samme filer på alle maskiner.',
          en: 'Makes extracts of a made-up register. The same seed gives the same files on every machine.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd generate --year 2018 --persons 3000 --snapshots 4 --out extracts/',
          'norsktilskudd generate --year 2024 --persons 100 --seed 7 --errors 0.05 --out broken/',
        ]),
      )
      .action((flags: GenerateFlags) => generate(flags, context));
    addFlags(command, context, 'extractsOut', 'year', 'persons', 'seed', 'snapshots', 'firstTerm', 'errors', 'json');
  },
};

function generate(flags: GenerateFlags, context: CliContext): void {
  const reader = new FlagReader();
  const out = reader.required('--out', flags.out);
  const options = {
    year: reader.year('--year', flags.year),
    persons: reader.whole('--persons', flags.persons, 1000, 1_000_000),
    seed: reader.whole('--seed', flags.seed, 1, 4_294_967_295),
    snapshots: reader.whole('--snapshots', flags.snapshots, 1, 12),
    errors: reader.fraction('--errors', flags.errors),
    places: loadShippedRules().places.places,
  };
  const firstTerm = flags.firstTerm === undefined ? undefined : reader.term('--first-term', flags.firstTerm);
  reader.finish(context.commandName);
  const folder = resolve(context.terminal.cwd, out);
  tell(writeExtracts(folder, firstTerm === undefined ? options : { ...options, firstTerm }), context);
}

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
  out(`${say(context, { nb: 'Neste', en: 'Next' })}: ${next}\n`);
}
