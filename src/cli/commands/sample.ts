import {
  executeSample,
  type RecordReport,
  recordOutcome,
  type SampleReport,
  type SampleResults,
  sampleResults,
} from '../../app';
import { oneOf } from '../declare/answer';
import { command } from '../declare/command';
import { argument, optionalArgument } from '../declare/flag';
import * as kind from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { combine, type Given } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { drawnJson, drawnText, recordedJson, recordedText, resultsJson, resultsText } from '../sample/sample-text';

/** Items of a sample where no size is given. */
const SIZE = 30;

const asked = {
  run: runOf(argument('runOrAct', '<run>', kind.text)),
  recorded: runOf(optionalArgument('runOfAct', '[recorded]', kind.text)),
  seed: FLAGS.sampleSeed,
  size: FLAGS.sampleSize,
  byAmount: FLAGS.byAmount,
  materialityNok: FLAGS.materiality,
  confidencePercent: FLAGS.confidence,
  item: FLAGS.item,
  result: FLAGS.result,
  note: FLAGS.note,
  correctNok: FLAGS.correct,
  out: FLAGS.sampleOut,
  db: sources.db,
  actor: SETTINGS.as,
  pseudonymKeyFile: sources.pseudonymKeyFile,
} as const;

type Request =
  | { readonly act: 'results'; readonly input: Parameters<typeof sampleResults>[0] }
  | { readonly act: 'record'; readonly input: Parameters<typeof recordOutcome>[0] }
  | { readonly act: 'draw'; readonly input: Omit<Parameters<typeof executeSample>[0], 'language'> };

/** `sample`: a control sample of a run; `sample record`: what a controller found. */
export const sampleCommand = command('sample', {
  examples: [
    'norsktilskudd sample 2018-T1-0123456789ab --by-amount --size 30 --as kari',
    'norsktilskudd sample 2018-T1-0123456789ab --materiality 500000 --as kari',
    'norsktilskudd sample record 2018-T1-0123456789ab --item 2018-T1-0123456789ab-17 --result ok --as kari',
    'norsktilskudd sample results 2018-T1-0123456789ab',
  ],
  input: { request: combine(asked, requestOf) },
  run({ request }, { language }): SampleReport | SampleResults | RecordReport {
    if (request.act === 'results') return sampleResults(request.input);
    if (request.act === 'record') return recordOutcome(request.input);
    return executeSample({ ...request.input, language });
  },
  json: oneOf([drawnJson, recordedJson, resultsJson], (answer: SampleReport | SampleResults | RecordReport, to) => {
    if ('drawn' in answer) return drawnJson.encode(answer, to);
    return 'strata' in answer ? resultsJson.encode(answer, to) : recordedJson.encode(answer, to);
  }),
  text(answer, context) {
    if ('drawn' in answer) return drawnText(answer, context);
    return 'strata' in answer ? resultsText(answer, context) : recordedText(answer, context);
  },
});

/** What is asked by the first word: to record, to see results, or to draw. */
function requestOf(given: Given<typeof asked>, problems: Problems): Request {
  const { run = '', out, db = '', pseudonymKeyFile = '' } = given;
  const recorded = (): string => problems.demand('RUN', given.recorded);
  const actor = (): string => problems.demand('--as', given.actor);
  if (run === 'results') return { act: 'results', input: { db, runId: recorded(), out } };
  if (run === 'record') {
    const { note = '', correctNok, result = 'unclear' } = given;
    const what = { runId: recorded(), item: problems.demand('--item', given.item), result };
    problems.demand('--result', given.result);
    return { act: 'record', input: { db, ...what, note, correctNok, out, actor: actor() } };
  }
  const { seed, materialityNok, byAmount = false, confidencePercent } = given;
  if (given.size !== undefined && materialityNok !== undefined) {
    problems.add('FLAGS_EXCLUDE', { flags: '--materiality, --size' });
  }
  const size = materialityNok === undefined ? (given.size ?? SIZE) : { materialityNok };
  const how = { seed, size, byAmount, confidencePercent };
  return { act: 'draw', input: { db, runId: run, ...how, out, pseudonymKeyFile, actor: actor() } };
}
