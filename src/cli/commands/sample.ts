import { executeSample, recordOutcome, sampleResults } from '../../app';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argument, optionalArgument } from '../declare/flag';
import { text as anyText } from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { combine, type Given } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { drawnJson, drawnText, recordedJson, recordedText, resultsJson, resultsText } from '../sample/results-text';

/** Items of a sample where no size is given. */
const SIZE = 30;

const asked = {
  run: argument('runOrAct', '<run>', anyText),
  recorded: optionalArgument('runOfAct', '[recorded]', anyText),
  seed: FLAGS.sampleSeed,
  size: FLAGS.sampleSize,
  byAmount: FLAGS.byAmount,
  item: FLAGS.item,
  result: FLAGS.result,
  note: FLAGS.note,
  correctNok: FLAGS.correct,
  out: FLAGS.sampleOut,
  db: sources.db,
  actor: SETTINGS.as,
  pseudonymKeyFile: sources.pseudonymKeyFile,
} as const;

/** `sample`: a control sample of a run; `sample record`: what a controller found. */
export const sampleCommand = command('sample', {
  examples: [
    'norsktilskudd sample 2018-T1-0123456789ab --seed manifest --by-amount --size 30 --as kari',
    'norsktilskudd sample record 2018-T1-0123456789ab --item 2018-T1-0123456789ab-17 --result ok --as kari',
    'norsktilskudd sample results 2018-T1-0123456789ab',
  ],
  input: { request: combine(asked, requestOf) },
  run: ({ request }, context) => request(context),
});

/** What is asked by the first word: to record, to see results, or to draw. */
function requestOf(given: Given<typeof asked>, problems: Problems): (context: CliContext) => void {
  const { run = '', out, db = '', pseudonymKeyFile = '' } = given;
  const recorded = (): string => problems.demand('RUN', given.recorded);
  const actor = (): string => problems.demand('--as', given.actor);
  if (run === 'results') {
    const input = { db, runId: recorded(), out };
    return (context) => {
      const report = sampleResults(input);
      context.terminal.out(context.json ? resultsJson(report) : resultsText(report, context));
    };
  }
  if (run === 'record') {
    const { note = '', correctNok, result = 'unclear' } = given;
    const what = { runId: recorded(), item: problems.demand('--item', given.item), result };
    problems.demand('--result', given.result);
    const input = { db, ...what, note, correctNok, out, actor: actor() };
    return (context) => {
      const report = recordOutcome(input);
      context.terminal.out(context.json ? recordedJson(report) : recordedText(report, context));
    };
  }
  const { seed = 'manifest', size = SIZE, byAmount = false } = given;
  const input = { db, runId: run, seed, size, byAmount, out, pseudonymKeyFile, actor: actor() };
  return (context) => {
    const report = executeSample({ ...input, language: context.language });
    context.terminal.out(context.json ? drawnJson(report) : drawnText(report, context));
  };
}
